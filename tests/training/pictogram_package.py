"""A small package of pictograms in the real one's layout, drawn by hand."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path
from typing import Any

CAT = '<path fill="currentColor" d="M4 4l4 4h8l4-4v14H4z"/>'
CUP = '<path fill="currentColor" d="M4 6h12v12H4zM16 8h4v6h-4z"/>'
LINE_CUP = '<path fill="none" stroke="currentColor" stroke-width="1.5" d="M4 6h12v12H4zM16 8h4v6h-4"/>'
FISH = '<path fill="{}" d="M2 12C6 4 14 4 18 12C14 20 6 20 2 12zM18 12l5-5v10z"/>'
EMOJI_FISH = '<path fill="{}" d="M1 12C8 0 14 4 17 10L23 4V20L17 14C14 22 6 20 1 12z"/>'
HOUSE = (
    '<path fill="#a33" d="M12 2L22 12H2z"/><path fill="#eeb" d="M4 12h16v10H4z"/><path fill="#543" d="M9 15h4v7H9z"/>'
)


def entry(title: str, licence: str, category: str, *, coloured: bool = False) -> dict[str, Any]:
    """What the list says of one set."""
    return {
        "name": title,
        "author": {"name": f"{title}'s author", "url": "https://example.org/author"},
        "license": {"title": licence, "spdx": licence, "url": f"https://example.org/{licence}"},
        "category": category,
        "palette": coloured,
    }


LIST = {
    "noto": entry("Noto", "Apache-2.0", "Emoji", coloured=True),
    "twemoji": entry("Twitter Emoji", "CC-BY-4.0", "Emoji", coloured=True),
    "fluent-emoji-flat": entry("Fluent Emoji Flat", "MIT", "Emoji", coloured=True),
    "openmoji": entry("OpenMoji", "CC-BY-SA-4.0", "Emoji", coloured=True),
    "game-icons": entry("Game Icons", "CC-BY-3.0", "Thematic"),
    "tabler": entry("Tabler", "MIT", "UI 24px"),
    "mdi": entry("Material Design Icons", "Apache-2.0", "Material"),
    "lucide": entry("Lucide", "ISC", "UI 24px"),
    "feather": entry("Feather", "MIT", ""),
    "gridicons": entry("Gridicons", "GPL-2.0-only", "UI 24px"),
    "simple-icons": entry("Simple Icons", "CC0-1.0", "Logos"),
}


def icons(prefix: str, bodies: dict[str, str], **more: Any) -> dict[str, Any]:
    """One set as its file has it."""
    return {
        "prefix": prefix,
        "icons": {name: {"body": body} for name, body in bodies.items()},
        "width": 24,
        "height": 24,
        **more,
    }


SETS = [
    icons(
        "noto",
        {
            "fish": EMOJI_FISH.format("#38c"),
            "house": HOUSE,
            "waving-hand": CUP,
            "waving-hand-dark-skin-tone": CUP,
            "flag-peru": CUP,
            "keycap-9": CUP,
        },
        chars={"1f41f": "fish", "1f3e0": "house"},
    ),
    icons("twemoji", {"home-building": HOUSE, "fish": EMOJI_FISH.format("#27a")}, chars={"1f3e0": "home-building"}),
    icons("fluent-emoji-flat", {"fish": CUP.replace("currentColor", "#c60")}),
    icons("openmoji", {"fish": FISH.format("#9cf") + '<path fill="none" stroke="#000" d="M2 12C6 4 14 4 18 12"/>'}),
    icons("game-icons", {"fish": FISH.format("currentColor"), "cat": CAT, "kitten": CAT, "arrow-wings": CUP}),
    icons(
        "tabler",
        {
            "cup": LINE_CUP,
            "cup-filled": CUP,
            "arrow-left": CUP,
            "cat": CAT,
            "frobnicator": CUP,
            "acme": CUP,
            "spinning": '<path d="M0 0h9v9z"><animate attributeName="d"/></path>',
        },
        aliases={"kitten": {"parent": "cat"}, "tac": {"parent": "cat", "hFlip": True}},
    ),
    icons("mdi", {"cup-outline": LINE_CUP, "kitten": CAT, "acme": CUP, "traffic-light": CUP}),
    icons("lucide", {"cup": CUP, "fish": FISH.format("currentColor")}),
    icons("feather", {"cup": CUP}),
    icons("gridicons", {"cup": CUP}),
    icons("simple-icons", {"acme": CUP}),
]


def write_package(path: Path) -> Path:
    """Pack it as npm does."""
    with tarfile.open(path, "w:gz") as package:
        for name, content in [("collections.json", LIST), *((f"json/{one['prefix']}.json", one) for one in SETS)]:
            held = json.dumps(content).encode()
            about = tarfile.TarInfo(f"package/{name}")
            about.size = len(held)
            package.addfile(about, io.BytesIO(held))
    return path
