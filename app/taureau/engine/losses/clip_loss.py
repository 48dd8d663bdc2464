"""CLIP's loss: distance from a photo and from a sentence in an encoder's features, over random views."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from taureau.engine.losses.augmentation import identity_view, random_views, sampling_grids, warp
from taureau.engine.recipes import Recipe
from taureau.perception import Encoder, Encoding


@dataclass(frozen=True, eq=False)
class Views:
    """Some views, and the photo encoded through them."""

    grid: Tensor  # [V, S, S, 2]
    photo: Encoding | None  # of each view

    def batches(self, size: int) -> Iterator[tuple[float, Views]]:
        """Yield up to `size` views at a time, each batch with its share of all views."""
        for first in range(0, len(self.grid), size):
            batch = slice(first, first + size)
            photo = self.photo
            if photo is not None:
                features = {layer: value[batch] for layer, value in photo.features.items()}
                photo = Encoding(features, None if photo.embedding is None else photo.embedding[batch])
            yield len(self.grid[batch]) / len(self.grid), Views(self.grid[batch], photo)


class ViewSampler:
    """The views of a run: new ones for each step, or from a bank for which the photo was encoded once.

    A step's cue selects its views: it holds their homographies [V, 3, 3], or the index of one in the bank, [1]. It is
    all that changes from step to step, and `at` computes the views from it on the encoder's device alone.

    `photo` is [1, 3, S, S] sRGB in 0 … 1, or None where there is none. `batch_size` is how many images go through the
    encoder in one pass, here and in users of these views; `checkpoint` is called between passes, and may raise.
    """

    def __init__(
        self,
        encoder: Encoder,
        recipe: Recipe,
        photo: Tensor | None,
        seed: int,
        *,
        batch_size: int,
        checkpoint: Callable[[], None] = lambda: None,
    ) -> None:
        self._encoder = encoder
        self._recipe = recipe
        self._photo = photo
        self._random = torch.Generator().manual_seed(seed)
        self.batch_size = batch_size
        self._checkpoint = checkpoint
        self.identity = self._encoded(identity_view())  # the unchanged image alone
        self._bank = self._make_bank() if recipe.bank else None
        self._pending: list[int] = []
        count = recipe.views + recipe.plain
        # A cue of the shape that `next` returns, with the identity for every view.
        self.identity_cue = torch.zeros(1, dtype=torch.long) if recipe.bank else identity_view().repeat(count, 1, 1)

    def next(self) -> Tensor:
        """Return the cue of the next step."""
        if self._bank is None:
            views = self._sample(self._recipe.views)
            return torch.cat([identity_view(), views]) if self._recipe.plain else views
        if not self._pending:  # each view of the bank once, in a new order, then again
            self._pending = torch.randperm(self._recipe.bank, generator=self._random).tolist()
        return torch.tensor([self._pending.pop()])

    def at(self, cue: Tensor) -> Views:
        """Return the views that a cue selects."""
        if self._bank is None:
            if not self._recipe.plain:
                return self._encoded(cue)
            return _joined([self.identity, self._encoded(cue[1:])])  # the identity, encoded once, comes first
        cue = cue.to(self._encoder.device)
        photo = self._bank.photo
        if photo is not None:
            features = {layer: value.index_select(0, cue) for layer, value in photo.features.items()}
            photo = Encoding(features, None if photo.embedding is None else photo.embedding.index_select(0, cue))
        return Views(self._bank.grid.index_select(0, cue), photo)

    def _make_bank(self) -> Views:
        """Return the bank, the identity first."""
        return _joined([self.identity, *(self._encoded(self._sample(1)) for _ in range(self._recipe.bank - 1))])

    def _sample(self, count: int) -> Tensor:
        return random_views(count, zoom=self._recipe.zoom, random=self._random)

    @torch.no_grad()
    def _encoded(self, views: Tensor) -> Views:
        """Return homographies [V, 3, 3] as views, with the photo encoded through each."""
        recipe = self._recipe
        grid = sampling_grids(views.to(self._encoder.device), self._encoder.size)
        if self._photo is None:
            return Views(grid, None)
        seen: list[Encoding] = []
        for batch in torch.split(grid, self.batch_size):
            images = warp(batch, self._photo, recipe.beyond)[0]
            seen.append(self._encoder.encode_image(images, tuple(recipe.layers), embedding=recipe.embedding > 0))
            self._checkpoint()
        return Views(grid, _concatenated(seen))


def _joined(several: Sequence[Views]) -> Views:
    """Return several views as one, in order."""
    seen = [views.photo for views in several if views.photo is not None]
    return Views(torch.cat([views.grid for views in several]), _concatenated(seen) if seen else None)


def _concatenated(seen: Sequence[Encoding]) -> Encoding:
    """Concatenate the encodings of several passes."""
    features = {layer: torch.cat([part.features[layer] for part in seen]) for layer in seen[0].features}
    embeddings = [part.embedding for part in seen if part.embedding is not None]
    return Encoding(features, torch.cat(embeddings) if embeddings else None)


class ClipLoss:
    """The terms of a recipe's loss for a batch of drawings; the sentence, if there is one, counts with `weight`.

    Where the recipe says so, each layer's term is divided by its variance for `identity`, the unchanged photo.
    """

    def __init__(
        self, encoder: Encoder, recipe: Recipe, identity: Views, sentence: str = "", weight: float = 0.0
    ) -> None:
        self._encoder = encoder
        self._recipe = recipe
        self._weight = weight
        self._text = encoder.encode_text([sentence]) if sentence else None  # [1, D]
        self._variance = {
            layer: value.var().clamp(min=1e-12) if recipe.scaled else value.new_ones(())
            for layer, value in (identity.photo.features.items() if identity.photo is not None else ())
        }

    def __call__(self, ink: Tensor, views: Views) -> Mapping[str, Tensor]:
        """Ink [B, S, S] on white paper -> the weighted terms of the loss by name, each [B], means over the views."""
        recipe, photo = self._recipe, views.photo
        images = warp(views.grid, (1 - ink)[:, None], recipe.beyond)  # [B, V, 1, S, S]
        batch, count = images.shape[:2]
        layers = tuple(recipe.layers) if photo is not None else ()
        embedding = self._text is not None or (recipe.embedding > 0 and photo is not None)
        seen = self._encoder.encode_image(images.flatten(0, 1).expand(-1, 3, -1, -1), layers, embedding=embedding)
        terms: dict[str, Tensor] = {}
        for layer, wanted in photo.features.items() if photo is not None else ():  # [V, C, H, W]
            squared = (seen.features[layer].view(batch, *wanted.shape) - wanted).square()
            terms[layer] = recipe.layers[layer] * squared.flatten(1).mean(1) / self._variance[layer]
        if embedding:
            directions = seen.direction().view(batch, count, -1)
            if photo is not None and recipe.embedding:
                terms["embedding"] = recipe.embedding * (1 - (directions * photo.direction()).sum(2)).mean(1)
            if self._text is not None:
                terms["prompt"] = self._weight * (1 - (directions * self._text).sum(2)).mean(1)
        return terms
