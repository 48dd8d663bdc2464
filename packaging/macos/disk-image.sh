#!/usr/bin/env bash
# disk-image.sh Taureau.app VERSION OUT: put the app into a disk image. Not tried on macOS yet.
# To give it away, sign and notarise it first: codesign --deep --options runtime --sign IDENTITY Taureau.app, then
# xcrun notarytool submit and xcrun stapler staple.
set -euo pipefail
app=$1 version=$2 out=$3
staged=$(mktemp -d)
trap 'rm -r "$staged"' EXIT
cp -R "$app" "$staged/"
ln -s /Applications "$staged/Applications"
hdiutil create -volname "Taureau $version" -srcfolder "$staged" -ov -format ULFO "$out/taureau-$version.dmg"
