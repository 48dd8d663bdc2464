"""Zero-shot classification (arXiv 2103.00020, section 3.1)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from taureau.perception.encoder import Encoder

_AT_ONCE = 48  # sentences in one pass
TEMPLATES = ("a photo of a {}", "a sketch of a {}", "a line drawing of a {}")


class Classifier:
    """Represents each label by the normalised mean embedding of several sentences.

    `sentences` are those of each label; raises ValueError where the encoder does not read text.
    """

    def __init__(self, encoder: Encoder, labels: Sequence[str], templates: Sequence[str] = TEMPLATES) -> None:
        self.labels = tuple(labels)
        self.sentences = tuple(tuple(template.replace("{}", label) for template in templates) for label in labels)
        self._encoder = encoder
        asked = [sentence for sentences in self.sentences for sentence in sentences]
        read = torch.cat(
            [encoder.encode_text(asked[first : first + _AT_ONCE]) for first in range(0, len(asked), _AT_ONCE)]
        )
        directions = read.view(len(self.labels), len(templates), -1).mean(1)
        self.directions = torch.nn.functional.normalize(directions, dim=-1)  # [K, D]

    @torch.no_grad()
    def probabilities(self, images: Tensor) -> Tensor:
        """Images [B, 3, H, W], sRGB in 0 … 1 -> probabilities of the labels, [B, K]: softmax of scaled cosines."""
        seen = self._encoder.encode_image(images, embedding=True).direction()
        return (self._encoder.logit_scale * seen @ self.directions.T).softmax(-1)
