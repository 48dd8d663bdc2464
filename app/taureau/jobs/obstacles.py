"""What keeps a job from being drawn now, though it could be later."""

from __future__ import annotations

from taureau.engine.encoders import PUBLISHED_ENCODER, RECOMMENDED, encoders_for, first_present
from taureau.engine.masks import mask_models
from taureau.engine.presets import CLIP_PRESETS, Preset
from taureau.engine.request import BUILTIN
from taureau.jobs.job import Job
from taureau.weights import is_present


def missing_model(job: Job) -> str:
    """Return the id of a model that the job needs and that is not installed; empty where there is none."""
    settings = job.settings
    if settings.mask in mask_models() and not is_present(settings.mask):
        return settings.mask
    preset: Preset = settings.preset if settings.preset != "auto" else "fine"
    if settings.encoder != BUILTIN:
        return "" if is_present(settings.encoder) else settings.encoder
    needs_clip = settings.preset in CLIP_PRESETS or (settings.preset == "auto" and bool(job.prompt.strip()))
    if not needs_clip or first_present(encoders_for(preset, alone=job.photo is None)) is not None:
        return ""
    return PUBLISHED_ENCODER if preset == "clipasso" else RECOMMENDED
