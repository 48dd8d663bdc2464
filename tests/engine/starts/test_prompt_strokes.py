"""Drawings of prompts that start from strokes predicted by the decoder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from taureau.engine import Candidate, Failed, Finished, SketchRequest
from taureau.engine.runs.sketch import sketch
from taureau.engine.scene.scene import CANVAS
from taureau.engine.starts.prompt_strokes import DecodedDrawings, as_many, decode, decode_strip
from taureau.geometry import Curve
from taureau.weights import OWN_CLIP, STROKES_FILE

from tests.perception.tiny_taureau_clip import shipped, untaught_decoder


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture
def own_files(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(files))


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


def sentence() -> torch.Tensor:
    return torch.nn.functional.normalize(torch.randn(1, 32, generator=torch.Generator().manual_seed(1)), dim=-1)


@pytest.mark.parametrize("strokes", [1, 4, 20])
def test_a_sentence_is_decoded_in_every_style(strokes: int) -> None:
    one, again = (decode(untaught_decoder(), sentence(), strokes) for _ in range(2))
    assert len(one.drawings) == 3
    assert all(np.array_equal(a, b) for a, b in zip(one.drawings, again.drawings, strict=True))
    assert all(as_many(drawing, strokes).shape == (strokes, 4, 2) for drawing in one.drawings)


def test_styles_that_have_learnt_the_thing_come_first() -> None:
    for style in range(3):
        found = decode(untaught_decoder(), sentence(), 6, learnt=[style])
        assert found.styles[found.ranked()[0]] == style
    guessed = decode(untaught_decoder(), sentence(), 6)
    assert guessed.ranked() == decode(untaught_decoder(), sentence(), 6, learnt=range(3)).ranked()


def test_of_several_sentences_the_most_certain_drawings_are_kept() -> None:
    decoder, both = untaught_decoder(), torch.cat([sentence(), -sentence()])
    one, other = (decode(decoder, each, 20) for each in both.split(1))
    found = decode(decoder, both, 20)
    every = np.sort(np.concatenate([one.uncertainty, other.uncertainty]))
    assert np.allclose(np.sort(found.uncertainty), every[:3])
    assert len(decode(decoder, both, 20, most=1).drawings) == 1
    for drawing, style, index in zip(found.drawings, found.styles, found.sentences, strict=True):
        assert np.allclose(drawing, (one, other)[index].drawings[style], atol=1e-3)


def test_a_strip_is_drawn_in_one_style() -> None:
    decoder, steps = untaught_decoder(), torch.cat([sentence(), sentence().flip(1), -sentence()])
    style, drawings = decode_strip(decoder, steps, 20)
    assert len(drawings) == 3
    for end, drawing in zip(steps.split(1), drawings, strict=True):
        alone = decode(decoder, end, 20, styles=[style])
        assert np.allclose(alone.drawings[0], drawing, atol=1e-3)


def drawn(*drawings: np.ndarray, uncertainty: float = 0.1, **others: object) -> DecodedDrawings:
    count = len(drawings)
    parts = {
        "styles": np.arange(count), "sentences": np.zeros(count, dtype=np.int64),
        "uncertainty": np.full(count, uncertainty), "looseness": np.zeros(count), "penalty": np.zeros(count)
    } | others  # fmt: skip
    return DecodedDrawings(drawings, **parts)  # type: ignore[arg-type]


def ring(x: float, y: float, radius: float) -> np.ndarray:
    """A ring of four arcs."""
    k = 0.5523 * radius
    arc = np.array([[radius, 0], [radius, k], [k, radius], [0, radius]])
    turns = [np.array([[c, -s], [s, c]]) for c, s in ((1, 0), (0, 1), (-1, 0), (0, -1))]
    return np.stack([arc @ turn.T + (x, y) for turn in turns])


def test_what_most_styles_draw_comes_first() -> None:
    like = [ring(112 + shift, 112, 60) for shift in (0, 2, 4)]
    odd = ring(40, 40, 20)
    decoded = drawn(odd, *like)
    assert decoded.ranked()[-1] == 0
    consensus = decoded.consensus()
    assert consensus[0] < 0.6 * consensus[1:].min()


def test_what_is_guessed_supports_nothing() -> None:
    learnt = [ring(112 + shift, 112, 60) for shift in (0, 2)]
    odd, guessed = ring(40, 40, 20), [ring(40 + shift, 40, 20) for shift in (1, 2, 3)]
    decoded = drawn(odd, *learnt, *guessed, penalty=np.array([0.0, 0, 0, 2, 2, 2]))
    assert decoded.ranked()[2] == 0


def test_certain_drawings_with_ends_that_meet_come_first() -> None:
    same = [ring(112, 112, 60)] * 3
    assert drawn(*same, uncertainty=0.1).ranked() == [0, 1, 2]
    assert drawn(*same, uncertainty=np.array([0.3, 0.2, 0.1])).ranked() == [2, 1, 0]  # type: ignore[arg-type]
    assert drawn(*same, looseness=np.array([0.3, 0.2, 0.1])).ranked() == [2, 1, 0]
    assert drawn(*same, penalty=np.array([0.0, 1.0, 0.0])).ranked() == [0, 2, 1]


def test_alternatives_look_different_and_the_next_seed_has_the_next() -> None:
    a, b, c = ring(112, 112, 80), ring(60, 60, 30), ring(160, 160, 30)
    decoded = drawn(a, a + 0.5, b, c)
    order = decoded.alternatives(0, 4)
    assert sorted(order) == [0, 1, 2, 3]
    assert {0, 1} - {order[3]} != {0, 1}  # the second of the two that are alike comes last
    assert decoded.alternatives(1, 2) == order[1:3]
    assert decoded.alternatives(5, 1) == [order[1]]


def test_others_like_one_leave_out_what_was_proposed_with_it() -> None:
    places = [(60, 60), (160, 160), (60, 160), (160, 60), (112, 112)]
    decoded = drawn(*(ring(x + shift, y, 30) for shift in (0.0, 4.0) for x, y in places))
    first = decoded.alternatives(0, 4)
    alike = decoded.choice(0, 4, like=(1,))
    assert len({*first, *alike}) == 8
    assert decoded.choice(3, 1, like=(1,)) == alike[3:]
    further = decoded.choice(0, 2, like=(1, 2))
    assert not {*first, *alike} & {*further}


def test_between_drawings_one_can_stop() -> None:
    class CancelledError(Exception):
        pass

    def stop() -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        decode(untaught_decoder(), sentence(), 200, stop)


@pytest.mark.usefixtures("own_files")
def test_a_sentence_is_drawn_and_the_same_way_each_time() -> None:
    request = SketchRequest(
        None, 100, 100, prompt="a cat", preset="fine", strokes=5, device="cpu", seeds=2, encoder=OWN_CLIP
    )
    first, again = (list(sketch(request, lambda: False)) for _ in range(2))
    assert isinstance(first[-1], Finished), first[-1]
    assert first[-1].drawing == again[-1].drawing  # type: ignore[union-attr]
    assert first[-1].drawing.stroke_count == 5
    assert first[-1].drawing.facts["style"] in untaught_decoder().styles
    candidates = [event for event in first if isinstance(event, Candidate)]
    assert {candidate.seed for candidate in candidates} == {0, 1}
    assert next(one for one in candidates if one.seed == 0).drawing.layers == first[-1].drawing.layers


@pytest.mark.usefixtures("own_files")
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
