"""Prepares for the coming run while the user still chooses: once a photo is open, and when words are typed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Slot

from taureau.engine import SketchRequest
from taureau.session.run.draw_command import DrawVerb
from taureau.session.run.run import Run
from taureau.session.run.source import Source

log = logging.getLogger(__name__)
_PAUSE = 400  # ms without a key after which words are taken for typed; a photo is shown meanwhile

Work = Callable[[SketchRequest, Callable[[], bool]], None]  # request, stopped() -> bool


class WarmUp(QObject):
    """Works in a thread of its own, one request at a time, the latest; a run that begins stops nothing of it.

    The thread has the usual priority: with a lower one it would hold Python's lock while others have the processor.
    """

    def __init__(self, source: Source, draw: DrawVerb, run: Run, work: Work, parent: QObject | None = None) -> None:
        """`work` prepares for a request, and returns soon once it is stopped; it runs in the thread."""
        super().__init__(parent)
        self._source, self._draw, self._run, self._work = source, draw, run, work
        self._thread: Thread | None = None
        self._stop = Event()
        self._done: tuple[object, ...] = ()  # what the latest was for
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._begin)
        source.photo_changed.connect(self._timer.start)
        source.words_changed.connect(self._timer.start)
        draw.changed.connect(self._timer.start)

    @property
    def working(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def close(self) -> bool:
        """Stop; False while the thread still works, as an import cannot be interrupted."""
        self._timer.stop()
        self._stop.set()
        return not self.working

    @Slot()
    def _begin(self) -> None:
        choices, source = self._draw.choices, self._source
        wanted = (id(source.photo), choices.preset, choices.encoder, choices.mask, choices.mode)
        if not source.available or self._run.active or wanted == self._done:
            return
        if self.working:  # with a photo that was open before
            self._stop.set()
            self._timer.start()
            return
        try:
            request = choices.request(source.photo)
        except ValueError:  # *Draw* says what is wrong
            return
        self._done, self._stop = wanted, Event()
        self._thread = Thread(target=self._prepare, args=(request, self._stop), name="taureau-warm-up", daemon=True)
        self._thread.start()

    def _prepare(self, request: SketchRequest, stop: Event) -> None:
        try:
            self._work(request, stop.is_set)
        except Exception as error:  # the run meets the same, and tells the user
            log.info("warming up ended early: %s", error)
