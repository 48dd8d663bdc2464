"""Hit testing: the editable strokes at a point or in a box."""

from __future__ import annotations

from collections.abc import Collection

from taureau.document import Drawing
from taureau.geometry import Box, Traces, bounds


class HitTest:
    """Finds strokes of layers neither hidden nor locked; results are indices in drawing order."""

    def __init__(self, drawing: Drawing | None) -> None:
        self.drawing = drawing
        layers = drawing.layers if drawing else ()
        everything = [(stroke, layer.editable) for layer in layers for stroke in layer.strokes]
        self.strokes = {place: stroke for place, (stroke, editable) in enumerate(everything) if editable}
        self._order = list(self.strokes)
        self._traces: Traces | None = None

    def at(self, x: float, y: float, reach: float) -> int | None:
        """Return the topmost stroke whose ink is at most `reach` px from a point of the sheet."""
        found = self._walked().near(x, y, reach)
        return self._order[found[-1]] if found else None

    def near(self, x: float, y: float, reach: float) -> list[int]:
        """Return all strokes whose ink is at most `reach` px from a point of the sheet."""
        return [self._order[index] for index in self._walked().near(x, y, reach)]

    def touching(self, box: Box) -> list[int]:
        """Return all strokes whose ink touches the box."""
        return [self._order[index] for index in self._walked().touching(box)]

    def box(self, places: Collection[int]) -> Box | None:
        """Return the bounding box of the ink of these strokes."""
        whole: Box | None = None
        for place in places:
            stroke = self.strokes.get(place)
            if stroke is not None:
                box = bounds(stroke.curve).grown(stroke.widest / 2)
                whole = box if whole is None else whole.union(box)
        return whole

    def _walked(self) -> Traces:
        if self._traces is None:
            strokes = self.strokes.values()
            self._traces = Traces([stroke.curve for stroke in strokes], [stroke.widest for stroke in strokes])
        return self._traces
