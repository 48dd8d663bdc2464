"""The drawing as an immutable value, and its SVG."""

from app.document.drawing import Drawing, Layer, Stroke

__all__ = ["Drawing", "Layer", "Stroke"]
