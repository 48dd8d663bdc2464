"""Training and export of the decoder from sentences to first strokes."""
