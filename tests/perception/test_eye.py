"""The eye's network: photos of any format, its graph and its weights, and damaged files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from taureau.perception.eye import CHANNELS, CONFIG_FILE, GRAPH_FILE, Eye, eye_from_folder, fitted, own_eye
from taureau.photo import load_photo
from taureau.resources import resource
from taureau.weights import DamagedWeightsError
from training.eye.graph import graph_of
from training.eye.network import EyeNetwork, untaught_eye
from training.eye.shipping import shipped_network


@pytest.fixture(scope="module")
def network() -> EyeNetwork:
    torch.manual_seed(0)
    return EyeNetwork().eval().requires_grad_(False)


@pytest.fixture(scope="module")
def eye_folder(network: EyeNetwork, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("eye")
    graph = graph_of(network)
    (folder / GRAPH_FILE).write_bytes(graph)
    record = {"side": 96, "sha256": {GRAPH_FILE: hashlib.sha256(graph).hexdigest()}}
    (folder / CONFIG_FILE).write_text(json.dumps(record))
    return folder


def test_outputs_have_half_the_resolution(eye_folder: Path) -> None:
    images = np.zeros((2, 3, 64, 96), dtype=np.float32)
    assert eye_from_folder(eye_folder).probabilities(images).shape == (2, len(CHANNELS), 32, 48)


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


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_a_photo_is_seen_the_same_each_time_by_any_number_of_threads(network: EyeNetwork, threads: int) -> None:
    photo = np.random.default_rng(1).integers(0, 255, (64, 64, 3)).astype(np.uint8)
    graph = graph_of(network)
    one, other = (Eye(graph, side=96, threads=number).see(photo) for number in (1, threads))
    assert np.array_equal(one.subject, other.subject)


def test_the_graph_that_ships_computes_what_its_weights_do(duck_photo: Path) -> None:
    images = fitted(load_photo(duck_photo).pixels, 320)
    wanted = shipped_network(resource("models/taureau-eye"))(torch.from_numpy(images)).sigmoid().numpy()
    assert np.abs(own_eye().probabilities(images) - wanted).max() < 1e-4


def test_the_graph_that_ships_is_made_of_its_weights() -> None:
    folder = resource("models/taureau-eye")
    made = onnx.load_model_from_string(graph_of(shipped_network(folder)))
    assert made == onnx.load_model_from_string((folder / GRAPH_FILE).read_bytes())


def test_normalisation_must_be_folded_first() -> None:
    with pytest.raises(ValueError, match="must be folded"):
        graph_of(untaught_eye(seed=0, side=64))


@pytest.mark.parametrize("damage", ["no graph", "no record", "cut short", "another graph"])
def test_damaged_files_are_refused(eye_folder: Path, damage: str, tmp_path: Path) -> None:
    graph, record = (eye_folder / GRAPH_FILE).read_bytes(), (eye_folder / CONFIG_FILE).read_bytes()
    if damage != "no graph":
        changed = {"cut short": graph[:1000], "another graph": graph[:-1] + bytes([graph[-1] ^ 1])}
        (tmp_path / GRAPH_FILE).write_bytes(changed.get(damage, graph))
    if damage != "no record":
        (tmp_path / CONFIG_FILE).write_bytes(record)
    with pytest.raises(DamagedWeightsError, match="install"):
        eye_from_folder(tmp_path)
