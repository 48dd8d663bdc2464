"""Strokes between the document and the canvas: those to continue from, and where new ones go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing, Layer, Stroke
from taureau.engine.request import SketchRequest
from taureau.engine.scene.scene import CANVAS
from taureau.geometry import Affine, Curve

Strokes = NDArray[np.float64]  # [N, 4, 2], canvas px


class Continuation:
    """The drawing that a run continues from, if there is one.

    Its visible strokes are `fixed`, which are drawn but stay as they are, or `movable`: those of one segment that are
    not frozen. Chains of segments, drawn by hand or made by a merge, are fixed, and so are strokes on locked layers;
    hidden layers take no part.
    """

    def __init__(self, request: SketchRequest, to_document: Affine, pen: Stroke | None = None) -> None:
        """`to_document` maps from canvas px; `pen` is the style of new strokes, as requested by default."""
        self._request = request
        self._to_document = to_document
        self._base = request.drawing or Drawing(request.width, request.height)
        self.pen = pen or self._requested_pen()
        to_canvas = to_document.inverse()
        self._indices: list[int] = []  # of the movable strokes, in drawing order
        movable: list[NDArray[np.float64]] = []
        fixed: list[NDArray[np.float64]] = []
        index = 0
        for layer in self._base.layers:
            for stroke in layer.strokes:
                segments = to_canvas.points(stroke.curve.segments)
                if layer.ground:  # no lines of the drawing: CLIP and the losses do not see them
                    index += 1
                    continue
                if layer.editable and len(segments) == 1 and index not in request.frozen:
                    self._indices.append(index)
                    movable.append(segments)
                elif layer.visible:
                    fixed.append(segments)
                index += 1
        nothing = np.zeros((0, 4, 2))
        self.movable: Strokes = np.concatenate([nothing, *movable])
        self.fixed: Strokes = np.concatenate([nothing, *fixed])

    def drawing(self, points: Strokes, gains: Sequence[float | None], facts: Mapping[str, str]) -> Drawing:
        """Return the document with its movable strokes at the first of `points`, and new strokes for the rest on top.

        `gains` are those of the new strokes.
        """
        moved = {
            index: now
            for index, now, before in zip(self._indices, points, self.movable, strict=False)
            if not np.array_equal(now, before)  # to the canvas and back is not exact to the last bit
        }
        new = points[len(self._indices) :]
        layers: list[Layer] = []
        index = 0
        for layer in self._base.layers:
            strokes = []
            for stroke in layer.strokes:
                strokes.append(self._on_document(stroke, moved[index]) if index in moved else stroke)
                index += 1
            layers.append(replace(layer, strokes=tuple(strokes)))
        drawn = tuple(
            replace(self._on_document(self.pen, stroke), gain=gain) for stroke, gain in zip(new, gains, strict=True)
        )
        on_top = max((number for number, layer in enumerate(layers) if layer.editable), default=None)
        if on_top is None:
            layers.append(Layer("drawing", drawn))
        else:
            layers[on_top] = replace(layers[on_top], strokes=layers[on_top].strokes + drawn)
        return replace(self._base, layers=tuple(layers), facts=facts)

    def canvas_line(self, stroke: Stroke) -> NDArray[np.float64]:
        """Return a stroke of the document as a polyline [K, 2], canvas px."""
        return self._to_document.inverse().points(stroke.curve.sample(32))

    def _on_document(self, stroke: Stroke, points: NDArray[np.float64]) -> Stroke:
        return replace(stroke, curve=Curve(self._to_document.points(points)))

    def _requested_pen(self) -> Stroke:
        """Return the style of new strokes: as requested, else that of the topmost visible stroke."""
        anywhere = Curve.line((0, 0), (1, 0))
        visible = [
            stroke for layer in self._base.layers if layer.visible and not layer.ground for stroke in layer.strokes
        ]
        last = visible[-1] if visible else None
        if last is None or self._request.stroke_width is not None:
            width = self._request.pen_width(CANVAS * self._to_document.mean_scale)
            return Stroke(anywhere, width, pen=self._request.pen)
        return Stroke(anywhere, last.width, last.color, last.opacity, pen=self._request.pen or last.pen)
