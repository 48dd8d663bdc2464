"""Drawings of prompts that start from strokes predicted by the decoder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from taureau.engine import Failed, Finished, SketchRequest
from taureau.engine.losses.distractors import distractor_directions
from taureau.engine.recipes import OWN_PROMPT
from taureau.engine.runs.sketch import sketch
from taureau.engine.scene.scene import CANVAS
from taureau.engine.search.parallel_seeds import outside_margin
from taureau.engine.starts.prompt_strokes import as_many, decoded_starts
from taureau.geometry import Curve
from taureau.perception import StrokeDecoder, own_clip
from taureau.weights import OWN_CLIP, STROKES_FILE

from tests.perception.tiny_taureau_clip import shipped, untaught_decoder


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture
def few_steps(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(files))
    few = replace(OWN_PROMPT, steps=6, rounds=(2, 4), tries=3, views=1)
    monkeypatch.setattr("taureau.engine.recipes.OWN_PROMPT", few)


def test_more_strokes_draw_the_same_lines() -> None:
    drawn = np.random.default_rng(0).uniform(0, CANVAS, (2, 4, 2))
    assert np.array_equal(as_many(drawn, 2), drawn)
    four = as_many(drawn, 4)
    assert four.shape == (4, 4, 2)
    halves = np.concatenate([Curve(stroke).at(np.linspace(0, 1, 5)) for stroke in four])
    wanted = np.concatenate([Curve(stroke).at(np.linspace(0, 1, 9)) for stroke in drawn])
    for point in wanted:
        assert np.abs(halves - point).sum(1).min() < 1e-9


def test_fewer_strokes_are_the_longest() -> None:
    lengths = (5, 40, 10, 30)
    drawn = np.stack([np.linspace((0, 0), (length, 0), 4) for length in lengths]).astype(float)
    assert as_many(drawn, 2)[:, 3, 0].tolist() == [40, 30]


@pytest.mark.parametrize("strokes", [1, 4, 20])
def test_any_number_of_strokes_is_drawn_of_any_sentence(strokes: int) -> None:
    sentence = torch.nn.functional.normalize(torch.randn(1, 32, generator=torch.Generator().manual_seed(1)), dim=-1)
    decoder = untaught_decoder()
    one, again, other = (decoded_starts(decoder, sentence, strokes, 5, seed) for seed in (0, 0, 1))
    assert [drawing.shape for drawing in one] == [(strokes, 4, 2)] * 3  # there are three hands
    assert all(np.array_equal(a, b) for a, b in zip(one, again, strict=True))
    assert [drawing.tobytes() for drawing in one] != [drawing.tobytes() for drawing in other]


def test_neighbouring_seeds_begin_with_other_hands() -> None:
    torch.manual_seed(0)
    decoder = StrokeDecoder({str(hand): 50 for hand in range(8)}, width=32, strokes=6, hidden=24, blocks=1)
    sentence = torch.nn.functional.normalize(torch.ones(1, 32), dim=-1)
    dealt = [decoded_starts(decoder, sentence, 4, 4, seed) for seed in (1, 2)]
    assert len({drawing.tobytes() for drawings in dealt for drawing in drawings}) == 8


def test_hands_that_learnt_little_come_last() -> None:
    torch.manual_seed(0)
    learnt = {str(hand): 50 if hand % 2 else 5 for hand in range(10)}
    decoder = StrokeDecoder(learnt, width=32, strokes=6, hidden=24, blocks=1)
    rest = StrokeDecoder(dict.fromkeys(learnt, 50), width=32, strokes=6, hidden=24, blocks=1)
    rest.load_state_dict(decoder.state_dict())
    sentence = torch.nn.functional.normalize(torch.ones(1, 32), dim=-1)
    with torch.no_grad():
        rest.hand.weight[::2] = rest.hand.weight[1::2]  # only the hands that learnt much
    known = decoded_starts(rest, sentence, 4, 10, 0)
    first = decoded_starts(decoder, sentence, 4, 5, 0)
    # In another row of the batch the same hand may differ in its last bits.
    assert [min(float(np.abs(drawing - other).max()) for other in known) < 1e-3 for drawing in first] == [True] * 5


def test_between_drawings_one_can_stop() -> None:
    class CancelledError(Exception):
        pass

    def stop() -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        decoded_starts(untaught_decoder(), torch.ones(1, 32), 200, 5, 0, stop)


def test_strokes_are_held_inside_the_margin() -> None:
    points = torch.full((2, 4, 2), CANVAS / 2)
    points[1, 0, 0] = CANVAS
    assert outside_margin(points).tolist() == [0.0, 10.0]


def test_names_like_the_sentence_are_not_others(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(files))
    clip = own_clip()
    names = clip.photos.directions
    found = distractor_directions(clip, names[:1])
    assert len(found) - 6 == sum(float(name @ names[0]) < 0.8 for name in names) < 1000
    far = torch.linalg.svd(names)[2][-1:]  # to which none of them comes near
    assert torch.equal(distractor_directions(clip, far)[6:], names)


@pytest.mark.usefixtures("few_steps")
def test_a_sentence_is_drawn_and_the_same_way_each_time() -> None:
    request = SketchRequest(
        None, 100, 100, prompt="a cat", preset="fine", strokes=5, device="cpu", seeds=2, encoder=OWN_CLIP
    )
    first, again = (list(sketch(request, lambda: False)) for _ in range(2))
    assert isinstance(first[-1], Finished), first[-1]
    assert first[-1].drawing == again[-1].drawing  # type: ignore[union-attr]
    assert first[-1].drawing.stroke_count == 5
    assert first[-1].drawing.facts["start"] == "worded"


@pytest.mark.usefixtures("few_steps")
def test_without_its_decoder_the_encoder_says_what_is_missing(
    files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in files.iterdir():
        if file.name != STROKES_FILE:
            (tmp_path / file.name).symlink_to(file)
    monkeypatch.setenv("TAUREAU_CLIP", str(tmp_path))
    request = SketchRequest(None, 100, 100, prompt="a cat", preset="fine", strokes=5, device="cpu", encoder=OWN_CLIP)
    *_, last = sketch(request, lambda: False)
    assert isinstance(last, Failed)
    assert STROKES_FILE in last.error
