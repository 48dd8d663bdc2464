"""Pictures of a film, one after the other: only what changes from one to the next is painted.

Strokes that are complete stay on a canvas, as a still picture has them. Of a stroke that grows only the new piece is
rendered, and united with what was visible of it before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from taureau.document import Stroke
from taureau.export.film.score import Cue
from taureau.export.film.stage import Stage
from taureau.export.paper import PAPER_COLOR
from taureau.export.textured_picture import paint_strokes, pixels_of, rendered
from taureau.geometry import Box

if TYPE_CHECKING:
    from PIL import Image

_PIECE = 0.25  # px, the shortest piece that is rendered


class Painter:
    """Paints the frame of a stage at times that ascend."""

    def __init__(self, stage: Stage) -> None:
        from PIL import Image

        self._stage = stage
        width, height = stage.size
        self._frame = Box(0, 0, width, height)
        self._sheet = Image.new("RGBA", stage.size, stage.paper or PAPER_COLOR)
        self._photo = _photo_on(self._sheet, stage)
        self._opacity: float | None = None  # of the photo, as it is painted
        self._backdrop = self._sheet
        ground = {stroke.id for layer in stage.drawing.layers if layer.ground for stroke in layer.strokes}
        cues = {cue.stroke.id: cue for cue in stage.score.cues}
        runs = groupby(stage.drawing.strokes, lambda stroke: (stroke.id in ground, stroke.filled))
        self._bands = [
            _Band([cues[stroke.id] for stroke in run], self._frame, downwards=in_ground and filled)
            for (in_ground, filled), run in runs
        ]
        self.picture: Image.Image = self._sheet.convert("RGB")

    def advance(self, time: float) -> bool:
        """Paint the `picture`, RGB, at a time, s; return whether it is another than before."""
        changed = [box for band in self._bands for box in band.advance(time)]
        opacity = self._stage.photo_opacity(time) if self._photo is not None else None
        if opacity != self._opacity and self._photo is not None:
            from PIL import Image

            self._backdrop = Image.blend(self._sheet, self._photo, opacity or 0.0)
            self._opacity = opacity
            changed = [self._frame]
        for box in changed:
            self._paint(box)
        return bool(changed)

    def _paint(self, box: Box) -> None:
        area = _corners(box)
        part = self._backdrop.crop(area)
        for band in self._bands:
            band.paint_onto(part, box)
        self.picture.paste(part.convert("RGB"), area[:2])


class _Band:
    """Strokes that are drawn in the order in which they lie upon each other, or each beneath those before it."""

    def __init__(self, cues: Sequence[Cue], frame: Box, *, downwards: bool) -> None:
        from PIL import Image

        self._frame, self._downwards = frame, downwards
        self._coming = list(cues if downwards else reversed(cues))  # the next one last
        self._growing: list[_Growing] = []
        self._canvas = Image.new("RGBA", (round(frame.width), round(frame.height)))

    def advance(self, time: float) -> Iterator[Box]:
        """Draw on until a time; yield the boxes, in whole px, that change."""
        while self._coming and self._coming[-1].start < time:
            self._growing.append(_Growing(self._coming.pop(), self._frame))
        complete = 0
        while complete < len(self._growing) and self._growing[complete].cue.end <= time:
            complete += 1
        done, self._growing = self._growing[:complete], self._growing[complete:]
        self._complete([one.cue.stroke for one in done])
        for one in done:
            if one.box is not None:
                yield one.box
        for one in self._growing:
            box = one.grow(time)
            if box is not None:
                yield box

    def paint_onto(self, part: Image.Image, box: Box) -> None:
        """Paint what is visible within a box onto the picture of that box."""
        if self._downwards:
            for one in reversed(self._growing):
                one.paint_onto(part, box)
        part.alpha_composite(self._canvas.crop(_corners(box)))
        if not self._downwards:
            for one in self._growing:
                one.paint_onto(part, box)

    def _complete(self, strokes: list[Stroke]) -> None:
        """Put complete strokes onto the canvas, or beneath what is on it."""
        if not self._downwards:
            paint_strokes(self._canvas, strokes, self._frame)
            return
        for stroke in strokes:
            box = pixels_of([stroke], self._frame)
            if box is not None:
                area = _corners(box)
                layer = rendered([stroke], box)
                layer.alpha_composite(self._canvas.crop(area))
                self._canvas.paste(layer, area[:2])


class _Growing:
    """The visible part of a stroke that is being drawn."""

    def __init__(self, cue: Cue, frame: Box) -> None:
        self.cue = cue
        self.box = pixels_of([cue.stroke], frame)
        self._share = 0.0
        self._length = cue.stroke.curve.length()
        self._alpha: Image.Image | None = None  # of the visible part, within the box

    def grow(self, time: float) -> Box | None:
        """Draw on until a time; return the box that changes."""
        share = self.cue.share(time)
        if self.box is None or share <= self._share:
            return None
        if self.cue.fades:
            self._share = share
            return self.box
        if (share - self._share) * self._length < _PIECE:
            return None
        piece = _piece(self.cue.stroke, self._share, share)
        self._share = share
        box = pixels_of([piece], self.box)
        if box is not None:
            self._unite(rendered([piece], box).getchannel("A"), box)
        return box

    def paint_onto(self, part: Image.Image, box: Box) -> None:
        """Paint the visible part within a box onto the picture of that box."""
        from PIL import Image

        if self.box is None or self._share <= 0 or not box.overlaps(self.box):
            return
        if self._alpha is None:  # it fades
            self._alpha = rendered([self.cue.stroke], self.box).getchannel("A")
        alpha = self._alpha
        alpha = alpha.crop(_corners(_within(box, self.box)))  # empty where the box reaches beyond
        if self.cue.fades:
            alpha = alpha.point([round(level * self._share) for level in range(256)])
        ink = Image.new("RGBA", alpha.size, self.cue.stroke.color)
        ink.putalpha(alpha)
        part.alpha_composite(ink)

    def _unite(self, alpha: Image.Image, box: Box) -> None:
        from PIL import Image, ImageChops

        assert self.box is not None
        if self._alpha is None:
            self._alpha = Image.new("L", (round(self.box.width), round(self.box.height)))
        area = _corners(_within(box, self.box))
        self._alpha.paste(ImageChops.lighter(self._alpha.crop(area), alpha), area[:2])


def _piece(stroke: Stroke, first: float, last: float) -> Stroke:
    """The part of a stroke between two shares of its length."""
    start, end = stroke.curve.parameters((first, last)).tolist()
    return stroke.between(start, end) if last < 1 else stroke.between(start, float(stroke.curve.segment_count))


def _photo_on(sheet: Image.Image, stage: Stage) -> Image.Image | None:
    """The sheet with the photo on it, opaque."""
    from PIL import Image

    if stage.photo is None or stage.photo_box is None:
        return None
    left, top, right, bottom = _corners(stage.photo_box)
    shown = sheet.copy()
    size = max(1, right - left), max(1, bottom - top)
    shown.paste(Image.fromarray(stage.photo.pixels).resize(size, Image.Resampling.LANCZOS), (left, top))
    return shown


def _corners(box: Box) -> tuple[int, int, int, int]:
    return round(box.left), round(box.top), round(box.right), round(box.bottom)


def _within(box: Box, whole: Box) -> Box:
    """A box in the coordinates of another one."""
    return Box(box.left - whole.left, box.top - whole.top, box.right - whole.left, box.bottom - whole.top)
