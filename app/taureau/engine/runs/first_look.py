"""Looking at a photo: its subject, its contours, and the candidates for strokes; also ahead, once a photo is open.

What was seen ahead is the very value that a run would find itself, so the drawing is the same.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from concurrent.futures import CancelledError as StoppedError
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from taureau.engine.request import SketchRequest
from taureau.engine.scene.scene import Scene, build_scene
from taureau.engine.scene.subject import Subject, subject_of
from taureau.engine.starts.contours import Candidates
from taureau.engine.starts.start import contour_candidates
from taureau.perception.eye import Eye

_POLL = 0.02  # s between two checkpoints of a run that waits for a look under way


@dataclass(frozen=True, eq=False)
class Look:
    """What is seen in a photo before anything is drawn; nothing of it is ever changed."""

    subject: Subject
    scene: Scene
    candidates: Candidates | None  # None where they are not needed yet


class LooksAhead:
    """Keeps the latest look that was made ahead, as long as its photo is in memory."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._photo: Callable[[], NDArray[np.uint8] | None] = lambda: None
        self._key: tuple[object, ...] = ()
        self._look = Future[Look]()

    def look_ahead(self, eye: Eye, request: SketchRequest, checkpoint: Callable[[], None]) -> None:
        """Look at the photo of a coming request, unless that was done; whatever `checkpoint` raises ends it.

        A painted mask changes with the brush: nothing is kept for it.
        """
        photo = request.photo
        if photo is None or not isinstance(request.mask, str):
            return
        with self._lock:
            if self._matches(request):
                return
            ahead = self._look = Future[Look]()
            self._photo, self._key = weakref.ref(photo, lambda _: self._forget(ahead)), _key(request)
        try:
            ahead.set_result(_seen(eye, request, checkpoint, with_candidates=True))
        except BaseException:
            ahead.cancel()  # a run that waits looks for itself
            self._forget(ahead)
            raise

    def look(self, eye: Eye, request: SketchRequest, checkpoint: Callable[[], None]) -> Look:
        """Return what is seen in a request's photo: what was seen ahead, once that is there, or a look of its own."""
        with self._lock:
            ahead = self._look if self._matches(request) else None
        while ahead is not None:
            try:
                return ahead.result(_POLL)
            except TimeoutError:
                checkpoint()
            except StoppedError:
                break
        return _seen(eye, request, checkpoint, with_candidates=False)

    def _matches(self, request: SketchRequest) -> bool:
        return request.photo is not None and self._photo() is request.photo and self._key == _key(request)

    def _forget(self, ahead: Future[Look]) -> None:
        if self._look is ahead:  # without the lock: it may be held by whoever lets the photo go
            self._photo, self._look = lambda: None, Future[Look]()


def _key(request: SketchRequest) -> tuple[object, ...]:
    mask = request.mask if isinstance(request.mask, str) else id(request.mask)
    return mask, request.mode, id(request.alpha)


def _seen(eye: Eye, request: SketchRequest, checkpoint: Callable[[], None], *, with_candidates: bool) -> Look:
    photo = request.photo
    assert photo is not None  # prompts have no contours
    subject = subject_of(eye, photo, request.mask, request.mode, request.alpha, checkpoint)
    scene = build_scene(eye, photo, subject, checkpoint)
    return Look(subject, scene, contour_candidates(scene, checkpoint) if with_candidates else None)


LOOKS = LooksAhead()
"""Those of this process: a window looks ahead, and its runs take what was seen."""
