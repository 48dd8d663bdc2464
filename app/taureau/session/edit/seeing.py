"""Names of photo and drawing: among labels that the user types, else among the classes of the built-in network."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from taureau.document import Drawing
from taureau.engine.encoders import READERS, RECOMMENDED
from taureau.engine.labels import labels_in, unread
from taureau.session.core.session import Session
from taureau.session.language import tr
from taureau.session.models import Models
from taureau.session.run.engine_loader import load_engine
from taureau.weights import OWN_CLIP, WeightsError, has_own_clip

log = logging.getLogger(__name__)
MOST_LABELS = 12
_PAUSE = 1.0  # s between two classifications during a run, which needs the CPU too
_TYPING = 400  # ms without typing before the labels are used
_WAIT = 2.0  # s, how long closing waits for the thread
Shares = Mapping[str, float]  # label -> 0 … 1


@dataclass(frozen=True, eq=False)
class Question:
    """The input of one classification."""

    labels: tuple[str, ...]  # none: the 1,000 classes of the built-in network
    reader: str  # the encoder's id
    photo: NDArray[np.uint8] | None  # [H, W, 3], sRGB
    drawing: Drawing | None

    def asks_same(self, other: Question) -> bool:
        return (self.labels, self.reader) == (other.labels, other.reader)


@dataclass(frozen=True, eq=False)
class Answer:
    """The probability of each label for photo and drawing; empty without the one or the other."""

    question: Question
    photo: Shares = field(default_factory=dict)
    drawing: Shares = field(default_factory=dict)
    sentences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # compared with, for each label
    remark: str = ""  # about labels that could not be read
    problem: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels to show: those that were typed, else the most probable classes of the photo or the drawing.

        Of labels that mean the same, the first.
        """
        shares = self.photo or self.drawing
        return tuple(label for label in self.question.labels or shares if label in shares)


class Seeing(QObject):
    """Classifies again, in a thread, when photo, drawing, labels or encoder change.

    Nothing is classified or loaded unless the answers are visible.
    """

    changed = Signal()
    _answered = Signal(object)  # emitted by the thread

    def __init__(self, session: Session, models: Models, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._models = session, models
        self._reader = self._best_reader()
        self.labels: tuple[str, ...] = ()
        self.answer: Answer | None = None
        self._watched = False
        self._closed = False
        self._due = False  # something changed since the last classification began
        self._last = 0.0  # s, monotonic clock, when that began
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._answered.connect(self._take)
        session.source.photo_changed.connect(self._restart)
        session.sheet.changed.connect(self._look_again)
        models.changed.connect(self._models_changed)

    offered = RECOMMENDED  # the encoder to get, where none reads words

    @property
    def reader(self) -> str | None:
        """The best installed encoder for classification; None if none reads words."""
        return self._reader

    def _best_reader(self) -> str | None:
        others = [entry.model for entry in self._models.encoders if entry.model.reads_text]
        others.sort(key=lambda model: model.built_in)  # installed ones before the one that ships
        return self._models.first_here([*READERS, *(model.id for model in others)])

    @property
    def can_name(self) -> bool:
        """Whether there is an answer to what is typed: to two labels and more, or to none."""
        if self.labels:
            return len(self.labels) > 1 and self.reader is not None
        return has_own_clip()

    @property
    def looking(self) -> bool:
        return self._thread is not None

    @property
    def has_something(self) -> bool:
        return self._session.source.photo is not None or self._session.sheet.shown is not None

    def set_labels(self, text: str) -> None:
        """Set the labels from a text, separated by commas."""
        labels = tuple(labels_in(text)[:MOST_LABELS])
        if labels != self.labels:
            self.labels = labels
            self._restart()
            self._timer.start(_TYPING)  # restarted with each key

    def watch(self, watched: bool) -> None:
        """Set whether the answers are visible."""
        self._watched = watched
        if watched and (self.answer is None or self._due):
            self._look_again()

    def close(self) -> bool:
        """Stop; return False if the thread did not end in time."""
        self._closed = True
        self._timer.stop()
        if self._thread is not None:
            self._thread.join(_WAIT)
            return not self._thread.is_alive()
        return True

    @Slot()
    def _restart(self) -> None:
        self.answer = None
        self._look_again()
        self.changed.emit()

    @Slot()
    def _look_again(self) -> None:
        """Schedule a classification, at once unless a run is active."""
        self._due = True
        if self._thread is None and not self._timer.isActive():
            wait = self._last + _PAUSE - time.monotonic() if self._session.run.active else 0.0
            self._timer.start(max(0, round(1000 * wait)))

    def _models_changed(self, model_id: str) -> None:
        if self._models[model_id].verb is None:
            self._reader = self._best_reader()
            answer = self.answer
            if answer is None or answer.problem or answer.question.reader != self.reader:
                self._restart()

    @Slot()
    def _look(self) -> None:
        question, before = self._question(), self.answer
        if question is None or self._thread is not None or self._closed:
            return
        if before is not None and before.problem and before.question.asks_same(question):
            return  # it would fail again
        self._due, self._last = False, time.monotonic()
        self._thread = threading.Thread(target=self._work, args=(question, before), name="taureau-sees", daemon=True)
        self._thread.start()
        self.changed.emit()

    def _question(self) -> Question | None:
        """Return what to classify now; None if there is nothing, or the answer would not be visible."""
        if not self._watched or not self.can_name or not self.has_something:
            return None
        reader = self.reader if self.labels and self.reader else OWN_CLIP
        photo = self._session.source.photo
        return Question(self.labels, reader, None if photo is None else photo.pixels, self._session.sheet.shown)

    def _work(self, question: Question, before: Answer | None) -> None:
        """Classify in the thread and emit the answer."""
        try:
            answer = _ask(question, before)
        except WeightsError as error:
            answer = Answer(question, problem=tr(str(error)))
        except Exception as error:  # `looking` ends with an answer only
            log.exception("looking failed")
            answer = Answer(question, problem=tr(str(error)) or type(error).__name__)
        with contextlib.suppress(RuntimeError):  # the window was closed
            self._answered.emit(answer)

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        self._thread = None
        if self._closed:
            return
        now = self._question()
        if now is not None and now.asks_same(answer.question) and now.photo is answer.question.photo:
            self.answer = answer
        else:
            self._due = True
        if self._due:
            self._look_again()
        self.changed.emit()


def _ask(question: Question, before: Answer | None) -> Answer:
    """Return the answer, reusing the photo's part of the previous one if it is the same."""
    load_engine()
    if not question.labels:
        return _ask_for_classes(question, before)
    from taureau.engine.runs.classify import classify

    sentences: dict[str, tuple[str, ...]] = {}

    def shares(image: Drawing | NDArray[np.uint8] | None) -> Shares:
        if image is None:
            return {}
        beliefs = classify(image, question.labels, question.reader)
        sentences.update({belief.label: belief.sentences for belief in beliefs})
        return {belief.label: belief.probability for belief in beliefs}

    if before and not before.problem and before.question.asks_same(question):
        photo = before.photo if before.question.photo is question.photo else shares(question.photo)
        sentences.update(before.sentences)
    else:
        photo = shares(question.photo)
    return Answer(question, photo, shares(question.drawing), sentences, unread(question.labels))


def _ask_for_classes(question: Question, before: Answer | None) -> Answer:
    from taureau.engine.runs.naming import drawing_names, photo_names

    photo: Shares = {}
    if (
        before
        and not before.problem
        and before.question.asks_same(question)
        and before.question.photo is question.photo
    ):
        photo = before.photo
    elif question.photo is not None:
        photo = photo_names(question.photo)
    return Answer(question, photo, {} if question.drawing is None else drawing_names(question.drawing, tuple(photo)))
