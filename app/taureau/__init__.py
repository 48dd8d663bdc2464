"""Taureau: a photo becomes a drawing of few, editable Bézier strokes."""

__version__ = "0.2.0"
