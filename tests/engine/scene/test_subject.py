"""What of a photo is drawn: a file's transparency, a given mask, the whole, line art."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from taureau.api import sketch_request
from taureau.engine import Finished
from taureau.engine.runs.sketch import sketch
from taureau.engine.scene import subject as engine_subject
from taureau.engine.scene.scene import build_scene
from taureau.engine.scene.subject import subject_of
from taureau.perception import own_eye
from taureau.perception import subject as perception_subject
from taureau.photo import ContentBox, content_box, load_photo

from tests.engine.tiny import disc_photo


def logo(path: Path) -> Path:
    """A white ring on transparent ground, 200 × 160 px."""
    alpha = np.zeros((160, 200), dtype=np.uint8)
    cv2.circle(alpha, (100, 80), 55, 255, 20)
    image = np.full((160, 200, 4), 255, dtype=np.uint8)
    image[..., 3] = alpha
    Image.fromarray(image).save(path)
    return path


def test_the_transparency_of_a_file_is_the_mask(tmp_path: Path) -> None:
    photo = load_photo(logo(tmp_path / "logo.png"))
    assert photo.alpha is not None
    subject = subject_of(own_eye(), photo.pixels, "auto", alpha=photo.alpha)
    assert np.array_equal(subject.mask, photo.alpha > 127)


def test_a_white_logo_on_transparent_ground_is_drawn_by_its_outline(tmp_path: Path) -> None:
    request = sketch_request(logo(tmp_path / "logo.png"), strokes=8, preset="draft")
    last = list(sketch(request, lambda: False))[-1]
    assert isinstance(last, Finished)
    points = np.concatenate([stroke.curve.sample() for stroke in last.drawing.strokes])
    radius = np.hypot(points[:, 0] - 100, points[:, 1] - 80)
    assert (np.minimum(np.abs(radius - 45), np.abs(radius - 65)) < 4).mean() > 0.95


def test_an_opaque_file_has_no_alpha_nor_has_one_with_rounded_corners(tmp_path: Path) -> None:
    image = Image.new("RGBA", (40, 30), (10, 20, 30, 255))
    image.putpixel((0, 0), (0, 0, 0, 0))
    image.save(tmp_path / "opaque.png")
    assert load_photo(tmp_path / "opaque.png").alpha is None


def test_a_given_mask_wins_over_transparency_and_subject() -> None:
    photo = disc_photo()
    mask = np.zeros(photo.shape[:2], dtype=bool)
    mask[20:60, 30:70] = True
    alpha = np.full(photo.shape[:2], 255, dtype=np.uint8)
    assert np.array_equal(subject_of(own_eye(), photo, mask, alpha=alpha).mask, mask)
    assert subject_of(own_eye(), photo, "none", alpha=alpha).mask.all()
    assert subject_of(own_eye(), photo, np.zeros_like(mask)).mask.all()  # an empty mask would draw nothing


def test_a_background_is_drawn_where_everything_is_and_not_around_a_mask() -> None:
    photo = np.full((160, 160, 3), 200, dtype=np.uint8)
    photo[100:] = 90  # an edge of the background, which runs behind the disc
    cv2.circle(photo, (80, 90), 40, (160, 30, 30), -1, cv2.LINE_AA)
    disc = np.hypot(*(np.mgrid[:160, :160] - np.array([[[90]], [[80]]]))) < 40
    for mask, drawn in ((disc, False), ("none", True)):
        scene = build_scene(own_eye(), photo, subject_of(own_eye(), photo, mask))
        band = np.zeros((160, 160), dtype=np.float32)
        band[96:104, 4:34] = 1
        weight = scene.weight[scene.frame.crop(band, oversampling=2) > 0.5]
        assert bool(weight.max(initial=0) > 0.1) is drawn


@pytest.mark.parametrize("mask", ["auto", "none"])
def test_no_stroke_follows_a_letterbox_bar_that_cuts_the_subject(mask: Literal["auto", "none"]) -> None:
    picture = np.full((120, 200, 3), (205, 215, 225), dtype=np.uint8)
    cv2.circle(picture, (100, 60), 75, (60, 70, 150), -1, cv2.LINE_AA)  # above and below the picture's edge
    barred = cv2.copyMakeBorder(picture, 40, 40, 0, 0, cv2.BORDER_CONSTANT, value=(0, 0, 0))
    last = list(sketch(sketch_request(barred, strokes=8, preset="draft", mask=mask), lambda: False))[-1]
    assert isinstance(last, Finished)
    for stroke in last.drawing.strokes:
        y = stroke.curve.sample()[:, 1]
        along_a_bar = np.minimum(np.abs(y - 40), np.abs(y - 160)) < 5
        assert along_a_bar.mean() < 0.5


def test_bars_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[tuple[int, ...]] = []

    def counted(photo: NDArray[np.uint8]) -> ContentBox:
        looked.append(photo.shape)
        return content_box(photo)

    for module in (engine_subject, perception_subject):
        monkeypatch.setattr(module, "content_box", counted)
    subject_of(own_eye(), disc_photo(), "auto")
    assert len(looked) == 1
