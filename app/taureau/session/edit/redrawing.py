"""Drawing one thing differently of a drawing that a sentence of several things made."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from taureau.document import Drawing
from taureau.engine import Event, Failed, ThingRedrawn, ThingRequest
from taureau.engine.things.thing_facts import is_thing
from taureau.session.edit.editor import Editor
from taureau.session.language import tr
from taureau.session.messages import Message

_NUMBER = re.compile(r" \d+$")  # of "dog 2"


@dataclass(frozen=True, eq=False)
class _Series:
    """Drawings of one thing, one after the other: each is made from the drawing before the first."""

    base: Drawing
    layer: int
    turn: int
    latest: Drawing  # what the drawing is while the series goes on


class Redrawing(QObject):
    """Replaces the thing of a layer, as one undoable step, by how the decoder draws it next."""

    changed = Signal()  # whether another is being drawn

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor.session)
        self._editor, self._session = editor, editor.session
        self._series: _Series | None = None
        self._run = ""  # id of the run that draws
        self._session.runner.queued_arrived.connect(self._take)
        self._session.sheet.changed.connect(self._stop_if_outdated)
        self._session.run.changed.connect(self._stop_if_outdated)

    def name(self, layer: int) -> str:
        """Return what the layer holds one of: "dog"; empty where a sentence of several things did not draw it."""
        drawing = self._session.sheet.drawing
        if drawing is None or not 0 <= layer < len(drawing.layers):
            return ""
        name = drawing.layers[layer].name
        return _NUMBER.sub("", name) if is_thing(drawing.facts, name) else ""

    @property
    def has_things(self) -> bool:
        """Whether any layer holds a thing."""
        drawing = self._session.sheet.drawing
        return drawing is not None and any(is_thing(drawing.facts, layer.name) for layer in drawing.layers)

    def can_draw_another(self, layer: int) -> bool:
        drawing = self._session.sheet.drawing
        if drawing is None or self._run or self._session.run.active or not self.name(layer):
            return False
        return bool(drawing.layers[layer].strokes) and not drawing.layers[layer].locked

    def draw_another(self, layer: int) -> None:
        """Begin to draw the layer's thing in the style that comes next in the decoder's order."""
        drawing, series = self._session.sheet.drawing, self._series
        if drawing is None or not self.can_draw_another(layer):
            return
        if series is not None and series.latest is drawing and series.layer == layer:
            self._series = _Series(series.base, layer, series.turn + 1, drawing)
        else:
            self._series = _Series(drawing, layer, 1, drawing)
        self._session.sheet.show_all()
        request = ThingRequest(self._series.base, layer, self._series.turn)
        self._run = self._session.runner.queue(request, soon=True)
        self.changed.emit()

    @Slot(object)
    def _take(self, event: Event) -> None:
        series = self._series
        if not self._run or event.run != self._run or series is None:
            return
        if isinstance(event, ThingRedrawn):
            self._run = ""
            thing = self.name(series.layer)
            self._series = _Series(series.base, series.layer, series.turn, event.drawing)
            self._editor.apply(event.drawing, tr("draw another {thing}", thing=thing), pairs=())
            self.changed.emit()
        elif isinstance(event, Failed):
            self._run = ""
            self._session.notified.emit(Message(event.error, event.what_to_do))
            self.changed.emit()

    @Slot()
    def _stop_if_outdated(self) -> None:
        series, session = self._series, self._session
        if self._run and series is not None and (session.run.active or session.sheet.drawing is not series.latest):
            run, self._run = self._run, ""
            session.runner.stop(run)
            self.changed.emit()
