"""`python -m tests.benchmarks.quality [FOLDER] [--strokes 16 32]`: every sample photo in numbers and pictures.

Writes a contact sheet per stroke count into FOLDER (default: out/quality): photo, saliency, start, result. The start is
the contour drawing that a run shows first; the result is what the standard preset ends with.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import astuple, dataclass
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
import resvg_py
import torch
from numpy.typing import NDArray
from PIL import Image

from app.document import Drawing, drawing_to_svg
from app.engine import Finished, Progress, SketchRequest
from app.engine.losses import PerceptualLoss
from app.engine.scene import CANVAS, PEN, Scene, find_subject, look
from app.engine.sketch import sketch
from app.geometry import Affine
from app.perception import builtin_encoder
from app.photo import Photo, load_photo
from app.raster import coverage
from app.resources import resource
from tests.benchmarks.measures import Measures, measure, photo_edges

_CELL = 320  # px of the contact sheet
_WORSE = 1.1  # a result may lose no more than a tenth on anything but the loss


@dataclass(frozen=True)
class Judged:
    measures: Measures
    loss: float


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
    encoder = builtin_encoder()
    mask, salient = find_subject(encoder, photo.pixels, "auto")
    scene = look(encoder, photo.pixels, mask, salient)
    began = time.perf_counter()
    request = SketchRequest(photo.pixels, photo.width, photo.height, strokes=strokes)
    events = list(sketch(request, lambda: False))
    seconds = time.perf_counter() - began
    start = next(event for event in events if isinstance(event, Progress)).drawing
    result = next(event for event in events if isinstance(event, Finished)).drawing
    before, after = _judge(start, photo, scene), _judge(result, photo, scene)
    for name, judged in (("start", before), ("result", after)):
        numbers = judged.measures
        print(
            f"{path.stem:<12} {name:<8} {numbers.recall:6.3f} {numbers.precision:10.3f} {numbers.turning:8.2f} "
            f"{numbers.kinks:6d} {numbers.overlap:8.3f} {judged.loss:7.3f}"
            + (f"  × {after.loss / before.loss:.3f} of the start, {seconds:.1f} s" if name == "result" else "")
        )
    for complaint in _worse(before, after):
        print(f"{path.stem:<12} WORSE: {complaint}")
    attention = cv2.cvtColor(cv2.applyColorMap(np.round(salient * 255).astype(np.uint8), 16), cv2.COLOR_BGR2RGB)
    return np.hstack([_fitted(photo.pixels), _fitted(attention), _fitted(_picture(start)), _fitted(_picture(result))])


def _judge(drawing: Drawing, photo: Photo, scene: Scene) -> Judged:
    to_canvas = scene.frame.to_canvas @ Affine.scale(1 / photo.scale)
    curves = [to_canvas.curve(stroke.curve) for stroke in drawing.strokes]
    image = cv2.resize(scene.crop, (CANVAS, CANVAS), interpolation=cv2.INTER_AREA)
    inside = (scene.frame.crop(scene.mask.astype(np.uint8) * 255) > 127) & scene.frame.inside(scene.mask.shape)
    points = torch.tensor(np.stack([curve.points for curve in curves]), dtype=torch.float32)[None, :, None]
    with torch.no_grad():
        ink = coverage(points, torch.full((1, len(curves)), PEN), size=(CANVAS, CANVAS))
        loss = PerceptualLoss(builtin_encoder(), torch.from_numpy(scene.rendition())[None])(ink)
    return Judged(measure(curves, photo_edges(image, inside), width=PEN), float(loss.sum()))


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


def _picture(drawing: Drawing) -> NDArray[np.uint8]:
    png = resvg_py.svg_to_bytes(svg_string=drawing_to_svg(drawing), background="#ffffff", dpi=96)
    return np.asarray(Image.open(BytesIO(bytes(png))).convert("RGB"))


def _fitted(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The image within a white cell."""
    height, width = image.shape[:2]
    scale = (_CELL - 16) / max(height, width)
    small = cv2.resize(image, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
    cell = np.full((_CELL, _CELL, 3), 255, dtype=np.uint8)
    top, left = (_CELL - small.shape[0]) // 2, (_CELL - small.shape[1]) // 2
    cell[top : top + small.shape[0], left : left + small.shape[1]] = small
    return cell


if __name__ == "__main__":
    main()
