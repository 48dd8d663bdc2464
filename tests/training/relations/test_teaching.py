"""Training of the dimensions that tell exchanged words apart."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from taureau.perception.taureau_clip import CONFIG_FILE, RELATIONS_FILE, taureau_clip_from_folder
from training.decoder.dataset import StrokeDataset
from training.relations.__main__ import main
from training.relations.teaching import RelationsPlan, gather, share_right, train_relations

from tests.perception.tiny_taureau_clip import shipped


def drawings() -> StrokeDataset:
    points = np.random.default_rng(0).uniform(-1, 1, (6, 3, 4, 2)).astype(np.float16)
    names = tuple((name,) for name in ("cat", "cup", "fish") * 2)
    return StrokeDataset(points, np.full(6, 3), np.array([0, 0, 0, 1, 1, 1]), ("train",) * 6, names, ("round", "plain"))


def test_it_learns_which_sentence_is_true_and_nothing_of_single_things(tmp_path: Path) -> None:
    clip = taureau_clip_from_folder(shipped(tmp_path))
    plan = RelationsPlan(scenes=24, single=6, steps=60, batch=32)
    lessons = gather(clip, drawings(), plan)
    losses = list[float]()
    relations = train_relations(clip, lessons, plan, lambda step, loss: losses.append(loss))
    assert sum(share_right(clip, relations, lessons)) > 3 * 0.6
    still = relations.of_images(lessons.single).norm(dim=-1).mean()
    assert float(still) < float(relations.of_images(lessons.scenes).norm(dim=-1).mean())
    torch.manual_seed(7)
    again = train_relations(clip, lessons, plan)
    assert torch.equal(again.image[0].weight, relations.image[0].weight)


def test_its_file_is_recorded_beside_the_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shipped(tmp_path)
    drawings().pack(tmp_path / "strokes.npz")
    options = ["--strokes", str(tmp_path / "strokes.npz"), "--weights", str(folder), "--scenes", "4", "--steps", "2"]
    assert main(options) == 0
    assert taureau_clip_from_folder(folder).relations is not None
    assert RELATIONS_FILE in (folder / CONFIG_FILE).read_text()
    assert main(["--strokes", str(tmp_path / "none.npz"), "--weights", str(folder)]) == 2
    assert "gather" in capsys.readouterr().err
