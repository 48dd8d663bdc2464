"""Image generation with the encoders: an image encoder for models without one, and a check against the prompt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import torch
from torch import Tensor

from taureau.engine.encoders import READERS, first_present
from taureau.events import Event, Notice
from taureau.imagine import Agreed, Agreement, ImageReady, ImagineRequest, Thing, Words
from taureau.imagine.choice import KARLO_IMAGE_ENCODER
from taureau.imagine.generator import Pixels
from taureau.imagine.imagine import imagine as run_model
from taureau.imagine.model_cache import ModelCache
from taureau.imagine.noun_phrases import noun_phrases
from taureau.perception import ClipEncoder, load_encoder
from taureau.threads import spare_cores
from taureau.weights import RefusedWeightsError, WeightsError, find_model
from taureau.wording import said

_TEMPLATE = "a photo of {}"


def imagine(
    request: ImagineRequest, cancelled: Callable[[], bool], *, run: str | None = None, cache: ModelCache | None = None
) -> Iterator[Event]:
    """Generate images; for a sentence with attributes or several things, Agreed follows each image.

    That needs an encoder with a text tower on this machine.
    """
    torch.set_num_threads(spare_cores())
    phrases = noun_phrases(request.what.prompt) if isinstance(request.what, Words) else ()
    checking = len(phrases) > 1 or any(len(phrase.split()) > 2 for phrase in phrases)
    encoder_id = first_present(READERS) if checking else None
    judge: PromptJudge | None = None
    for event in run_model(request, cancelled, run=run, embed_image=_embedding, cache=cache):
        yield event
        if isinstance(event, ImageReady) and encoder_id is not None:
            try:
                judge = judge or PromptJudge(find_model(encoder_id).name, _clip(encoder_id), phrases)
                yield Agreed(event.run, event.index, judge.agreement(event.image))
            except (WeightsError, RuntimeError, MemoryError) as error:  # the images are what was requested
                encoder_id = None
                yield Notice(event.run, said("The pictures cannot be compared with the prompt: {error}.", error=error))


class PromptJudge:
    """Measures how well images show the things of one sentence."""

    @torch.no_grad()
    def __init__(self, name: str, encoder: ClipEncoder, phrases: tuple[str, ...]) -> None:
        self._name, self._encoder, self._phrases = name, encoder, phrases
        self._read = encoder.encode_text([_TEMPLATE.replace("{}", phrase) for phrase in phrases])  # [K, D]
        # Sentences differ in their cosine with any image: what counts is the difference from blank images.
        colors = torch.tensor([*product((0.0, 1.0), repeat=3), (0.5, 0.5, 0.5)], device=self._read.device)  # [9, 3]
        sheets = colors[:, :, None, None].expand(-1, -1, encoder.size, encoder.size)
        self._blank = (encoder.encode_image(sheets, embedding=True).direction() @ self._read.T).mean(0)  # [K]

    @torch.no_grad()
    def agreement(self, image: Pixels) -> Agreement:
        encoder = self._encoder
        seen = encoder.encode_image(encoder.prepare(image), embedding=True).direction()  # [1, D]
        cosines = (seen @ self._read.T)[0].tolist()
        things = map(Thing, self._phrases, cosines, self._blank.tolist())
        return Agreement(self._name, tuple(things))


@torch.no_grad()
def _embedding(image: Pixels) -> Tensor:
    """Return the embedding of an image [1, D] by the CLIP that Karlo was trained on; on the CPU: 1 s."""
    encoder = _clip(KARLO_IMAGE_ENCODER)
    embedding = encoder.encode_image(encoder.prepare(image), embedding=True).embedding
    if embedding is None:
        raise ValueError(f"{KARLO_IMAGE_ENCODER} made no embedding")
    return embedding


def _clip(encoder_id: str) -> ClipEncoder:
    encoder = load_encoder(encoder_id)
    if not isinstance(encoder, ClipEncoder):
        raise RefusedWeightsError(
            said("{encoder_id} is no CLIP, and cannot see for Karlo: mend the catalogue", encoder_id=encoder_id)
        )
    return encoder
