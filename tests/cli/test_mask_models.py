"""`--mask isnet` and `--mask birefnet`, by tiny ONNX files of the same signature."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from taureau.document import Drawing, load_svg, save_svg

from tests.cli.program import refusal, taureau
from tests.perception.tiny_mask_models import mask_catalogue, save_mask_model
from tests.weights.little import LittleCatalogue


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LittleCatalogue:
    return mask_catalogue(tmp_path, monkeypatch)


@pytest.fixture
def isnet(tmp_path: Path) -> None:
    """Import a tiny IS-Net, whose subject is what is dark."""
    assert taureau("models", "import", "isnet", save_mask_model(tmp_path / "tiny.onnx")).returncode == 0


@pytest.fixture
def two_discs(tmp_path: Path) -> Path:
    """A dark disc on the left and a light one on the right, both clear subjects, 240 × 120 px."""
    photo = np.full((120, 240, 3), (205, 205, 205), dtype=np.uint8)
    cv2.circle(photo, (60, 60), 35, (30, 30, 60), -1, cv2.LINE_AA)
    cv2.circle(photo, (180, 60), 35, (250, 230, 140), -1, cv2.LINE_AA)
    path = tmp_path / "discs.png"
    Image.fromarray(photo).save(path)
    return path


def drawn(photo: Path, output: Path, *options: object) -> Drawing:
    result = taureau("sketch", photo, "-o", output, "--strokes", 6, "--preset", "draft", *options)
    assert result.returncode == 0, result.stderr
    return load_svg(output)


def ends(drawing: Drawing) -> np.ndarray:
    return np.concatenate([stroke.curve.sample() for stroke in drawing.strokes])[:, 0]


def test_the_models_mask_is_drawn_and_recorded(isnet: None, two_discs: Path, tmp_path: Path) -> None:
    drawing = drawn(two_discs, tmp_path / "one.svg", "--mask", "isnet")
    assert ends(drawing).max() < 120  # the disc that the model sees
    assert ends(drawn(two_discs, tmp_path / "both.svg")).max() > 140
    assert drawing.facts["mask"] == "isnet"
    assert "mask: isnet" in taureau("info", tmp_path / "one.svg").stdout
    drawn(two_discs, tmp_path / "again.svg", "--mask", "isnet")
    assert (tmp_path / "again.svg").read_bytes() == (tmp_path / "one.svg").read_bytes()


def test_birefnet_answers_with_logits(two_discs: Path, tmp_path: Path) -> None:
    save_mask_model(tmp_path / "tiny.onnx", logits=True)
    assert taureau("models", "import", "birefnet", tmp_path / "tiny.onnx").returncode == 0
    drawing = drawn(two_discs, tmp_path / "one.svg", "--mask", "birefnet")
    assert ends(drawing).max() < 120
    assert drawing.facts["mask"] == "birefnet"


def test_a_model_that_is_not_here_is_one_line_that_says_how_to_get_it(two_discs: Path, tmp_path: Path) -> None:
    for command in (("sketch", two_discs, "-o", tmp_path / "out.svg"), ("series", two_discs, "-o", tmp_path / "out")):
        said = refusal(taureau(*command, "--mask", "isnet"))
        assert "`taureau models fetch isnet`" in said
        assert "`taureau models import isnet PATH`" in said
    assert not (tmp_path / "out.svg").exists()
    assert not (tmp_path / "out").exists()


def test_a_wrong_file_is_refused_when_it_comes_in(tmp_path: Path) -> None:
    for name, data in (("page.onnx", b"<html>"), ("photo.onnx", b"\xff\xd8\xff" * 50)):
        (tmp_path / name).write_bytes(data)
        assert f"{name} is refused" in refusal(taureau("models", "import", "isnet", tmp_path / name))


def test_a_file_that_has_changed_is_one_line(isnet: None, two_discs: Path, tmp_path: Path) -> None:
    file = tmp_path / "models" / "isnet" / "isnet.onnx"
    file.write_bytes(file.read_bytes()[:-1])
    assert "`taureau models remove isnet`" in refusal(
        taureau("sketch", two_discs, "-o", tmp_path / "out.svg", "--mask", "isnet")
    )


@pytest.mark.parametrize(
    ("mask", "says"),
    [
        (
            "u2net",
            "neither a mask model nor a file u2net: choose one of auto, none, isnet, birefnet, or name a picture",
        ),
        ("little.png", "little.png"),
    ],
)
def test_what_is_no_mask(mask: str, says: str, two_discs: Path, tmp_path: Path) -> None:
    assert says in refusal(taureau("sketch", two_discs, "-o", tmp_path / "out.svg", "--mask", mask))


def test_a_model_needs_a_photo(isnet: None, tmp_path: Path) -> None:
    said = refusal(taureau("sketch", "--prompt", "a cup", "-o", tmp_path / "out.svg", "--mask", "isnet"))
    assert said == "--mask is for a photo: name one, or leave the option out"


def test_a_file_named_like_a_model_is_given_with_its_folder(
    two_discs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mask = np.zeros((120, 240), dtype=np.uint8)
    mask[10:110, 130:230] = 255
    Image.fromarray(mask).save(tmp_path / "isnet", "PNG")
    monkeypatch.chdir(tmp_path)
    drawing = drawn(two_discs, tmp_path / "out.svg", "--mask", "./isnet")
    assert drawing.facts["mask"] == "file"
    assert ends(drawing).min() > 120


def test_prune_looks_with_the_same_model(isnet: None, two_discs: Path, tmp_path: Path) -> None:
    both = drawn(two_discs, tmp_path / "both.svg")
    save_svg(replace(both, facts={**both.facts, "mask": "isnet"}), tmp_path / "one.svg")
    own, same, other = (
        taureau("prune", tmp_path / "one.svg", two_discs, "--loss", 8, "--dry-run", *mask)
        for mask in ((), ("--mask", "isnet"), ("--mask", "auto"))
    )
    assert own.returncode == 0, own.stderr
    assert own.stdout == same.stdout != other.stdout  # the strokes of the other disc go
    assert taureau("models", "remove", "isnet").returncode == 0
    without = taureau("prune", tmp_path / "one.svg", two_discs, "--loss", 8, "--dry-run")
    assert without.returncode == 0
    assert "found by isnet, which is not here" in without.stderr
    assert "`taureau models fetch isnet` brings it" in without.stderr


def test_a_series_takes_a_model(isnet: None, two_discs: Path, tmp_path: Path) -> None:
    result = taureau("series", two_discs, "--levels", "4,2", "-o", tmp_path / "series", "--mask", "isnet")
    assert result.returncode == 0, result.stderr
    assert load_svg(tmp_path / "series" / "002-strokes.svg").facts["mask"] == "isnet"
