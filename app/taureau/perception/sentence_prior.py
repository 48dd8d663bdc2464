"""From an image to the sentences that the stroke decoder knows: the way back of unCLIP's prior."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from torch import Tensor, nn

from taureau.perception.loading import own_clip
from taureau.perception.photo_embedding import photo_likeness
from taureau.perception.quantisation import dequantised, quantised
from taureau.perception.taureau_clip import TaureauClip
from taureau.weights import NAMES_FILE, DamagedWeightsError, MissingWeightsError, own_clip_folder

_UNREADABLE = (OSError, ValueError, KeyError, TypeError, RuntimeError, SafetensorError)
_SHARPNESS = 60.0  # of the probabilities, per unit of cosine: twice CLIP's own, for few names are meant at once
_USAGE = 1.5  # weight of the logarithm of how often a name is drawn
_CERTAIN = 0.5  # probability of its best class from which an image that is no photo is embedded by its classes
_PAPER = 0.75  # share of an image in its most common shade from which it is a drawing on paper
_SHADE = 3 / 255  # within which pixels have the same shade
_NEAR = 3.0  # names are as good as the best one down to this fraction of its probability
_MOST = 3  # names that an image is taken for


@dataclass(frozen=True, eq=False)
class Meaning:
    """What an image may show, likeliest first."""

    names: tuple[str, ...]  # [K], 1 to 3
    sentences: Tensor  # [K, W], unit vectors of the text tower


class SentencePrior:
    """Finds the names that an image may be of, among those that the decoder has learnt.

    Strokes are decoded more clearly from sentences than from images, of which the decoder has seen fewer. unCLIP
    (arXiv 2204.06125) samples image embeddings for a sentence; this prior takes the sentences near an image embedding
    in CLIP's space, weighted by how often they are drawn.
    """

    def __init__(self, clip: TaureauClip, names: Mapping[str, int], sentences: Tensor) -> None:
        """`names` have the number of drawings of each; `sentences` [N, W] are their embeddings by the text tower."""
        self._clip, self.names = clip, tuple(names)
        self._sentences = nn.functional.normalize(sentences, dim=-1)
        with torch.no_grad():
            self.directions = nn.functional.normalize(clip.words(sentences), dim=-1)  # [N, D], of the names
        self._usage = torch.tensor(list(names.values()), dtype=torch.float32).log()

    @torch.no_grad()
    def meaning(self, image: NDArray[np.uint8]) -> Meaning:
        """Return the likely names of an image [H, W, 3], sRGB."""
        scores = _SHARPNESS * (self._embedded(image) @ self.directions.T)[0] + _USAGE * self._usage
        shares, found = scores.softmax(0).topk(min(_MOST, len(scores)))
        near = found[shares >= shares[0] / _NEAR]
        return Meaning(tuple(self.names[index] for index in near.tolist()), self._sentences[near])

    @torch.no_grad()
    def sentence(self, text: str) -> Tensor:
        """Return the unit embedding [1, W] of a sentence by the text tower."""
        return nn.functional.normalize(self._clip.sentences([text]), dim=-1)

    def _embedded(self, image: NDArray[np.uint8]) -> Tensor:
        """Return the unit embedding [1, D] of an image: a drawing by the tower, a photo by its classes.

        A picture that is neither, such as a poster, is embedded by its classes where the best one is certain.
        """
        clip = self._clip
        prepared = clip.prepare(image)
        if not _on_paper(prepared):
            seen, certainty = clip.photos(prepared)
            if float(photo_likeness(prepared)) == 1 or float(certainty) >= _CERTAIN:
                return seen
        return clip.encode_image(prepared, embedding=True).direction()[:, : self.directions.shape[1]]


def _on_paper(image: Tensor) -> bool:
    """Return whether most of an image [1, 3, S, S] is of one shade."""
    shades = image.flatten(2)
    same = (shades - shades.median(-1, keepdim=True).values).abs().amax(1) < _SHADE
    return float(same.float().mean()) > _PAPER


def own_prior() -> SentencePrior:
    """Return the bundled prior; raises MissingWeightsError, DamagedWeightsError."""
    file = own_clip_folder() / NAMES_FILE
    if not file.is_file():
        raise MissingWeightsError(f"{file} is missing: install the program again, or train one for these weights")
    return _cached(own_clip(), file, file.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _cached(clip: TaureauClip, file: Path, changed: int) -> SentencePrior:
    return prior_from_file(clip, file)


def prior_from_file(clip: TaureauClip, file: Path) -> SentencePrior:
    """Load a prior that `packed_names` wrote; raises DamagedWeightsError."""
    try:
        with safe_open(file, "pt") as opened:
            names: dict[str, int] = json.loads(opened.metadata()["names"])
            sentences = dequantised(opened.get_tensor("sentences"), opened.get_tensor("scales"))
        if len(names) != len(sentences):
            raise ValueError(f"{len(names)} names and {len(sentences)} sentences")
        return SentencePrior(clip, names, sentences)
    except _UNREADABLE as error:
        raise DamagedWeightsError(f"{file} is damaged ({error}); install Taureau again") from error


def packed_names(names: Sequence[tuple[str, int]], sentences: Tensor) -> bytes:
    """Return names, each with its number of drawings, and their embeddings [N, W] as a safetensors file of int8."""
    from safetensors.torch import save

    rows, scales = quantised(sentences)
    return save({"sentences": rows, "scales": scales}, {"names": json.dumps(dict(names), ensure_ascii=False)})
