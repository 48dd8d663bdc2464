"""`python -m tests.benchmarks.photos FOLDER [--count 40] [--strokes 8 16 32]`: everyday photos, looked at and drawn.

Photos are drawn by a fixed seed from the folder and those below it. Writes a contact sheet into --out (default:
out/photos): photo, subject, edge weights, and a drawing for each number of strokes; each drawing of --alone strokes is
written by itself too, under a number, for somebody to name who has not seen the photos. Prints the seconds each took.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from taureau.document import Drawing
from taureau.engine import Finished, SketchRequest
from taureau.engine.runs.sketch import sketch
from taureau.engine.scene.scene import build_scene
from taureau.engine.scene.subject import subject_of
from taureau.perception import own_eye
from taureau.photo import Photo, load_photo

from tests.benchmarks.judging import fitted, picture

_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--strokes", type=int, nargs="+", default=[8, 16, 32])
    parser.add_argument("--alone", type=int, default=16)
    parser.add_argument("--preset", default="standard")
    parser.add_argument("--out", type=Path, default=Path("out/photos"))
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    rows = []
    print(f"{'photo':<40} subject  scene  " + "  ".join(f"{strokes:>3} strokes" for strokes in chosen.strokes))
    for number, path in enumerate(photos_of(chosen.folder, chosen.count, chosen.seed), 1):
        row, drawings = _row(path, chosen.strokes, chosen.preset)
        rows.append(row)
        if chosen.alone in drawings:
            Image.fromarray(picture(drawings[chosen.alone])).save(chosen.out / f"{number:02}.png")
    sheet = chosen.out / "sheet.png"
    Image.fromarray(np.vstack(rows)).save(sheet)
    print(f"contact sheet: {sheet}")


def photos_of(folder: Path, count: int, seed: int) -> list[Path]:
    """Return up to `count` photos in the folder and below, chosen by the seed."""
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    return sorted(random.Random(seed).sample(found, min(count, len(found))))


def _row(path: Path, strokes: list[int], preset: str) -> tuple[NDArray[np.uint8], dict[int, Drawing]]:
    """Draw one photo, print its times, and return its strip of the contact sheet with its drawings."""
    photo = load_photo(path)
    eye = own_eye()
    began = time.perf_counter()
    subject = subject_of(eye, photo.pixels, "auto")
    seen = time.perf_counter()
    scene = build_scene(eye, photo.pixels, subject)
    seconds = [seen - began, time.perf_counter() - seen]
    cells = [photo.pixels, _grey(subject.alpha), cv2.dilate(_grey(scene.weight), np.ones((2, 2), np.uint8))]
    drawings = {}
    for number in strokes:
        began = time.perf_counter()
        drawings[number] = _drawn(photo, number, preset)
        seconds.append(time.perf_counter() - began)
        cells.append(picture(drawings[number]))
    print(f"{path.parent.name + '/' + path.name:<40} " + "  ".join(f"{value:6.2f}" for value in seconds), flush=True)
    return np.hstack([fitted(cell) for cell in cells]), drawings


def _drawn(photo: Photo, strokes: int, preset: str) -> Drawing:
    request = SketchRequest(photo.pixels, photo.width, photo.height, strokes=strokes, preset=preset)  # type: ignore[arg-type]
    last = list(sketch(request, lambda: False))[-1]
    return last.drawing if isinstance(last, Finished) else Drawing(photo.width, photo.height)


def _grey(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    return cv2.cvtColor((values.clip(0, 1) * 255).astype(np.uint8), cv2.COLOR_GRAY2RGB)


if __name__ == "__main__":
    main()
