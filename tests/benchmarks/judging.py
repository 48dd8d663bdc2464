"""A drawing judged and shown: the same way in every benchmark."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import cv2
import numpy as np
import resvg_py
import torch
from numpy.typing import NDArray
from PIL import Image
from taureau.document import Drawing, drawing_to_svg
from taureau.engine.losses.perceptual import PerceptualLoss
from taureau.engine.scene.scene import CANVAS, PEN, Scene, build_scene
from taureau.engine.scene.subject import subject_of
from taureau.geometry import Affine
from taureau.perception import builtin_encoder, own_eye
from taureau.photo import Photo
from taureau.raster import coverage

from tests.benchmarks.measures import Measures, measure, photo_edges

CELL = 320  # px of a contact sheet


@dataclass(frozen=True)
class Judged:
    measures: Measures
    loss: float  # perceptual, at 224 px


def scene_of(photo: Photo) -> Scene:
    """What the engine knows of a photo with nothing said about it."""
    eye = own_eye()
    return build_scene(eye, photo.pixels, subject_of(eye, photo.pixels, "auto"))


def judge(drawing: Drawing, photo: Photo, scene: Scene) -> Judged:
    to_canvas = scene.frame.to_canvas @ Affine.scale(1 / photo.scale)
    curves = [to_canvas.curve(stroke.curve) for stroke in drawing.strokes]
    image = cv2.resize(scene.crop, (CANVAS, CANVAS), interpolation=cv2.INTER_AREA)
    inside = (scene.frame.crop(scene.mask.astype(np.uint8) * 255) > 127) & scene.frame.inside(scene.mask.shape)
    points = torch.tensor(np.stack([curve.points for curve in curves]), dtype=torch.float32)[None, :, None]
    with torch.no_grad():
        ink = coverage(points, torch.full((1, len(curves)), PEN), size=(CANVAS, CANVAS))
        loss = PerceptualLoss(builtin_encoder(), torch.from_numpy(scene.rendition())[None])(ink)
    return Judged(measure(curves, photo_edges(image, inside), width=PEN), float(loss.sum()))


def picture(drawing: Drawing) -> NDArray[np.uint8]:
    png = resvg_py.svg_to_bytes(svg_string=drawing_to_svg(drawing), background="#ffffff", dpi=96)
    return np.asarray(Image.open(BytesIO(bytes(png))).convert("RGB"))


def fitted(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The image within a white cell."""
    height, width = image.shape[:2]
    scale = (CELL - 16) / max(height, width)
    small = cv2.resize(image, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
    cell = np.full((CELL, CELL, 3), 255, dtype=np.uint8)
    top, left = (CELL - small.shape[0]) // 2, (CELL - small.shape[1]) // 2
    cell[top : top + small.shape[0], left : left + small.shape[1]] = small
    return cell
