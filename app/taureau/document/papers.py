"""Inks and papers, and whether the one shows on the other."""

from __future__ import annotations

from dataclasses import replace

from taureau.document.arranging import exchanged
from taureau.document.drawing import Drawing

INK = "#141414"
CHALK = "#f4f1e8"
INKS = (
    ("Black", INK),
    ("Graphite", "#5b5b58"),
    ("Sepia", "#6b4a2b"),
    ("Blue", "#1f3f8f"),
    ("Red", "#b0432a"),
    ("Chalk", CHALK),
)
PAPERS: tuple[tuple[str, str | None], ...] = (
    ("Warm white", None),
    ("White", "#ffffff"),
    ("Cream", "#f3e6c8"),
    ("Grey", "#c4c4c0"),
    ("Black-board", "#23282b"),
)
WARM_WHITE = "#fbf8f1"  # where none was chosen
_DARK = 0.18  # relative luminance; black and white show equally well on it
_LOST = 1.7  # a contrast below which a stroke hardly shows


def is_dark(paper: str | None) -> bool:
    """Whether chalk shows on it better than ink."""
    return luminance(paper or WARM_WHITE) < _DARK


def contrast(one: str, other: str) -> float:
    """Of two colours, 1 … 21, by WCAG 2.1."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def on_paper(drawing: Drawing, paper: str | None) -> Drawing:
    """The drawing on paper of this colour; strokes that would hardly show there become chalk, or ink again."""
    ink = CHALK if is_dark(paper) else INK
    lost = {
        place: replace(stroke, color=ink)
        for place, stroke in enumerate(drawing.strokes)
        if contrast(stroke.color, paper or WARM_WHITE) < _LOST
    }
    return replace(exchanged(drawing, lost), paper=paper)


def luminance(color: str) -> float:
    """Relative luminance of "#rrggbb", 0 (black) … 1 (white), by WCAG 2.1."""
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
