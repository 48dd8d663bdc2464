"""From packed renders to a taught model and to the files that ship: what the program's last steps do."""

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
from training.encoder.text_features import read_all
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
    begin_from: Path | None = None,
    report: Callable[[str], None] = print,
) -> int:
    """One leg of so many minutes, from the checkpoint in `folder` if there is one; the number of steps done in all.

    Where there is none it begins from the exported weights in `begin_from`, or else from ImageNet's. Raises
    `BrokenRendersError`, MissingMiniLMError, or WarmStartError.
    """
    beginning = None if begin_from is None else WarmStart.in_folder(begin_from)
    pictograms = Renders.read(folder / RENDERS)
    drawings = Renders.read(folder / DRAWINGS) if (folder / DRAWINGS).exists() else None
    mixture = Mixture(pictograms, drawings, plan.seed, splits=plan.splits)
    tower = _text_tower(folder, mixture.sentences, minilm, begin_from)[1]
    features = read_all(tower, mixture.sentences, folder / _TEXT / _FEATURES)
    validation = Validation.of(pictograms, drawings, tower, plan.seed)
    training = Trainer(plan, mixture, features, folder)
    resumed = training.resume()
    if beginning is not None and resumed and training.began != beginning.facts:
        raise WarmStartError(f"what is taught in {folder} did not begin from {begin_from}; take another folder")
    if beginning is not None and not resumed:
        training.begin(beginning)
    train_for(training, validation, minutes, folder, report=report)
    return training.done


def export(folder: Path, into: Path, minilm: Path | None = None) -> dict[str, Any]:
    """Write what ships of the checkpoint in `folder` to `into`; the config that lies there then.

    It looks at pictures as large as those it was taught with: larger ones it knew less well, at 96 px by a sixth.

    Raises `NoCheckpointError` where there is no checkpoint, and `TooLargeError`.
    """
    plan = checkpoint_plan(folder)
    if plan is None:
        raise NoCheckpointError(f"there is no checkpoint in {folder}; run the step `train` first")
    text, tower = _text_tower(folder, [], minilm)
    training = Trainer(plan, None, torch.empty(0, tower.width), folder)
    training.resume()
    return write_encoder(training.model, text, into, size=training.plan.side, notes={"training": training.learnt()})


def _text_tower(
    folder: Path, sentences: list[str], minilm: Path | None, begin_from: Path | None = None
) -> tuple[TextTower, SentenceTower]:
    """The small text tower of a folder, made or taken over when it is first asked for: it stays through all legs."""
    place = folder / _TEXT
    if not (place / CONFIG_FILE).exists():
        place.mkdir(exist_ok=True)
        if begin_from is None:
            named = [sentence for some in class_sentences() for sentence in some]
            made = TextTower.from_minilm(minilm_folder(minilm), [*sentences, *named])
        else:
            made = TextTower.read(begin_from)
        made.write(place)
        (place / CONFIG_FILE).write_text(json.dumps({"text": made.config}), encoding="utf-8")
    text = TextTower.read(place)
    return text, text.tower(place)
