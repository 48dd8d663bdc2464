"""From a package in the real layout to a decoder that draws what a name says."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from taureau.geometry import Curve
from taureau.perception.sentences import SentenceTower
from taureau.perception.stroke_decoder import stroke_decoder_from_file
from taureau.perception.taureau_clip import IMAGE_FILE, taureau_clip_from_folder
from taureau.weights import STROKES_FILE
from taureau.weights.builtin import builtin_hashes
from training.decoder.dataset import MAX_STROKES, StrokeDataset, build_dataset
from training.decoder.tracing import EXTENT, cubics, strokes_of
from training.decoder.training import StrokePlan, stroke_losses, train_decoder
from training.encoder.export import TextTower, write_encoder
from training.errors import BrokenDatasetError
from training.icons.selection import select_pictograms
from training.strokes import DATASET, main

from tests.perception.tiny_taureau_clip import shipped, untaught
from tests.training.pictogram_package import write_package

LINES = '<g fill="none" stroke="#000" stroke-width="2">{}</g>'


def svg(body: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="200" height="200">{body}</svg>'


def strokes(body: str, fewest: int = 1) -> np.ndarray | None:
    return strokes_of(svg(body), fewest=fewest, most=MAX_STROKES)


@pytest.fixture(scope="module")
def tower(tmp_path_factory: pytest.TempPathFactory) -> SentenceTower:
    return taureau_clip_from_folder(shipped(tmp_path_factory.mktemp("own"))).sentences


def test_a_line_is_cut_at_its_corners() -> None:
    found = strokes(LINES.format('<path d="M2 2h20v20"/>'))
    assert found is not None
    assert found.shape == (2, 4, 2)
    assert np.abs(found).max() == pytest.approx(EXTENT, abs=0.02)
    ends = found[:, [0, 3]].reshape(-1, 2)
    for corner in ((-EXTENT, -EXTENT), (EXTENT, -EXTENT), (EXTENT, EXTENT)):
        assert np.abs(ends - corner).sum(1).min() < 0.03


def test_a_circle_is_few_arcs_that_follow_it() -> None:
    found = strokes(LINES.format('<circle cx="12" cy="12" r="10"/>'))
    assert found is not None
    assert len(found) <= 4
    points = np.concatenate([Curve(stroke).sample(16) for stroke in found])
    assert np.abs(np.hypot(*points.T) - EXTENT).max() < 0.03


def test_a_smooth_wave_has_no_corner() -> None:
    across = np.linspace(0, 1, 4)
    wave = Curve(np.stack([100 * across, [0, 40, -40, 0]], axis=1))
    assert len(cubics(wave)) == 1


def test_shapes_are_outlined_but_not_where_they_are_lines_themselves() -> None:
    assert strokes('<path d="M4 4h16v16H4z"/>') is not None
    assert strokes('<path d="M4 4h16v1H4z"/>') is None


@pytest.mark.parametrize("body", ["", "<text>a</text>", LINES.format('<path d="M2 2h0.1"/>')])
def test_of_nothing_nothing_is_learnt(body: str) -> None:
    assert strokes(body) is None


def test_what_is_drawn_twice_is_learnt_once_and_what_is_too_simple_not_at_all() -> None:
    twice = LINES.format('<path d="M2 2h20"/><path d="M22 2H2"/><path d="M2 9h20"/>')
    found = strokes(twice)
    assert found is not None
    assert len(found) == 2
    assert strokes(twice, fewest=3) is None


def test_drawings_are_kept_by_style_and_name_without_families(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.decoder.dataset._MIN_DRAWINGS", 1)
    selection = select_pictograms(write_package(tmp_path / "package.tgz"), 0)
    dataset = build_dataset(selection, processes=1)
    assert dataset.styles
    assert all(not selection.about[style.split("/")[0]].unseen for style in dataset.styles)
    assert len(
        {(style, names[0]) for style, names in zip(dataset.style.tolist(), dataset.captions, strict=True)}
    ) == len(dataset.captions)
    dataset.pack(tmp_path / DATASET)
    read = StrokeDataset.read(tmp_path / DATASET)
    assert np.array_equal(read.points, dataset.points)
    assert (read.captions, read.split, read.styles) == (dataset.captions, dataset.split, dataset.styles)
    assert read.subset(("nothing",), MAX_STROKES).captions == ()
    few = read.subset(("train", "name"), 4)
    assert few.points.shape[1] == 4
    assert len(few.captions) == int((read.count <= 4).sum())
    (tmp_path / DATASET).write_bytes(b"no")
    with pytest.raises(BrokenDatasetError, match="gather"):
        StrokeDataset.read(tmp_path / DATASET)


def test_neither_order_nor_direction_of_strokes_counts() -> None:
    wanted = torch.rand(1, 5, 4, 2, generator=torch.Generator().manual_seed(0)) * 2 - 1
    wanted[0, 3:] = 0
    drawn = wanted[:, [2, 4, 0, 1, 3]].clone()
    drawn[0, 2] = drawn[0, 2].flip(0)
    logits = torch.tensor([[9.0, -9.0, 9.0, 9.0, -9.0]])
    shape, there = stroke_losses(drawn, logits, wanted, torch.tensor([3]))
    assert float(shape) == pytest.approx(0, abs=1e-6)
    assert float(there) < 1e-3
    shape, there = stroke_losses(drawn + 0.1, -logits, wanted, torch.tensor([3]))
    assert float(shape) > 0.05
    assert float(there) > 1


def test_a_lesson_is_learnt_by_heart(tower: SentenceTower) -> None:
    random = np.random.default_rng(0)
    points = np.zeros((2, MAX_STROKES, 4, 2), dtype=np.float16)
    points[0, :3], points[1, :4] = random.uniform(-0.8, 0.8, (3, 4, 2)), random.uniform(-0.8, 0.8, (4, 4, 2))
    dataset = StrokeDataset(
        points, np.array([3, 4]), np.array([0, 1]), ("train", "train"), (("cat",), ("cup",)), ("round", "plain")
    )
    plan = StrokePlan(steps=120, batch=2, rise=10, noise=0.0)
    decoder, again = (train_decoder(dataset, tower, plan) for _ in range(2))
    assert decoder.hands == {"round": 1, "plain": 1}
    with torch.no_grad():
        drawn, logits = decoder(tower(["a cat", "a cup"]), torch.tensor([0, 1]))
        assert torch.equal(drawn, again(tower(["a cat", "a cup"]), torch.tensor([0, 1]))[0])
    assert (logits > 0).sum(1).tolist() == [3, 4]
    shape, _ = stroke_losses(drawn, logits, torch.from_numpy(points).float(), torch.tensor([3, 4]))
    assert float(shape) < 0.1


def test_the_program_gathers_trains_and_keeps_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("training.decoder.dataset._MIN_DRAWINGS", 1)
    weights = shipped(tmp_path)
    package = write_package(tmp_path / "package.tgz")
    asked = ["--folder", str(tmp_path), "--weights", str(weights)]
    before = builtin_hashes(weights)[STROKES_FILE]
    assert main(["all", *asked, "--tarball", str(package), "--steps", "3", "--processes", "1"]) == 0
    assert "drawings in" in capsys.readouterr().out
    assert stroke_decoder_from_file(weights / STROKES_FILE).hands
    assert builtin_hashes(weights)[STROKES_FILE] != before
    config = json.loads((weights / "config.json").read_text())
    assert config["bytes"][STROKES_FILE] == (weights / STROKES_FILE).stat().st_size
    assert main(["gather", *asked, "--tarball", str(tmp_path / "none.tgz")]) == 2
    assert main(["train", "--folder", str(tmp_path), "--weights", str(tmp_path / "nowhere")]) == 2
    assert "--weights" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [("--steps", "0"), ("--most", "2"), ("--most", "25")])
def test_numbers_that_teach_nothing_are_refused(asked: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["train", "--folder", str(tmp_path), *asked])
    assert refused.value.code == 2


def test_weights_exported_beside_a_decoder_keep_it_in_the_record(tmp_path: Path) -> None:
    folder = shipped(tmp_path)
    before = builtin_hashes(folder)
    config = write_encoder(untaught(1), TextTower.read(folder), folder, size=64, notes={"training": "none"})
    after = builtin_hashes(folder)
    assert after[STROKES_FILE] == before[STROKES_FILE]
    assert after[IMAGE_FILE] != before[IMAGE_FILE]
    assert config["bytes"][STROKES_FILE] == (folder / STROKES_FILE).stat().st_size
