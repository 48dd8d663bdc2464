"""Which model imagines, and what it borrows from another one; torch-free, so that the window can ask."""

from __future__ import annotations

from dataclasses import dataclass

from app.imagine.request import Blend, Change, Variation, What, Words
from app.weights import Model, RefusedWeightsError, catalogue, find_model, is_present, locate

SEER = "vit-l-14"  # OpenAI's, by whose embeddings Karlo was trained
_WORDS, _VARIATIONS, _STABLE = "UnCLIPPipeline", "UnCLIPImageVariationPipeline", "StableUnCLIPImg2ImgPipeline"
_ORDER = {  # pipelines, the one that does it best first
    Words: (_WORDS, _STABLE),
    Variation: (_STABLE, _VARIATIONS, _WORDS),
    Blend: (_STABLE, _VARIATIONS, _WORDS),
    Change: (_VARIATIONS, _WORDS, _STABLE),
}


@dataclass(frozen=True)
class Choice:
    """A model and, where it cannot do it alone, the id of the one that helps it."""

    model: Model
    prior: str = ""  # makes an embedding of words
    seer: str = ""  # makes an embedding of an image

    @property
    def is_stable(self) -> bool:
        return self.model.pipeline == _STABLE

    @property
    def needed(self) -> tuple[str, ...]:
        """The ids of all models that must be here."""
        return tuple(model_id for model_id in (self.model.id, self.prior, self.seer) if model_id)

    @property
    def missing(self) -> tuple[str, ...]:
        """Those that are not here."""
        return tuple(model_id for model_id in self.needed if not is_present(model_id))


def choose(what: type[What], asked: str = "") -> Choice:
    """The model that was asked for, else the best one that is here with all it needs, else what is soonest fetched.

    Nothing is loaded, and it may be missing. Raises WeightsError for one that cannot do it, or is unknown.
    """
    if asked:
        model = find_model(asked)
        if model.pipeline not in _ORDER[what]:
            able = ", ".join(choice.model.id for choice in _choices(what))
            raise RefusedWeightsError(f"{model.id} cannot do this: choose one of {able}")
        return _choice(what, model)
    # Stable unCLIP reads words only where it is of the small kind, which the catalogue does not have.
    choices = [choice for choice in _choices(what) if not (choice.is_stable and choice.prior)]
    if not choices:
        raise RefusedWeightsError("the catalogue has no model that imagines: unset TAUREAU_CATALOGUE, or add one to it")
    return min(choices, key=_size_of_what_is_missing)


def require(choice: Choice) -> None:
    """Raise MissingWeightsError, which says how to get the model, where one that is needed is not here."""
    for model_id in choice.missing:
        locate(model_id)


def _size_of_what_is_missing(choice: Choice) -> int:
    """Megabytes; 0 where all is here, so that the first of these is the best one."""
    return sum(find_model(model_id).about_mb or 1 for model_id in choice.missing)


def _choices(what: type[What]) -> list[Choice]:
    order = _ORDER[what]
    models = [model for model in catalogue() if model.kind == "imagine" and model.pipeline in order]
    return [_choice(what, model) for model in sorted(models, key=lambda model: order.index(str(model.pipeline)))]


def _choice(what: type[What], model: Model) -> Choice:
    if model.pipeline == _STABLE and what in (Words, Change):
        return Choice(model, prior=next((m.id for m in catalogue() if m.pipeline == _WORDS), "karlo"))
    return Choice(model, seer=SEER if model.pipeline == _WORDS and what is not Words else "")
