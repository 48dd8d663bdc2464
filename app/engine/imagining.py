"""Imagining with what the encoders see: an eye for a model that has none, and what each image shows of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from app.document import Drawing
from app.engine.presets import READERS, first_present
from app.engine.sheet import on_sheet
from app.engine.sketch import thread_count
from app.imagine import Agreed, Event, ImageReady, ImagineRequest, Notice, Words
from app.imagine.choice import SEER
from app.imagine.held import Held
from app.imagine.imagine import imagine as run_model
from app.imagine.noun_phrases import noun_phrases
from app.imagine.painter import Image
from app.perception import ClipEncoder, load_encoder
from app.weights import RefusedWeightsError, WeightsError

SHEET = 512  # px, the sides of a drawing that is imagined from
_ASKED = "a photo of {}"


def imagine(
    request: ImagineRequest, cancelled: Callable[[], bool], *, run: str | None = None, held: Held | None = None
) -> Iterator[Event]:
    """app.imagine's images; where a sentence names several things, Agreed follows each image if an encoder can tell."""
    torch.set_num_threads(thread_count())
    phrases = noun_phrases(request.what.prompt) if isinstance(request.what, Words) else ()
    judge = first_present(READERS) if len(phrases) > 1 else None
    for event in run_model(request, cancelled, run=run, see=_seen, held=held):
        yield event
        if isinstance(event, ImageReady) and judge is not None:
            try:
                yield Agreed(event.run, event.index, judge, agreement(event.image, phrases, _clip(judge)))
            except (WeightsError, RuntimeError, MemoryError) as error:  # the pictures are what was asked for
                judge = None
                yield Notice(event.run, f"What the pictures show of the words cannot be told: {error}.")


@torch.no_grad()
def agreement(image: Image, phrases: tuple[str, ...], encoder: ClipEncoder) -> tuple[tuple[str, float], ...]:
    """Each phrase, and the cosine between what the encoder sees in the image and what it reads in the phrase."""
    seen = encoder.see(encoder.prepare(image), embedding=True).direction()  # [1, D]
    read = encoder.read([_ASKED.replace("{}", phrase) for phrase in phrases])  # [K, D]
    return tuple(zip(phrases, (seen @ read.T)[0].tolist(), strict=True))


def picture_of(drawing: Drawing) -> Image:
    """The drawing on a white square, [SHEET, SHEET, 3], for a model that starts from an image."""
    shown = on_sheet(drawing, SHEET)[0].permute(1, 2, 0)  # [SHEET, SHEET, 3], 0 … 1
    picture: Image = (shown * 255).round().byte().numpy()
    return picture


@torch.no_grad()
def _seen(image: Image) -> Tensor:
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
