"""Facts of pictures, and the commands that make them again. tests/cli/test_imagine.py runs these."""

from __future__ import annotations

import json

import numpy as np
import pytest
from taureau.imagine import Blend, Change, ImagineRequest, Source, Variation, Words
from taureau.imagine.choice import Choice, choose
from taureau.imagine.facts import command_of, facts_of, lines_of
from taureau.imagine.memory import Plan

SEEN = np.arange(12, dtype=np.uint8).reshape(2, 2, 3)


class Painter:
    steps = 25
    guidance = 7.1234567


def facts(request: ImagineRequest, index: int = 0, plan: Plan = Plan("cpu", "float32")) -> dict[str, str]:  # noqa: B008
    choice: Choice = choose(type(request.what), "karlo")
    return facts_of(request, index, choice, plan, Painter())  # type: ignore[arg-type]


def test_they_say_what_was_made_with_what_and_how() -> None:
    plan = Plan("cuda", "float16", offload=True, sliced=True)
    found = facts(ImagineRequest(Words("a fox", "photo"), seed=5), 2, plan)
    assert found.pop("versions").startswith("Taureau ")
    assert found == {
        "verb": "imagine", "prompt": "a photo of a fox", "model": "karlo", "seed": "7", "steps": "25",
        "guidance": "7.1234567", "device": "cuda",
        "held": "in half precision, moved to the GPU part by part, attention in pieces",
    }  # fmt: skip


def test_they_say_from_what() -> None:
    fox = facts(ImagineRequest(Words("a fox")))
    sources = (Source("duck.jpg", "ab" * 32), Source(facts=fox))
    blend = facts(ImagineRequest(Blend(SEEN, 255 - SEEN), count=5, sources=sources), 1)
    assert (blend["blend"], blend["place"], blend["helped-by"]) == ("0.250", "2 of 5", "vit-l-14")
    assert (blend["source"], blend["source-sha256"]) == ("duck.jpg", "ab" * 32)
    assert "source-2" not in blend
    assert json.loads(blend["source-facts-2"]) == fox
    child = facts(ImagineRequest(Variation(SEEN), sources=(Source(facts=blend),)))
    assert json.loads(child["source-facts"])["source-facts-2"] == fox  # as facts, not as text within text


def test_a_long_line_of_descent_ends_somewhere() -> None:
    found = facts(ImagineRequest(Words("x" * 400)))
    for _ in range(12):
        found = facts(ImagineRequest(Blend(SEEN, 255 - SEEN), sources=(Source("a.png", "ab" * 32, found),) * 2))
    assert sum(map(len, found.values())) < 250_000
    assert command_of(found) is not None


@pytest.mark.parametrize("text", ["{", "[[", "no json", "[" * 90_000])
def test_what_somebody_wrote_there_is_kept_as_text(text: str) -> None:
    found = facts(ImagineRequest(Variation(SEEN), sources=(Source(facts={"source-facts": text}),)))
    assert json.loads(found["source-facts"]) == {"source-facts": text}


def test_a_picture_of_one_that_lay_in_no_file_has_no_command() -> None:
    change = Change(SEEN, "a cat", "-a dog", 0.1)
    assert command_of(facts(ImagineRequest(change, sources=(Source(),)))) is None
    assert command_of({"prompt": "a fox"}) is None
    assert command_of(facts(ImagineRequest(change, sources=(Source("The photo on the sheet"),)))) is None
    named = command_of(facts(ImagineRequest(change, sources=(Source("-x.png", "ab" * 32),))))
    assert named is not None
    assert named[-2:] == ["--", "-x.png"]


def test_the_facts_of_a_source_are_read_below_its_name() -> None:
    fox = facts(ImagineRequest(Words("a fox")))
    child = facts(ImagineRequest(Variation(SEEN), sources=(Source("fox.png", "ab" * 32, fox),)))
    grandchild = facts(ImagineRequest(Variation(SEEN), sources=(Source("child.png", "cd" * 32, child),)))
    lines = lines_of(grandchild)
    assert lines[:5] == [
        "verb: vary",
        "source: child.png",
        f"source-sha256: {'cd' * 32}",
        "source-facts:",
        "    verb: vary",
    ]
    assert "        prompt: a fox" in lines
    assert lines_of({"source-facts": "[1", "from": "{}"}) == ["source-facts: [1", "from: {}"]
