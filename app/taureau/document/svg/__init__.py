"""SVG in and out: what other programs write is read as far as strokes go, what is written is read back exactly."""
