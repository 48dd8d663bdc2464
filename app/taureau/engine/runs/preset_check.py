"""What each preset supports, checked before anything is loaded."""

from __future__ import annotations

from taureau.engine.errors import CannotDrawError
from taureau.engine.presets import CLIP_PRESETS
from taureau.engine.request import BUILTIN, SketchRequest


def wants_clip(request: SketchRequest) -> bool:
    """Return whether a request needs CLIP; raises CannotDrawError for what its preset does not support."""
    if request.preset in CLIP_PRESETS:
        if request.start == "random" and request.preset == "fine":
            raise CannotDrawError(
                "The preset fine starts from contours.", "Choose clipasso or standard to scatter strokes."
            )
        return True
    if request.prompt or request.photo is None:
        raise CannotDrawError(f"The preset {request.preset} does not read prompts.", "Choose the preset fine.")
    if request.encoder != BUILTIN:
        raise CannotDrawError(
            f"The preset {request.preset} draws with the built-in encoder alone.",
            f"Choose the preset fine to draw with {request.encoder}.",
        )
    return False
