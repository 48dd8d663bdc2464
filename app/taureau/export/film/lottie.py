"""Lottie JSON: each stroke a layer, drawn by a trim path; one with a profile an outline under a matte that is drawn so.

The format has no textures: strokes of pens that have one are plain ink. See the Lottie specification 1.0,
https://lottie.github.io/lottie-spec/.
"""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Iterator
from typing import Any

from taureau.document import Stroke
from taureau.export.film.score import EASE, Cue
from taureau.export.film.stage import Stage
from taureau.geometry import Curve
from taureau.geometry.outline import outline
from taureau.photo import jpeg_bytes

_VERSION = "5.7.0"
_SHAPE, _SOLID, _IMAGE = 4, 1, 2  # kinds of layers
_ROUND = 2  # caps and joins
_DECIMALS = 2
_ROOM = 1.1, 1.0  # by which a matte is wider than its stroke: a factor, and px
_ORIGIN = {"o": 100, "r": 0, "p": [0, 0, 0], "a": [0, 0, 0], "s": [100, 100, 100]}

Json = dict[str, Any]


def lottie_bytes(stage: Stage, fps: float) -> bytes:
    """Return the film as Lottie, in ASCII."""
    width, height = stage.size
    frames = max(1, round(stage.score.seconds * fps))
    cues = {cue.stroke.id: cue for cue in stage.score.cues}
    upwards = [layer for stroke in stage.drawing.strokes for layer in _layers(cues[stroke.id], fps)]
    beneath, assets = _beneath(stage, fps)
    layers = [*reversed(upwards), *beneath]  # the topmost first
    for number, layer in enumerate(layers, 1):
        layer |= {"ddd": 0, "ind": number, "ip": layer.get("ip", 0), "op": frames, "st": 0, "sr": 1, "bm": 0}
    film = {
        "v": _VERSION,
        "fr": _rounded(fps),
        "ip": 0,
        "op": frames,
        "w": width,
        "h": height,
        "nm": "Taureau",
        "ddd": 0,
        "assets": assets,
        "layers": layers,
    }
    return json.dumps(film, separators=(",", ":")).encode("ascii")


def _layers(cue: Cue, fps: float) -> Iterator[Json]:
    """The layers of a stroke, upwards."""
    for layer in _shapes(cue, fps):
        yield layer | {"ip": math.floor(cue.start * fps)}  # nothing is composed before it


def _shapes(cue: Cue, fps: float) -> Iterator[Json]:
    stroke, opacity = cue.stroke, 100 * cue.stroke.opacity
    if cue.fades:
        appears = _eased(cue, fps, opacity)
        area = [_path(stroke.curve), _fill(stroke.color), _line(stroke)]
        yield _layer(stroke, area if stroke.filled else [_dot(stroke), _fill(stroke.color)], appears)
    elif stroke.profile is None:
        yield _layer(stroke, [_path(stroke.curve), _line(stroke), _trim(cue, fps)], _still(opacity))
    else:
        edge = outline(stroke.curve, stroke.width, stroke.profile)
        yield _layer(stroke, [_path(edge, closed=True), _fill(stroke.color)], _still(opacity)) | {"tt": 1}
        width = stroke.widest * _ROOM[0] + _ROOM[1]
        matte = [_path(stroke.curve), _line(stroke, width), _trim(cue, fps)]
        yield _layer(stroke, matte, _still(100)) | {"td": 1}


def _layer(stroke: Stroke, shapes: list[Json], opacity: Json) -> Json:
    group = {"ty": "gr", "it": [*shapes, {"ty": "tr", **{name: _still(value) for name, value in _flat().items()}}]}
    return {"ty": _SHAPE, "nm": stroke.id, "ks": _transform(opacity), "shapes": [group]}


def _flat() -> Json:
    return {name: value[:2] if isinstance(value, list) else value for name, value in _ORIGIN.items()}


def _transform(opacity: Json, **changed: Json) -> Json:
    return {name: _still(value) for name, value in _ORIGIN.items()} | {"o": opacity} | changed


def _path(curve: Curve, *, closed: bool = False) -> Json:
    points = curve.points
    joints, after, before = points[::3], points[1::3], points[2::3]
    none = [[0.0, 0.0]]
    out = [*_pairs(after - joints[:-1]), *none]
    into = [*none, *_pairs(before - joints[1:])]
    return {"ty": "sh", "ks": _still({"v": _pairs(joints), "i": into, "o": out, "c": closed})}


def _dot(stroke: Stroke) -> Json:
    return {"ty": "el", "p": _still(_pairs([stroke.curve.start])[0]), "s": _still([_rounded(stroke.widest)] * 2)}


def _line(stroke: Stroke, width: float | None = None) -> Json:
    ends = {"lc": _ROUND, "lj": _ROUND}
    return {
        "ty": "st",
        "c": _color(stroke.color),
        "o": _still(100),
        "w": _still(_rounded(width or stroke.width)),
        **ends,
    }


def _fill(color: str) -> Json:
    return {"ty": "fl", "c": _color(color), "o": _still(100), "r": 1}


def _trim(cue: Cue, fps: float) -> Json:
    return {"ty": "tm", "s": _still(0), "e": _eased(cue, fps, 100), "o": _still(0), "m": 1}


def _eased(cue: Cue, fps: float, most: float) -> Json:
    """A value that goes from 0 to `most` while the stroke is drawn."""
    x1, y1, x2, y2 = EASE
    start = {"t": _rounded(cue.start * fps), "s": [0], "o": {"x": [x1], "y": [y1]}, "i": {"x": [x2], "y": [y2]}}
    return {"a": 1, "k": [start, {"t": _rounded(cue.end * fps), "s": [_rounded(most)]}]}


def _beneath(stage: Stage, fps: float) -> tuple[list[Json], list[Json]]:
    """The layers of photo and paper, the topmost first, and what they refer to."""
    width, height = stage.size
    layers: list[Json] = []
    assets: list[Json] = []
    if stage.photo is not None and stage.photo_box is not None:
        rows, columns = stage.photo.pixels.shape[:2]
        data = base64.b64encode(jpeg_bytes(stage.photo)).decode("ascii")
        picture = f"data:image/jpeg;base64,{data}"
        assets.append({"id": "photo", "w": columns, "h": rows, "u": "", "p": picture, "e": 1})
        box = stage.photo_box
        place = _still([_rounded(box.left), _rounded(box.top), 0])
        scale = _still([_rounded(100 * box.width / columns), _rounded(100 * box.height / rows), 100])
        layers.append(
            {"ty": _IMAGE, "nm": "photo", "refId": "photo", "ks": _transform(_seen(stage, fps), p=place, s=scale)}
        )
    if stage.paper is not None:
        solid = {"sw": width, "sh": height, "sc": stage.paper}
        layers.append({"ty": _SOLID, "nm": "paper", "ks": _transform(_still(100)), **solid})
    return layers, assets


def _seen(stage: Stage, fps: float) -> Json:
    """The opacity of the photo."""
    if not stage.photo_fades:
        return _still(100)
    straight = {"o": {"x": [0], "y": [0]}, "i": {"x": [1], "y": [1]}}
    return {"a": 1, "k": [{"t": 0, "s": [100], **straight}, {"t": _rounded(stage.score.lines_drawn * fps), "s": [0]}]}


def _still(value: Any) -> Json:
    return {"a": 0, "k": value}


def _color(color: str) -> Json:
    return _still([round(int(color[at : at + 2], 16) / 255, 4) for at in (1, 3, 5)])


def _pairs(points: Any) -> list[list[float]]:
    return [[_rounded(x), _rounded(y)] for x, y in points]


def _rounded(value: float) -> float:
    return round(float(value), _DECIMALS)
