"""Training samples: reproducible, consistent with their targets, and correctly weighted."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from training.eye.colors import ground_of_colors, photographed, tinted
from training.eye.losses import as_tensors, eye_losses
from training.eye.photos import clutter, photo_files, taught
from training.eye.scenes import Layers, Scenes, framed

from tests.training.eye.collection import disc_mask, disc_photo, labelled_collection

SHAPE = (64, 96)


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Scenes:
    photos, labels = labelled_collection(tmp_path_factory.mktemp("collection"))
    files = photo_files(photos)
    return Scenes(taught(files), clutter(files)[0], labels, seed=2)


def test_only_labelled_photos_of_the_training_classes_are_used(scenes: Scenes) -> None:
    assert len(scenes) == 6


def test_a_scene_depends_on_seed_and_index_alone(scenes: Scenes) -> None:
    one, other, next_one = (scenes.scene(number, SHAPE) for number in (5, 5, 6))
    assert np.array_equal(one.picture, other.picture)
    assert np.array_equal(one.contours, other.contours)
    assert not np.array_equal(one.picture, next_one.picture)


@pytest.mark.parametrize("number", range(12))
def test_targets_have_half_the_resolution_and_values_from_0_to_1(scenes: Scenes, number: int) -> None:
    scene = scenes.scene(number, SHAPE)
    assert (scene.picture.shape, scene.picture.dtype) == ((*SHAPE, 3), np.uint8)
    for target in (scene.subject, scene.contours, scene.faces, scene.face_weight):
        assert target.shape == (SHAPE[0] // 2, SHAPE[1] // 2)
        assert target.min() >= 0
        assert target.max() <= 1.001
    assert scene.weight.min() >= 0


def test_a_composite_has_the_mask_of_what_was_pasted(scenes: Scenes) -> None:
    for number in range(8):
        layers = scenes.composite(number, SHAPE)
        inside = layers.picture[layers.share > 0.95].astype(int)
        assert len(inside)
        assert np.median(inside[:, 0] - inside[:, 1]) > 60  # the red of the disc, whatever the background


def test_bars_are_neither_subject_nor_contour() -> None:
    share = disc_mask().astype(np.float32)
    whole = Layers(disc_photo(), np.ones_like(share), np.ones_like(share), share, share, share)
    rng = np.random.default_rng(3)
    for _ in range(6):
        layers = framed(whole, rng)
        assert layers.share.shape == share.shape
        bars = layers.share == 0
        assert bars.any()
        assert layers.levels[bars].max() == 0
        assert layers.certainty[bars].min() == 1


def test_augmented_colors_stay_a_photo() -> None:
    photo = disc_photo()
    for seed in range(12):
        rng = np.random.default_rng(seed)
        for changed in (tinted(photo, rng), photographed(photo, rng), ground_of_colors(photo.shape[:2], rng)):
            assert (changed.shape, changed.dtype) == (photo.shape, np.uint8)


def test_a_correct_prediction_has_the_smallest_loss_and_unknown_faces_do_not_count() -> None:
    subject = torch.zeros(1, 16, 16)
    subject[:, 4:12, 4:12] = 1
    ones = torch.ones_like(subject)
    right = torch.stack([subject * 20 - 10] * 3, dim=1)
    good = eye_losses(right, subject, subject, subject, ones, ones)
    bad = eye_losses(-right, subject, subject, subject, ones, ones)
    assert all(a < 0.01 < b for a, b in zip(good, bad, strict=True))
    assert eye_losses(-right, subject, subject, subject, ones, 0 * ones)[2] == 0


def test_pictures_become_images() -> None:
    images = as_tensors(torch.from_numpy(disc_photo()[None]))
    assert images.shape == (1, 3, 60, 80)
    assert float(images.max()) <= 1
