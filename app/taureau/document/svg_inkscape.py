"""What Inkscape says of a file beside its picture: the paper's colour, and which layers are locked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taureau.document.svg_terms import INKSCAPE, SODIPODI

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_COLOR = re.compile(r"#[0-9a-f]{6}")


def read_paper(root: Element) -> str | None:
    """The paper's colour; None where it is see-through, as Inkscape's own paper is unless someone chose another."""
    view = root.find(f"{{{SODIPODI}}}namedview")
    if view is None:
        return None
    color = view.get("pagecolor", "").strip().lower()
    try:
        opacity = float(view.get(f"{{{INKSCAPE}}}pageopacity", "1")[:40])
    except ValueError:
        opacity = 1.0
    return color if opacity > 0 and _COLOR.fullmatch(color) else None


def is_locked(layer: Element) -> bool:
    return layer.get(f"{{{SODIPODI}}}insensitive", "").strip().lower() in ("true", "1")
