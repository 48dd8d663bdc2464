"""A drawing as one line, or as few, found in the drawing thread while the flow is turned."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from taureau.document import Drawing, Stroke, joinable
from taureau.engine import Event, Failed, LinesJoined, OneLineRequest, SketchRequest
from taureau.flow import DEFAULT_FLOW
from taureau.session.core.session import Session
from taureau.session.messages import Message
from taureau.session.run.runner import Ended


class LineJoining(QObject):
    """Keeps the latest result until the next is there; a request that is no longer wanted is stopped."""

    changed = Signal()
    failed = Signal(object)  # Message

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._request: OneLineRequest | None = None
        self._run = ""  # the id of the queued run that joins the lines
        self.result: Drawing | None = None
        session.runner.queued_arrived.connect(self._take)

    @property
    def waiting(self) -> bool:
        """True while the lines are joined as they were last asked for."""
        return bool(self._run)

    @property
    def lines(self) -> int:
        """How many lines were asked for."""
        return 1 if self._request is None else self._request.pen_downs

    @property
    def joined(self) -> tuple[Stroke, ...]:
        """The lines of the latest result."""
        return () if self.result is None else joinable(self.result)

    def begin(self, drawing: Drawing, source: SketchRequest | None) -> None:
        """Join the lines of a drawing into one; `source` has the photo that bridges may follow."""
        self.end()
        self._ask(OneLineRequest(drawing, DEFAULT_FLOW, 1, source))

    def set_flow(self, flow: float) -> None:
        """Join the lines anew, with a flow of 0 … 100."""
        if self._request is not None and flow != self._request.flow:
            self._ask(replace(self._request, flow=flow))

    def set_lines(self, lines: int) -> None:
        """Join the lines anew, into at most so many."""
        if self._request is not None and lines != self._request.pen_downs:
            self._ask(replace(self._request, pen_downs=lines))

    def end(self) -> None:
        """Forget the drawing and what was found of it."""
        self._stop()
        self._request = self.result = None

    def _ask(self, request: OneLineRequest) -> None:
        self._stop()
        self._request = request
        self._run = self._session.runner.queue(request, soon=True)
        self.changed.emit()

    def _stop(self) -> None:
        run, self._run = self._run, ""
        if run:
            self._session.runner.stop(run)

    @Slot(object)
    def _take(self, event: Event) -> None:
        if not self._run or event.run != self._run:
            return
        match event:
            case LinesJoined(drawing=drawing, contours=contours) if self._request is not None:
                self.result = drawing
                self._request = replace(self._request, contours=contours)
            case Failed(error=error, what_to_do=advice):
                self.failed.emit(Message(error, advice))
                return
            case Ended():
                self._run = ""
            case _:
                return
        self.changed.emit()
