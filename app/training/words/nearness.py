"""English words that are no names, with the names that the sentence tower finds nearest to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taureau.perception.sentences import SentenceTower
    from torch import Tensor

_RELATED = 0.62  # cosine of a word and a name, from which on the decoder draws something like the word
_NEAR = 3  # names
_OFTEN = 3  # drawings: rarer names are not suggested
_BATCH = 256
_SHORTEST = 3  # letters of a word


def related_and_not(
    tower: SentenceTower, words: Sequence[str], names: Mapping[str, int]
) -> tuple[set[str], dict[str, tuple[str, ...]]]:
    """Return the words near to a name, and those near to none with the nearest names."""
    import torch

    common = [name for name, drawings in names.items() if drawings >= _OFTEN]
    asked = [
        word for word in words if len(word) >= _SHORTEST and word.isascii() and word.isalpha() and word not in names
    ]

    def embedded(texts: Sequence[str]) -> Tensor:
        return torch.cat([tower(texts[first : first + _BATCH]) for first in range(0, len(texts), _BATCH)])

    cosines, nearest = (embedded(asked) @ embedded(common).T).topk(_NEAR)  # [W, _NEAR]
    found = list(zip(asked, cosines[:, 0].tolist(), nearest.tolist(), strict=True))
    related = {word for word, best, _ in found if best >= _RELATED}
    return related, {
        word: tuple(common[index] for index in indices) for word, _, indices in found if word not in related
    }
