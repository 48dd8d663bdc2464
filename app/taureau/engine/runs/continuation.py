"""Between the document and the canvas: what was drawn before, and where new strokes go in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing, Layer, Stroke
from taureau.engine.request import SketchRequest
from taureau.geometry import Affine, Curve

Strokes = NDArray[np.float64]  # [N, 4, 2], canvas px


class Easel:
    """Holds the drawing a run goes on with, if there is one.

    Its visible strokes are `held`, which are drawn but stay as they are, or `movable`: those of one segment that are
    not frozen. Chains, which a hand or a merge has made, are held, and so is what lies on locked layers; what is on
    hidden ones takes no part.
    """

    def __init__(self, request: SketchRequest, to_document: Affine) -> None:
        self._request = request
        self._to_document = to_document
        self._base = request.drawing or Drawing(request.width, request.height)
        to_canvas = to_document.inverse()
        self._places: list[int] = []  # in drawing order, of the movable strokes
        movable: list[NDArray[np.float64]] = []
        held: list[NDArray[np.float64]] = []
        place = 0
        for layer in self._base.layers:
            for stroke in layer.strokes:
                segments = to_canvas.points(stroke.curve.segments)
                if layer.editable and len(segments) == 1 and place not in request.frozen:
                    self._places.append(place)
                    movable.append(segments)
                elif layer.visible:
                    held.append(segments)
                place += 1
        nothing = np.zeros((0, 4, 2))
        self.movable: Strokes = np.concatenate([nothing, *movable])
        self.held: Strokes = np.concatenate([nothing, *held])

    def drawing(self, points: Strokes, gains: Sequence[float | None], facts: Mapping[str, str]) -> Drawing:
        """The document with its movable strokes where the first of `points` are, and the rest of them new on top.

        `gains` are those of the new strokes.
        """
        moved = {
            place: here
            for place, here, before in zip(self._places, points, self.movable, strict=False)
            if not np.array_equal(here, before)  # to the canvas and back is not to the last bit
        }
        new = points[len(self._places) :]
        layers: list[Layer] = []
        place = 0
        for layer in self._base.layers:
            strokes = []
            for stroke in layer.strokes:
                strokes.append(self._on_document(stroke, moved[place]) if place in moved else stroke)
                place += 1
            layers.append(replace(layer, strokes=tuple(strokes)))
        pen = self._pen()
        drawn = tuple(
            replace(self._on_document(pen, stroke), gain=gain) for stroke, gain in zip(new, gains, strict=True)
        )
        on_top = max((index for index, layer in enumerate(layers) if layer.editable), default=None)
        if on_top is None:
            layers.append(Layer("drawing", drawn))
        else:
            layers[on_top] = replace(layers[on_top], strokes=layers[on_top].strokes + drawn)
        return replace(self._base, layers=tuple(layers), facts=facts)

    def canvas_line(self, stroke: Stroke) -> NDArray[np.float64]:
        """A stroke of the document as a polyline [K, 2], canvas px."""
        return self._to_document.inverse().points(stroke.curve.sample(32))

    def _on_document(self, stroke: Stroke, points: NDArray[np.float64]) -> Stroke:
        return replace(stroke, curve=Curve(self._to_document.points(points)))

    def _pen(self) -> Stroke:
        """What new strokes look like: as asked for, else as the last one in sight."""
        anywhere = Curve.line((0, 0), (1, 0))
        shown = [stroke for layer in self._base.layers if layer.visible for stroke in layer.strokes]
        last = shown[-1] if shown else None
        if last is None or self._request.stroke_width is not None:
            return Stroke(anywhere, self._request.pen_width)
        return Stroke(anywhere, last.width, last.color, last.opacity)
