"""Draws one thing of a drawing differently that a sentence of several things made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from taureau.cancellation import Cancellation
from taureau.document import Drawing
from taureau.engine.errors import CannotDrawError
from taureau.engine.events import ThingRedrawn
from taureau.engine.request import ThingRequest
from taureau.engine.runs.runner import Prepared, run_events
from taureau.engine.runs.words_strategy import decoded_phrase
from taureau.engine.scene.frame import central_square
from taureau.engine.scene.scene import CANVAS
from taureau.engine.starts.prompt_strokes import as_many
from taureau.engine.things.redrawn import redrawn, thing_layers
from taureau.engine.things.thing_facts import style_fact
from taureau.events import Event, StageChanged
from taureau.perception.stroke_decoder import stroke_decoder
from taureau.weights import OWN_CLIP


def another_thing(request: ThingRequest, cancelled: Callable[[], bool], *, run: str | None = None) -> Iterator[Event]:
    """Draw the thing in the style that comes next; the last event is ThingRedrawn or Failed, or none if cancelled."""

    def work(run: str, cancellation: Cancellation) -> Iterator[Event]:
        yield StageChanged(run, "predicting the strokes")
        yield ThingRedrawn(run, _another(request, cancellation.checkpoint))

    return run_events(cancelled, lambda: Prepared("cpu", OWN_CLIP, work), run=run)


def _another(request: ThingRequest, checkpoint: Callable[[], None]) -> Drawing:
    drawing, thing = request.drawing, thing_layers(request.drawing).get(request.layer)
    layer = drawing.layers[request.layer]
    if thing is None:
        raise CannotDrawError(
            f"The layer {layer.name!r} holds no thing of a sentence.", "Choose one that words have drawn."
        )
    checkpoint()
    decoded = decoded_phrase(thing.phrase, len(layer.strokes), checkpoint)
    order, names = decoded.alternatives(0, len(decoded.drawings)), list(stroke_decoder().styles)
    styles = [names[int(decoded.styles[index])] for index in order]
    now = drawing.facts[style_fact(layer.name)]
    first = (styles.index(now) if now in styles else -1) + request.turn
    to_sheet = central_square(drawing.width, drawing.height, CANVAS).inverse()
    for step in range(first, first + len(order)):
        place = step % len(order)
        drawn = decoded.drawings[order[place]]
        found = redrawn(drawing, request.layer, drawn, styles[place], to_sheet, CANVAS, as_many)
        if found is not None:
            return found
    raise CannotDrawError(
        f"What is in front of the layer {layer.name!r} hides all of it.", "Move it, or hide what is in front."
    )
