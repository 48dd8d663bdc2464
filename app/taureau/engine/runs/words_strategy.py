"""The strategy of a prompt without a photo and a larger CLIP: the stroke decoder draws it in many styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from taureau.engine.events import Candidate
from taureau.engine.prompts import in_known_words
from taureau.engine.runs.run_context import RunContext
from taureau.engine.scene.frame import central_square
from taureau.engine.scene.scene import CANVAS
from taureau.engine.starts.prompt_strokes import CANDIDATES, DecodedDrawings, as_many, decode
from taureau.engine.things.composed import box_of, composed, layers
from taureau.engine.things.sentence import Description, described
from taureau.engine.things.shares import needed
from taureau.engine.things.thing_facts import facts_of
from taureau.events import Event, Notice, StageChanged
from taureau.perception import own_sentences
from taureau.perception.stroke_decoder import stroke_decoder
from taureau.perception.vocabulary import own_vocabulary, thing_in
from taureau.wording import said, tr_noop


class WordsStrategy:
    """Decode each thing of the prompt in every style, propose the best few drawings, and keep the best.

    The strokes are not moved afterwards: the small CLIP that ships breaks clear drawings (docs/decisions/0006).
    """

    def __init__(self, context: RunContext) -> None:
        self._context = context
        self._names = list(stroke_decoder().styles)

    def stages(self) -> Iterator[Event]:
        context, request = self._context, self._context.request
        yield StageChanged(context.run, tr_noop("predicting the strokes"))
        context.cancellation.checkpoint()
        context.place(central_square(request.width, request.height, CANVAS))
        description = described(request.prompt)
        strokes = needed(description, request.strokes)
        if strokes > request.strokes:
            yield Notice(
                context.run,
                said("{count} things take at least {strokes} strokes.", count=description.count, strokes=strokes),
            )
        decoded = self._decoded(description, strokes)
        count = request.seeds or CANDIDATES
        orders = {phrase: one.choice(request.seed, count, request.like) for phrase, one in decoded.items()}
        for rank in reversed(range(max(map(len, orders.values())))):
            context.cancellation.checkpoint()
            chosen = {phrase: order[rank % len(order)] for phrase, order in orders.items()}
            self._draw(description, decoded, chosen, strokes)
            context.seed = request.seed + rank
            yield Candidate(context.run, context.seed, None, context.penned_drawing())
        yield context.progress(1, 1)

    def _decoded(self, description: Description, strokes: int) -> dict[str, DecodedDrawings]:
        """Return the drawings of each phrase in all styles, decoded for its share of the strokes."""
        share = strokes // description.count
        phrases = dict.fromkeys(thing.phrase for thing in description.things)
        checkpoint = self._context.cancellation.checkpoint
        return {phrase: decoded_phrase(phrase, share, checkpoint) for phrase in phrases}

    def _draw(
        self, description: Description, decoded: dict[str, DecodedDrawings], chosen: dict[str, int], strokes: int
    ) -> None:
        """Put a drawing into the context, of the chosen drawing of each phrase (indices)."""
        context = self._context
        drawings = {phrase: decoded[phrase].drawings[index] for phrase, index in chosen.items()}
        if description.is_plain:
            ((phrase, drawn),) = drawings.items()
            context.points = as_many(drawn, strokes)
            context.own_facts = {"style": self._style(decoded[phrase], chosen[phrase])}
            return
        things = composed(description, drawings, CANVAS, strokes, as_many)
        context.layers = layers(things, context.to_document, context.continuation.pen)
        context.own_facts = {}
        for thing in things:
            style = self._style(decoded[thing.phrase], chosen[thing.phrase])
            context.own_facts |= facts_of(thing.name, style, thing.whole, box_of(thing.strokes))

    def _style(self, decoded: DecodedDrawings, index: int) -> str:
        """Return the name of the style of one of the drawings."""
        return self._names[int(decoded.styles[index])]


def decoded_phrase(phrase: str, strokes: int, checkpoint: Callable[[], None]) -> DecodedDrawings:
    """Return the drawings of a phrase in all styles, decoded for so many strokes; `checkpoint` as in `decode`."""
    decoder, sentence = stroke_decoder(), in_known_words(phrase)
    learnt = decoder.lessons.get(thing_in(sentence, decoder.lessons, own_vocabulary()), ())
    return decode(decoder, own_sentences()([sentence]), strokes, checkpoint, learnt=learnt)
