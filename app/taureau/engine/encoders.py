"""The encoders that presets draw with, and which of them are on this machine; torch-free."""

from __future__ import annotations

from collections.abc import Sequence

from taureau.engine.presets import Preset
from taureau.machine_speed import measured_speed
from taureau.weights import OWN_CLIP, has_stroke_decoder, is_present

# The best classifier of sketches first.
READERS = (
    "datacomp-vit-b-32-256", "vit-l-14", "laion-vit-b-16", "vit-b-16", "mobileclip2-s0", "vit-b-32", "rn101",
)  # fmt: skip
NAMERS = (*READERS, OWN_CLIP)  # all encoders that can classify an image

RECOMMENDED = "datacomp-vit-b-32-256"  # names sketches most surely for its cost, and may be used by anyone
PUBLISHED_ENCODER = "rn101"
PUBLISHED_SALIENCY = "vit-b-32"
_FINE_ON = {  # the encoders of `fine`; the first one installed is taken
    "cpu": (RECOMMENDED, "mobileclip2-s0", "laion-vit-b-16", "vit-b-16", "rn101", "vit-b-32", "vit-l-14"),
    "cuda": (RECOMMENDED, "laion-vit-b-16", "vit-b-16", "mobileclip2-s0", "rn101", "vit-b-32", "vit-l-14"),
}


def encoders_for(preset: Preset, device: str = "cpu", *, alone: bool = False) -> Sequence[str]:
    """Return the encoders that a CLIP preset draws with, the preferred one first; `alone`: a prompt without a photo.

    The bundled encoder classifies drawings better than it moves strokes: where no larger one is installed it draws
    prompts alone, for which its decoder makes the first strokes; a photo only when it is requested.
    """
    if preset == "clipasso":
        return (PUBLISHED_ENCODER,)
    return (*_FINE_ON[device], OWN_CLIP) if alone and has_stroke_decoder() else _FINE_ON[device]


def first_present(ids: Sequence[str]) -> str | None:
    """Return the first of these models that is on this machine; None where none is."""
    return next((model for model in ids if is_present(model)), None)


def default_preset() -> Preset:
    """Return "fine" where CLIP is on this machine, else "standard".

    Where `taureau doctor` found the machine too slow for them, the next quicker one of "fine", "standard", "draft".
    """
    speed = measured_speed()
    if speed is not None and not speed.allows_standard:
        return "draft"
    if speed is not None and not speed.allows_fine:
        return "standard"
    return "standard" if first_present(_FINE_ON["cpu"]) is None else "fine"
