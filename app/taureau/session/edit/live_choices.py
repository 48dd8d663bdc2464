"""Choices of the draw panel that change what is already drawn, without a run."""

from __future__ import annotations

from dataclasses import replace

from taureau.document import exchanged, line_indices
from taureau.engine.search.stopping_rule import StoppingRule
from taureau.session.choices import Choices
from taureau.session.core.session import Session
from taureau.session.drawing.sheet import EditTarget
from taureau.session.drawing.undo import OneStep
from taureau.session.edit.editor import Editor
from taureau.session.language import tr


class LiveChoices:
    """Applies a change of the line width, and of the detail, to a drawing that a run has made.

    A change of the width is an undo step, consecutive ones are one; it scales the widths of all lines alike. Less
    detail shows fewer of the strokes, as the scrubber does.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._editor = Editor(session)
        self._step = OneStep()
        self._before: Choices | None = None

    def follow(self, choices: Choices) -> None:
        """Apply what is different from the choices before; the first ones change nothing."""
        before, self._before = self._before, choices
        if before is None or not self._applies:
            return
        if choices.width != before.width:
            self._scale_widths(choices.width / before.width)
        if choices.strokes is None and choices.detail != before.detail:
            self._show_detail(choices.detail)

    @property
    def _applies(self) -> bool:
        """Whether the drawing was made by a run; those of other programs keep their widths."""
        sheet = self._session.sheet
        return (
            sheet.edit_target is EditTarget.DRAWING
            and sheet.drawing is not None
            and "preset" in sheet.drawing.facts
            and not self._session.run.active
        )

    def _scale_widths(self, factor: float) -> None:
        drawing = self._editor.drawing
        if drawing is None:
            return
        strokes = [*drawing.strokes]
        wider = {index: replace(strokes[index], width=strokes[index].width * factor) for index in line_indices(drawing)}
        self._editor.apply(exchanged(drawing, wider), tr("set the line width"), step=self._step.number("width"))

    def _show_detail(self, detail: float) -> None:
        drawing = self._session.sheet.drawing
        gains = [stroke.gain for stroke in drawing.lines] if drawing else []
        known = [gain for gain in gains if gain is not None]
        if known and len(known) == len(gains):
            self._session.sheet.show_first(StoppingRule(detail).count(known))
