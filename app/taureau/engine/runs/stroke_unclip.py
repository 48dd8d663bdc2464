"""Variations, blends and text differences (arXiv 2204.06125, section 3) as strokes, by the decoder that ships."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import torch
from torch import Tensor

from taureau.cancellation import Cancellation, CancelledError
from taureau.document import Drawing, Layer, Stroke
from taureau.engine.errors import CannotDrawError
from taureau.engine.events import Candidate, Finished
from taureau.engine.prompts import checked_words, with_usual_strokes
from taureau.engine.request import MAX_SEEDS, PROMPT_SHEET, SketchRequest, default_width
from taureau.engine.runs.runner import failed
from taureau.engine.runs.sketch import sketch
from taureau.engine.scene.scene import CANVAS
from taureau.engine.starts.prompt_strokes import Points, as_many, certainty_of, decode, decode_strip
from taureau.events import Event, Failed, Notice, StageChanged
from taureau.geometry import Affine, Curve
from taureau.imagine import Blend, Change, DrawingReady, GenerationFinished, ImagineRequest, Variation, Words
from taureau.imagine.arithmetic import changed, slerp
from taureau.imagine.facts import request_facts
from taureau.perception.sentence_prior import Meaning, SentencePrior, own_prior
from taureau.perception.stroke_decoder import StrokeDecoder, stroke_decoder
from taureau.perception.vocabulary import own_vocabulary, thing_in
from taureau.threads import DRAWING_THREADS
from taureau.version import VERSION
from taureau.weights import OWN_CLIP
from taureau.wording import said, tr_noop

_TO_SHEET = Affine.scale(PROMPT_SHEET / CANVAS)
_DRAWINGS = 40  # of the decoder, from which a variation is chosen; more take longer
_PEN = default_width(PROMPT_SHEET, PROMPT_SHEET, PROMPT_SHEET)  # px


def draw(request: ImagineRequest, cancelled: Callable[[], bool], *, run: str = "") -> Iterator[Event]:
    """Draw what a request asks for; the last event is GenerationFinished or Failed.

    A variation of a seed is that of the words that the image is taken for, as far down the order of the styles as the
    seed says; there may be fewer than the request counts. `run` is the id in all events.
    """
    if isinstance(request.what, Words):
        yield from _of_words(request, request.what, cancelled, run)
        return
    cancellation = Cancellation(cancelled)
    ready = 0
    try:
        torch.set_num_threads(DRAWING_THREADS)
        for event in _drawings(request, cancellation, run):
            ready += isinstance(event, DrawingReady)
            yield event
    except CancelledError:
        yield GenerationFinished(run, ready, cancellation.seconds, stopped=True)
    except Exception as error:  # torch and safetensors have exceptions of their own
        yield failed(run, error)
    else:
        yield GenerationFinished(run, ready, cancellation.seconds, stopped=False)


def _of_words(request: ImagineRequest, words: Words, cancelled: Callable[[], bool], run: str) -> Iterator[Event]:
    """Draw a sentence as `sketch` does, and keep all candidates, the best first."""
    cancellation = Cancellation(cancelled)
    side, found = float(PROMPT_SHEET), dict[int, Drawing]()
    asked = SketchRequest(
        None, side, side, prompt=words.sent, preset="fine", encoder=OWN_CLIP, seed=request.seed,
        seeds=min(request.count, MAX_SEEDS),
    )  # fmt: skip
    asked = with_usual_strokes(asked) if request.strokes is None else replace(asked, strokes=request.strokes)
    for event in sketch(asked, cancelled, run=run):
        match event:
            case StageChanged() | Notice() | Failed():
                yield event
            case Candidate(seed=seed, drawing=drawing):
                found[seed] = drawing
            case Finished(report=report):
                for index, (seed, drawing) in enumerate(sorted(found.items())):
                    facts = {**drawing.facts, **request_facts(request, index), "seed": str(seed)}
                    yield DrawingReady(run, index, seed, replace(drawing, facts=facts))
                yield GenerationFinished(run, len(found), cancellation.seconds, stopped=report.stopped)


def _drawings(request: ImagineRequest, cancellation: Cancellation, run: str) -> Iterator[Event]:
    checkpoint = cancellation.checkpoint
    checkpoint()
    yield StageChanged(run, tr_noop("looking at the picture"))
    prior, decoder = own_prior(), stroke_decoder()
    most, styles = request.strokes or decoder.strokes, list(decoder.styles)
    ready = partial(_ready, request, run, most)
    match request.what:
        case Variation(image=image):
            meaning = prior.meaning(image)
            yield StageChanged(run, tr_noop("drawing"))
            learnt = {style for name in meaning.names for style in decoder.lessons.get(name, ())}
            found = decode(decoder, meaning.sentences, most, checkpoint, learnt=learnt, most=_DRAWINGS)
            for index, number in enumerate(found.alternatives(request.seed, request.count)):
                shows = meaning.names[found.sentences[number]]
                yield ready(index, found.drawings[number], styles[found.styles[number]], shows)
        case Blend(first=first, second=second):
            ends = [_clearest(decoder, prior.meaning(image)) for image in (first, second)]
            yield StageChanged(run, tr_noop("drawing"))
            shares = [index / (request.count - 1) for index in range(request.count)]
            steps = torch.cat([slerp(ends[0][1], ends[1][1], share) for share in shares])
            learnt = set.intersection(*(set(decoder.lessons.get(name, ())) for name, _ in ends))
            style, drawings = decode_strip(decoder, steps, most, checkpoint, learnt=learnt)
            for index, drawing in enumerate(drawings):
                yield ready(index, drawing, styles[style], f"{ends[0][0]}, {ends[1][0]}")
        case Change(image=image, before=before, after=after, theta=theta):
            name, sentence = _clearest(decoder, prior.meaning(image))
            moved = _changed(prior, sentence, before, after, theta)
            yield StageChanged(run, tr_noop("drawing"))
            target = thing_in(checked_words(after), decoder.lessons, own_vocabulary())
            learnt = set(decoder.lessons.get(target, ()))
            found = decode(decoder, moved, most, checkpoint, learnt=learnt, most=_DRAWINGS)
            for index, number in enumerate(found.alternatives(request.seed, request.count)):
                yield ready(index, found.drawings[number], styles[found.styles[number]], name)


def _clearest(decoder: StrokeDecoder, meaning: Meaning) -> tuple[str, Tensor]:
    """Return the likely name that the decoder draws most certainly, and its sentence [1, W]."""
    best = int(certainty_of(decoder, meaning.sentences).argmax())
    return meaning.names[best], meaning.sentences[best : best + 1]


def _changed(prior: SentencePrior, sentence: Tensor, before: str, after: str, theta: float) -> Tensor:
    try:
        first, second = (prior.sentence(checked_words(words)) for words in (before, after))
        return changed(sentence, first, second, theta)
    except ValueError as error:
        raise CannotDrawError(
            said("Nothing would change: {error}.", error=error), tr_noop("Say it in other words.")
        ) from error


def _ready(
    request: ImagineRequest, run: str, most: int, index: int, drawn: Points, style: str, shows: str
) -> DrawingReady:
    facts = {
        "app": f"taureau {VERSION}", **request_facts(request, index), "shows": shows, "style": style,
        "strokes": str(most), "seed": str(request.seed_of(index)),
    }  # fmt: skip
    points = as_many(drawn, min(most, len(drawn)))
    strokes = tuple(Stroke(Curve(_TO_SHEET.points(stroke)), _PEN) for stroke in points)
    drawing = Drawing(PROMPT_SHEET, PROMPT_SHEET, (Layer("drawing", strokes),), facts)
    return DrawingReady(run, index, request.seed_of(index), drawing)
