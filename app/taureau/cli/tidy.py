"""`taureau prune` and `taureau merge`: the same drawing with fewer strokes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from taureau.cli.drawing_files import check_output, load_drawing, save_drawing
from taureau.cli.errors import EXIT_BAD_INPUT, EXIT_FAILED, EXIT_INTERRUPTED, BadInputError
from taureau.cli.interrupt import interruptible
from taureau.cli.progress import SketchDisplay, counted
from taureau.cli.sketch import check_same_shape
from taureau.document import Drawing, Reference, merged, merges, spare, without
from taureau.engine import Failed, StrokeCostRequest, StrokeCosts, own_mask, own_mode
from taureau.engine.request import MASKS
from taureau.photo import Photo, PhotoError, load_mask, load_photo

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def prune(chosen: argparse.Namespace) -> int:
    """Remove the strokes whose removal costs less than allowed, and list them."""
    if not 0 <= chosen.loss <= 10:
        raise BadInputError(f"--loss must be from 0 to 10 percent, not {chosen.loss:g}")
    _check_output(chosen, photo=chosen.photo)
    drawing, kept = load_drawing(chosen.drawing)
    try:
        photo = load_photo(chosen.photo)
        check_same_shape(drawing, chosen.drawing, photo)
        mask = mask_of(chosen, drawing, photo)
    except PhotoError as error:
        raise BadInputError(str(error)) from error
    with interruptible() as interrupt:
        mode = own_mode(drawing) if chosen.mode is None else chosen.mode
        request = StrokeCostRequest(photo.pixels, drawing, mask, chosen.device, photo.alpha, mode)
        last = _weigh(request, lambda: interrupt.asked)
    if isinstance(last, Failed):
        print(f"taureau: {last.error} {last.what_to_do}", file=sys.stderr)
        return EXIT_BAD_INPUT if last.bad_input else EXIT_FAILED
    if last is None:
        print("taureau: stopped; nothing was saved", file=sys.stderr)
        return EXIT_INTERRUPTED
    going = spare(last.costs, chosen.loss / 100)
    numbers = ", ".join(str(place + 1) for place in going) or "none"
    print(f"strokes that go: {numbers}")
    return _save(without(drawing, going), drawing, kept, chosen)


def merge(chosen: argparse.Namespace) -> int:
    """Join strokes that continue each other, and list them."""
    if chosen.tolerance is not None and not 0 <= chosen.tolerance <= 1000:
        raise BadInputError(f"--tolerance must be from 0 to 1000 px, not {chosen.tolerance:g}")
    _check_output(chosen)
    drawing, kept = load_drawing(chosen.drawing)
    found = merges(drawing, tolerance=chosen.tolerance)
    groups = ", ".join("+".join(str(place + 1) for place in one.places) for one in found) or "none"
    print(f"strokes that become one: {groups}")
    return _save(merged(drawing, found), drawing, kept, chosen)


def mask_of(chosen: argparse.Namespace, drawing: Drawing, photo: Photo) -> NDArray[np.bool_] | Literal["auto", "none"]:
    """The requested mask, else the one the drawing was made with; raises PhotoError."""
    if chosen.mask is not None and chosen.mask not in MASKS:
        return load_mask(Path(chosen.mask), photo)
    if chosen.mask is None and drawing.facts.get("mask") == "file":
        print(
            "the mask this was drawn with was a file's, which a drawing does not hold: the subject is found again; "
            "--mask FILE gives the same",
            file=sys.stderr,
        )
    return own_mask(drawing) if chosen.mask is None else chosen.mask


def _weigh(request: StrokeCostRequest, cancelled: Callable[[], bool]) -> StrokeCosts | Failed | None:
    from taureau.engine.runs.leave_one_out import stroke_costs

    display = SketchDisplay(sys.stderr)
    try:
        for event in stroke_costs(request, cancelled):
            display.show(event)
            if isinstance(event, (StrokeCosts, Failed)):
                return event
    finally:
        display.close()
    return None


def _check_output(chosen: argparse.Namespace, **sources: Path) -> None:
    if chosen.dry_run:
        return
    if chosen.output is None:
        raise BadInputError("name the file to write with -o, or only look with --dry-run")
    check_output(chosen.output, drawing=chosen.drawing, **sources)


def _save(drawing: Drawing, before: Drawing, kept: Reference | None, chosen: argparse.Namespace) -> int:
    if chosen.dry_run:
        return 0
    save_drawing(drawing, chosen.output, kept)
    print(f"{chosen.output}: {counted(drawing.stroke_count, 'stroke')} of {before.stroke_count}")
    return 0
