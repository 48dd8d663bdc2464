"""Which model imagines, and what it borrows from another one; torch-free, so that the window can ask."""

from __future__ import annotations

import json
from dataclasses import dataclass

from taureau.imagine.request import Blend, Change, Variation, What, Words
from taureau.weights import Model, RefusedWeightsError, catalogue, find_model, is_present, locate, models_folder

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


def _misfit(choice: Choice) -> str:
    """Why a model cannot paint what the one makes that reads the words; empty where it can, or nobody knows."""
    if not choice.prior:
        return ""
    reader = find_model(choice.prior)
    made = _width(reader, "text_encoder", "projection_dim")
    painted = _width(choice.model, "image_normalizer", "embedding_dim")
    if made is None or painted is None or made == painted:
        return ""
    return (
        f"{choice.model.id} paints embeddings of {painted} numbers, and {reader.name}, which reads the words, "
        f"makes {made}"
    )


def _width(model: Model, part: str, entry: str) -> int | None:
    """How many numbers its embeddings have: as its own folder says where that is here, else as the catalogue says."""
    try:
        config = json.loads((models_folder() / model.id / part / "config.json").read_text(encoding="utf-8"))
        return int(config[entry])
    except (OSError, ValueError, KeyError, TypeError):  # what is wrong with a folder is said when it is loaded
        return model.embedding_width
