"""The strategy of a prompt without a photo and a larger CLIP: the stroke decoder draws it in many styles."""

from __future__ import annotations

from collections.abc import Iterator

from taureau.engine.events import Candidate
from taureau.engine.runs.run_context import RunContext
from taureau.engine.scene.frame import central_square
from taureau.engine.scene.scene import CANVAS
from taureau.engine.starts.prompt_strokes import as_many, decode
from taureau.events import Event, StageChanged
from taureau.perception import own_sentences
from taureau.perception.stroke_decoder import stroke_decoder

CANDIDATES = 4  # drawings that a run proposes


class WordsStrategy:
    """Decode the prompt in every style, propose the best few, and keep the best.

    The strokes are not moved afterwards: against the small CLIP that ships, drawings broke more often than they gained.
    """

    def __init__(self, context: RunContext) -> None:
        self._context = context

    def stages(self) -> Iterator[Event]:
        context, request = self._context, self._context.request
        checkpoint = context.cancellation.checkpoint
        yield StageChanged(context.run, "predicting the strokes")
        checkpoint()
        context.place(central_square(request.width, request.height, CANVAS))
        decoder, count = stroke_decoder(), request.seeds or CANDIDATES
        decoded = decode(decoder, own_sentences()([request.prompt]), request.strokes, checkpoint)
        styles, names = decoded.alternatives(request.seed, count), list(decoder.styles)
        for rank, style in reversed(list(enumerate(styles))):
            checkpoint()
            context.points = as_many(decoded.drawings[style], request.strokes)
            context.own_facts = {"style": names[style]}
            context.seed = request.seed + rank
            yield Candidate(context.run, context.seed, None, context.drawing())
        yield context.progress(1, 1)
