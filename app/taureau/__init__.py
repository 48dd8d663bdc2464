"""Taureau: a photo becomes a drawing of few, editable Bézier strokes."""

__version__ = "0.1.0"
