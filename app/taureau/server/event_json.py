"""Events of runs as JSON: the class's name, then its fields; drawings as SVG text, maps as PNG."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from taureau.document import Drawing, drawing_to_svg
from taureau.events import Event
from taureau.geometry import Curve, SvgPathPen


def event_json(event: Event) -> dict[str, Any]:
    """Return an event as a JSON object.

    `event` is the name of its class. A drawing is an SVG text, the curve of a stroke SVG path data, a map of values
    from 0 to 1 a data URL of a PNG from black to white, and a number that is not finite is null.
    """
    return {"event": type(event).__name__, **{one.name: _json(getattr(event, one.name)) for one in fields(event)}}


def _json(value: Any) -> Any:
    if isinstance(value, Drawing):
        return drawing_to_svg(value)
    if isinstance(value, Curve):
        pen = SvgPathPen()
        value.draw(pen)
        return pen.data
    if isinstance(value, np.ndarray):
        return _picture(value) if value.ndim == 2 and value.shape[1] != 2 else value.tolist()
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(name): _json(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_json(one) for one in value]
    if is_dataclass(value):
        return {one.name: _json(getattr(value, one.name)) for one in fields(value)}
    return str(value) if isinstance(value, Path) else value


def _picture(values: np.ndarray[Any, Any]) -> str:
    stream = io.BytesIO()
    Image.fromarray((values.clip(0, 1) * 255).round().astype(np.uint8)).save(stream, "PNG")
    return f"data:image/png;base64,{base64.b64encode(stream.getvalue()).decode()}"
