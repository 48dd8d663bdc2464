"""`sketch` in the photo's colours and with its tone, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from taureau.document import load_svg
from taureau.resources import resource

from tests.cli.program import refusal, taureau

CUP = Path(str(resource("samples/cup.jpg")))
DRAFT = ["--preset", "draft", "--strokes", "6"]


def test_pens_areas_and_tone_are_drawn(tmp_path) -> None:
    out = tmp_path / "cup.svg"
    done = taureau("sketch", CUP, "-o", out, *DRAFT, "--colors", "3", "--areas", "5", "--tone", "form")
    assert done.returncode == 0, done.stderr
    assert "6 strokes" in done.stdout
    drawing = load_svg(out)
    assert [layer.name for layer in drawing.layers[:2]] == ["Colours", "Tone"]
    assert 1 <= len({stroke.color for stroke in drawing.lines}) <= 3
    assert len(drawing.layers[0].strokes) == 5
    assert {name: drawing.facts[name] for name in ("colours", "areas", "tone")} == {
        "colours": "3", "areas": "5", "tone": "form:2",
    }  # fmt: skip
    beneath = drawing.stroke_count - 6
    assert taureau("info", out).stdout.startswith(f"6 strokes and {beneath} beneath them in 3 layers")


def test_pens_at_hand(tmp_path) -> None:
    out = tmp_path / "cup.svg"
    done = taureau("sketch", CUP, "-o", out, *DRAFT, "--colors", "#B0432A, #222, black", "--tone", "hatch")
    assert done.returncode == 0, done.stderr
    by_layer = {layer.name: {stroke.color for stroke in layer.strokes} for layer in load_svg(out).layers}
    assert all(colors <= {"#b0432a", "#222222", "#000000"} for colors in by_layer.values())
    assert "#000000" in by_layer["Tone"]  # the darkest pen


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--colors", "0"], "1 to 12"),
        (["--colors", "13"], "1 to 12"),
        (["--colors", "rouge"], "#141414"),
        (["--colors", "transparent"], "#141414"),
        (["--colors", ""], "#141414"),
        (["--areas", "49"], "0 to 48"),
        (["--areas", "-1"], "0 to 48"),
        (["--tone", "hatch", "--tone-levels", "5"], "1 to 4"),
        (["--tone", "hatch", "--tone-spacing", "0"], "more than 0"),
        (["--tone", "hatch", "--tone-spacing", "nan"], "more than 0"),
        (["--tone", "hatch", "--tone-spacing", "wide"], "--tone-spacing must be a number"),
        (["--tone-spacing", "2"], "--tone"),
    ],
)
def test_bad_values_are_refused(tmp_path, options, says) -> None:
    out = tmp_path / "out.svg"
    assert says in refusal(taureau("sketch", CUP, "-o", out, *DRAFT, *options))
    assert not out.exists()


@pytest.mark.parametrize("options", [["--colors", "3"], ["--areas", "4"], ["--tone", "cross"]])
def test_words_alone_have_no_colours_to_take(tmp_path, options) -> None:
    out = tmp_path / "out.svg"
    assert "name one" in refusal(taureau("sketch", "--prompt", "a cat", "-o", out, *options))
