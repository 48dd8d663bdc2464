"""The eye's network: shapes, photos of any format, and damaged weights."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from taureau.perception.eye import CHANNELS, CONFIG_FILE, EYE_FILE, Eye, eye_from_folder, fitted
from taureau.weights import DamagedWeightsError


@pytest.fixture(scope="module")
def eye_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("eye")
    torch.manual_seed(0)
    save_file({key: value.half().contiguous() for key, value in Eye().state_dict().items()}, folder / EYE_FILE)
    (folder / CONFIG_FILE).write_text(json.dumps({"side": 96}))
    return folder


def test_outputs_have_half_the_resolution() -> None:
    with torch.no_grad():
        assert Eye().eval()(torch.rand(2, 3, 64, 96)).shape == (2, len(CHANNELS), 32, 48)


@pytest.mark.parametrize("shape", [(50, 70), (1, 100), (640, 31), (7, 7), (96, 96)])
def test_a_photo_of_any_shape_is_seen(eye_folder: Path, shape: tuple[int, int]) -> None:
    photo = np.random.default_rng(0).integers(0, 255, (*shape, 3)).astype(np.uint8)
    sight = eye_from_folder(eye_folder).see(photo)
    for seen in (sight.subject, sight.contour, sight.face):
        assert seen.shape == shape
        assert 0 <= seen.min() <= seen.max() <= 1


def test_the_longer_side_is_what_was_asked_for() -> None:
    assert fitted(np.zeros((300, 450, 3), np.uint8), 320).shape == (1, 3, 224, 320)
    assert fitted(np.zeros((30, 3000, 3), np.uint8), 320).shape == (1, 3, 32, 320)


def test_a_photo_is_seen_the_same_each_time(eye_folder: Path) -> None:
    photo = np.random.default_rng(1).integers(0, 255, (64, 64, 3)).astype(np.uint8)
    one, other = (eye_from_folder(eye_folder).see(photo) for _ in range(2))
    assert np.array_equal(one.subject, other.subject)


@pytest.mark.parametrize("damage", ["no weights", "no record", "cut short", "another network"])
def test_damaged_weights_are_refused(eye_folder: Path, damage: str, tmp_path: Path) -> None:
    weights, record = (eye_folder / EYE_FILE).read_bytes(), (eye_folder / CONFIG_FILE).read_bytes()
    if damage != "no weights":
        (tmp_path / EYE_FILE).write_bytes(weights[:1000] if damage == "cut short" else weights)
    if damage == "another network":
        save_file({"some": torch.zeros(3)}, tmp_path / EYE_FILE)
    if damage != "no record":
        (tmp_path / CONFIG_FILE).write_bytes(record)
    with pytest.raises(DamagedWeightsError, match="install"):
        eye_from_folder(tmp_path)
