"""Ink and paper colours, and their contrast."""

from __future__ import annotations

from dataclasses import replace

from taureau.document.arranging import exchanged
from taureau.document.drawing import Drawing
from taureau.wording import tr_noop

INK = "#141414"
CHALK = "#f4f1e8"
INKS = (
    (tr_noop("Black"), INK),
    (tr_noop("Graphite"), "#5b5b58"),
    (tr_noop("Sepia"), "#6b4a2b"),
    (tr_noop("Blue"), "#1f3f8f"),
    (tr_noop("Carmine"), "#a8124a"),  # not the colour of what is selected
    (tr_noop("Chalk"), CHALK),
)
PAPERS: tuple[tuple[str, str | None], ...] = (
    (tr_noop("Warm white"), None),
    (tr_noop("White"), "#ffffff"),
    (tr_noop("Cream"), "#f3e6c8"),
    (tr_noop("Grey"), "#c4c4c0"),
    (tr_noop("Black-board"), "#23282b"),
)
WARM_WHITE = "#fbf8f1"  # where none was chosen
_DARK = 0.18  # relative luminance; black and white show equally well on it
_LOST = 1.7  # contrast below which a stroke is almost invisible


def is_dark(paper: str | None) -> bool:
    """Return whether chalk is more visible on this paper than ink."""
    return luminance(paper or WARM_WHITE) < _DARK


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 … 21, by WCAG 2.1."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def vanishes(color: str, paper: str | None) -> bool:
    """Return whether a stroke of this colour is almost invisible on this paper."""
    return contrast(color, paper or WARM_WHITE) < _LOST


def on_paper(drawing: Drawing, paper: str | None) -> Drawing:
    """Return the drawing on paper of this colour; strokes that would be almost invisible become chalk, or ink.

    Areas of the photo's colours keep them: their lines show where they are.
    """
    ink = CHALK if is_dark(paper) else INK
    placed = ((layer, stroke) for layer in drawing.layers for stroke in layer.strokes)
    lost = {
        place: replace(stroke, color=ink)
        for place, (layer, stroke) in enumerate(placed)
        if vanishes(stroke.color, paper) and not (layer.ground and stroke.filled)
    }
    return replace(exchanged(drawing, lost), paper=paper)


def luminance(color: str) -> float:
    """Return the relative luminance of "#rrggbb", 0 (black) … 1 (white), by WCAG 2.1."""
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
