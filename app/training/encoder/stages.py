"""The stages `train` and `export` of the program: from packed renders to a checkpoint and to the exported files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from taureau.perception.sentences import SentenceTower
from taureau.perception.taureau_clip import CONFIG_FILE

from training.encoder.export import TextTower, class_sentences, write_encoder
from training.encoder.mixture import Mixture
from training.encoder.text_features import sentence_features
from training.encoder.trainer import Plan, Trainer, checkpoint_plan, train_for
from training.encoder.validation import Validation
from training.encoder.vocabulary import minilm_folder
from training.encoder.warm_start import WarmStart
from training.errors import NoCheckpointError, WarmStartError
from training.pictures.renders import Renders

RENDERS, DRAWINGS = "renders.npz", "drawings.npz"
_TEXT, _FEATURES = "text", "sentences.safetensors"


def train_encoder(
    folder: Path,
    plan: Plan,
    *,
    minutes: float,
    minilm: Path | None = None,
    warm_start: Path | None = None,
    report: Callable[[str], None] = print,
) -> int:
    """Train for at most `minutes`, from the checkpoint in `folder` if there is one; return the steps done in all.

    Without a checkpoint it starts from the exported weights in the folder `warm_start`, by default from ImageNet's.
    Raises `BrokenRendersError`, MissingMiniLMError, or WarmStartError.
    """
    exported = None if warm_start is None else WarmStart.read(warm_start)
    pictograms = Renders.read(folder / RENDERS)
    drawings = Renders.read(folder / DRAWINGS) if (folder / DRAWINGS).exists() else None
    mixture = Mixture(pictograms, drawings, plan.seed, splits=plan.splits)
    tower = _text_tower(folder, mixture.sentences, minilm, warm_start)[1]
    features = sentence_features(tower, mixture.sentences, folder / _TEXT / _FEATURES)
    validation = Validation.of(pictograms, drawings, tower, plan.seed)
    training = Trainer(plan, mixture, features, folder)
    resumed = training.resume()
    if exported is not None and resumed and training.started_from != exported.facts:
        raise WarmStartError(f"the checkpoint in {folder} was not started from {warm_start}; take another folder")
    if exported is not None and not resumed:
        training.start_from(exported)
    train_for(training, validation, minutes, folder, report=report)
    return training.done


def export(folder: Path, into: Path, minilm: Path | None = None) -> dict[str, Any]:
    """Export the checkpoint in `folder` to `into`; return the exported config.

    The input size is that of training: at 96 px accuracy was a sixth lower. Raises `NoCheckpointError` and
    `TooLargeError`.
    """
    plan = checkpoint_plan(folder)
    if plan is None:
        raise NoCheckpointError(f"there is no checkpoint in {folder}; run the step `train` first")
    text, tower = _text_tower(folder, [], minilm)
    training = Trainer(plan, None, torch.empty(0, tower.width), folder)
    training.resume()
    return write_encoder(training.model, text, into, size=training.plan.side, notes={"training": training.record()})


def _text_tower(
    folder: Path, sentences: list[str], minilm: Path | None, warm_start: Path | None = None
) -> tuple[TextTower, SentenceTower]:
    """Return the text tower in a folder, created at the first call and kept for all runs."""
    place = folder / _TEXT
    if not (place / CONFIG_FILE).exists():
        place.mkdir(exist_ok=True)
        if warm_start is None:
            named = [sentence for some in class_sentences() for sentence in some]
            made = TextTower.from_minilm(minilm_folder(minilm), [*sentences, *named])
        else:
            made = TextTower.read(warm_start)
        made.write(place)
        (place / CONFIG_FILE).write_text(json.dumps({"text": made.config}), encoding="utf-8")
    text = TextTower.read(place)
    return text, text.tower(place)
