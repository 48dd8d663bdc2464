"""The projection learns drawings, and all that rests on the tower and on the names stays."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file
from taureau.perception.taureau_clip import CONFIG_FILE, IMAGE_FILE, TaureauClip, taureau_clip_from_folder
from torch import nn
from training.decoder.dataset import StrokeDataset
from training.drawings.__main__ import main
from training.drawings.drafts import MOST, STYLES
from training.drawings.lessons import EMOJI, PHOTOS, joined, lessons_of
from training.drawings.mixture import DrawingsMixture, Shares, stroke_picture
from training.drawings.teaching import DrawingsPlan, Features, gather_features, teach_projection
from training.errors import TrainingError
from training.evaluation.kinds import kinds_table
from training.pictures.renders import Renders

from tests.perception.tiny_taureau_clip import shipped
from tests.training.shapes import outline
from tests.training.tiny_renders import tiny_renders

NAMES = ("circle", "square", "triangle")


def drawn(style: str, *, unseen: str = "") -> StrokeDataset:
    """Outlines of shapes in straight strokes; a star among them, in a split that is never taught."""
    shapes = (*NAMES, "star") if unseen else NAMES
    points = np.zeros((len(shapes), MOST, 4, 2), np.float16)
    count = []
    for row, shape in zip(points, shapes, strict=True):
        corners = outline(shape, np.zeros(2), 1.0, 0.3)[:: 6 if shape == "circle" else 1]
        ends = np.roll(corners, -1, axis=0)
        row[: len(corners)] = corners[:, None] + (ends - corners)[:, None] * np.linspace(0, 1, 4)[:, None]
        count.append(len(corners))
    splits = tuple(unseen if shape == "star" else "train" for shape in shapes)
    names = tuple((shape,) for shape in shapes)
    index = np.full(len(shapes), STYLES.index(style))
    return StrokeDataset(points, np.array(count), index, splits, names, STYLES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as the earlier programs leave it, with drafts of a photo and of emoji."""
    tiny_renders(tmp_path)
    drawn("photo").pack(tmp_path / "strokes.npz")
    drawn("photo", unseen="kind").pack(tmp_path / PHOTOS)
    drawn("emoji", unseen="family").pack(tmp_path / EMOJI)
    return tmp_path


def test_batches_are_reproducible_and_hold_nothing_unseen(folder: Path) -> None:
    parts = [StrokeDataset.read(folder / name) for name in (PHOTOS, EMOJI)]
    mixtures = [
        DrawingsMixture(
            joined(parts), StrokeDataset.read(folder / "strokes.npz"), Renders.read(folder / "renders.npz"), 0
        )
        for _ in range(2)
    ]
    one, same = (mixture.batch(3, 40, 64) for mixture in mixtures)
    assert np.array_equal(one.pictures, same.pictures)
    assert np.array_equal(one.names, same.names)
    assert not np.array_equal(one.pictures, mixtures[0].batch(4, 40, 64).pictures)
    assert set(mixtures[0].names) == set(NAMES)
    assert one.pictures.shape == (40, 64, 64, 3)


def test_without_drafts_a_batch_is_of_what_is_there(folder: Path) -> None:
    parts = StrokeDataset.read(folder / PHOTOS), StrokeDataset.read(folder / "strokes.npz")
    mixture = DrawingsMixture(*parts, Renders.read(folder / "renders.npz"), 0, Shares(photos=0.5, emoji=0, traced=0.5))
    assert mixture.batch(0, 8, 32).pictures.shape == (8, 32, 32, 3)


def test_strokes_fill_a_square_but_for_its_margin() -> None:
    line = np.linspace((5.0, -2.0), (9.0, -2.0), 4)[None]
    picture = stroke_picture(line, 0.12, 0.02, 100)
    rows, columns = (np.flatnonzero((picture[..., 0] < 128).any(axis)) for axis in (1, 0))
    assert abs(columns[0] - 100 * 0.12 / 1.24) < 3
    assert abs(columns[-1] - 100 * 1.12 / 1.24) < 3
    assert 48 <= rows.min() <= rows.max() <= 52


def test_names_are_nearer_afterwards_and_all_else_stays(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    weights = shipped(tmp_path_factory.mktemp("shipped"))
    before = {file.name: file.read_bytes() for file in weights.iterdir()}
    into = folder / "taught"
    options = ["--folder", str(folder), "--weights", str(weights), "--into", str(into), "--batches", "2"]
    assert main(["train", *options, "--steps", "60"]) == 0
    said = capsys.readouterr().out.splitlines()
    losses = {line.split(":")[0]: line for line in said if line.startswith("step")}
    assert all(label in losses["step 60"] for label in ("kinds", "emoji", "families"))
    assert {file.name: file.read_bytes() for file in weights.iterdir()} == before
    old, taught = load_file(weights / IMAGE_FILE), load_file(into / IMAGE_FILE)
    moved = {key for key in old if not torch.equal(old[key], taught[key])}
    assert moved == {key for key in old if key.startswith("tower.projection.")}
    unchanged = {name for name, content in before.items() if (into / name).read_bytes() == content}
    assert set(before) - unchanged == {IMAGE_FILE, CONFIG_FILE}
    record = json.loads((into / CONFIG_FILE).read_text(encoding="utf-8"))
    assert record["drawings"]["features"] == 256
    assert record["sha256"][IMAGE_FILE] == hashlib.sha256((into / IMAGE_FILE).read_bytes()).hexdigest()
    again = folder / "again"
    assert main(["train", *options, "--steps", "60", "--into", str(again)]) == 0  # from the features that are kept
    assert (again / IMAGE_FILE).read_bytes() == (into / IMAGE_FILE).read_bytes()


def test_features_are_gathered_on_and_the_projection_learns(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clip = taureau_clip_from_folder(shipped(tmp_path_factory.mktemp("shipped")))
    lessons = lessons_of(clip, folder, folder / "strokes.npz", 0)
    plan = DrawingsPlan(batches=1, pictures=24, steps=80, batch=24, rate=3e-3, kept=0.0, dropped=0.0)
    file = folder / "features"
    first = gather_features(clip, lessons.mixture, plan, file, minutes=5)
    whole = gather_features(clip, lessons.mixture, replace(plan, batches=2), file, minutes=5)
    assert torch.equal(whole.names[:24], first.names)
    assert torch.equal(whole.pooled[:24], first.pooled)
    other = taureau_clip_from_folder(shipped(tmp_path_factory.mktemp("other")))
    next(other.tower.network.parameters()).add_(1)
    with pytest.raises(TrainingError, match="another tower"):
        gather_features(other, lessons.mixture, plan, file, minutes=5)
    heard = list[Mapping[str, float]]()
    teach_projection(
        clip, whole, lessons.names, plan, lessons.unseen.measure, lambda step, found: heard.append(found), every=20
    )
    assert heard[-1]["loss"] < heard[0]["loss"]
    still = teach_projection(clip, whole, lessons.names, replace(plan, kept=1e4), lessons.unseen.measure)
    free = teach_projection(clip, whole, lessons.names, plan, lessons.unseen.measure)
    assert _turned(clip, still, whole) < _turned(clip, free, whole)


def _turned(clip: TaureauClip, projection: nn.Module, features: Features) -> float:
    """Return how far the embeddings of pictograms have moved, as 1 - cosine."""
    pooled = features.pooled[~features.drawn]
    before, after = (nn.functional.normalize(one(pooled), dim=-1) for one in (clip.tower.projection, projection))
    return float(1 - (before * after).sum(-1).mean())


def test_kinds_that_were_never_taught_are_ranked_among_all_names(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clip = taureau_clip_from_folder(shipped(tmp_path_factory.mktemp("shipped")))
    table = kinds_table(clip, StrokeDataset.read(folder / PHOTOS))
    star, whole = table.rows
    assert star[:2] == ("star", 1)
    assert whole[2:] == star[2:]
    assert all(isinstance(rank, int) and 1 <= rank <= 1001 for rank in star[2:])
    assert "among 1001" in table.note


def test_what_is_missing_is_said(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    weights = ["--weights", str(shipped(tmp_path_factory.mktemp("shipped")))]
    assert main(["train", "--folder", str(folder / "none"), *weights]) == 2
    assert "gather" in capsys.readouterr().err
    assert main(["train", "--folder", str(folder), "--weights", str(folder / "none")]) == 2
    assert "--weights" in capsys.readouterr().err
    assert main(["gather", "--folder", str(folder), "--photos", str(folder / "no.tar")]) == 2
    assert "Caltech-101" in capsys.readouterr().err
