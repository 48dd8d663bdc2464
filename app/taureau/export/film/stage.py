"""Where everything lies in a film: the drawing in the frame's pixels, the photo beside or beneath it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from taureau.document import DocumentError, Drawing, bare, rounded
from taureau.export.errors import ExportError
from taureau.export.film.request import LINES, MAX_PX, MIN_PX, NO_PAPER, VIDEOS, Film
from taureau.export.film.score import Score, score_of
from taureau.export.paper import PAPER_COLOR
from taureau.geometry import Affine, Box
from taureau.photo import Photo
from taureau.wording import said, tr_noop

_GAP = 0.04  # of the sheet's shorter side, between photo and drawing


@dataclass(frozen=True)
class Stage:
    """A drawing whose sheet is the frame, px, and what is shown with it."""

    drawing: Drawing  # the visible layers alone
    score: Score
    paper: str | None  # "#rrggbb"; None: nothing
    photo: Photo | None  # what is shown
    photo_box: Box | None  # where it lies, px
    photo_fades: bool  # it lies beneath the drawing, and is gone when the lines are drawn

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the frame, whole px."""
        return round(self.drawing.width), round(self.drawing.height)

    def photo_opacity(self, time: float) -> float:
        """The opacity of the photo, 0 … 1."""
        if not self.photo_fades:
            return 1.0
        gone = self.score.lines_drawn
        return max(0.0, 1.0 - time / gone) if gone > 0 else 0.0


def staged(drawing: Drawing, film: Film, photo: Photo | None = None) -> Stage:
    """Lay out a drawing in the film's frame; raises ExportError where there is nothing to show."""
    visible = tuple(replace(layer, locked=False) for layer in drawing.layers if layer.visible and layer.strokes)
    if not visible:
        raise ExportError(tr_noop("there is nothing to film: the drawing has no visible stroke"))
    if film.photo != "none" and photo is None:
        raise ExportError(tr_noop("there is no photo kept with this drawing: name it, or leave the photo out"))
    score = score_of(drawing, seconds=film.seconds, hold=film.hold)
    film.check_frames(score.seconds)
    gap = _GAP * min(drawing.width, drawing.height)
    shift = drawing.width + gap if film.photo == "beside" else 0.0  # of the drawing, for the photo at its left
    wide = drawing.width + shift
    width, height = _frame(wide, drawing.height, film)
    scale = min(width / wide, height / drawing.height)
    left, top = (width - scale * wide) / 2, (height - scale * drawing.height) / 2
    onto = Affine.translate(left + scale * shift, top) @ Affine.scale(scale)
    layers = tuple(replace(layer, strokes=tuple(one.transformed(onto) for one in layer.strokes)) for layer in visible)
    paper = None if film.paper == NO_PAPER else film.paper or drawing.paper or PAPER_COLOR
    try:
        laid = rounded(bare(replace(drawing, width=width, height=height, layers=layers, paper=paper)))
    except DocumentError as error:  # a number that no file holds
        raise ExportError(str(error)) from error
    strokes = {stroke.id: stroke for stroke in laid.strokes}
    return Stage(
        laid,
        Score(tuple(replace(cue, stroke=strokes[cue.stroke.id]) for cue in score.cues), film.hold),
        paper,
        None if film.photo == "none" else photo,
        None if film.photo == "none" else Box(left, top, left + scale * drawing.width, top + scale * drawing.height),
        film.photo == "beneath",
    )


def _frame(width: float, height: float, film: Film) -> tuple[float, float]:
    """The frame's width and height, px: whole where the film has pixels, even where it is a video."""
    pixels = film.pixels
    if pixels is None:
        return width, height
    if isinstance(pixels, int):
        scale = pixels / max(width, height)
        sides = (width * scale, height * scale)
    else:
        sides = pixels
    if film.format in LINES:
        return sides
    step = 2 if film.format in VIDEOS else 1
    whole = [max(step, step * round(side / step)) for side in sides]
    if min(whole) < MIN_PX or max(whole) > MAX_PX:
        raise ExportError(
            said(
                "a film of {width} × {height} px has a side beyond {least} to {most}: take another size",
                width=whole[0],
                height=whole[1],
                least=MIN_PX,
                most=MAX_PX,
            )
        )
    return whole[0], whole[1]
