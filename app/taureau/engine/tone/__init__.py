"""Tone under the lines: hatching and stippling of a subject's dark parts; torch-free."""
