"""Eyes, noses and mouths are found at any scale, and drawn among the first strokes."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from taureau.engine.scene.face_features import FaceFeatures, find_face_features
from taureau.engine.scene.frame import Frame
from taureau.engine.scene.scene import CANVAS, OVERSAMPLING, Scene, build_scene
from taureau.engine.scene.subject import subject_of
from taureau.engine.starts.contours import sharpest_turn
from taureau.engine.starts.start import contour_candidates, contour_start
from taureau.geometry.fit import bernstein
from taureau.perception import own_eye
from taureau.photo import load_photo
from taureau.resources import resource


def sample(name: str) -> NDArray[np.uint8]:
    return load_photo(resource(f"samples/{name}.jpg")).pixels


def scene_of(photo: NDArray[np.uint8]) -> Scene:
    return build_scene(own_eye(), photo, subject_of(own_eye(), photo, "auto"))


def on_details(scene: Scene, strokes: int) -> int:
    """How many of the first strokes lie mostly on details."""
    assert scene.details is not None
    found = 0
    for piece in contour_start(contour_candidates(scene), strokes).pieces:
        x, y = (bernstein(np.linspace(0, 1, 9)) @ piece.points).astype(int).clip(0, len(scene.details) - 1).T
        found += bool(scene.details[y, x].mean() > 0.5)
    return found


@pytest.mark.parametrize(("name", "features"), [("astronaut", 3), ("cat", 2), ("dog", 1)])
def test_faces_are_among_the_first_twelve_strokes(name: str, features: int) -> None:
    assert on_details(scene_of(sample(name)), 12) >= features


def test_features_of_a_small_face_lie_in_the_face() -> None:
    scene = scene_of(sample("astronaut"))
    assert scene.details is not None
    on_photo = scene.frame.on_photo(
        cv2.resize(scene.details.astype(np.float32), (CANVAS, CANVAS), interpolation=cv2.INTER_AREA), (512, 512)
    )
    rows, columns = np.nonzero(on_photo > 0.5)
    assert rows.min() > 60
    assert rows.max() < 180
    assert columns.min() > 170
    assert columns.max() < 280


@pytest.mark.parametrize("name", ["astronaut", "cat"])
def test_short_strokes_have_no_kinks(name: str) -> None:
    pieces = contour_start(contour_candidates(scene_of(sample(name))), 16).pieces
    assert all(sharpest_turn(piece.points, 2.5 * OVERSAMPLING) < np.radians(60) for piece in pieces)


@pytest.mark.parametrize("name", ["hammer", "cup", "dahlia", "windmill", "rocket"])
def test_things_have_no_face(name: str) -> None:
    assert scene_of(sample(name)).details is None


def test_features_outside_the_subject_do_not_count() -> None:
    photo = sample("astronaut")
    frame = Frame.around(np.ones(photo.shape[:2], dtype=bool), CANVAS)
    crop = frame.crop(photo, oversampling=OVERSAMPLING)
    face = own_eye().see(crop).face
    inside = np.ones(face.shape, dtype=bool)
    assert find_face_features(own_eye(), photo, frame, crop, face, inside) is not None
    assert find_face_features(own_eye(), photo, frame, crop, face, ~inside) is None


def test_a_line_along_a_feature_weighs_as_much_as_asked_within_the_limits() -> None:
    labels = np.zeros((64, 64), dtype=np.int32)
    labels[8:12, 10:30], labels[30:34, 10:12] = 1, 2
    weight = np.zeros((64, 64), dtype=np.float32)
    weight[10, :] = 0.5
    weight[32, 10:12] = 1.0
    features = FaceFeatures((labels > 0).astype(np.float32), labels, np.array([20, 2]), response=1.0)
    raised = features.weighted(weight, each=30.0, least=1.5, most=4.0)
    assert raised[10, 10:30].sum() == pytest.approx(30)
    assert raised[32].sum() == pytest.approx(8)  # four times, no more
    assert (raised[labels == 0] == weight[labels == 0]).all()
