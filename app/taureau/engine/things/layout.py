"""Where the things of a sentence stand, and which is in front.

Each thing has a box of the proportions it is drawn in. Things of a group stand in a row on one ground; a group is
placed beside, on, under … the group that it is related to, and what is unrelated stands side by side. The result fills
the sheet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taureau.engine.things.kinds import hangs, is_seat, is_vessel
from taureau.engine.things.rows import GAP, Row, around, opened, row_of
from taureau.engine.things.rules import AWAY, RULES, rising, seated
from taureau.engine.things.sentence import Description, Place
from taureau.geometry import Box

_TOUCHING = 1e-9  # boxes that overlap by less only touch
_MARGIN = 0.07  # of the sheet, on each side


@dataclass(frozen=True)
class Placed:
    """The box of one thing, and its depth: of two that overlap the one with the larger depth is in front."""

    box: Box
    depth: int


def laid_out(description: Description, proportions: Mapping[str, float], side: float) -> list[Placed]:
    """Return the place of every thing on a square sheet of `side` px, in the order of `description.things`.

    A thing of which there are N has N places. `proportions` are width ÷ height of the drawing of each phrase, > 0.
    """
    places = _Places(description, proportions)
    rows, depths = places.rows, places.depths
    boxes = [box for row in rows for box in row.boxes]
    whole = around(boxes)
    scale = side * (1 - 2 * _MARGIN) / max(whole.width, whole.height)
    x, y = (side / 2 - scale * middle for middle in whole.center)
    depth = [depths[number] for number, row in enumerate(rows) for _ in row.boxes]
    fitted = Row(tuple(boxes)).scaled(scale).moved(x, y).boxes
    return [Placed(box, here) for box, here in zip(fitted, depth, strict=True)]


class _Places:
    """The rows of all groups, placed one after the other."""

    def __init__(self, description: Description, proportions: Mapping[str, float]) -> None:
        self._relations = {relation.subject: relation for relation in description.relations}
        self._groups = description.groups
        loose = [row_of(group, proportions) for group in description.groups]
        self._placed: dict[int, Row] = {}
        self._scales: dict[int, float] = {}
        self.depths = [0] * len(loose)
        roots = [number for number in range(len(loose)) if number not in self._relations]
        for root in roots:
            self._place_all(root, loose)
        self.rows = [self._placed[number] for number in range(len(loose))]

    def _place_all(self, root: int, loose: Sequence[Row]) -> None:
        """Place a group that depends on none, right of all that is placed, and then all that depend on it."""
        before = dict(self._placed)
        self._placed = {root: loose[root]}
        self._scales[root] = 1.0
        waiting = [root]
        while waiting:
            here = waiting.pop(0)
            for subject in (one for one, relation in self._relations.items() if relation.relative_to == here):
                self._place(subject, here, loose[subject])
                waiting.append(subject)
        if before:
            ground, new = around([row.box for row in before.values()]), self._whole()
            gap = GAP * max(ground.width, new.width)
            x, y = ground.right + gap - new.left, ground.bottom - new.bottom
            self._placed = {number: row.moved(x, y) for number, row in self._placed.items()}
        self._placed |= before

    def _place(self, subject: int, there: int, row: Row) -> None:
        place, other = self._relations[subject].place, self._placed[there]
        if place == "under" and all(hangs(thing) for thing in self._groups[there]):
            place = "below"
        row = row.scaled(self._scales[there])
        if place == "between":
            other = self._placed[there] = opened(other, row.box.width)
        upright = place == "in" and all(is_vessel(thing) for thing in self._groups[there])
        sitting = place == "on" and all(is_seat(thing) for thing in self._groups[there])
        new = rising(row, other) if upright else seated(row, other) if sitting else RULES[place](row, other)
        self._scales[subject] = self._scales[there] * new.box.width / row.box.width
        self.depths[subject] = self.depths[there] + (-1 if upright or place in ("behind", "riding") else 1)
        self._placed[subject] = self._cleared(new, there, place)

    def _cleared(self, row: Row, there: int, place: Place) -> Row:
        """Return a row moved on in its direction until it is clear of all but what it is related to."""
        dx, dy = AWAY.get(place, (0, 0))
        others = [other.box for number, other in self._placed.items() if number != there]
        step = GAP * max(row.box.width, row.box.height)
        while (dx or dy) and any(_overlap(row.box, other) for other in others):
            row = row.moved(dx * step, dy * step)
        return row

    def _whole(self) -> Box:
        return around([row.box for row in self._placed.values()])


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > _TOUCHING and down > _TOUCHING
