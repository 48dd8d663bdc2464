"""Loading what a coming run needs, and looking at its photo, so that its first strokes come at once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from taureau.cancellation import Cancellation, CancelledError
from taureau.engine.presets import CLIP_PRESETS
from taureau.engine.request import SketchRequest
from taureau.engine.runs.first_look import LOOKS
from taureau.engine.runs.torch_import import begin_compiling, begin_import
from taureau.perception.eye import own_eye
from taureau.perception.vocabulary import own_vocabulary


def warm_up(request: SketchRequest, stopped: Callable[[], bool]) -> None:
    """Prepare for a request; returns early once `stopped` returns True. Raises what the run itself would report."""
    with suppress(CancelledError):
        cancellation = Cancellation(stopped)
        if request.photo is None:
            own_vocabulary()
        elif request.preset not in CLIP_PRESETS:
            LOOKS.look_ahead(own_eye(), request, cancellation.checkpoint)
        cancellation.checkpoint()
        if request.preset != "draft":
            if request.photo is not None:
                begin_compiling()
            begin_import().result().load_for(request)
