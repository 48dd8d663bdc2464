"""How many strokes the things of a sentence are drawn with."""

from __future__ import annotations

from taureau.engine.request import MAX_STROKES, USUAL_STROKES
from taureau.engine.things.sentence import Description

ENOUGH = 6  # strokes for one thing, at least
EACH = 14  # strokes for each of several things, where no number is given


def needed(description: Description, strokes: int) -> int:
    """Return the number of strokes that a description is drawn with where `strokes` are wanted."""
    return strokes if description.is_plain else max(strokes, ENOUGH * description.count)


def usual_strokes(description: Description) -> int:
    """Return the number of strokes that a description is drawn with where no number is given."""
    return USUAL_STROKES if description.count == 1 else min(MAX_STROKES, EACH * description.count)


def shared(wanted: list[int], strokes: int) -> list[int]:
    """Return the strokes that each thing gets: `ENOUGH`, and of what is left in proportion to what it wants."""
    left = max(0, strokes - ENOUGH * len(wanted))
    exact = [left * count / sum(wanted) for count in wanted]
    shares = [ENOUGH + int(share) for share in exact]
    rest = ENOUGH * len(wanted) + left - sum(shares)
    for number in sorted(range(len(wanted)), key=lambda number: int(exact[number]) - exact[number])[:rest]:
        shares[number] += 1
    return shares
