"""The choices of the draw panel as the settings of a job, and back."""

from __future__ import annotations

from dataclasses import replace

from taureau.engine.encoders import default_preset
from taureau.engine.masks import mask_models
from taureau.jobs.job import Job
from taureau.jobs.quantities import length
from taureau.jobs.settings import JobSettings
from taureau.session.choices import (
    DEFAULT_DETAIL,
    DEFAULT_LIMIT,
    DEFAULT_STROKES,
    DEFAULT_WIDTH,
    MAX_TRIES,
    WIDTH_RANGE,
    Choices,
)


def job_settings(choices: Choices, *, alone: bool) -> JobSettings:
    """Return the settings that draw what these choices draw; `alone`: the words without a photo.

    A mask that was painted by hand is left out: no file has it.
    """
    mask = "none" if choices.mask == "none" else choices.mask_model or "auto"
    automatic = choices.strokes is None and not (alone and not choices.grows)
    return JobSettings(
        strokes=f"auto:{choices.limit}" if automatic else choices.strokes,
        detail=100 * choices.detail if automatic else None,
        width=None if choices.width == DEFAULT_WIDTH else f"{choices.width:g}%",
        pen=choices.pen,
        mask="auto" if alone else mask,
        mode="auto" if alone else choices.mode,
        prompt_weight=choices.pull,
        force=choices.force,
        preset=choices.preset,
        encoder=choices.encoder,
        seeds=choices.seeds,
        start=choices.start,
        seed=choices.seed,
        like=choices.like if alone else (),
        device=choices.device,
    )


def choices_of(job: Job) -> Choices:
    """Return the choices of the draw panel that come nearest to a job's settings, with its words."""
    return replace(choices_from(job.settings), words=job.prompt)


def choices_from(settings: JobSettings) -> Choices:
    """Return the choices of the draw panel that come nearest to settings."""
    count = settings.stroke_count
    strokes = None if count.auto else count.most or DEFAULT_STROKES
    limit = count.most if count.auto and count.most else DEFAULT_LIMIT
    detail = DEFAULT_DETAIL if settings.detail is None else settings.detail / 100
    width = None if settings.width is None else length(settings.width)
    share = width.value if width is not None and width.unit == "%" else DEFAULT_WIDTH
    return Choices(
        strokes=strokes,
        detail=detail,
        limit=limit,
        width=min(max(share, WIDTH_RANGE[0]), WIDTH_RANGE[1]),
        pen=settings.pen,
        preset=default_preset() if settings.preset == "auto" else settings.preset,
        mask="none" if settings.mask == "none" else "auto",
        mask_model=settings.mask if settings.mask in mask_models() else "",
        mode=settings.mode,
        start=settings.start,
        seed=settings.seed,
        device=settings.device,
        encoder=settings.encoder,
        seeds=None if settings.seeds is None else min(settings.seeds, MAX_TRIES),
        pull=settings.prompt_weight,
        like=settings.like,
        force=settings.force,
    )
