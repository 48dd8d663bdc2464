"""The public functions: a photo or a sentence in, a drawing or a stream of events out.

The command line and the window draw through `stream` as well.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL.Image import Image

from taureau.document import Drawing
from taureau.engine import Event, Failed, Finished, NotLearnt, SketchRequest
from taureau.engine.encoders import default_preset
from taureau.engine.masks import MASKS, mask_models
from taureau.engine.presets import AUTO_DETAIL, AUTO_LIMIT, Mode, Preset
from taureau.engine.prompts import with_usual_strokes
from taureau.engine.request import BUILTIN, PROMPT_SHEET, USUAL_STROKES, Device, Mask, Rasterizer, Start
from taureau.errors import TaureauError
from taureau.geometry import Affine
from taureau.photo import Photo, load_mask, load_photo, mask_from_array, photo_from_array, photo_from_image
from taureau.weights import check_present

if TYPE_CHECKING:
    from taureau.export import Orientation, Paper, Profile

PhotoSource: TypeAlias = str | os.PathLike[str] | Image | NDArray[np.generic] | Photo
MaskSource: TypeAlias = str | os.PathLike[str] | NDArray[np.bool_]
StrokeCount: TypeAlias = int | Literal["auto"]

_ASPECT_TOLERANCE = 0.01  # by which the aspect ratios of a drawing and its photo may differ, beside rounding


class SketchError(TaureauError):
    """The drawing could not be made."""


class UnknownWordsError(SketchError):
    """The prompt is too far from all that the stroke decoder has learnt.

    `near` are names that it knows, the nearest first; `force` draws the prompt all the same.
    """

    def __init__(self, message: str, near: tuple[str, ...]) -> None:
        super().__init__(message)
        self.near = near


def never() -> bool:
    """Return False: nobody cancels."""
    return False


def stream(request: SketchRequest, cancelled: Callable[[], bool] = never, *, run: str | None = None) -> Iterator[Event]:
    """Draw and yield what happens; the last event is `Finished` or `Failed`.

    Events in between are `Started`, `StageChanged`, `SubjectFound`, `Progress` and `Candidate` (with a drawing that can
    be saved), `StrokeAdded` and `Notice`. `cancelled` is called between steps: it may block to pause the run, and once
    it returns True the run ends with the best drawing so far. `run` is the id in the events, by default a random one.
    """
    from taureau.engine.runs.sketch import sketch as draw  # imports torch, which takes seconds

    return draw(request, cancelled, run=run)


def sketch(
    photo: PhotoSource | None = None,
    *,
    prompt: str = "",
    strokes: StrokeCount | None = None,
    detail: float | None = None,
    preset: Preset | Literal["auto"] = "auto",
    mask: MaskSource = "auto",
    mode: Mode = "auto",
    drawing: Drawing | None = None,
    stroke_width: float | None = None,
    pen: str | None = None,
    encoder: str = BUILTIN,
    seed: int = 0,
    device: Device = "auto",
    like: Sequence[int] = (),
    force: bool = False,
    on_event: Callable[[Event], object] | None = None,
    cancelled: Callable[[], bool] = never,
) -> Drawing:
    """Draw a photo, a sentence, or a photo pulled toward a sentence, and return the drawing.

    `on_event` is called with each event of `stream` before this function returns; the other parameters are those of
    `sketch_request`. Raises TaureauError when something cannot be read or drawn, and ValueError for an argument out of
    its range. The same arguments give the same drawing on the same device.
    """
    request = sketch_request(
        photo,
        prompt=prompt,
        strokes=strokes,
        detail=detail,
        preset=preset,
        mask=mask,
        mode=mode,
        drawing=drawing,
        stroke_width=stroke_width,
        pen=pen,
        encoder=encoder,
        seed=seed,
        device=device,
        like=like,
        force=force,
    )
    for event in stream(request, cancelled):
        if on_event is not None:
            on_event(event)
        if isinstance(event, Finished):
            return event.drawing
        if isinstance(event, NotLearnt):
            raise UnknownWordsError(event.error, event.near)
        if isinstance(event, Failed):
            raise SketchError(f"{event.error} {event.what_to_do}")
    raise RuntimeError("the engine ended without a last event")


def sketch_request(
    photo: PhotoSource | None = None,
    *,
    prompt: str = "",
    prompt_weight: float = 1.0,
    strokes: StrokeCount | None = None,
    detail: float | None = None,
    preset: Preset | Literal["auto"] = "auto",
    mask: MaskSource = "auto",
    mode: Mode = "auto",
    drawing: Drawing | None = None,
    freeze: bool = False,
    stroke_width: float | None = None,
    pen: str | None = None,
    encoder: str = BUILTIN,
    seed: int = 0,
    seeds: int | None = None,
    start: Start = "contours",
    device: Device = "auto",
    rasterizer: Rasterizer = "own",
    like: Sequence[int] = (),
    force: bool = False,
) -> SketchRequest:
    """Return the request for `stream`; raises TaureauError when a file cannot be used, ValueError for a bad value.

    - `photo`: a file, a Pillow image, or an upright sRGB array [H, W] or [H, W, 1 to 4]; None draws the prompt alone.
    - `prompt`: a sentence; beside a photo it pulls the drawing with `prompt_weight`, 0 to 10.
    - `strokes`: 1 to 256; "auto" draws as many as it takes, at most 64. None draws 16, or 14 for each thing where a
      prompt names several.
    - `detail`: 0 (a hint) to 1 (everything): where to stop; `strokes` is then the largest number. "auto" means 0.5.
    - `preset`: "draft", "standard", "fine", "clipasso"; "auto" takes the best that the installed models allow.
    - `mask`: "auto" finds the subject, "none" draws everything, "isnet" or the id of another mask model that is
      installed finds the subject by that one; else a picture, or bool [H, W], True where to draw.
    - `mode`: "photo" draws contours, "lines" follows the lines of a drawing, a scan or lettering along their middle;
      "auto" chooses "lines" where the picture contains only lines.
    - `drawing`: one of this photo to continue; `strokes` are added to it, and with `freeze` its own do not move.
    - `stroke_width`: px of the photo; by default 0.6 % of its longer side, less around a small subject.
    - `pen`: "fineliner", "brush", "pencil", "charcoal", "marker" or "chalk": a width along each stroke, and a texture;
      None draws even lines of plain ink.
    - `encoder`: a model's id, as in `taureau models list`; "builtin" leaves the choice to the preset.
    - `seeds`: 1 to 16 drawings that CLIP tries to keep the best of; by default as many as the preset says.
    - `like`: the `seed` that a prompt was drawn with: draw others that resemble that drawing, in their order by `seed`;
      each further seed is one among those.
    - `force`: draw a prompt although the stroke decoder has learnt nothing like it; without it that is an error.
    """
    source = None if photo is None else _photo(photo)
    if source is None and (drawing is not None or not (isinstance(mask, str) and mask in MASKS)):
        raise ValueError(f"a {'mask' if drawing is None else 'drawing'} needs a photo")
    grows = strokes == "auto" or detail is not None or drawing is not None
    if preset == "auto":
        preset = usual_preset(clip=bool(prompt) or encoder != BUILTIN, plain=grows or start == "random")
    if source is not None and drawing is not None:
        drawing = _fitted(drawing, source)
    request = SketchRequest(
        photo=None if source is None else source.pixels,
        width=PROMPT_SHEET if source is None else source.width,
        height=PROMPT_SHEET if source is None else source.height,
        mask="auto" if source is None else mask_of(mask, source),
        alpha=None if source is None else source.alpha,
        mode=mode,
        strokes=AUTO_LIMIT if strokes == "auto" else USUAL_STROKES if strokes is None else strokes,
        detail=AUTO_DETAIL if strokes == "auto" and detail is None else detail,
        drawing=drawing,
        frozen=frozenset(range(drawing.stroke_count)) if drawing is not None and freeze else frozenset(),
        stroke_width=stroke_width,
        pen=pen,
        preset=preset,
        start=start,
        seed=seed,
        device=device,
        rasterizer=rasterizer,
        encoder=encoder,
        prompt=prompt,
        prompt_weight=prompt_weight,
        seeds=seeds,
        like=tuple(like),
        force=force,
        name="" if source is None or isinstance(photo, np.ndarray) else source.name,
    )
    return with_usual_strokes(request) if strokes is None and detail is None else request


def export_drawing(
    drawing: Drawing,
    path: str | os.PathLike[str],
    *,
    size_mm: float | None = None,
    size_px: int | None = None,
    dpi: float | None = None,
    paper: Paper = "fit",
    orientation: Orientation = "auto",
    margin_mm: float = 0.0,
    crop: bool = False,
    pen_mm: float | None = None,
    transparent: bool = False,
    with_paper: bool | None = None,
    profile: Profile = "inkscape",
) -> None:
    """Write the drawing as SVG, PDF, PNG, WebP, G-code or HPGL, as the name says; raises TaureauError.

    - `size_mm`, `size_px`: length of the longer side, without margins; px are for PNG, WebP and SVG for the web.
    - `paper`: "fit" is as large as the picture and its margins; "a6" to "a1", "letter", "legal" and "tabloid", or a
      width and a height in mm, are filled.
    - `crop`: measure what is drawn instead of the whole sheet.
    - `pen_mm`: width of all strokes on paper; by default as drawn.
    - `with_paper`: an area in the paper's colour in an SVG or PDF; None: where ink would vanish.
    - `profile`: the kind of SVG: "web", "inkscape", "illustrator" or "plotter".

    `taureau.export` has the full set of choices.
    """
    from taureau.export import Export, Margins, format_of, planned, write

    file = Path(path)
    export = Export(
        format=format_of(file),
        profile=profile,
        size_mm=size_mm,
        size_px=size_px,
        dpi=dpi,
        paper=paper,
        orientation=orientation,
        margins=Margins.even(margin_mm),
        area="ink" if crop else "sheet",
        pen_mm=pen_mm,
        transparent=transparent,
        with_paper=with_paper,
    )
    write(planned(drawing, export, file))


def export_film(
    drawing: Drawing,
    path: str | os.PathLike[str],
    *,
    size: int | tuple[int, int] | None = None,
    seconds: float | None = None,
    hold: float = 2.0,
    fps: float | None = None,
    paper: str | None = None,
    photo: PhotoSource | None = None,
    photo_place: Literal["beside", "beneath"] = "beneath",
    progress: Callable[[float], None] = lambda share: None,
) -> None:
    """Write how the drawing came to be as animated SVG, GIF, WebP, MP4, WebM or Lottie, as the name says.

    - `size`: px of the longer side, or width and height; by default what is usual for the format.
    - `seconds`: from the first stroke to the last, by default what the strokes ask for; `hold`: how long the finished
      drawing then stays.
    - `paper`: "#rrggbb"; by default that of the drawing, or white. "none" leaves it out of an SVG or Lottie.
    - `photo`: shown beside the drawing, or beneath it, where it fades while the lines are drawn.
    - `progress` is told the share that is done, 0 … 1; what it raises ends the work, and nothing is written.

    Raises TaureauError.
    """
    from taureau.export.film import Film, check_encoder, film_format_of, staged, write_film

    file = Path(path)
    place = "none" if photo is None else photo_place
    film = Film(film_format_of(file), size=size, seconds=seconds, hold=hold, fps=fps, paper=paper, photo=place)
    check_encoder(film)
    write_film(staged(drawing, film, None if photo is None else _photo(photo)), film, file, progress)


def _photo(source: PhotoSource) -> Photo:
    if isinstance(source, Photo):
        return source
    if isinstance(source, (str, os.PathLike)):
        return load_photo(Path(source))
    if isinstance(source, np.ndarray):
        return photo_from_array(source, name="the array")
    return photo_from_image(source)


def mask_of(source: MaskSource, photo: Photo) -> Mask:
    """Return the mask of a photo as a request has it; raises TaureauError, ValueError.

    A name of a mask model is not taken for a file: such a file is given with its folder, as in ./isnet.
    """
    if isinstance(source, np.ndarray):
        return mask_from_array(source, photo)
    name = str(source)
    if name in MASKS:
        return name
    models = mask_models()
    if name in models:
        check_present(name)
        return name
    file = Path(source)
    if file.name == name and not file.suffix and not file.exists():
        known = ", ".join((*MASKS, *models))
        raise ValueError(f"there is neither a mask model nor a file {name}: choose one of {known}, or name a picture")
    return load_mask(file, photo)


def usual_preset(*, clip: bool, plain: bool) -> Preset:
    """Return the best preset that can do what the other arguments ask for.

    Only `standard` can start from random strokes, and where strokes are added one by one it is the quicker one.
    """
    if clip:
        return "fine"
    return "standard" if plain else default_preset()


def same_proportions(drawing: Drawing, photo: Photo) -> bool:
    """Return whether a drawing can have been made from a photo: whether their aspect ratios agree to 1 %.

    Half a pixel of the photo's shorter side is allowed for rounding.
    """
    difference = abs(photo.width / drawing.width / (photo.height / drawing.height) - 1)
    return difference <= _ASPECT_TOLERANCE + 0.5 / min(photo.width, photo.height)


def _fitted(drawing: Drawing, photo: Photo) -> Drawing:
    """Return the drawing at the photo's size; raises ValueError where it has other proportions."""
    if not same_proportions(drawing, photo):
        raise ValueError(f"the drawing does not have the proportions of {photo.name}: give the photo it was drawn from")
    across, down = photo.width / drawing.width, photo.height / drawing.height
    return replace(drawing.transformed(Affine.scale(across, down)), width=photo.width, height=photo.height)
