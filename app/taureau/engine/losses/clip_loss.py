"""How far drawings are from a photo and from a sentence in the eyes of an encoder, view by view."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from taureau.engine.losses.augmentation import grids, look_through, plain_view, random_views
from taureau.engine.losses.distractors import other_names
from taureau.engine.presets import Recipe
from taureau.perception import Encoder, Seen


@dataclass(frozen=True, eq=False)
class Look:
    """What one step looks at: some views, and the photo through them."""

    grid: Tensor  # [V, S, S, 2]
    photo: Seen | None  # of each view

    def parts(self, most: int) -> Iterator[tuple[float, Look]]:
        """The look a few views at a time, each with its share of the whole."""
        for first in range(0, len(self.grid), most):
            few = slice(first, first + most)
            photo = self.photo
            if photo is not None:
                features = {layer: value[few] for layer, value in photo.features.items()}
                photo = Seen(features, None if photo.embedding is None else photo.embedding[few])
            yield len(self.grid[few]) / len(self.grid), Look(self.grid[few], photo)


class Looks:
    """The looks of a run: new ones each time, or from a bank whose photo was encoded once.

    A step's cue says what it looks at: the views themselves [V, 3, 3], or the place of one in the bank, [1]. It is all
    that changes from step to step, and what `at` makes of it is computed on the encoder's device alone.

    `photo` is [1, 3, S, S] sRGB in 0 … 1, or None where there is none. `most` is how many pictures go through the
    encoder in one pass, here and in what uses these looks; `checkpoint` is called between passes, and may raise.
    """

    def __init__(
        self,
        encoder: Encoder,
        recipe: Recipe,
        photo: Tensor | None,
        seed: int,
        *,
        most: int,
        checkpoint: Callable[[], None] = lambda: None,
    ) -> None:
        self._encoder = encoder
        self._recipe = recipe
        self._photo = photo
        self._random = torch.Generator().manual_seed(seed)
        self.most = most
        self._checkpoint = checkpoint
        self.plain = self._look(plain_view())  # the unchanged picture alone
        # What drawings are compared by: a scribble that pleases once seldom does so from everywhere.
        judged = recipe.judged
        self.judging = self._look(torch.cat([plain_view(), self._views(judged)])) if judged else self.plain
        self._bank = self._joined() if recipe.bank else None
        self._waiting: list[int] = []
        shown = recipe.views + recipe.plain
        # A cue as those of `next`, of the unchanged picture in every view.
        self.still = torch.zeros(1, dtype=torch.long) if recipe.bank else plain_view().repeat(shown, 1, 1)

    def next(self) -> Tensor:
        """The cue of the next step."""
        if self._bank is None:
            views = self._views(self._recipe.views)
            return torch.cat([plain_view(), views]) if self._recipe.plain else views
        if not self._waiting:  # every look once, in a new order, then again
            self._waiting = torch.randperm(self._recipe.bank, generator=self._random).tolist()
        return torch.tensor([self._waiting.pop()])

    def at(self, cue: Tensor) -> Look:
        """The look that a cue is of."""
        if self._bank is None:
            return self._look(cue)
        cue = cue.to(self._encoder.device)
        photo = self._bank.photo
        if photo is not None:
            features = {layer: value.index_select(0, cue) for layer, value in photo.features.items()}
            photo = Seen(features, None if photo.embedding is None else photo.embedding.index_select(0, cue))
        return Look(self._bank.grid.index_select(0, cue), photo)

    def _joined(self) -> Look:
        """The bank, the unchanged picture first."""
        looks = [self.plain, *(self._look(self._views(1)) for _ in range(self._recipe.bank - 1))]
        grid = torch.cat([look.grid for look in looks])
        seen = [look.photo for look in looks if look.photo is not None]
        return Look(grid, _together(seen) if seen else None)

    def _views(self, count: int) -> Tensor:
        return random_views(count, zoom=self._recipe.zoom, random=self._random)

    @torch.no_grad()
    def _look(self, views: Tensor) -> Look:
        recipe = self._recipe
        grid = grids(views.to(self._encoder.device), self._encoder.size)
        if self._photo is None:
            return Look(grid, None)
        seen: list[Seen] = []
        for few in torch.split(grid, self.most):
            pictures = look_through(few, self._photo, recipe.beyond)[0]
            seen.append(self._encoder.see(pictures, tuple(recipe.layers), embedding=recipe.embedding > 0))
            self._checkpoint()
        return Look(grid, _together(seen))


def _together(seen: Sequence[Seen]) -> Seen:
    """What was seen in several passes, as if it had been one."""
    features = {layer: torch.cat([part.features[layer] for part in seen]) for layer in seen[0].features}
    embeddings = [part.embedding for part in seen if part.embedding is not None]
    return Seen(features, torch.cat(embeddings) if embeddings else None)


class Likeness:
    """The terms of a recipe's loss for some drawings; the sentence, if there is one, pulls with `weight`.

    Where the recipe says so, the sentence has to be told from the encoder's own names, too (`other_names`).

    Layers are weighed against the variance of the features of `plain`, the unchanged photo, where the recipe says so.
    """

    def __init__(self, encoder: Encoder, recipe: Recipe, plain: Look, sentence: str = "", weight: float = 0.0) -> None:
        self._encoder = encoder
        self._recipe = recipe
        self._weight = weight
        self._text = self._read(sentence) if sentence else None  # [1, D]
        self._among: Tensor | None = None  # [1 + K, D], the sentence first
        if self._text is not None and recipe.names:
            self._among = torch.cat([self._text, other_names(encoder, self._text)])
        self._variance = {
            layer: value.var().clamp(min=1e-12) if recipe.scaled else value.new_ones(())
            for layer, value in (plain.photo.features.items() if plain.photo is not None else ())
        }

    def __call__(self, ink: Tensor, look: Look) -> Mapping[str, Tensor]:
        """Ink [B, S, S] on white paper -> the terms of the loss by name, weighted, each [B], means over the views."""
        recipe, photo = self._recipe, look.photo
        pictures = look_through(look.grid, (1 - ink)[:, None], recipe.beyond)  # [B, V, 1, S, S]
        batch, views = pictures.shape[:2]
        layers = tuple(recipe.layers) if photo is not None else ()
        embedding = self._text is not None or (recipe.embedding > 0 and photo is not None)
        seen = self._encoder.see(pictures.flatten(0, 1).expand(-1, 3, -1, -1), layers, embedding=embedding)
        terms: dict[str, Tensor] = {}
        for layer, wanted in photo.features.items() if photo is not None else ():  # [V, C, H, W]
            squared = (seen.features[layer].view(batch, *wanted.shape) - wanted).square()
            terms[layer] = recipe.layers[layer] * squared.flatten(1).mean(1) / self._variance[layer]
        if embedding:
            directions = seen.direction().view(batch, views, -1)
            if photo is not None and recipe.embedding:
                terms["embedding"] = recipe.embedding * (1 - (directions * photo.direction()).sum(2)).mean(1)
            if self._text is not None:
                terms["prompt"] = self._weight * (1 - (directions * self._text).sum(2)).mean(1)
            if self._among is not None:
                shares = (self._encoder.logit_scale * directions @ self._among.T).log_softmax(-1)  # [B, V, 1 + K]
                terms["names"] = -self._weight * self._recipe.names * shares[..., 0].mean(1)
        return terms

    def _read(self, sentence: str) -> Tensor:
        read = self._encoder.read([form.format(sentence) for form in self._recipe.forms]).mean(0, keepdim=True)
        return torch.nn.functional.normalize(read, dim=-1)
