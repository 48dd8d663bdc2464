"""How many strokes: `16`, `auto`, or `auto:40`."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

AUTO_LIMIT = 64  # strokes that `auto` may draw at most, where no other limit is named


@dataclass(frozen=True)
class StrokeCount:
    most: int  # exactly so many, or at most
    auto: bool  # whether the number is found


def stroke_count(text: str) -> StrokeCount:
    """Read what --strokes was given; argparse says what is wrong."""
    text = text.strip().lower()
    try:
        if text == "auto":
            return StrokeCount(AUTO_LIMIT, auto=True)
        if text.startswith("auto:"):
            return StrokeCount(int(text.removeprefix("auto:")), auto=True)
        return StrokeCount(int(text), auto=False)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number, auto, or auto:MAX") from None
