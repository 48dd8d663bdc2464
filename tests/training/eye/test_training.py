"""The program from labels to exported weights, with tiny photos."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from taureau.perception.eye import CONFIG_FILE, GRAPH_FILE, eye_from_folder
from training.eye.__main__ import FIGURES, SHEET, SHIPPED, main
from training.eye.card import CARD
from training.eye.labelling import CONTOURS, label, read_levels
from training.eye.measuring import line_counts, overlap
from training.eye.network import folded, untaught_eye
from training.eye.photos import photo_files
from training.eye.shipping import WEIGHTS_FILE
from training.eye.teaching import CURVE, taught_eye

from tests.training.eye.collection import labelled_collection


def test_a_photo_is_labelled_once(tmp_path: Path) -> None:
    photos, _ = labelled_collection(tmp_path)
    seen = []

    def teacher(photo: np.ndarray) -> np.ndarray:
        seen.append(photo.shape)
        return np.full(photo.shape[:2], 0.5, dtype=np.float32)

    files = photo_files(photos)[:4]
    for _ in range(2):
        assert label(files, teacher, tmp_path / CONTOURS, notify=lambda text: None) == 4
    assert len(seen) == 4
    assert abs(float(read_levels(files[0].beside(tmp_path / CONTOURS, ".png"))[0, 0]) - 0.5) < 0.01


def test_folding_normalisation_changes_nothing() -> None:
    eye = untaught_eye(seed=0, side=64)
    images = torch.rand(2, 3, 64, 96)
    eye.train()
    eye(images)  # gives the normalisation something to fold
    eye.eval()
    with torch.no_grad():
        assert torch.allclose(eye(images), folded(eye)(images), atol=1e-4)


def test_the_trunk_begins_with_the_weights_of_imagenet() -> None:
    from taureau.perception.encoder import builtin_encoder

    images = torch.rand(1, 3, 64, 64)
    with torch.no_grad():
        ours = untaught_eye(seed=0, side=64).eval().trunk(images * (255 / 128) - 127 / 128)
        theirs = builtin_encoder().features(images, 6)
    for one, other in zip(ours, theirs, strict=True):
        assert torch.allclose(one, other, atol=1e-3)


def test_overlap_and_lines_are_measured() -> None:
    lines = np.zeros((100, 160), dtype=np.uint8)
    cv2.circle(lines, (80, 50), 30, 1, 1)
    levels = cv2.GaussianBlur(lines.astype(np.float32), (0, 0), 1.0) * 2.5
    right = line_counts(levels, lines > 0)[5]
    assert right[0] / right[1] > 0.99
    assert right[2] / right[3] > 0.99
    shifted = line_counts(np.roll(levels, 8, axis=1), lines > 0)[5]
    assert shifted[0] / shifted[1] < 0.5
    assert overlap(lines > 0, lines > 0) == 1
    assert overlap(np.zeros((3, 3), bool), np.zeros((3, 3), bool)) == 1


def test_from_labels_to_a_card(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.eye.figures._installed_teachers", dict)  # slow, where they are installed
    photos, labels = labelled_collection(tmp_path)
    options = ["--folder", str(labels), "--photos", str(photos)]
    small = [*options, "--side", "64", "--batch", "2"]
    assert main(["train", *small, "--steps", "2"]) == 0
    assert main(["train", *small, "--steps", "3"]) == 0  # another leg
    assert json.loads((labels / CURVE).read_text().splitlines()[-1])["step"] == 3
    taught = taught_eye(labels)
    assert taught is not None
    assert taught[1]["steps"] == 3
    assert main(["measure", *options, "--count", "2", "--look", "64"]) == 0
    assert (labels / SHEET).stat().st_size > 1000
    found = json.loads((labels / FIGURES).read_text())
    assert found["counts"] == {"photos": 2, "plain backgrounds": 2, "composites": 1}
    assert main(["ship", *options, "--look", "64"]) == 0
    eye = eye_from_folder(labels / SHIPPED)
    images = torch.rand(1, 3, 64, 64)
    with torch.no_grad():
        wanted = folded(taught[0])(images).sigmoid().numpy()
    assert np.abs(eye.probabilities(images.numpy()) - wanted).max() < 0.02
    config = json.loads((labels / SHIPPED / CONFIG_FILE).read_text())
    for name in (WEIGHTS_FILE, GRAPH_FILE):
        assert config["bytes"][name] == (labels / SHIPPED / name).stat().st_size < 10_000_000
    (labels / SHIPPED / GRAPH_FILE).unlink()
    assert main(["convert", "--folder", str(labels / SHIPPED)]) == 0
    assert json.loads((labels / SHIPPED / CONFIG_FILE).read_text()) == config
    assert eye_from_folder(labels / SHIPPED).side == 64
    assert "CC BY 4.0" in (labels / SHIPPED / CARD).read_text(encoding="utf-8")
    capsys.readouterr()


@pytest.mark.parametrize("step", ["train", "measure", "ship", "convert"])
def test_what_is_missing_is_said_in_one_line(step: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([step, "--folder", str(tmp_path / "work"), "--photos", str(tmp_path)]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
