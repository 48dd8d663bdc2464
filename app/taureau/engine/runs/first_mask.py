"""The subject mask and saliency of a photo, found before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from taureau.cancellation import Cancellation
from taureau.engine.request import MaskRequest
from taureau.engine.runs.runner import Prepared, run_events
from taureau.engine.scene.preview_maps import subject_found
from taureau.engine.scene.subject import subject_of
from taureau.events import Event, StageChanged
from taureau.geometry import Affine
from taureau.perception.eye import own_eye
from taureau.wording import tr_noop


def first_mask(request: MaskRequest, cancelled: Callable[[], bool], *, run: str | None = None) -> Iterator[Event]:
    """Find the mask that a run would find; the last event is SubjectFound or Failed, or none when it was cancelled.

    SubjectFound then has no starts, and its saliency is that of the subject, whichever encoder will draw.
    """

    def prepare() -> Prepared:
        eye = own_eye()

        def work(run: str, cancellation: Cancellation) -> Iterator[Event]:
            yield StageChanged(run, tr_noop("looking at the photo"))
            subject = subject_of(
                eye, request.photo, request.mask, alpha=request.alpha, checkpoint=cancellation.checkpoint
            )
            cancellation.checkpoint()
            yield subject_found(run, subject.mask, subject.saliency, np.zeros((0, 4, 2)), Affine())

        return Prepared("cpu", eye.name, work)

    return run_events(cancelled, prepare, run=run)
