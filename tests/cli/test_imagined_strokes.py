"""`taureau vary`, `blend` and `steer` in strokes: what is used where no unCLIP model is installed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from taureau.document import load_svg

from tests.cli.program import refusal, taureau
from tests.perception.tiny_taureau_clip import shipped


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture(autouse=True)
def only_own(files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "none"))
    monkeypatch.setenv("TAUREAU_CLIP", str(files))


def test_without_a_model_variations_are_drawings(duck_photo: Path, tmp_path: Path) -> None:
    result = taureau("vary", duck_photo, "-n", "2", "--strokes", "3", "-o", tmp_path / "out", "--json")
    assert result.returncode == 0, result
    found = json.loads(result.stdout)["drawings"]
    assert [one["drawing"] for one in found] == [
        str(tmp_path / "out" / f"duck-variation-0{number}.svg") for number in (1, 2)
    ]
    for one in found:
        drawing = load_svg(Path(one["drawing"]))
        assert 1 <= drawing.stroke_count == one["count"] <= 3
        assert drawing.facts["source"] == duck_photo.name


def test_a_drawing_is_blended_and_steered(duck_photo: Path, tmp_path: Path) -> None:
    assert taureau("vary", duck_photo, "-n", "1", "-o", tmp_path).returncode == 0
    drawing = tmp_path / "duck-variation-01.svg"
    result = taureau("blend", duck_photo, drawing, "--steps", "3", "--in", "strokes", "-o", tmp_path)
    assert result.returncode == 0, result
    assert len(result.stdout.splitlines()) == 3
    result = taureau("steer", drawing, "--from", "a cat", "--to", "a bicycle", "-o", tmp_path)
    path = tmp_path / "duck-variation-01-to-a-bicycle-01.svg"
    assert result.stdout.startswith(f"{path}: ")
    assert "seed 0, taken for: " in result.stdout
    assert load_svg(path).facts["to"] == "a bicycle"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--in", "strokes", "--guidance", "4"), "--guidance is for pictures of pixels: leave it out, or give --in"),
        (("--in", "strokes", "--sketch"), "--sketch is for pictures of pixels"),
        (("--strokes", "257"), "--strokes must be from 1 to 256, not 257"),
        (("--in", "pixels"), "is not on this machine: get it with `taureau models fetch"),
        (("--sketch",), "is not on this machine: get it with `taureau models fetch"),
    ],
)
def test_what_strokes_cannot_do_is_said(options: tuple[str, ...], says: str, duck_photo: Path, tmp_path: Path) -> None:
    assert says in refusal(taureau("vary", duck_photo, *options, "-o", tmp_path / "out"))
    assert not (tmp_path / "out").exists()
