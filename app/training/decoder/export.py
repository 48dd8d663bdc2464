"""Export of the stroke decoder beside the weights whose text tower it uses, with an entry in their record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from taureau.perception.sentence_prior import packed_names
from taureau.perception.stroke_decoder import StrokeDecoder, packed_decoder
from taureau.weights import NAMES_FILE, STROKES_FILE
from torch import Tensor

from training.encoder.export import write_beside


def write_decoder(decoder: StrokeDecoder, folder: Path) -> int:
    """Write a decoder into a folder, and into the record of weights there; return its size in bytes.

    Raises TooLargeError before anything is replaced.
    """
    return write_beside(packed_decoder(decoder), STROKES_FILE, folder)


def write_names(names: Sequence[tuple[str, int]], sentences: Tensor, folder: Path) -> int:
    """Write names, each with its number of drawings, and their embeddings [N, W] likewise."""
    return write_beside(packed_names(names, sentences), NAMES_FILE, folder)
