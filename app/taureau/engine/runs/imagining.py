"""Imagining with what the encoders see: an eye for a model that has none, and what each image shows of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import torch
from torch import Tensor

from taureau.engine.encoders import READERS, first_present
from taureau.engine.runs.runner import thread_count
from taureau.events import Event, Notice
from taureau.imagine import Agreed, Agreement, ImageReady, ImagineRequest, Thing, Words
from taureau.imagine.choice import SEER
from taureau.imagine.held import Held
from taureau.imagine.imagine import imagine as run_model
from taureau.imagine.noun_phrases import noun_phrases
from taureau.imagine.painter import Pixels
from taureau.perception import ClipEncoder, load_encoder
from taureau.weights import RefusedWeightsError, WeightsError, find_model

_ASKED = "a photo of {}"


def imagine(
    request: ImagineRequest, cancelled: Callable[[], bool], *, run: str | None = None, held: Held | None = None
) -> Iterator[Event]:
    """The images of `taureau.imagine`; for a sentence with attributes or several things, Agreed follows each image.

    An encoder that reads words must be on this machine for that.
    """
    torch.set_num_threads(thread_count())
    phrases = noun_phrases(request.what.prompt) if isinstance(request.what, Words) else ()
    telling = len(phrases) > 1 or any(len(phrase.split()) > 2 for phrase in phrases)
    judge_id = first_present(READERS) if telling else None
    judge: PromptJudge | None = None
    for event in run_model(request, cancelled, run=run, see=_seen, held=held):
        yield event
        if isinstance(event, ImageReady) and judge_id is not None:
            try:
                judge = judge or PromptJudge(find_model(judge_id).name, _clip(judge_id), phrases)
                yield Agreed(event.run, event.index, judge.look_at(event.image))
            except (WeightsError, RuntimeError, MemoryError) as error:  # the pictures are what was asked for
                judge_id = None
                yield Notice(event.run, f"What the pictures show of the words cannot be told: {error}.")


class PromptJudge:
    """An encoder that tells how far images show the things of one sentence."""

    @torch.no_grad()
    def __init__(self, name: str, encoder: ClipEncoder, phrases: tuple[str, ...]) -> None:
        self._name, self._encoder, self._phrases = name, encoder, phrases
        self._read = encoder.read([_ASKED.replace("{}", phrase) for phrase in phrases])  # [K, D]
        # Words differ in how near they are to any image: what counts is how much nearer one is than images of nothing.
        colors = torch.tensor([*product((0.0, 1.0), repeat=3), (0.5, 0.5, 0.5)], device=self._read.device)  # [9, 3]
        sheets = colors[:, :, None, None].expand(-1, -1, encoder.size, encoder.size)
        self._blank = (encoder.see(sheets, embedding=True).direction() @ self._read.T).mean(0)  # [K]

    @torch.no_grad()
    def look_at(self, image: Pixels) -> Agreement:
        encoder = self._encoder
        seen = encoder.see(encoder.prepare(image), embedding=True).direction()  # [1, D]
        cosines = (seen @ self._read.T)[0].tolist()
        things = map(Thing, self._phrases, cosines, self._blank.tolist())
        return Agreement(self._name, tuple(things))


@torch.no_grad()
def _seen(image: Pixels) -> Tensor:
    """The embedding of an image [1, D] by the CLIP that Karlo was trained with; on the CPU, where it takes a second."""
    encoder = _clip(SEER)
    embedding = encoder.see(encoder.prepare(image), embedding=True).embedding
    if embedding is None:
        raise ValueError(f"{SEER} made no embedding")
    return embedding


def _clip(encoder_id: str) -> ClipEncoder:
    encoder = load_encoder(encoder_id)
    if not isinstance(encoder, ClipEncoder):
        raise RefusedWeightsError(f"{encoder_id} is no CLIP, and cannot see for Karlo: mend the catalogue")
    return encoder
