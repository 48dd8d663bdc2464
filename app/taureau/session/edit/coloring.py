"""Colours and tone from the photo, changed live: inks along the lines, flat areas and hatching beneath them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from taureau.document import CHALK, INK, Drawing, Stroke, ground_count, is_dark, line_indices, restyled, with_ground
from taureau.engine import own_mask
from taureau.engine.coloring.limits import MAX_PENS
from taureau.engine.tone.limits import DEFAULT_LEVELS, Tone
from taureau.session.core.session import Session
from taureau.session.drawing.sheet import EditTarget
from taureau.session.drawing.undo import OneStep
from taureau.session.edit.editor import Editor
from taureau.session.edit.mask_painting import MaskPainting
from taureau.session.edit.subject import Subject
from taureau.session.language import tr

if TYPE_CHECKING:
    from taureau.engine.coloring.fills import FlatFills  # imports OpenCV

Pens = int | tuple[str, ...]  # how many are found, 0 for plain ink; or the colours of those at hand


class Coloring(QObject):
    """Waits until the subject and the regions of the photo are known; consecutive changes are one undo step."""

    changed = Signal()  # what can be done, or what is waited for

    def __init__(self, session: Session, subject: Subject, painting: MaskPainting) -> None:
        super().__init__(session)
        self._session, self._subject, self._painting = session, subject, painting
        self._editor = Editor(session)
        self._step = OneStep()
        self._wanted_pens: Pens | None = None  # not yet applied
        self._wanted_areas: int | None = None
        self._wanted_tone: tuple[Tone | None, int] | None = None
        self._flat: tuple[object, FlatFills] | None = None  # the areas, and what they were found in
        for signal in (session.source.photo_changed, session.sheet.changed, session.run.changed):
            signal.connect(self.changed)
        session.source.photo_changed.connect(self._forget)
        subject.changed.connect(self._follow)

    @property
    def available(self) -> bool:
        """Whether there are a drawing that can be edited and its photo."""
        sheet = self._session.sheet
        edits = sheet.edit_target is EditTarget.DRAWING and sheet.drawing is not None
        return edits and self._session.source.photo is not None

    @property
    def waiting(self) -> bool:
        """Whether the photo is being looked at first."""
        return any(wanted is not None for wanted in (self._wanted_pens, self._wanted_areas, self._wanted_tone))

    @property
    def pens(self) -> int:
        """The number of colours of the drawing's lines, 0 if they have the plain ink of its paper."""
        drawing = self._session.sheet.drawing
        if drawing is None:
            return 0
        return len(_line_colors(drawing))

    @property
    def areas(self) -> int:
        """The number of areas under the lines, or of those that are waited for."""
        drawing = self._session.sheet.drawing
        if self._wanted_areas is not None:
            return self._wanted_areas
        return 0 if drawing is None else ground_count(drawing, "Colours")

    @property
    def toned(self) -> bool:
        """Whether there is tone under the lines, or will be."""
        if self._wanted_tone is not None:
            return self._wanted_tone[0] is not None
        drawing = self._session.sheet.drawing
        return drawing is not None and ground_count(drawing, "Tone") > 0

    def hold(self) -> None:
        """Begin a drag, which is one undo step."""
        self._step.hold()

    def release(self) -> None:
        """End the drag."""
        self._step.release()

    def set_pens(self, pens: Pens) -> None:
        """Give the selected lines, or all, the photo's colours by so many pens, or by these."""
        if self.available:
            self._wanted_pens = pens
            self._look()

    def set_tone(self, tone: Tone | None, levels: int = DEFAULT_LEVELS) -> None:
        """Tone the dark parts of the photo under the lines; None takes the tone away."""
        if self.available:
            self._wanted_tone = (tone, levels)
            self._look()

    def set_areas(self, count: int) -> None:
        """Put so many areas under the lines, 0 … MAX_AREAS."""
        if self.available:
            self._wanted_areas = count
            self._look()

    def _look(self) -> None:
        """Find what is not known of the photo, and apply what is wanted as soon as it is."""
        if self._needs_subject:
            self._subject.find()
        if self._wanted_areas and self._subject.regions is None:
            self._subject.find_regions()
        self._follow()

    @property
    def _needs_subject(self) -> bool:
        toned = self._wanted_tone is not None and self._wanted_tone[0] is not None
        wanted = bool(self._wanted_pens) or bool(self._wanted_areas) or toned
        return wanted and self._own_mask() == "auto" and self._subject.automatic is None

    def _follow(self) -> None:
        if not self.available:
            self._forget()
        if self.waiting and not (self._needs_subject and self._subject.looking):
            if self._wanted_pens is not None:
                pens, self._wanted_pens = self._wanted_pens, None
                self._apply_pens(pens)
            if self._wanted_tone is not None:
                (tone, levels), self._wanted_tone = self._wanted_tone, None
                self._apply_tone(tone, levels)
            if self._wanted_areas is not None and not self._subject.dividing:
                count, self._wanted_areas = self._wanted_areas, None
                self._apply_areas(count)
        self.changed.emit()

    def _apply_pens(self, pens: Pens) -> None:
        drawing, photo = self._editor.drawing, self._session.source.photo
        if drawing is None or photo is None:
            return
        lines = line_indices(drawing)
        selected = self._session.selection.marked.selected
        indices = [index for index in lines if index in selected] or lines
        if pens:
            from taureau.engine.coloring.inks import colored  # imports OpenCV

            result = colored(drawing, photo.pixels, indices, pens=pens, mask=self._mask())
        else:
            result = restyled(drawing, indices, color=_ink(drawing))
        self._editor.apply(
            result, tr("take the photo's colours") if pens else tr("plain ink"), step=self._step.number("pens")
        )

    def _apply_tone(self, tone: Tone | None, levels: int) -> None:
        drawing, photo = self._editor.drawing, self._session.source.photo
        if drawing is None or photo is None:
            return
        strokes: tuple[Stroke, ...] = ()
        if tone is not None:
            from taureau.engine.tone.photo_tone import tone_pen  # imports OpenCV
            from taureau.engine.tone.toned import toned

            size, pen = (drawing.width, drawing.height), tone_pen(drawing)
            strokes = toned(
                photo.pixels,
                self._mask(),
                size,
                tone,
                pen_width=pen,
                levels=levels,
                color=_ink(drawing),
                pens=_colored_pens(drawing),
                on_dark=is_dark(drawing.paper),
            )
        shaded = with_ground(drawing, "Tone", strokes)
        self._editor.apply(
            shaded, tr("tone") if tone else tr("remove the tone"), pairs=(), step=self._step.number("tone")
        )

    def _apply_areas(self, count: int) -> None:
        drawing, flat = self._editor.drawing, self._flat_fills() if count else None
        if drawing is None or (count and flat is None):
            return
        areas = [] if flat is None else flat.first(count)
        self._editor.apply(
            with_ground(drawing, "Colours", areas), tr("fill areas"), pairs=(), step=self._step.number("areas")
        )

    def _flat_fills(self) -> FlatFills | None:
        """Return the areas of the photo, which are kept as long as photo, mask and sheet are the same."""
        from taureau.engine.coloring.fills import FlatFills

        drawing, photo, regions = self._editor.drawing, self._session.source.photo, self._subject.regions
        if drawing is None or photo is None or regions is None:
            return None
        mask = self._mask()
        found_in = (id(photo), None if mask is None else mask.tobytes(), drawing.width, drawing.height)
        if self._flat is None or self._flat[0] != found_in:
            self._flat = found_in, FlatFills(photo.pixels, regions, mask, drawing.width, drawing.height)
        return self._flat[1]

    def _own_mask(self) -> NDArray[np.bool_] | str:
        """Return the mask that the drawing was made with, or its name."""
        painted = [mask for mask in (self._painting.mask, self._session.run.choices.painted) if mask is not None]
        drawing = self._editor.drawing
        mask = "auto" if drawing is None else own_mask(drawing, painted)
        return mask if not isinstance(mask, str) or mask == "none" else "auto"

    def _mask(self) -> NDArray[np.bool_] | None:
        """Return the photo's subject [H, W]; None where everything counts."""
        mask, photo = self._own_mask(), self._session.source.photo
        if not isinstance(mask, str):
            return mask
        found = self._subject.automatic
        if mask == "none" or found is None or photo is None:
            return None
        from PIL import Image

        levels = Image.fromarray(found.astype(np.float32))
        height, width = photo.pixels.shape[:2]
        return np.asarray(levels.resize((width, height), Image.Resampling.BILINEAR)) >= 0.5

    def _forget(self) -> None:
        self._wanted_pens = self._wanted_areas = self._wanted_tone = None
        self._flat = None


def _ink(drawing: Drawing) -> str:
    return CHALK if is_dark(drawing.paper) else INK


def _line_colors(drawing: Drawing) -> tuple[str, ...]:
    """Return the colours of the lines, none if they have the plain ink of the paper."""
    strokes = [*drawing.strokes]
    colors = tuple(dict.fromkeys(strokes[index].color for index in line_indices(drawing)))
    return () if set(colors) <= {_ink(drawing)} else colors


def _colored_pens(drawing: Drawing) -> tuple[str, ...]:
    """Return the pens that tone is separated to: those of the lines, where they are few."""
    colors = _line_colors(drawing)
    return colors if len(colors) <= MAX_PENS else ()
