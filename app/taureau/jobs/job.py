"""Jobs: one photo or prompt with the settings of its drawing, and how it is drawn."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from taureau.api import never, sketch_request, stream, usual_preset
from taureau.document import Drawing, one_line, scaled_to_mm
from taureau.engine import Event, Failed, Finished, SketchRequest
from taureau.engine.masks import MASKS
from taureau.engine.request import BUILTIN, PROMPT_SHEET
from taureau.errors import TaureauError
from taureau.flow import DEFAULT_FLOW
from taureau.jobs.settings import JobSettings, SettingError, settings_from
from taureau.photo import load_photo

LONGEST_PROMPT = 4096  # characters


@dataclass(frozen=True)
class Job:
    """Draw a photo, a prompt, or a photo pulled toward a prompt; raises SettingError.

    Two equal jobs give the same SVG bytes on one device, and so does `taureau sketch` with the same options.
    """

    photo: Path | None = None  # its file; None: the prompt alone is drawn
    prompt: str = ""
    settings: JobSettings = field(default_factory=JobSettings)

    def __post_init__(self) -> None:
        if self.photo is not None:
            return
        if not self.prompt.strip():
            raise SettingError("there is nothing to draw: name a photo, or give a {prompt}")
        settings = self.settings
        for name, given, why in (
            ("mask", settings.mask not in MASKS, "is for a photo"),
            ("mode", settings.mode != "auto", "is for a photo"),
            ("tone", settings.tone is not None, "shades what a photo shows"),
            ("areas", settings.areas > 0, "takes colours from a photo"),
            ("colors", settings.colors is not None, "takes colours from a photo"),
        ):
            if given:
                raise SettingError(f"{{{name}}} {why}: name one, or leave the option out")

    @property
    def name(self) -> str:
        """A short name for lists: that of the photo's file, or the prompt."""
        return self.prompt.strip() if self.photo is None else self.photo.name

    def request(self, *, drawing: Drawing | None = None, freeze: bool = False) -> SketchRequest:
        """Read the photo and return the request; raises TaureauError, ValueError.

        `drawing`: one of this photo to continue; with `freeze` its own strokes do not move.
        """
        settings, count = self.settings, self.settings.stroke_count
        photo = None if self.photo is None else load_photo(self.photo)
        longer = PROMPT_SHEET if photo is None else max(photo.width, photo.height)
        settings.tone_spacing_px(longer)  # one that is too large is reported before the run
        return sketch_request(
            photo,
            prompt=self.prompt,
            prompt_weight=settings.prompt_weight,
            strokes=count.most,
            detail=settings.stop,
            preset=settings.preset,
            mask=settings.mask,
            mode=settings.mode,
            drawing=drawing,
            freeze=freeze,
            stroke_width=settings.width_px(longer),
            pen=settings.pen,
            encoder=settings.encoder,
            seed=settings.seed,
            seeds=settings.seeds,
            like=settings.like,
            start=settings.start,
            device=settings.device,
            rasterizer=settings.rasterizer,
            force=settings.force,
        )

    def finished(self, drawing: Drawing, request: SketchRequest) -> Drawing:
        """Return what was drawn with its photo's tone and colours, as few lines as were chosen, at its size on paper.

        Raises TaureauError, ValueError.
        """
        settings = self.settings
        if settings.colors is not None or settings.areas:
            from taureau.engine.coloring.photo_colors import in_photo_colors  # imports OpenCV

            drawing = in_photo_colors(drawing, request, pens=settings.colors, areas=settings.areas)
        if settings.tone is not None:
            from taureau.engine.tone.photo_tone import with_photo_tone  # imports OpenCV

            spacing = settings.tone_spacing_px(max(request.width, request.height))
            pens = settings.colors if isinstance(settings.colors, tuple) else ()
            if isinstance(settings.colors, int):  # those that were found
                pens = tuple(dict.fromkeys(stroke.color for stroke in drawing.lines))
            drawing = with_photo_tone(
                drawing, request, settings.tone, levels=settings.tone_levels, spacing=spacing, pens=pens
            )
        if settings.pen_downs is not None and drawing.line_count:
            from taureau.engine.runs.joined_lines import contours_of  # imports OpenCV

            flow = DEFAULT_FLOW if settings.flow is None else settings.flow
            contours = contours_of(request, drawing)
            drawing = one_line(drawing, flow=flow, pen_downs=settings.pen_downs, contours=contours)
        return drawing if settings.size_mm is None else scaled_to_mm(drawing, settings.size_mm)

    def decided(self) -> Job:
        """Return the job with the preset that this machine would choose, for machines that might choose another."""
        settings = self.settings
        if settings.preset != "auto":
            return self
        clip, plain = bool(self.prompt) or settings.encoder != BUILTIN, settings.stroke_count.auto
        preset = usual_preset(clip=clip, plain=plain or settings.start == "random")
        return replace(self, settings=replace(settings, preset=preset))

    def anywhere(self) -> Job:
        """Return the job with its paths as they are from any folder."""
        settings, mask = self.settings, Path(self.settings.mask)
        if mask.is_file():
            settings = replace(settings, mask=str(mask.absolute()))
        return replace(self, photo=None if self.photo is None else self.photo.absolute(), settings=settings)

    def as_json(self) -> dict[str, Any]:
        """Return the job as `job_from` reads it."""
        photo = None if self.photo is None else os.fsdecode(self.photo)
        return {"photo": photo, "prompt": self.prompt, "settings": self.settings.as_json()}


def job_from(value: object) -> Job:
    """Return the job in a JSON object; raises SettingError for unknown names, wrong types and ranges."""
    if not isinstance(value, Mapping):
        raise SettingError("a job must be an object with a photo or a prompt")
    unknown = sorted(map(str, set(value) - {"photo", "prompt", "settings"}))
    if unknown:
        raise SettingError("a job has photo, prompt and settings, not {unknown}", unknown=repr(unknown[0])[:60])
    photo, prompt = value.get("photo"), value.get("prompt", "")
    if photo is not None and not (isinstance(photo, str) and photo and "\0" not in photo):
        raise SettingError("photo must be the path of a file")
    if not isinstance(prompt, str) or len(prompt) > LONGEST_PROMPT or not _encodable(prompt):
        raise SettingError("prompt must be a sentence of at most {longest} characters", longest=LONGEST_PROMPT)
    return Job(None if photo is None else Path(photo), prompt, settings_from(value.get("settings", {})))


def draw(job: Job, cancelled: Callable[[], bool] = never, *, run: str | None = None) -> Iterator[Event]:
    """Draw the job and yield what happens, as `taureau.stream`; `Finished` has the drawing as it is to be saved.

    What cannot be read or has no meaning is reported as `Failed` too.
    """
    try:
        request = job.request()
    except (TaureauError, ValueError) as error:
        yield Failed(run or uuid4().hex, str(error), "", bad_input=True)
        return
    for event in stream(request, cancelled, run=run):
        if not isinstance(event, Finished):
            yield event
            continue
        try:
            yield replace(event, drawing=job.finished(event.drawing, request))
        except (TaureauError, ValueError) as error:
            yield Failed(event.run, str(error), "", bad_input=True)


def _encodable(text: str) -> bool:
    return not any(0xD800 <= ord(letter) < 0xE000 for letter in text)
