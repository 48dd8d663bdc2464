"""Bars, subjects and thin contours: how training targets are made."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from training.errors import TrainingError
from training.eye.lines import outline_of, ridges, target_contours
from training.eye.photos import CLUTTER, HELD_OUT, clutter, held_out, photo_files, taught
from training.eye.subjects import cut_out, find_subject

from tests.training.eye.collection import SHAPE, disc_mask, disc_photo, labelled_collection


def test_files_are_in_round_robin_order_and_split_by_class(tmp_path: Path) -> None:
    photos, _ = labelled_collection(tmp_path)
    files = photo_files(photos, seed=4)
    assert files == photo_files(photos, seed=4)
    assert len({file.kind for file in files[:5]}) == 5
    assert {file.kind for file in held_out(files)} == {"umbrella"}
    assert not {file.kind for file in taught(files)} & {*HELD_OUT, CLUTTER}
    train, evaluation = clutter(files)
    assert len(train) == 4
    assert not set(train) & set(evaluation)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no photos"):
        photo_files(tmp_path)


def test_a_subject_on_a_plain_background_is_keyed_exactly_even_if_it_is_not_salient() -> None:
    photo = disc_photo()
    cv2.line(photo, (40, 48), (40, 58), (200, 30, 30), 1)  # a thin leg
    subject = find_subject(photo, np.where(disc_mask(), 1, 0).astype(np.float32))
    assert subject.ground is not None
    found, wanted = subject.share > 0.5, disc_mask()
    wanted[48:59, 40] = True
    assert (found & wanted).sum() / (found | wanted).sum() > 0.97
    assert found[50:58, 40].all()


def test_a_hole_in_the_subject_shows_the_background() -> None:
    photo, saliency = disc_photo(), disc_mask().astype(np.float32)
    cv2.circle(photo, (40, 38), 5, (255, 255, 255), -1)
    cv2.circle(saliency, (40, 38), 6, 0.0, -1)
    assert find_subject(photo, saliency).share[38, 40] == 0


def test_a_cut_out_subject_has_no_fringe_of_the_background() -> None:
    large = cv2.resize(disc_photo(), (160, 120), interpolation=cv2.INTER_CUBIC)
    photo = cv2.GaussianBlur(large, (0, 0), 1.0)
    subject = find_subject(photo, cv2.resize(disc_mask().astype(np.float32), (160, 120)))
    alone = cut_out(photo, subject)
    edge = (alone[..., 3] > 100) & (alone[..., 3] < 250)
    assert edge.any()
    assert np.abs(alone[edge][:, 1].astype(int) - 30).mean() < 40  # green stays near the disc's, not the white's


def test_on_a_textured_background_saliency_decides() -> None:
    rng = np.random.default_rng(1)
    photo = rng.integers(90, 160, (*SHAPE, 3)).astype(np.uint8)
    photo[disc_mask()] = (200, 30, 30)
    saliency = cv2.GaussianBlur(disc_mask().astype(np.float32), (0, 0), 4)
    subject = find_subject(photo, saliency)
    found = subject.share > 0.5
    assert subject.ground is None
    assert (found & disc_mask()).sum() / (found | disc_mask()).sum() > 0.9


def test_ridges_are_one_pixel_wide_and_where_the_line_is() -> None:
    levels = np.zeros((40, 40), dtype=np.float32)
    cv2.line(levels, (5, 20), (34, 20), 1.0, 5)
    thin = ridges(cv2.GaussianBlur(levels, (0, 0), 1.5))
    assert ((thin[:, 10:30] > 0.5).sum(0) <= 1).all()
    assert (thin[20, 10:30] > 0.5).all()


def test_contours_are_the_outline_and_what_lies_within() -> None:
    share, levels = disc_mask().astype(np.float32), np.zeros(SHAPE, dtype=np.float32)
    cv2.line(levels, (30, 30), (50, 30), 1.0, 3)
    cv2.line(levels, (0, 5), (79, 5), 1.0, 3)  # outside: a horizon
    contours = target_contours(cv2.GaussianBlur(levels, (0, 0), 1.0), share)
    assert contours[30, 40] > 0.5
    assert contours[5].max() == 0
    assert contours[outline_of(share) > 0].min() > 0.5


def test_the_image_border_is_no_outline() -> None:
    share = np.zeros((30, 30), dtype=np.float32)
    share[10:, :20] = 1
    outline = outline_of(share)
    assert outline[15:, 0].max() == 0
    assert outline[-1, :18].max() == 0
    assert outline[10, 0] == 1
