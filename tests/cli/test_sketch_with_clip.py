"""`taureau sketch` with CLIP: the real program on tiny CLIPs under the real ones' ids."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from taureau.document import load_svg

from tests.cli.program import refusal, taureau
from tests.perception.tiny_clip import bring, clip_catalogue


@pytest.fixture
def without_clip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clip_catalogue(tmp_path, monkeypatch)


@pytest.fixture
def with_rn101(without_clip: None, tmp_path: Path) -> None:
    bring("rn101", "resnet", tmp_path)


@pytest.mark.usefixtures("with_rn101")
def test_fine_is_the_default_where_clip_is_here(duck_photo: Path, tmp_path: Path) -> None:
    result = taureau("sketch", duck_photo, "-o", tmp_path / "duck.svg", "--strokes", 6, "--seeds", 2, "--json")
    assert result.returncode == 0, result
    drawing = load_svg(tmp_path / "duck.svg")
    assert drawing.stroke_count == 6
    assert (drawing.facts["preset"], drawing.facts["encoder"], drawing.facts["seeds"]) == ("fine", "rn101", "2")
    assert json.loads(result.stdout)["encoder"] == "rn101"
    assert not any(word in result.stderr for word in ("seed", "loss", "rn101"))


@pytest.mark.usefixtures("with_rn101")
def test_a_sentence_is_drawn_without_a_photo(tmp_path: Path) -> None:
    options = ("--prompt", "a sad camel", "--strokes", 3, "--seeds", 1, "-o", tmp_path / "camel.svg")
    result = taureau("sketch", *options)
    assert result.returncode == 0, result
    drawing = load_svg(tmp_path / "camel.svg")
    assert (drawing.width, drawing.height, drawing.stroke_count) == (512, 512, 3)
    assert drawing.facts["prompt"] == "a sad camel"


@pytest.mark.usefixtures("without_clip")
def test_without_clip_the_default_stays_standard(duck_photo: Path, tmp_path: Path) -> None:
    result = taureau("sketch", duck_photo, "-o", tmp_path / "duck.svg", "--strokes", 3)
    assert result.returncode == 0, result
    assert load_svg(tmp_path / "duck.svg").facts["preset"] == "standard"


@pytest.mark.usefixtures("without_clip")
@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--preset", "clipasso"), "`taureau models fetch rn101`"),
        (("--preset", "fine"), "choose the preset standard"),
        (("--prompt", "a cat"), "leave out the prompt"),
        (("--prompt", "a cat", "--preset", "draft"), "does not read prompts"),
        (("--encoder", "vit-b-32"), "vit-b-32"),
        (("--encoder", "vit-b-32", "--preset", "standard"), "built-in encoder alone"),
        (("--seeds", "0"), "--seeds must be a whole number from 1 to 16"),
        (("--prompt", "a cat", "--prompt-weight", "11"), "--prompt-weight must be a number from 0 to 10"),
        (("--preset", "fine", "--start", "random"), "starts from contours"),
    ],
)
def test_what_is_lacking_is_said_in_one_line(
    options: tuple[str, ...], says: str, duck_photo: Path, tmp_path: Path
) -> None:
    assert says in refusal(taureau("sketch", duck_photo, "-o", tmp_path / "duck.svg", *options))
    assert not (tmp_path / "duck.svg").exists()


def test_neither_photo_nor_prompt_is_nothing_to_draw(tmp_path: Path) -> None:
    assert "nothing to draw" in refusal(taureau("sketch", "-o", tmp_path / "out.svg"))


@pytest.mark.parametrize(("option", "value"), [("--mask", "mask.png"), ("--mode", "lines"), ("--onto", "first.svg")])
def test_an_option_for_a_photo_is_refused_without_one(option: str, value: str, tmp_path: Path) -> None:
    line = refusal(taureau("sketch", "--prompt", "a cat", option, value, "-o", tmp_path / "out.svg"))
    assert line == f"{option} is for a photo: name one, or leave the option out"
