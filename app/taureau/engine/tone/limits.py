"""The kinds of tone, and what can be chosen of them."""

from __future__ import annotations

from typing import Literal, get_args

Tone = Literal["hatch", "cross", "form", "stipple"]
TONES: tuple[Tone, ...] = get_args(Tone)
MAX_LEVELS = 4
DEFAULT_LEVELS = 2
DEFAULT_SPACING = 3.5  # widths of the pen between lines
FINEST = 1 / 2000  # of the sheet's longer side, between lines at least: finer ones would fill the memory
OUTSIDE = -1.0  # darkness where there is no tone
