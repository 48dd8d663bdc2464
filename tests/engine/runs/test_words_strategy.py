"""Drawings of sentences of several things, by an untaught decoder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from taureau.document import Drawing
from taureau.engine import Candidate, Event, Finished, Notice, SketchRequest
from taureau.engine.runs.sketch import sketch
from taureau.engine.things.colours import ink
from taureau.weights import OWN_CLIP

from tests.perception.tiny_taureau_clip import shipped


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture(autouse=True)
def own_files(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(files))


def events(prompt: str, strokes: int, **more: Any) -> list[Event]:
    request = SketchRequest(
        None, 120, 100, prompt=prompt, preset="fine", strokes=strokes, device="cpu", encoder=OWN_CLIP,
        **{"seeds": 2, **more},
    )  # fmt: skip
    return list(sketch(request, lambda: False))


def drawing(prompt: str, **more: Any) -> Drawing:
    *_, last = events(prompt, 12, seeds=1, **more)
    assert isinstance(last, Finished), last
    return last.drawing


def test_each_thing_has_a_layer_of_its_name_and_colour() -> None:
    *before, last = events("a red cup on a blue table", 20)
    assert isinstance(last, Finished), last
    found = {layer.name: {stroke.color for stroke in layer.strokes} for layer in last.drawing.layers}
    assert found == {"red cup": {ink("red")}, "blue table": {ink("blue")}}
    assert last.drawing.stroke_count == last.report.strokes == 20
    assert (last.drawing.width, last.drawing.height) == (120, 100)
    assert {"style of red cup", "style of blue table", "seen of red cup"} <= last.drawing.facts.keys()
    assert last.drawing.facts["prompt"] == "a red cup on a blue table"
    candidates = [event.drawing for event in before if isinstance(event, Candidate)]
    assert len(candidates) == 2
    assert candidates[0] != candidates[1] == last.drawing


def test_too_few_strokes_for_so_many_things_are_said() -> None:
    *before, last = events("two dogs under a tree", 4)
    assert isinstance(last, Finished), last
    assert [event.message for event in before if isinstance(event, Notice)] == ["3 things take at least 18 strokes."]
    assert last.drawing.stroke_count == 18


def test_the_same_sentence_is_drawn_the_same_way() -> None:
    one, again = (events("two dogs under a tree", 24)[-1] for _ in range(2))
    assert isinstance(one, Finished)
    assert isinstance(again, Finished)
    assert one.drawing == again.drawing


def test_others_are_like_a_drawing_and_are_drawn_again_by_their_seeds() -> None:
    chosen = drawing("a dog", seed=1)
    alike = [drawing("a dog", seed=seed, like=(1,)) for seed in (0, 1)]
    assert chosen.facts["style"] not in {one.facts["style"] for one in alike}
    assert alike[0].facts["style"] != alike[1].facts["style"]
    assert alike[0].facts["like"] == "1"
    assert drawing("a dog", seed=1, like=(1,)) == alike[1]
    further = drawing("a dog", seed=0, like=(1, 0))
    assert further.facts["style"] != alike[0].facts["style"]


def test_only_a_prompt_has_others_like_it() -> None:
    with pytest.raises(ValueError, match="for a prompt alone"):
        SketchRequest(np.zeros((8, 8, 3), np.uint8), 8, 8, like=(1,))
