"""What the model card says of the decoder of words to strokes."""

from __future__ import annotations

from pathlib import Path

from taureau.perception.stroke_decoder import stroke_decoder_from_file
from taureau.weights import STROKES_FILE


def strokes_section(shipped: Path) -> list[str]:
    """The card's part about the decoder beside the weights in a folder; nothing where there is none."""
    file = shipped / STROKES_FILE
    if not file.exists():
        return []
    decoder = stroke_decoder_from_file(file)
    drawings = sum(decoder.hands.values())
    return [
        f"""\
## Strokes from words

`{STROKES_FILE}` ({file.stat().st_size / 1e6:.1f} MB) draws by heart: from what the text tower makes of a sentence, and
the number of one of {len(decoder.hands)} hands, it gives up to {decoder.strokes} cubic strokes. It is a network of
{decoder.shape["blocks"]} residual blocks of {decoder.shape["hidden"]} numbers, kept as one byte each, taught by the
lines and outlines of {drawings:,} of the same pictograms: a hand is the manner of one set. Strokes are matched with
those of the pictogram whatever their order. A thing that many sets draw comes out clearly most often, a rarer one or a
scene as a tangle, and words of other languages are not read. It has no fantasy: two drawings of a word differ as the
hands differ, and one may look much like a pictogram that was learnt; ATTRIBUTION.md names the authors.
`python -m training.strokes all --folder FOLDER` makes such a decoder anew.
"""
    ]
