"""`python -m tests.benchmarks.quality [FOLDER] [--strokes 16 32]`: every sample photo in numbers and pictures.

Writes a contact sheet per stroke count into FOLDER (default: out/quality): photo, saliency, start, result. The start is
the contour drawing that a run shows first; the result is what the standard preset ends with.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import astuple
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from taureau.engine import Finished, Progress, SketchRequest
from taureau.engine.runs.sketch import sketch
from taureau.photo import load_photo
from taureau.resources import resource

from tests.benchmarks.judging import Judged, fitted, judge, picture, scene_of

_WORSE = 1.1  # a result may lose no more than a tenth on anything but the loss


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("out/quality"))
    parser.add_argument("--strokes", type=int, nargs="+", default=[16, 32])
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    photos = sorted(resource("samples").glob("*.jpg"))
    for strokes in chosen.strokes:
        print(f"\n{strokes} strokes" + " " * 9 + "recall  precision  turning  kinks  overlap    loss")
        rows = [_row(path, strokes) for path in photos]
        sheet = chosen.folder / f"quality-{strokes}.png"
        Image.fromarray(np.vstack(rows)).save(sheet)
        print(f"contact sheet: {sheet}")


def _row(path: Path, strokes: int) -> NDArray[np.uint8]:
    """Draw one photo, print its numbers, and return its strip of the contact sheet [CELL, 4 · CELL, 3]."""
    photo = load_photo(path)
    scene = scene_of(photo)
    began = time.perf_counter()
    request = SketchRequest(photo.pixels, photo.width, photo.height, strokes=strokes)
    events = list(sketch(request, lambda: False))
    seconds = time.perf_counter() - began
    start = next(event for event in events if isinstance(event, Progress)).drawing
    result = next(event for event in events if isinstance(event, Finished)).drawing
    before, after = judge(start, photo, scene), judge(result, photo, scene)
    for name, judged in (("start", before), ("result", after)):
        numbers = judged.measures
        print(
            f"{path.stem:<12} {name:<8} {numbers.recall:6.3f} {numbers.precision:10.3f} {numbers.turning:8.2f} "
            f"{numbers.kinks:6d} {numbers.overlap:8.3f} {judged.loss:7.3f}"
            + (f"  × {after.loss / before.loss:.3f} of the start, {seconds:.1f} s" if name == "result" else "")
        )
    for complaint in _worse(before, after):
        print(f"{path.stem:<12} WORSE: {complaint}")
    attention = cv2.cvtColor(cv2.applyColorMap(np.round(scene.saliency * 255).astype(np.uint8), 16), cv2.COLOR_BGR2RGB)
    return np.hstack([fitted(photo.pixels), fitted(attention), fitted(picture(start)), fitted(picture(result))])


def _worse(before: Judged, after: Judged) -> list[str]:
    """What the result loses: the loss if it rose at all, anything else by more than a tenth."""
    old, new = before.measures, after.measures
    complaints = []
    if after.loss >= before.loss:
        complaints.append("the loss did not fall")
    for name, was, now, more_is_better in zip(
        ("recall", "precision", "turning", "kinks", "overlap"), astuple(old), astuple(new), (1, 1, 0, 0, 0), strict=True
    ):
        if (now * _WORSE < was) if more_is_better else (now > was * _WORSE):
            complaints.append(f"{name} went from {was:.3f} to {now:.3f}")
    return complaints


if __name__ == "__main__":
    main()
