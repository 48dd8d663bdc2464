"""The zero-shot classifier against its definition."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.perception import Classifier, builtin_encoder

from tests.perception.test_clip import noise
from tests.perception.tiny_clip import encoder_of


@pytest.mark.parametrize("templates", [("a photo of a {}",), ("a photo of a {}", "a sketch of a {}", "{}!")])
def test_probabilities_are_the_softmax_of_scaled_cosines(templates: tuple[str, ...]) -> None:
    encoder = encoder_of("vit")
    found = Classifier(encoder, ["cat", "dog", "cup"], templates).probabilities(noise()).numpy()
    images = encoder.encode_image(noise(), embedding=True).embedding.numpy()  # type: ignore[union-attr]
    for image, row in zip(images, found, strict=True):
        scores = []
        for label in ("cat", "dog", "cup"):
            texts = encoder.encode_text([template.format(label) for template in templates]).numpy()
            mean = sum(text / np.linalg.norm(text) for text in texts) / len(texts)
            cosine = image @ mean / np.linalg.norm(image) / np.linalg.norm(mean)
            scores.append(np.exp(cosine / 0.07))
        assert row == pytest.approx(np.array(scores) / sum(scores), abs=1e-4)


def test_the_sentences_asked_are_kept() -> None:
    classifier = Classifier(encoder_of("vit"), ["cat {} 50%"], ["a sketch of a {}", "{}"])
    assert classifier.sentences == (("a sketch of a cat {} 50%", "cat {} 50%"),)


def test_an_encoder_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="does not read text"):
        Classifier(builtin_encoder(), ["cat"])
