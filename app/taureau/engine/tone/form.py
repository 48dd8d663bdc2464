"""Hatching along the form: evenly spaced lines that follow the photo's directions."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.engine.tone.darkness import Darkness, Map, thresholds
from taureau.geometry import Curve, Points
from taureau.geometry.polyline_fit import open_curve

_GRADIENT, _TENSOR = 0.006, 0.03  # of the longer side: smoothing of the photo, and of its structure tensor
_STEP = 1.5  # px of a line at a time
_MEETING = 0.55  # of the spacing, at which a line ends beside another one
_SHORTEST = 2.0  # spacings: shorter lines are left out
_TOLERANCE = 0.35  # px within which curves follow their lines
_SHARPEST = math.cos(math.radians(50))  # of the turn in one step, at which a line ends


def along_form(darkness: Darkness, spacing: float, levels: int) -> list[Curve]:
    """Return lines over what is dark, along the photo's directions, in document px.

    They are evenly spaced, `spacing` document px apart (Jobard and Lefer, 1997), and half as far apart with every
    darker level. Directions are those of the structure tensor (Bigün and Granlund, 1987): along edges and furrows.
    """
    apart = spacing / darkness.to_document.mean_scale
    field = _Directions.of(darkness.lightness)
    curves: list[Curve] = []
    for level, threshold in enumerate(thresholds(levels)):
        gap = apart / 2**level
        lines = _Lines(field, darkness.beyond(threshold, apart), gap)
        for curve in curves:
            lines.block(curve.sample(8))
        curves += [open_curve(line, _TOLERANCE) for line in lines.all()]
    return [darkness.to_document.curve(curve) for curve in curves]


@dataclass(frozen=True, eq=False)
class _Directions:
    """A unit direction in every pixel; its opposite is the same direction."""

    x: Map  # [H, W]
    y: Map

    @classmethod
    def of(cls, lightness: Map) -> _Directions:
        longer = max(lightness.shape)
        smooth = cv2.GaussianBlur(lightness, (0, 0), _GRADIENT * longer)
        gx, gy = (cv2.Scharr(smooth, cv2.CV_32F, *way) for way in ((1, 0), (0, 1)))
        xx, xy, yy = (cv2.GaussianBlur(product, (0, 0), _TENSOR * longer) for product in (gx * gx, gx * gy, gy * gy))
        angle = 0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2  # across the gradient
        return cls(np.cos(angle), np.sin(angle))

    def at(self, x: float, y: float) -> tuple[float, float]:
        row, column = int(y), int(x)
        return float(self.x[row, column]), float(self.y[row, column])


class _Lines:
    """Grows lines from beside those that it has, where values are above 0."""

    def __init__(self, field: _Directions, beyond: Map, gap: float) -> None:
        self._field, self._beyond, self._gap = field, beyond, gap
        self._near = np.zeros(beyond.shape, np.uint8)  # 1 where no line may pass
        self._beside = np.zeros(beyond.shape, np.uint8)  # 1 where no line may begin

    def block(self, line: Points) -> None:
        """Keep new lines away from a line [K, 2]."""
        corners = [np.rint(line - 0.5).astype(np.int32)]
        cv2.polylines(self._near, corners, False, 1, max(1, round(2 * _MEETING * self._gap - 1)))
        cv2.polylines(self._beside, corners, False, 1, max(1, round(1.8 * self._gap - 1)))

    def all(self) -> list[Points]:
        """Return the lines [K, 2] that fit, px."""
        found: list[Points] = []
        waiting: deque[Points] = deque()
        for seed in self._seeds():
            waiting.append(seed[None])
            while waiting:
                for x, y in waiting.popleft().tolist():
                    line = self._line(x, y)
                    if line is not None:
                        found.append(line)
                        self.block(line)
                        waiting.append(self._neighbours(line))
        return found

    def _seeds(self) -> NDArray[np.float64]:
        """Return places to begin at, the darkest first, on a grid as wide as the gap."""
        step = max(1, round(self._gap))
        rows, columns = np.mgrid[step // 2 : self._beyond.shape[0] : step, step // 2 : self._beyond.shape[1] : step]
        values = self._beyond[rows, columns].ravel()
        order = np.argsort(-values, kind="stable")
        seeds = np.stack([columns.ravel(), rows.ravel()], axis=1)[order] + 0.5
        return np.asarray(seeds[values[order] > 0])

    def _neighbours(self, line: Points) -> Points:
        """Return the places at the gap's distance on both sides of a line."""
        way = np.gradient(line, axis=0)
        normal = np.stack([-way[:, 1], way[:, 0]], axis=1) / np.maximum(np.hypot(*way.T), 1e-9)[:, None]
        both = np.stack([line + self._gap * normal, line - self._gap * normal], axis=1)
        return np.asarray(both[:: max(1, round(self._gap / _STEP))].reshape(-1, 2))

    def _line(self, x: float, y: float) -> Points | None:
        """Return the line through a place, both ways; None where none may begin, or where it is short."""
        if not self._free(x, y, self._beside):
            return None
        ahead, behind = self._walk(x, y, 1.0), self._walk(x, y, -1.0)
        line = np.array([*behind[::-1], (x, y), *ahead])
        if _STEP * (len(line) - 1) < _SHORTEST * self._gap or len(line) < 3:
            return None
        return line

    def _walk(self, x: float, y: float, sign: float) -> list[tuple[float, float]]:
        """Return the places of a line after this one, to where it leaves the dark or comes near another."""
        places: list[tuple[float, float]] = []
        dx, dy = (sign * part for part in self._field.at(x, y))
        most = round(4 * sum(self._beyond.shape) / _STEP)
        while len(places) < most:
            mx, my = x + dx * _STEP / 2, y + dy * _STEP / 2  # the midpoint rule
            if not self._free(mx, my, self._near):
                break
            nx, ny = self._field.at(mx, my)
            cosine = nx * dx + ny * dy
            if cosine < 0:
                nx, ny, cosine = -nx, -ny, -cosine
            x, y, dx, dy = x + nx * _STEP, y + ny * _STEP, nx, ny
            if cosine < _SHARPEST or not self._free(x, y, self._near) or _comes_back(places, x, y, self._gap):
                break
            places.append((x, y))
        return places

    def _free(self, x: float, y: float, taken: NDArray[np.uint8]) -> bool:
        rows, columns = self._beyond.shape
        if not (0 <= x < columns and 0 <= y < rows):
            return False
        return bool(self._beyond[int(y), int(x)] > 0) and not taken[int(y), int(x)]


def _comes_back(places: list[tuple[float, float]], x: float, y: float, gap: float) -> bool:
    """Return whether a line meets its own earlier part, as around an eddy."""
    earlier = places[: max(0, len(places) - round(4 * gap / _STEP)) : 3]
    return any(math.hypot(x - a, y - b) < _MEETING * gap for a, b in earlier)
