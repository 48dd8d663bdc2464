"""The film that is shown in the dialog, updated with the drawing and the choices, and its writing in a thread."""

from __future__ import annotations

import asyncio
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from taureau.cancellation import CancelledError
from taureau.document import Drawing
from taureau.export import ExportError
from taureau.export.film import Film, Stage, check_encoder, staged, write_film
from taureau.photo import Photo
from taureau.session.core.session import Session
from taureau.session.film.film_choices import FilmChoices
from taureau.session.language import tr
from taureau.session.messages import Message, sentence
from taureau.wording import said, tr_noop

_DELAY = 30  # ms without a change before the film is laid out again
_TICK = 50  # ms between two looks at how far the writing is


class Filming(QObject):
    """Has a stage, or a problem that says why there is none; both are updated only while they are visible."""

    changed = Signal()
    progressed = Signal(float)  # the share of the film that is made, 0 … 1

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self.stage: Stage | None = None
        self.problem = ""  # why nothing can be written, in a sentence
        self.writing = False
        self.choices = FilmChoices()
        self.path = Path("film.svg")
        self._film: Film | None = None
        self._staged: tuple[Drawing, Film, Photo | None, Stage] | None = None  # the last stage, and what it is of
        self._session = session
        self._watched = False
        self._cancelled = threading.Event()
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="film")
        self._share = 0.0
        self._timer = QTimer(self, interval=_DELAY, singleShot=True)
        self._timer.timeout.connect(self._update)
        self._ticks = QTimer(self, interval=_TICK)
        self._ticks.timeout.connect(lambda: self.progressed.emit(self._share))
        session.sheet.changed.connect(self._follow)
        session.source.photo_changed.connect(self._follow)
        session.file.changed.connect(self._follow)

    @property
    def has_photo(self) -> bool:
        return self._session.source.photo is not None

    def watch(self, watched: bool) -> None:
        """Set whether the film is visible."""
        self._watched = watched
        self._timer.stop()
        if watched:
            self._update()

    def choose(self, choices: FilmChoices, path: Path) -> None:
        if (choices, path) != (self.choices, self.path):
            self.choices, self.path = choices, path
            self._follow()

    def cancel(self) -> None:
        """End the writing; what was there before is untouched."""
        self._cancelled.set()

    def close(self) -> None:
        """End the writing, and wait for the thread."""
        self.watch(False)
        self.cancel()
        self._writer.shutdown()

    async def write(self) -> bool:
        """Write the film; return False if it was cancelled or failed, then with `problem` set."""
        if self.writing:
            return False
        self._update()
        stage, film, path = self.stage, self._film, self.path
        if stage is None or film is None:
            return False
        self.writing, self._share = True, 0.0
        self._cancelled.clear()
        self._ticks.start()
        self.changed.emit()
        problem, done = "", False
        try:
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(self._writer, write_film, stage, film, path, self._told)
            done = True
        except CancelledError:
            pass
        except ExportError as error:
            problem = sentence(tr(str(error)))
        except MemoryError:
            problem = tr("There is not enough memory for this film: take a smaller size.")
        finally:
            self._ticks.stop()
            self.writing = False
        if problem:
            self.stage, self.problem = None, problem
        self.changed.emit()
        if done:
            width, height = stage.size
            size = f"{width} × {height} px"
            text = tr(
                "Exported {name}: {size}, {seconds:.1f} s.", name=path.name, size=size, seconds=stage.score.seconds
            )
            self._session.notified.emit(Message(text, kind="notice"))
        return done

    def _told(self, share: float) -> None:
        """Called by the thread that writes."""
        self._share = share
        if self._cancelled.is_set():
            raise CancelledError

    def _follow(self) -> None:
        if self._watched:
            self._timer.start()

    def _update(self) -> None:
        self._timer.stop()
        if self.writing:  # what is written stays
            self._timer.start()
            return
        self.stage, self.problem = None, ""
        own = self._session.file.path
        try:
            self.stage = self._stage()
            if own is not None and os.path.realpath(own) == os.path.realpath(self.path):
                raise ExportError(said("{name} is the drawing itself: choose another name", name=own.name))
        except ExportError as error:
            self.stage, self.problem = None, sentence(tr(str(error)))
        self.changed.emit()

    def _stage(self) -> Stage:
        """The stage of the drawing and the choices; the last one where they are the same."""
        drawing, photo = self._session.sheet.drawing, self._session.source.photo
        if drawing is None:
            raise ExportError(tr_noop("there is no drawing to film yet: draw one first"))
        film = self._film = self.choices.request(has_photo=self.has_photo)
        check_encoder(film)
        known = self._staged
        if known is not None and known[0] is drawing and known[1] == film and known[2] is photo:
            return known[3]
        stage = staged(drawing, film, photo)
        self._staged = drawing, film, photo, stage
        return stage
