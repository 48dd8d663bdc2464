"""Colours from the photo: inks along the strokes, and flat areas beneath them; torch-free."""
