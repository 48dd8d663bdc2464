"""A prompt as the bundled stroke decoder understands it; torch-free, so that it is said before anything is loaded."""

from __future__ import annotations

from dataclasses import replace

from taureau.engine.encoders import encoders_for, first_present
from taureau.engine.errors import NotLearntError
from taureau.engine.presets import CLIP_PRESETS
from taureau.engine.request import BUILTIN, SketchRequest
from taureau.engine.things.sentence import described
from taureau.engine.things.shares import usual_strokes
from taureau.perception.vocabulary import in_clear_names, own_vocabulary, read_prompt
from taureau.perception.vocabulary.grammar import on_one_line
from taureau.weights import OWN_CLIP, has_stroke_decoder

_LONGEST = 60  # letters of a prompt that a message repeats


def understood(request: SketchRequest) -> tuple[SketchRequest, str]:
    """Return the request with the sentence that is drawn, and a line for the user where it is not the typed one.

    Only a prompt that the bundled decoder draws is looked up: larger encoders read any. Of a sentence of several things
    each is looked up by itself, and the sentence is kept: `in_known_words` says how each is drawn. Raises
    NotLearntError for words that the decoder has not learnt, unless the request has `force`; WeightsError where the
    vocabulary is damaged.
    """
    if not _decoded(request):
        return request, ""
    description = described(request.prompt)
    phrases = [request.prompt] if description.is_plain else [thing.phrase for thing in description.things]
    notices = []
    for phrase in dict.fromkeys(phrases):
        reading = read_prompt(phrase, own_vocabulary())
        if not reading.known and not request.force:
            raise NotLearntError(_shortened(phrase), reading.near)
        if reading.known and reading.changed:
            notices.append(f"{_shortened(phrase)}: drawing {_shortened(reading.sentence)}")
    if description.is_plain and notices:
        request = replace(request, prompt=read_prompt(request.prompt, own_vocabulary()).sentence)
    return request, "; ".join(notices)


def with_usual_strokes(request: SketchRequest) -> SketchRequest:
    """Return a request with the number of strokes that it is drawn with where the user gives none.

    A sentence of several things, which the bundled decoder draws one by one, takes more than other requests.
    """
    return replace(request, strokes=usual_strokes(described(request.prompt))) if _decoded(request) else request


def in_known_words(phrase: str) -> str:
    """Return a phrase as the bundled decoder is to read it; itself where it is unknown.

    In English, slips corrected, and with names that mean nothing else to it: "a desk" for "ein Tisch".
    """
    vocabulary = own_vocabulary()
    reading = read_prompt(phrase, vocabulary)
    return in_clear_names(reading.sentence, vocabulary.names) if reading.known else phrase


def checked_words(phrase: str) -> str:
    """Return a phrase as `in_known_words` does; raises NotLearntError where it is unknown."""
    reading = read_prompt(phrase, own_vocabulary())
    if not reading.known:
        raise NotLearntError(_shortened(phrase), reading.near)
    return in_known_words(phrase)


def _decoded(request: SketchRequest) -> bool:
    """Return whether the bundled decoder makes the first strokes."""
    if request.photo is not None or request.preset not in CLIP_PRESETS or not has_stroke_decoder():
        return False
    if request.encoder != BUILTIN:
        return request.encoder == OWN_CLIP
    return first_present(encoders_for(request.preset, alone=True)) == OWN_CLIP


def _shortened(text: str) -> str:
    line = on_one_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
