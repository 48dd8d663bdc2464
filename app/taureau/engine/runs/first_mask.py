"""A look at a photo before anything is drawn: its subject, and where the built-in encoder looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import uuid4

import numpy as np
import torch

from taureau.engine.events import Started
from taureau.engine.request import LookRequest
from taureau.engine.runs.sketch import choose_device, failed, thread_count
from taureau.engine.scene.preview_maps import looked
from taureau.engine.scene.scene import find_subject
from taureau.events import Event, StageChanged
from taureau.geometry import Affine
from taureau.perception import Encoder, builtin_encoder


class _StoppedError(Exception):
    """Cancelled; there is no answer."""


def first_look(
    request: LookRequest,
    cancelled: Callable[[], bool],
    *,
    run: str | None = None,
    encoder: Encoder | None = None,
) -> Iterator[Event]:
    """Find the mask that a run would find; the last event is Looked or Failed, or there is none when it was cancelled.

    Nothing has begun, so that Looked has no starts; its saliency is the built-in encoder's, whoever will draw.
    """
    run = run or uuid4().hex

    def checkpoint() -> None:
        if cancelled():
            raise _StoppedError

    try:
        device = choose_device(request.device)
        torch.set_num_threads(thread_count())
        encoder = encoder or builtin_encoder(device)
        yield Started(run, device, torch.get_num_threads(), encoder.name)
        yield StageChanged(run, "looking at the photo")
        mask, salient = find_subject(encoder, request.photo, "auto", checkpoint)
        checkpoint()
        yield looked(run, mask, salient, np.zeros((0, 4, 2)), Affine())
    except _StoppedError:
        return
    except Exception as error:  # as in a sketch: whatever fails, a listener waits for an end
        yield failed(run, error)
