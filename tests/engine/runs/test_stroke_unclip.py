"""Variations, blends and text differences in strokes, by an untaught decoder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from taureau.document import Drawing
from taureau.engine.runs.stroke_unclip import draw
from taureau.events import Failed
from taureau.imagine import Blend, Change, DrawingReady, GenerationFinished, ImagineRequest, Variation, What
from taureau.weights import STROKES_FILE

from tests.perception.tiny_taureau_clip import shipped


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture(autouse=True)
def own_files(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(files))


def picture(side: int) -> NDArray[np.uint8]:
    image = np.full((256, 256, 3), 255, np.uint8)
    image[128 - side : 128 + side, 60:200] = 0
    return image


def drawn(what: What, count: int, seed: int = 0, strokes: int | None = None) -> list[Drawing]:
    *ready, last = (
        event
        for event in draw(ImagineRequest(what, count=count, seed=seed, strokes=strokes), lambda: False)
        if isinstance(event, (DrawingReady, GenerationFinished, Failed))
    )
    assert isinstance(last, GenerationFinished), last
    assert (last.images, last.stopped) == (len(ready), False)
    return [event.drawing for event in ready if isinstance(event, DrawingReady)]


def points(drawing: Drawing) -> NDArray[np.float64]:
    return np.stack([stroke.curve.points for stroke in drawing.strokes])


def test_variations_differ_and_a_seed_repeats_them() -> None:
    first, second = drawn(Variation(picture(20)), 2)
    assert not np.array_equal(points(first), points(second))
    (again,) = drawn(Variation(picture(20)), 1, seed=1)
    assert np.array_equal(points(second), points(again))
    assert again.facts["verb"] == "vary"
    assert again.facts["shows"] in ("cat", "bicycle", "fish")


def test_a_drawing_has_at_most_so_many_strokes() -> None:
    assert all(1 <= drawing.stroke_count <= 2 for drawing in drawn(Variation(picture(20)), 3, strokes=2))


def test_a_blend_is_in_one_style_and_its_places_are_known() -> None:
    strip = drawn(Blend(picture(20), picture(60)), 3)
    assert len({drawing.facts["style"] for drawing in strip}) == 1
    assert [drawing.facts["blend"] for drawing in strip] == ["0.000", "0.500", "1.000"]


def test_a_text_difference_moves_the_strokes_as_far_as_theta_says() -> None:
    def steered(theta: float) -> Drawing:
        (drawing,) = drawn(Change(picture(20), "a cat", "a bicycle", theta), 1)
        return drawing

    still, again, far = steered(0.0), steered(0.0), steered(1.0)
    assert np.array_equal(points(still), points(again))
    assert points(still).shape != points(far).shape or not np.array_equal(points(still), points(far))
    assert (far.facts["from"], far.facts["to"], far.facts["theta"]) == ("a cat", "a bicycle", "1")


def test_a_run_that_is_stopped_says_so() -> None:
    *_, last = draw(ImagineRequest(Variation(picture(20))), lambda: True)
    assert isinstance(last, GenerationFinished)
    assert (last.images, last.stopped) == (0, True)


def test_without_the_decoder_it_is_said_what_is_missing(
    files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in files.iterdir():
        if file.name != STROKES_FILE:
            (tmp_path / file.name).symlink_to(file)
    monkeypatch.setenv("TAUREAU_CLIP", str(tmp_path))
    *_, last = draw(ImagineRequest(Variation(picture(20))), lambda: False)
    assert isinstance(last, Failed)
    assert (STROKES_FILE in last.error, last.bad_input) == (True, True)
