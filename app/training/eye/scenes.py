"""Training samples generated on the fly: photos with their targets, and composites of subjects on backgrounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from training.eye.colors import ground_of_colors, photographed, tinted
from training.eye.labelling import CONTOURS, CUTOUTS, FEATURES, SUBJECTS, read_levels, read_subject
from training.eye.lines import outline_of, ridges, softened, target_contours
from training.eye.photos import FACES, LIVING, PhotoFile, read_photo

Map = NDArray[np.float32]
_COMPOSITES = 0.35  # probability of a composite
_FRAMED = 0.12  # probability of letterbox bars or a frame
_PLAIN = 0.3  # of composites: probability of a colour gradient as background
_SEVERAL, _SMALL = 0.25, 0.2  # of composites: two or three subjects; small subjects
_LEAST_KEPT = 0.6  # fraction of the subject that a crop must keep
_BLURRED = 0.5  # of backgrounds: probability of being out of focus
_PORTRAITS = 0.07  # of photos and pasted subjects: probability of a portrait, of which there are few
_BORROWED = 0.15  # of pasted subjects: probability of one whose background was not plain
_UNKNOWN = 0.3  # weight of the face target where no teacher has confirmed that there is no face


@dataclass(frozen=True, eq=False)
class Scene:
    """A training sample: a picture [H, W, 3] and its targets at half the resolution."""

    picture: NDArray[np.uint8]
    subject: Map  # [H/2, W/2], 0 … 1
    contours: Map  # [H/2, W/2], 0 … 1
    faces: Map  # [H/2, W/2], 0 … 1
    weight: Map  # [H/2, W/2], loss weight of subject and contours
    face_weight: Map  # [H/2, W/2], loss weight of faces


@dataclass(frozen=True, eq=False)
class Layers:
    """A picture and its targets at full resolution."""

    picture: NDArray[np.uint8]  # [H, W, 3]
    share: Map  # [H, W]
    levels: Map  # [H, W], contour map of the teacher
    faces: Map  # [H, W], face lines of the teacher
    certainty: Map  # [H, W], confidence in `share`
    face_weight: Map  # [H, W], confidence in `faces`


class Scenes:
    """An unlimited sequence of scenes, reproducible from the seed and the scene's index for a given set of labels."""

    def __init__(self, files: Sequence[PhotoFile], clutter: Sequence[PhotoFile], folder: Path, seed: int) -> None:
        self._folder, self._seed = folder, seed
        self._clutter = list(clutter)
        self._photos = [
            file for file in files
            if file.beside(folder / SUBJECTS, ".png").exists() and file.beside(folder / CONTOURS, ".png").exists()
        ]  # fmt: skip

    def __len__(self) -> int:
        return len(self._photos)

    @cached_property
    def _portraits(self) -> list[PhotoFile]:
        return [file for file in self._photos if file.kind == FACES]

    @cached_property
    def _cutouts(self) -> list[PhotoFile]:
        return [file for file in self._photos if file.beside(self._folder / CUTOUTS, ".png").exists()]

    def scene(self, number: int, shape: tuple[int, int]) -> Scene:
        """The scene with index `number` and shape (rows, columns) in px."""
        rng = np.random.default_rng((self._seed, number))
        made = self._cutouts and rng.random() < _COMPOSITES
        layers = self._composite(rng, shape) if made else self._photo(rng, shape)
        if rng.random() < _FRAMED:
            layers = framed(layers, rng)
        return _scaled(replace(layers, picture=photographed(layers.picture, rng)))

    def composite(self, number: int, shape: tuple[int, int]) -> Layers:
        """A composite without frame and photometric augmentation, for evaluation."""
        return self._composite(np.random.default_rng((self._seed, number)), shape)

    def _photo(self, rng: np.random.Generator, shape: tuple[int, int]) -> Layers:
        """A random crop of a photo that keeps most of its subject."""
        layers = self._read(_one_of(self._portraits if rng.random() < _PORTRAITS else [], self._photos, rng))
        height, width = layers.share.shape
        everything = max(float(layers.share.sum()), 1.0)
        for tried in range(5):
            # The window lies within the photo and has the target aspect ratio, slightly perturbed.
            fill = rng.uniform(0.6, 1.0) if tried < 4 else 1.0
            aspect = shape[1] / shape[0] * np.exp(rng.normal(0, 0.12))
            columns = fill * min(width, height * aspect)
            rows = min(height, columns / aspect)
            left, top = rng.uniform(0, width - columns), rng.uniform(0, height - rows)
            window = layers.share[int(top) : int(top + rows) + 1, int(left) : int(left + columns) + 1]
            if window.sum() > _LEAST_KEPT * everything:
                break
        turn = np.deg2rad(rng.normal(0, 5)) if rng.random() < 0.3 else 0.0
        matrix = _window(left, top, columns, rows, shape, turn, flip=bool(rng.random() < 0.5))
        return _warped(layers, matrix, shape)

    def _composite(self, rng: np.random.Generator, shape: tuple[int, int]) -> Layers:
        """Cut-out subjects pasted on a background photo or a colour gradient."""
        if rng.random() < _PLAIN:
            picture = ground_of_colors(shape, rng)
        else:
            photo = read_photo(self._clutter[rng.integers(len(self._clutter))].path)
            fill = rng.uniform(0.4, 1.0)
            height, width = photo.shape[:2]
            columns = fill * min(width, height * shape[1] / shape[0])
            rows = columns * shape[0] / shape[1]
            left, top = rng.uniform(0, width - columns), rng.uniform(0, max(0.0, height - rows))
            matrix = _window(left, top, columns, rows, shape, 0.0, flip=bool(rng.random() < 0.5))
            picture = _warp(photo, matrix, shape)
            if rng.random() < _BLURRED:
                picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(1, 5))
        picture = tinted(picture, rng, 0.5).astype(np.float32)
        share, levels, faces = (np.zeros(shape, dtype=np.float32) for _ in range(3))
        face_weight = np.full(shape, _UNKNOWN, dtype=np.float32)
        small = bool(rng.random() < _SMALL)
        for _ in range(1 + (int(rng.integers(1, 3)) if rng.random() < _SEVERAL else 0)):
            file = self._subject(rng)
            colors, opacity, seen, face = self._placed(file, rng, shape, small)
            picture = colors + picture * (1 - opacity[..., None])
            # The outline of a subject in front of another is an inner contour.
            seam = outline_of(opacity) * (share > 0.5)
            levels = np.maximum(np.where(opacity > 0.5, seen, levels), cv2.GaussianBlur(seam, (0, 0), 1.0) * 2.5)
            faces = np.where(opacity > 0.5, face, faces)
            face_weight = np.where(opacity > 0.5, 0.0 if file.kind in LIVING else 1.0, face_weight).astype(np.float32)
            share = np.maximum(share, opacity)
        picture = picture.clip(0, 255).astype(np.uint8)
        return Layers(picture, share, levels, faces, np.ones(shape, dtype=np.float32), face_weight)

    def _subject(self, rng: np.random.Generator) -> PhotoFile:
        chance = rng.random()
        if chance < _PORTRAITS:
            return _one_of(self._portraits, self._cutouts, rng)
        return _one_of(self._photos if chance < _PORTRAITS + _BORROWED else [], self._cutouts, rng)

    def _placed(
        self, file: PhotoFile, rng: np.random.Generator, shape: tuple[int, int], small: bool
    ) -> tuple[NDArray[np.float32], Map, Map, Map]:
        """A randomly placed subject: premultiplied colours [H, W, 3], alpha, contours and face [H, W]."""
        layers = self._read(file)
        kept = file.beside(self._folder / CUTOUTS, ".png")
        if kept.exists():
            read = np.asarray(cv2.imread(str(kept), cv2.IMREAD_UNCHANGED), dtype=np.uint8)
            colors, opacity = read[..., 2::-1], read[..., 3]
        else:
            colors, opacity = layers.picture, (layers.share * 255).astype(np.uint8)
        rows, columns = np.nonzero(opacity > 127)
        if not len(rows):
            nothing = np.zeros(shape, dtype=np.float32)
            return np.zeros((*shape, 3), dtype=np.float32), nothing, nothing, nothing
        box = slice(rows.min(), rows.max() + 1), slice(columns.min(), columns.max() + 1)
        alone = np.dstack([tinted(np.ascontiguousarray(colors[box]), rng, 0.5), opacity[box]]).astype(np.float32)
        alone[..., :3] *= alone[..., 3:] / 255  # premultiplied: so it can be scaled
        part = rng.uniform(0.1, 0.3) if small else rng.uniform(0.35, 1.0)
        scale = part * min(shape[0] / alone.shape[0], shape[1] / alone.shape[1])
        squeeze = np.exp(rng.normal(0, 0.08))
        size = max(2, round(alone.shape[1] * scale * squeeze)), max(2, round(alone.shape[0] * scale / squeeze))
        turn = rng.normal(0, 12) if rng.random() < 0.5 else 0.0
        matrix = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), turn, 1.0)
        spare = (np.array(shape[::-1]) - size) / 2
        matrix[:, 2] += spare + rng.uniform(-1, 1, 2) * np.maximum(spare, 0) * rng.choice([0.6, 1.0])
        if rng.random() < 0.5:
            matrix[0] = -matrix[0]
            matrix[0, 2] += shape[1] - 1
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        laid, seen, face = (
            cv2.warpAffine(cv2.resize(one, size, interpolation=way), matrix, shape[::-1], flags=cv2.INTER_LINEAR)
            for one in (alone, layers.levels[box], layers.faces[box])
        )
        return laid[..., :3], (laid[..., 3] / 255).clip(0, 1), seen, face

    def _read(self, file: PhotoFile) -> Layers:
        share, certainty = read_subject(file, self._folder)
        levels = read_levels(file.beside(self._folder / CONTOURS, ".png"))
        features = file.beside(self._folder / FEATURES, ".png")
        faces = read_levels(features) if features.exists() else np.zeros_like(share)
        if file.kind in LIVING or (file.kind == FACES and not faces.any()):
            face_weight = np.where(share > 0.5, 0, _UNKNOWN).astype(np.float32)
        else:
            face_weight = np.ones_like(share)
        return Layers(read_photo(file.path), share, np.maximum(levels, faces), faces, certainty, face_weight)


def _scaled(layers: Layers) -> Scene:
    contours = target_contours(layers.levels, layers.share)
    outline = cv2.GaussianBlur(outline_of(layers.share), (0, 0), 2.0)
    weight = layers.certainty * (1 + 4 * outline)  # thin parts are all outline: they must count
    faces = softened(ridges(layers.faces)) if layers.faces.any() else layers.faces
    size = layers.share.shape[1] // 2, layers.share.shape[0] // 2
    maps = layers.share, contours, faces, weight, layers.face_weight
    return Scene(layers.picture, *(cv2.resize(one, size, interpolation=cv2.INTER_AREA) for one in maps))


def framed(layers: Layers, rng: np.random.Generator) -> Layers:
    """Adds letterbox bars or a frame of uniform colour, which are neither subject nor contour."""
    height, width = layers.share.shape
    depth = rng.uniform(0.02, 0.16, 4) * (height, height, width, width)
    sort = rng.integers(3)
    if sort < 2:  # horizontal or vertical bars
        depth[2 * int(1 - sort) : 2 * int(1 - sort) + 2] = 0
    top, bottom, left, right = (int(value) for value in depth)
    color = rng.choice(np.array([[0, 0, 0], [255, 255, 255], rng.integers(0, 256, 3)]), p=(0.6, 0.25, 0.15))
    inner = width - left - right, height - top - bottom

    def framed(values: NDArray[np.float32] | NDArray[np.uint8], around: list[float]) -> NDArray[np.float32]:
        small = cv2.resize(values, inner, interpolation=cv2.INTER_AREA)
        laid: NDArray[np.float32] = cv2.copyMakeBorder(
            small, top, bottom, left, right, cv2.BORDER_CONSTANT, value=around
        )
        return laid

    picture = framed(layers.picture, [float(value) for value in color]).astype(np.uint8)
    seen = (framed(one, [0.0]) for one in (layers.share, layers.levels, layers.faces))
    return Layers(picture, *seen, *(framed(one, [1.0]) for one in (layers.certainty, layers.face_weight)))


def _window(
    left: float, top: float, columns: float, rows: float, shape: tuple[int, int], turn: float, *, flip: bool
) -> NDArray[np.float64]:
    """Affine matrix [2, 3] from a window of a photo to the picture, with a rotation about its centre."""
    x, y = shape[1] / columns, shape[0] / rows
    matrix = np.array([[x, 0, -left * x], [0, y, -top * y]])
    middle = np.array([shape[1] / 2, shape[0] / 2])
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    matrix[:, :2] = rotation @ matrix[:, :2]
    matrix[:, 2] = rotation @ (matrix[:, 2] - middle) + middle
    if flip:
        matrix[0] = -matrix[0]
        matrix[0, 2] += shape[1]
    return matrix


def _warp(
    image: NDArray[np.uint8] | NDArray[np.float32], matrix: NDArray[np.float64], shape: tuple[int, int]
) -> NDArray[np.uint8]:
    """Applies an affine matrix in pixel-corner coordinates; the border is reflected."""
    shift = matrix.copy()
    shift[:, 2] += matrix[:, :2] @ (0.5, 0.5) - 0.5  # OpenCV uses pixel centres
    scale = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
    if scale < 0.75:  # low-pass against aliasing
        image = cv2.GaussianBlur(image, (0, 0), 0.4 / scale)
    warped: NDArray[np.uint8] = cv2.warpAffine(
        image, shift, shape[::-1], flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
    )
    return warped


def _warped(layers: Layers, matrix: NDArray[np.float64], shape: tuple[int, int]) -> Layers:
    moved: list[Any] = [_warp(getattr(layers, one.name), matrix, shape) for one in fields(layers)]
    return Layers(*moved)


def _one_of(some: Sequence[PhotoFile], others: Sequence[PhotoFile], rng: np.random.Generator) -> PhotoFile:
    """A random element of `some`, or of `others` if it is empty."""
    choice = some or others
    return choice[int(rng.integers(len(choice)))]
