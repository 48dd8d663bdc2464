"""How long and how freely strokes are refined; torch-free."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from taureau.engine.request import SketchRequest


@dataclass(frozen=True)
class Schedule:
    """Steps, learning rate and weights of the regularisers."""

    steps: int
    rate: float  # of Adam, canvas px
    bending: float  # weight of the change of second differences
    drift: float  # weight of the distance from the start
    crowding: float  # weight of overlap
    contact: float  # weight of contact between strokes

    def rate_at(self, step: int) -> float:
        """Return the learning rate of one step: half a cosine, from `rate` down to a twentieth of it."""
        progress = min(step / self.steps, 1.0)
        return self.rate * (0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * progress)))


# For contours, which are near their edges already.
SETTLE = Schedule(steps=40, rate=0.7, bending=0.05, drift=0.02, crowding=6.0, contact=0.02)
# For strokes that were refined while they were added.
RESETTLE = replace(SETTLE, rate=0.5)
# For random scribbles, which have to move far.
SEARCH = Schedule(steps=300, rate=1.0, bending=0.0, drift=0.0, crowding=0.0, contact=0.0)


def schedule_for(request: SketchRequest) -> Schedule:
    """Return how the strokes of a request are refined."""
    return SEARCH if request.start == "random" else RESETTLE if request.grows else SETTLE
