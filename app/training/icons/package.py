"""Reading icon sets from the tarball of the npm package, each icon as an SVG."""

from __future__ import annotations

import json
import re
import tarfile
import zlib
from collections.abc import Collection as Names
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.icons.collections import Collection, read_collections

PACKAGE = "@iconify/json@2.2.535"
_ROOT = "package/"
_BLACK = {"none", "#000", "#000000", "black", "currentColor"}
_SVG = "http://www.w3.org/2000/svg"


class PackageError(Exception):
    """The tarball is missing or damaged; the message says what to do."""


@dataclass(frozen=True)
class Icon:
    """The inside of an SVG and its view box."""

    body: str
    left: float
    top: float
    width: float
    height: float

    def svg(self, *, side: int) -> str:
        """Return an SVG document, black for `currentColor`, with `side` px along its longer edge."""
        scale = side / max(self.width, self.height)
        return (
            f'<svg xmlns="{_SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" color="#000" '
            f'viewBox="{self.left:g} {self.top:g} {self.width:g} {self.height:g}" '
            f'width="{self.width * scale:.0f}" height="{self.height * scale:.0f}">{self.body}</svg>'
        )


@dataclass(frozen=True)
class IconSet:
    """The icons of one set by name, with the metadata of the set."""

    prefix: str
    icons: Mapping[str, Icon]
    aliases: Mapping[str, list[str]]  # other names by icon
    endings: tuple[str, ...] = ()  # suffixes of names that mean a style
    beginnings: tuple[str, ...] = ()  # prefixes of names that mean a style
    characters: Mapping[str, str] = field(default_factory=dict)  # icon by hexadecimal Unicode code points


def tarball_name() -> str:
    """Return npm's name for the tarball of the package, "iconify-json-2.2.535.tgz"."""
    return PACKAGE.removeprefix("@").replace("/", "-").replace("@", "-") + ".tgz"


def read_list(tarball: Path) -> list[Collection]:
    """Return the metadata of all sets; raises `PackageError`."""
    for name, text in _members(tarball, {"collections.json"}):
        del name
        return read_collections(json.loads(text))
    raise PackageError(f"{tarball} has no list of sets; give the tarball of {PACKAGE}")


def read_sets(tarball: Path, prefixes: Names[str]) -> Iterator[IconSet]:
    """Yield the sets with these prefixes in the order of the tarball; raises `PackageError`."""
    for _, text in _members(tarball, {f"json/{prefix}.json" for prefix in prefixes}):
        yield icon_set(json.loads(text))


def icon_set(described: Mapping[str, Any]) -> IconSet:
    """Return a set from its parsed JSON."""
    width, height = described.get("width", 16), described.get("height", 16)
    icons = {
        name: Icon(
            one["body"], one.get("left", 0), one.get("top", 0), one.get("width", width), one.get("height", height)
        )
        for name, one in described["icons"].items()
        if not one.get("hidden")
    }
    aliases: dict[str, list[str]] = {}
    for name, one in described.get("aliases", {}).items():
        if not any(one.get(turn) for turn in ("hFlip", "vFlip", "rotate")) and one["parent"] in icons:
            aliases.setdefault(one["parent"], []).append(name)
    return IconSet(
        described["prefix"],
        icons,
        aliases,
        tuple(described.get("suffixes") or ()),
        tuple(described.get("prefixes") or ()),
        described.get("chars") or {},
    )


def in_black(icon: Icon) -> Icon:
    """Return the icon with its black parts only."""
    body = re.sub(r'(fill|stroke)="([^"]*)"', lambda m: m[0] if m[2] in _BLACK else f'{m[1]}="none"', icon.body)
    return Icon(body, icon.left, icon.top, icon.width, icon.height)


def is_still(icon: Icon) -> bool:
    """Return whether an icon is not animated; the first frame of an animation may be blank."""
    return "<animate" not in icon.body and "<set " not in icon.body


def _members(tarball: Path, names: Names[str]) -> Iterator[tuple[str, bytes]]:
    left = set(names)
    try:
        with tarfile.open(tarball, "r|gz") as package:
            for member in package:
                name = member.name.removeprefix(_ROOT)
                if name in left and (held := package.extractfile(member)) is not None:
                    left.discard(name)
                    yield name, held.read()
                if not left:
                    return
    except FileNotFoundError:
        raise PackageError(f"{tarball} does not exist; fetch the tarball of {PACKAGE} first") from None
    except (tarfile.TarError, EOFError, zlib.error, OSError) as error:
        raise PackageError(f"{tarball} cannot be read ({error}); fetch the tarball of {PACKAGE} again") from error
