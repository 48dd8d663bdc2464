"""The choice of a model for a request, and of the parts it borrows from others; torch-free."""

from __future__ import annotations

import json
from dataclasses import dataclass

from taureau.imagine.request import Blend, Change, Variation, What, Words
from taureau.weights import Model, RefusedWeightsError, catalogue, find_model, is_present, locate, models_folder

KARLO_IMAGE_ENCODER = "vit-l-14"  # OpenAI's, on whose embeddings Karlo was trained
_WORDS, _VARIATIONS, _STABLE = "UnCLIPPipeline", "UnCLIPImageVariationPipeline", "StableUnCLIPImg2ImgPipeline"
_ORDER = {  # pipelines, the best one for the task first
    Words: (_WORDS, _STABLE),
    Variation: (_STABLE, _VARIATIONS, _WORDS),
    Blend: (_STABLE, _VARIATIONS, _WORDS),
    Change: (_VARIATIONS, _WORDS, _STABLE),
}


@dataclass(frozen=True)
class Choice:
    """A model and the ids of those it borrows parts from; empty where it needs none."""

    model: Model
    prior: str = ""  # the model whose prior makes an embedding of words
    image_encoder: str = ""

    @property
    def is_stable(self) -> bool:
        return self.model.pipeline == _STABLE

    @property
    def needed(self) -> tuple[str, ...]:
        """The ids of all models that must be on this machine."""
        return tuple(model_id for model_id in (self.model.id, self.prior, self.image_encoder) if model_id)

    @property
    def missing(self) -> tuple[str, ...]:
        """The ids of those that are not."""
        return tuple(model_id for model_id in self.needed if not is_present(model_id))


def choose(what: type[What], asked: str = "") -> Choice:
    """Return the requested model, else the best one that is complete here, else the one with the least to download.

    Nothing is loaded, and the model may be missing. Raises WeightsError for one that is unknown or unable.
    """
    able = [choice for choice in _choices(what) if not _misfit(choice)]
    if asked:
        model = find_model(asked)
        choice = _choice(what, model)
        if model.pipeline in _ORDER[what] and not (why := _misfit(choice)):
            return choice
        others = ", ".join(one.model.id for one in able)
        cannot = why if model.pipeline in _ORDER[what] else f"{model.id} cannot do this"
        raise RefusedWeightsError(f"{cannot}: choose one of {others}" if others else cannot)
    if not able:
        raise RefusedWeightsError("the catalogue has no model that imagines: unset TAUREAU_CATALOGUE, or add one to it")
    return min(able, key=_size_of_what_is_missing)


def require(choice: Choice) -> None:
    """Raise MissingWeightsError, which says how to get the model, where a needed one is not on this machine."""
    for model_id in choice.missing:
        locate(model_id)


def _size_of_what_is_missing(choice: Choice) -> int:
    """Return the missing megabytes; 0 where all is here, so that the first of these is the best one."""
    return sum(find_model(model_id).about_mb or 1 for model_id in choice.missing)


def _choices(what: type[What]) -> list[Choice]:
    order = _ORDER[what]
    models = [model for model in catalogue() if model.kind == "imagine" and model.pipeline in order]
    return [_choice(what, model) for model in sorted(models, key=lambda model: order.index(str(model.pipeline)))]


def _choice(what: type[What], model: Model) -> Choice:
    if model.pipeline == _STABLE and what in (Words, Change):
        return Choice(model, prior=next((m.id for m in catalogue() if m.pipeline == _WORDS), "karlo"))
    return Choice(model, image_encoder=KARLO_IMAGE_ENCODER if model.pipeline == _WORDS and what is not Words else "")


def _misfit(choice: Choice) -> str:
    """Return why a model cannot take the embeddings of its prior; empty where it can, or that is unknown."""
    if not choice.prior:
        return ""
    prior = find_model(choice.prior)
    made = _width(prior, "text_encoder", "projection_dim")
    expected = _width(choice.model, "image_normalizer", "embedding_dim")
    if made is None or expected is None or made == expected:
        return ""
    return (
        f"{choice.model.id} paints embeddings of {expected} numbers, and {prior.name}, which reads the words, "
        f"makes {made}"
    )


def _width(model: Model, part: str, entry: str) -> int | None:
    """Return the size of a model's embeddings, from its folder's configuration, else from the catalogue."""
    try:
        config = json.loads((models_folder() / model.id / part / "config.json").read_text(encoding="utf-8"))
        return int(config[entry])
    except (OSError, ValueError, KeyError, TypeError):  # a damaged folder is reported when it is loaded
        return model.embedding_width
