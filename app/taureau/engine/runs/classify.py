"""Zero-shot classification of a photo or a drawing among the user's labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing
from taureau.engine.labels import translated
from taureau.engine.runs.device import drawing_device
from taureau.engine.scene.render_drawing import drawing_view
from taureau.perception import TEMPLATES, Classifier, ImageTextEncoder, load_encoder
from taureau.weights import RefusedWeightsError


@dataclass(frozen=True)
class Belief:
    """The probability of one label."""

    label: str
    sentences: tuple[str, ...]  # that were embedded for it
    probability: float  # 0 … 1; those of all labels add up to 1


def classify(
    image: Drawing | NDArray[np.uint8],  # a photo is [H, W, 3], sRGB
    labels: Sequence[str],
    encoder_id: str,
    templates: Sequence[str] | None = None,
    *,
    device: str = "auto",
) -> list[Belief]:
    """Return the probability of each label, the highest first.

    Labels of other languages are compared by their English names, as far as the vocabulary has them. Raises
    WeightsError where the encoder is not here or does not read text, CannotDrawError for a missing device.
    """
    encoder = load_encoder(encoder_id, drawing_device(device))
    if not encoder.reads_text:
        raise RefusedWeightsError(f"the encoder {encoder.name} does not read text: choose another")
    reader = cast("ImageTextEncoder", encoder)
    typed = {english: label for label, english in translated(labels).items()}
    found = beliefs(image, _classifier(reader, tuple(typed), tuple(templates or TEMPLATES)), reader)
    return [replace(belief, label=typed[belief.label]) for belief in found]


@lru_cache(maxsize=2)
def _classifier(encoder: ImageTextEncoder, labels: tuple[str, ...], templates: tuple[str, ...]) -> Classifier:
    """Cache classifiers: the same labels are used for many images, and embedding them is most of the work."""
    return Classifier(encoder, labels, templates)


def beliefs(image: Drawing | NDArray[np.uint8], classifier: Classifier, encoder: ImageTextEncoder) -> list[Belief]:
    """Return the probability of each label of a classifier for an image, the highest first."""
    seen = drawing_view(image, encoder.size, encoder.device) if isinstance(image, Drawing) else encoder.prepare(image)
    probabilities = classifier.probabilities(seen)[0].tolist()
    found = map(Belief, classifier.labels, classifier.sentences, probabilities)
    return sorted(found, key=lambda belief: -belief.probability)
