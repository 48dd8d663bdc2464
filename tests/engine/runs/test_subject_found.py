"""What a run says it saw: once, before it draws, over the photo's extent."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from taureau.engine import Event, Failed, Finished, Progress, SketchRequest, SubjectFound
from taureau.engine.runs.sketch import sketch
from taureau.engine.scene.frame import Frame
from taureau.engine.scene.preview_maps import downscaled
from taureau.perception import ClipEncoder

from tests.engine.runs.test_fine import prompt_request
from tests.engine.tiny import TinyEncoder, disc_photo, disc_request
from tests.perception.tiny_clip import encoder_of

pytestmark = pytest.mark.usefixtures("few_candidates")


@pytest.fixture(scope="module")
def encoder() -> ClipEncoder:
    return encoder_of("resnet")


def two_discs() -> NDArray[np.uint8]:
    """96 × 192 px; the right half is the subject."""
    return np.concatenate([disc_photo(), disc_photo()], axis=1)


def right_half() -> NDArray[np.bool_]:
    mask = np.zeros((96, 192), dtype=bool)
    mask[:, 96:] = True
    return mask


def seen_in(events: list[Event]) -> SubjectFound:
    """The one time it is said, before the first preview."""
    (seen,) = (event for event in events if isinstance(event, SubjectFound))
    first = next((event for event in events if isinstance(event, Progress)), events[-1])
    assert events.index(seen) < events.index(first)
    return seen


def run(encoder: object, **changes: object) -> list[Event]:
    values = {"photo": two_discs(), "width": 384.0, "height": 192.0, **changes}
    return list(sketch(disc_request(**values), lambda: False, encoder=encoder))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        {"preset": "draft"},
        {"preset": "standard", "start": "random"},
        {"preset": "draft", "detail": 0.5},
        {"preset": "fine"},
        {"preset": "clipasso", "seeds": 1},
    ],
)
def test_the_painted_mask_and_the_attention_lie_over_the_photo(
    changes: dict[str, object], short: None, encoder: ClipEncoder
) -> None:
    by_clip = changes["preset"] in ("fine", "clipasso")
    events = run(encoder if by_clip else TinyEncoder(), mask=right_half(), **changes)
    assert isinstance(events[-1], Finished), events[-1]
    seen = seen_in(events)
    assert seen.mask is not None
    assert seen.mask.shape == seen.saliency.shape == (96, 192)
    assert np.array_equal(seen.mask > 0.5, right_half())
    assert 0 <= seen.saliency.min() < seen.saliency.max() <= 1
    if by_clip:
        assert seen.saliency[:, :80].max() == 0  # the square on which CLIP looks does not reach there
    if "detail" in changes:
        assert seen.starts.shape == (0, 2)  # they come one by one
    else:
        first = next(event for event in events if isinstance(event, Progress)).drawing
        assert np.allclose(seen.starts, [stroke.curve.start for stroke in first.strokes])
        assert (seen.starts[:, 0] > 192 - 8).all()


@pytest.mark.parametrize("preset", ["standard", "fine"])
def test_where_nothing_is_masked_there_is_no_mask(preset: str, encoder: ClipEncoder, short: None) -> None:
    events = run(encoder if preset == "fine" else TinyEncoder(), preset=preset, mask="none", strokes=3)
    assert seen_in(events).mask is None


def test_what_was_seen_is_said_even_where_nothing_can_be_drawn(encoder: ClipEncoder) -> None:
    blank = np.full((64, 64, 3), 255, dtype=np.uint8)
    for preset, judge in (("standard", TinyEncoder()), ("fine", encoder)):
        events = run(judge, photo=blank, preset=preset, mask="none")
        assert isinstance(events[-1], Failed)
        assert events[-1].error == "There is no clear contour in this photo."
        assert seen_in(events).starts.shape == (0, 2)


def test_a_prompt_alone_looks_at_nothing(encoder: ClipEncoder, short: None) -> None:
    events = list(sketch(prompt_request(), lambda: False, encoder=encoder))
    assert isinstance(events[-1], Finished)
    assert not any(isinstance(event, SubjectFound) for event in events)


def test_going_on_tells_no_starts_of_strokes_that_are_there() -> None:
    base = run(TinyEncoder(), strokes=2, preset="draft")[-1]
    assert isinstance(base, Finished)
    events = run(TinyEncoder(), strokes=0, drawing=base.drawing)
    assert seen_in(events).starts.shape == (0, 2)


def test_a_canvas_lies_over_the_photo_where_it_was_cut_from_it() -> None:
    photo = cv2.GaussianBlur(np.random.default_rng(0).random((150, 260)).astype(np.float32), (0, 0), 6)
    mask = np.zeros(photo.shape, dtype=bool)
    mask[20:130, 100:220] = True
    frame = Frame.around(mask, 224)
    back = frame.on_photo(frame.crop(photo), (150, 260))
    assert np.abs(back - photo)[25:125, 105:215].max() < 0.02
    assert back[:, :80].max() == 0


@pytest.mark.parametrize(("shape", "small"), [((1000, 400), (512, 205)), ((3, 2000), (1, 512)), ((40, 60), (40, 60))])
def test_maps_are_small(shape: tuple[int, int], small: tuple[int, int]) -> None:
    values = np.linspace(-0.5, 1.5, shape[0] * shape[1], dtype=np.float32).reshape(shape)
    found = downscaled(values)
    assert found.shape == small
    assert found.dtype == np.float32
    assert found.min() >= 0
    assert found.max() <= 1
    assert found.mean() == pytest.approx(0.5, abs=0.02)


def test_a_request_wants_bare_words_and_mask_and_mode_only_with_a_photo() -> None:
    assert disc_request(prompt="  a cat \n", preset="fine").prompt == "a cat"
    with pytest.raises(ValueError, match="a mask needs a photo: give the photo too"):
        SketchRequest(None, 100.0, 100.0, prompt="a cat", mask=right_half(), preset="fine")
    with pytest.raises(ValueError, match="a mode needs a photo: give the photo too"):
        SketchRequest(None, 100.0, 100.0, prompt="a cat", mode="lines", preset="fine")
