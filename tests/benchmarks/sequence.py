"""`python -m tests.benchmarks.sequence [FOLDER] [--photos cup …]`: drawings that grow, against drawings made at once.

For each sample photo: how many strokes are found at three settings of detail, in how much time and with what loss
against a drawing made at once with the same number; and whether the first strokes of a sequence are a drawing: against
one made for just that number, and against as many strokes picked at random. All losses are perceptual, at 224 px.
Writes a strip for each photo into FOLDER (default: out/sequence): 4, 8, 12 … strokes of one drawing.
"""

from __future__ import annotations

import argparse
import itertools
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from taureau.document import Drawing, prefix, without
from taureau.engine import Finished, SketchRequest
from taureau.engine.runs.sketch import sketch
from taureau.engine.scene.scene import Scene
from taureau.perception import builtin_encoder
from taureau.photo import Photo, load_photo
from taureau.resources import resource

from tests.benchmarks.judging import CELL, fitted, judge, picture, scene_of

DETAILS = (0.0, 0.5, 1.0)
LEVELS = (8, 16, 24)
LONGEST = 32
PICKS = 5  # random choices that one prefix is compared with


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("out/sequence"))
    parser.add_argument("--photos", nargs="+", help="names of sample photos (default: all)")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    builtin_encoder()  # loading it is no part of a first run's time
    for path in sorted(resource("samples").glob("*.jpg")):
        if chosen.photos is None or path.stem in chosen.photos:
            photo = load_photo(path)
            scene = scene_of(photo)
            print(f"\n{path.stem}")
            for detail in DETAILS:
                _found(photo, scene, detail)
            strip = _levels(photo, scene)
            Image.fromarray(strip).save(chosen.folder / f"{path.stem}.png")


def _found(photo: Photo, scene: Scene, detail: float) -> None:
    """The number that is found, against a run at once with that number."""
    grown, seconds = _drawn(photo, strokes=64, detail=detail)
    count = grown.stroke_count
    at_once, plain_seconds = _drawn(photo, strokes=count)
    along = [judge(prefix(grown, number), photo, scene).loss for number in range(1, count + 1)]
    rises = [after / before - 1 for before, after in itertools.pairwise(along)]
    ratio = along[-1] / judge(at_once, photo, scene).loss
    print(
        f"  detail {100 * detail:3.0f} %: {count:2d} strokes in {seconds:4.1f} s, × {seconds / plain_seconds:.2f} of "
        f"one at once; loss × {ratio:.3f} of it; steepest rise along the way {100 * max(rises, default=0):+.1f} %",
        flush=True,
    )


def _levels(photo: Photo, scene: Scene) -> NDArray[np.uint8]:
    """The first strokes of one long drawing, and its strip [CELL, n · CELL, 3]."""
    whole, _ = _drawn(photo, strokes=LONGEST, drawing=Drawing(photo.width, photo.height))
    random = np.random.default_rng(0)
    for level in (level for level in LEVELS if level < whole.stroke_count):
        first = judge(prefix(whole, level), photo, scene).loss
        made_for_it = judge(_drawn(photo, strokes=level)[0], photo, scene).loss
        picked = [
            judge(without(whole, random.permutation(whole.stroke_count)[level:].tolist()), photo, scene).loss
            for _ in range(PICKS)
        ]
        print(
            f"  first {level:2d} of {whole.stroke_count}: loss × {first / made_for_it:.3f} of a run for that number, "
            f"× {first / float(np.mean(picked)):.3f} of {level} at random (best of {PICKS}: "
            f"× {first / min(picked):.3f})",
            flush=True,
        )
    shown = [fitted(picture(prefix(whole, level))) for level in range(4, whole.stroke_count + 4, 4)]
    strip: NDArray[np.uint8] = np.hstack([fitted(photo.pixels), *shown])
    assert strip.shape[0] == CELL
    return strip


def _drawn(photo: Photo, **choices: object) -> tuple[Drawing, float]:
    """The drawing, and the seconds it took."""
    request = SketchRequest(photo.pixels, photo.width, photo.height, **choices)  # type: ignore[arg-type]
    began = time.perf_counter()
    last = list(sketch(request, lambda: False))[-1]
    assert isinstance(last, Finished), last
    return last.drawing, time.perf_counter() - began


if __name__ == "__main__":
    main()
