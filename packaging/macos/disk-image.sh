#!/usr/bin/env bash
# disk-image.sh Taureau.app LICENCES.txt VERSION OUT: put the app and the licences into a disk image. Not tried on macOS yet.
# To give it away, sign and notarise it first: codesign --deep --options runtime --sign IDENTITY Taureau.app, then
# xcrun notarytool submit and xcrun stapler staple.
set -euo pipefail
app=$1 licences=$2 version=$3 out=$4
staged=$(mktemp -d)
trap 'rm -r "$staged"' EXIT
cp -R "$app" "$licences" "$staged/"
ln -s /Applications "$staged/Applications"
hdiutil create -volname "Taureau $version" -srcfolder "$staged" -ov -format ULFO "$out/taureau-$version.dmg"
