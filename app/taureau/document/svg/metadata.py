"""What an SVG says beside its picture: our own element inside `<metadata>`, and Inkscape's paper and layer locks.

    <taureau:drawing version="1">
      <taureau:facts>{"encoder": "…", "seed": "0"}</taureau:facts>
      <taureau:gain stroke="stroke1">0.125</taureau:gain>
    </taureau:drawing>

Facts are one JSON object, because JSON can escape the characters that XML cannot hold. Gains name their
stroke by id, in drawing order, so that they stay right when another program moves or deletes strokes.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from taureau.document.svg.terms import GAIN_DECIMALS, INKSCAPE, SODIPODI, TAUREAU
from taureau.geometry import decimal_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

VERSION = "1"
PAPER_MARK = "taureau:paper"  # the attribute of paper that is painted for other programs
_COLOR = re.compile(r"#[0-9a-f]{6}")
_XML_SYNTAX = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_UNSAFE = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[&<>]")


def metadata_lines(facts: Mapping[str, str], gains: Mapping[str, float]) -> Iterator[str]:
    """Yield the lines of the `<metadata>` element; `gains` is by stroke id, in drawing order."""
    yield "  <metadata>"
    yield f'    <taureau:drawing version="{VERSION}">'
    if facts:
        yield f"      <taureau:facts>{_json_text(facts)}</taureau:facts>"
    for stroke, gain in gains.items():
        yield f'      <taureau:gain stroke="{stroke}">{decimal_text(gain, GAIN_DECIMALS)}</taureau:gain>'
    yield "    </taureau:drawing>"
    yield "  </metadata>"


def read_facts(root: Element) -> Mapping[str, str]:
    """Return the facts in an SVG's metadata; none where they are invalid, so that the drawing can still be read."""
    text = root.findtext(f".//{{{TAUREAU}}}drawing/{{{TAUREAU}}}facts", "")
    try:
        facts = json.loads(text)
    except (ValueError, RecursionError):
        facts = None
    if not isinstance(facts, dict):
        return MappingProxyType({})
    return MappingProxyType({key: value for key, value in facts.items() if isinstance(value, str)})


def read_gains(root: Element) -> dict[str, float]:
    """Return the gain of each stroke by its id, without those that are not finite numbers."""
    gains: dict[str, float] = {}
    for element in root.iterfind(f".//{{{TAUREAU}}}drawing/{{{TAUREAU}}}gain"):
        try:
            gain = float((element.text or "")[:40])
        except ValueError:
            continue
        if math.isfinite(gain):
            gains[element.get("stroke", "")] = gain
    return gains


def _json_text(facts: Mapping[str, str]) -> str:
    """Return one line of JSON that is also XML text: keys sorted, unsafe characters escaped."""
    text = json.dumps(dict(facts), ensure_ascii=False, sort_keys=True)
    # In JSON such characters can only stand inside strings, where a \\u escape may replace any of them.
    return _UNSAFE.sub(lambda found: _XML_SYNTAX.get(found[0]) or f"\\u{ord(found[0]):04x}", text)


def is_paper(element: Element) -> bool:
    """Return whether the element is paper that was painted for other programs."""
    return element.get(f"{{{TAUREAU}}}paper") == "true"


def read_paper(root: Element) -> str | None:
    """Return the paper's colour; None where it is transparent, as Inkscape's default paper is."""
    view = root.find(f"{{{SODIPODI}}}namedview")
    if view is None or "pagecolor" not in view.attrib:
        painted = next((child.get("fill", "").strip().lower() for child in root if is_paper(child)), "")
        return painted if _COLOR.fullmatch(painted) else None
    color = view.get("pagecolor", "").strip().lower()
    try:
        opacity = float(view.get(f"{{{INKSCAPE}}}pageopacity", "1")[:40])
    except ValueError:
        opacity = 1.0
    return color if opacity > 0 and _COLOR.fullmatch(color) else None


def is_ground(layer: Element) -> bool:
    """Return whether a layer holds areas or tone under the lines."""
    return layer.get(f"{{{TAUREAU}}}ground", "") == "true"


def is_locked(layer: Element) -> bool:
    return layer.get(f"{{{SODIPODI}}}insensitive", "").strip().lower() in ("true", "1")
