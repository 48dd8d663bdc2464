"""Prompts before they are drawn: only the bundled decoder has a vocabulary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from taureau.engine import NotLearnt, SketchRequest
from taureau.engine.errors import NotLearntError
from taureau.engine.prompts import in_known_words, understood, with_usual_strokes
from taureau.engine.runs.sketch import sketch
from taureau.weights import OWN_CLIP

from tests.perception.tiny_clip import bring, clip_catalogue
from tests.perception.tiny_taureau_clip import shipped


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture(autouse=True)
def only_own(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clip_catalogue(tmp_path, monkeypatch)
    monkeypatch.setenv("TAUREAU_CLIP", str(own))


def asked(prompt: str, **more: Any) -> SketchRequest:
    return SketchRequest(None, 100, 100, prompt=prompt, preset="fine", **more)


def test_what_is_known_is_drawn_as_it_was_typed() -> None:
    request, notice = understood(asked("a sad camel"))
    assert (request.prompt, notice) == ("a sad camel", "")


@pytest.mark.parametrize(
    ("typed", "drawn"), [("bycicle", "a bicycle"), ("ein Fahrrad", "a bicycle"), ("zwei Hunde", "two dogs")]
)
def test_what_it_means_is_said(typed: str, drawn: str) -> None:
    request, notice = understood(asked(typed))
    assert (request.prompt, notice) == (drawn, f"{typed}: drawing {drawn}")


def test_several_things_are_looked_up_one_by_one() -> None:
    typed = "two red dogs under a bycicle"
    request, notice = understood(asked(typed))
    assert (request.prompt, notice) == (typed, "a bycicle: drawing a bicycle")
    assert in_known_words("a bycicle") == "a bicycle"
    with pytest.raises(NotLearntError, match="“a xqzvy”"):
        understood(asked("a dog under a xqzvy"))
    forced = asked("a dog under a xqzvy", force=True)
    assert understood(forced) == (forced, "")
    assert in_known_words("a xqzvy") == "a xqzvy"


@pytest.mark.parametrize(
    ("prompt", "strokes"), [("a dog", 16), ("a red dog", 16), ("two dogs under a tree", 42), ("twelve red dogs", 168)]
)
def test_each_of_several_things_takes_strokes(prompt: str, strokes: int) -> None:
    assert with_usual_strokes(asked(prompt)).strokes == strokes


def test_other_encoders_draw_a_sentence_as_one() -> None:
    assert with_usual_strokes(asked("two dogs under a tree", encoder="rn101")).strokes == 16


def test_unclear_names_are_replaced_for_the_decoder_alone() -> None:
    request, notice = understood(asked("a table"))
    assert (request.prompt, notice) == ("a table", "")
    assert in_known_words("ein Tisch") == "a desk"


def test_what_was_not_learnt_is_said_with_what_is_near() -> None:
    with pytest.raises(NotLearntError, match=r"^Taureau has not learnt to draw “doggo”\. Near it: dog, ") as error:
        understood(asked("doggo"))
    assert error.value.near[0] == "dog"


def test_a_message_repeats_a_long_prompt_in_part_and_on_one_line() -> None:
    with pytest.raises(NotLearntError) as error:
        understood(asked("xqzvy\x1b[2J\n" * 50))
    assert str(error.value).isprintable()
    assert len(str(error.value)) < 200


@pytest.mark.parametrize("more", [{"force": True}, {"encoder": "rn101"}])
def test_forced_words_and_those_of_other_encoders_are_not_refused(more: dict[str, Any]) -> None:
    request = asked("xqzvy", **more)
    assert understood(request) == (request, "")


def test_a_larger_encoder_that_the_preset_chooses_reads_anything(tmp_path: Path) -> None:
    bring("vit-b-32", "vit", tmp_path)
    request = asked("xqzvy")
    assert understood(request) == (request, "")
    with pytest.raises(NotLearntError):
        understood(asked("xqzvy", encoder=OWN_CLIP))


def test_the_last_event_of_a_refused_run_has_the_names() -> None:
    (event,) = sketch(asked("doggo"), lambda: False)
    assert isinstance(event, NotLearnt)
    assert (event.bad_input, event.near[0]) == (True, "dog")
