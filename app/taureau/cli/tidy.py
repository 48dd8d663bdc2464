"""`taureau prune` and `taureau merge`: the same drawing with fewer strokes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from taureau.api import mask_of
from taureau.cli.drawing_files import check_output, load_drawing, save_drawing
from taureau.cli.errors import EXIT_BAD_INPUT, EXIT_FAILED, BadInputError
from taureau.cli.interrupt import interruptible
from taureau.cli.output import answer, complain, remark, say
from taureau.cli.progress import SketchDisplay, counted, share_shown
from taureau.cli.sketch import check_same_shape
from taureau.document import Drawing, Reference, merged, merges, spare, without
from taureau.engine import Failed, StrokeCostRequest, StrokeCosts, own_mask, own_mode
from taureau.engine.request import Mask
from taureau.photo import Photo, PhotoError, load_photo
from taureau.weights import WeightsError


def prune(chosen: argparse.Namespace) -> int:
    """Remove the strokes whose removal costs less than allowed, and list them."""
    if not 0 <= chosen.loss <= 10:
        raise BadInputError(f"--loss must be from 0 to 10 percent, not {chosen.loss:g}")
    _check_output(chosen, photo=chosen.photo)
    drawing, kept = load_drawing(chosen.drawing)
    try:
        photo = load_photo(chosen.photo)
        check_same_shape(drawing, chosen.drawing, photo)
        mask = requested_mask(chosen, drawing, photo)
    except (PhotoError, WeightsError, ValueError) as error:
        raise BadInputError(str(error)) from error
    with interruptible() as interrupt:
        mode = own_mode(drawing) if chosen.mode is None else chosen.mode
        request = StrokeCostRequest(photo.pixels, drawing, mask, chosen.device, photo.alpha, mode)
        last = _weigh(request, lambda: interrupt.asked)
    if isinstance(last, Failed):
        complain(f"{last.error} {last.what_to_do}")
        return EXIT_BAD_INPUT if last.bad_input else EXIT_FAILED
    if last is None:
        complain("stopped; nothing was saved")
        return interrupt.status
    going = spare(last.costs, chosen.loss / 100)
    numbers = ", ".join(str(place + 1) for place in going) or "none"
    return _save(f"strokes that go: {numbers}", without(drawing, going), drawing, kept, chosen)


def merge(chosen: argparse.Namespace) -> int:
    """Join strokes that continue each other, and list them."""
    if chosen.tolerance is not None and not 0 <= chosen.tolerance <= 1000:
        raise BadInputError(f"--tolerance must be from 0 to 1000 px, not {chosen.tolerance:g}")
    _check_output(chosen)
    drawing, kept = load_drawing(chosen.drawing)
    with share_shown("joining", drawing.stroke_count) as progress:
        found = merges(drawing, tolerance=chosen.tolerance, progress=progress)
    groups = ", ".join("+".join(str(place + 1) for place in one.places) for one in found) or "none"
    return _save(f"strokes that become one: {groups}", merged(drawing, found), drawing, kept, chosen)


def requested_mask(chosen: argparse.Namespace, drawing: Drawing, photo: Photo) -> Mask:
    """The requested mask, else the one the drawing was made with; raises PhotoError, WeightsError, ValueError."""
    if chosen.mask is not None:
        return mask_of(chosen.mask, photo)
    mask, name = own_mask(drawing), drawing.facts.get("mask", "auto")
    if isinstance(mask, str) and mask != name:
        if name == "file":
            own, same = "a file's, which a drawing does not hold", "--mask FILE gives the same"
        else:
            own, same = f"found by {name}, which is not here", f"`taureau models fetch {name}` brings it"
        remark(f"the mask this was drawn with was {own}: the subject is found again; {same}")
    return mask


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


def _save(change: str, drawing: Drawing, before: Drawing, kept: Reference | None, chosen: argparse.Namespace) -> int:
    """Save the drawing and describe the change; with --dry-run, only describe it."""
    if chosen.dry_run:
        answer(change)
        return 0
    save_drawing(drawing, chosen.output, kept)
    say(change, f"{chosen.output}: {counted(drawing.stroke_count, 'stroke')} of {before.stroke_count}")
    return 0
