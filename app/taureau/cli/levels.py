"""`taureau abstract` and `taureau series`: a drawing with fewer and fewer strokes, as in Le Taureau."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np

from taureau.api import sketch_request
from taureau.cli.drawing_files import check_output, load_drawing, save_drawing, save_drawn
from taureau.cli.errors import EXIT_BAD_INPUT, EXIT_FAILED, BadInputError
from taureau.cli.interrupt import interruptible
from taureau.cli.output import complain, say
from taureau.cli.progress import counted
from taureau.cli.sketch import draw
from taureau.document import DocumentError, Drawing, Layer, prefix, write_whole
from taureau.engine import Failed, SketchRequest
from taureau.geometry import Affine
from taureau.photo import PhotoError, load_photo
from taureau.weights import WeightsError

_SHEET = 1600  # px, the longer side of the contact sheet
_PROPORTION = 1.6  # of the contact sheet, width to height, or near it
_MARGIN = 0.08  # of a cell, on each side of a drawing


def abstract(chosen: argparse.Namespace) -> int:
    """Keep the first strokes of a drawing."""
    if chosen.keep < 1:
        raise BadInputError(f"--keep must be 1 or more, not {chosen.keep}")
    check_output(chosen.output, drawing=chosen.drawing)
    drawing, photo = load_drawing(chosen.drawing)
    if chosen.keep > drawing.line_count:
        raise BadInputError(
            f"{chosen.drawing} has only {counted(drawing.line_count, 'stroke')}: --keep must be fewer, or all of them"
        )
    kept = prefix(drawing, chosen.keep)
    save_drawing(kept, chosen.output, photo)
    say(f"{chosen.output}: the first {counted(kept.line_count, 'stroke')} of {drawing.line_count}")
    return 0


def series(chosen: argparse.Namespace) -> int:
    """Draw a photo once, and save every level of it and a contact sheet."""
    levels = levels_of(chosen.levels)
    request = request_of(chosen, levels[0])
    try:
        chosen.output.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise BadInputError(f"{chosen.output} is a file: name a folder for the levels") from None
    except OSError as error:
        raise BadInputError(f"{chosen.output} cannot be made: {error.strerror}; choose another folder") from error
    with interruptible() as interrupt:
        last, drawing = draw(request, interrupt)
        if isinstance(last, Failed) or drawing is None:
            return _say_failed(last)
        drawings = levels_within(drawing, levels)
        for level in drawings:
            _save_level(level, chosen.output)
        for number, level in enumerate(drawings if chosen.polish else ()):
            if interrupt.asked:
                break
            last, polished = draw(replace(request, drawing=level, strokes=0), interrupt)
            if isinstance(last, Failed) or polished is None:
                return _say_failed(last)
            drawings[number] = polished
            _save_level(polished, chosen.output)
        sheet = contact_sheet(drawings)
        save_drawn(sheet, chosen.output / "contact-sheet.svg")
        _save_picture(sheet, chosen.output / "contact-sheet.png")
    found = ", ".join(str(level.line_count) for level in drawings)
    say(f"{chosen.output}: levels of {found} strokes, and a contact sheet")
    return interrupt.status if interrupt.asked else 0


def levels_of(text: str) -> list[int]:
    """Levels such as "32,16,8,4", each once, most strokes first; raises BadInputError."""
    try:
        levels = sorted({int(part) for part in text.split(",") if part.strip()}, reverse=True)
    except ValueError:
        levels = []
    if not levels or levels[-1] < 1:
        raise BadInputError(
            f"--levels must be numbers of strokes with commas between them, as in 32,16,8,4, not {text!r}"
        )
    return levels


def levels_within(drawing: Drawing, levels: Sequence[int]) -> list[Drawing]:
    """The drawing's first strokes at each of these levels; higher levels give the whole drawing."""
    counts = sorted({min(level, drawing.line_count) for level in levels}, reverse=True)
    return [prefix(drawing, count) for count in counts]


def request_of(chosen: argparse.Namespace, strokes: int) -> SketchRequest:
    """The request for a drawing that grows stroke by stroke; raises BadInputError."""
    try:
        photo = load_photo(chosen.photo)
        return sketch_request(
            photo,
            strokes=strokes,
            drawing=Drawing(photo.width, photo.height),
            mask=chosen.mask,
            seed=chosen.seed,
            device=chosen.device,
        )
    except (PhotoError, WeightsError, ValueError) as error:
        raise BadInputError(str(error)) from error


def contact_sheet(drawings: Sequence[Drawing]) -> Drawing:
    """All levels side by side, each in a layer of its own, most strokes first."""
    wide, high = drawings[0].width, drawings[0].height
    rows = max(1, round(float(np.sqrt(len(drawings) * wide / high / _PROPORTION))))
    columns = -(-len(drawings) // rows)
    cell = _SHEET / max(columns * wide, rows * high)  # of a sheet's unit
    layers = []
    for number, level in enumerate(drawings):
        row, column = divmod(number, columns)
        corner = (column + _MARGIN) * wide * cell, (row + _MARGIN) * high * cell
        place = Affine.translate(*corner) @ Affine.scale(cell * (1 - 2 * _MARGIN))
        strokes = tuple(replace(stroke.transformed(place), id="") for stroke in level.strokes)
        layers.append(Layer(f"{level.line_count} strokes", strokes))
    return Drawing(columns * wide * cell, rows * high * cell, tuple(layers))


def _save_level(level: Drawing, folder: Path) -> None:
    save_drawn(level, folder / f"{level.line_count:03d}-strokes.svg")


def _save_picture(drawing: Drawing, path: Path) -> None:
    from PIL import Image

    from taureau.engine.scene.render_drawing import render_drawing

    side = round(max(drawing.width, drawing.height))
    width, height = round(drawing.width), round(drawing.height)
    pixels = (render_drawing(drawing, side)[0].permute(1, 2, 0).numpy() * 255).round().astype(np.uint8)
    top, left = (side - height) // 2, (side - width) // 2
    png = BytesIO()
    Image.fromarray(pixels[top : top + height, left : left + width]).save(png, "PNG")
    try:
        write_whole(path, png.getvalue())
    except DocumentError as error:
        raise BadInputError(str(error)) from error


def _say_failed(last: object) -> int:
    if not isinstance(last, Failed):
        return EXIT_FAILED
    complain(f"{last.error} {last.what_to_do}")
    return EXIT_BAD_INPUT if last.bad_input else EXIT_FAILED
