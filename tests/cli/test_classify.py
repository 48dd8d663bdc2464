"""`taureau classify`: the real program on tiny CLIPs that were imported as real ones are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from taureau.document import Drawing, Layer, Stroke, save_svg
from taureau.geometry import Curve

from tests.cli.program import refusal, taureau
from tests.perception.tiny_clip import bring, clip_catalogue
from tests.weights.little import one_file


@pytest.fixture
def with_vit_b_32(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clip_catalogue(tmp_path, monkeypatch).add("isnet", [one_file()], kind="mask")
    bring("vit-b-32", "vit", tmp_path)


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "drawing.svg"
    layer = Layer("lines", (Stroke(Curve.line((10, 10), (190, 80)), 4.0), Stroke(Curve.line((9, 90), (99, 9)), 2.0)))
    save_svg(Drawing(200.0, 100.0, (layer,)), path)
    return path


@pytest.mark.usefixtures("with_vit_b_32")
def test_a_photo_gets_a_share_for_each_label_and_the_sentences_are_shown(duck_photo: Path) -> None:
    result = taureau("classify", duck_photo, "--labels", "duck, rocket ,duck,")
    assert result.returncode == 0, result
    lines = result.stdout.splitlines()
    assert len(lines) == 2
    shares = [float(line.split(" %")[0]) for line in lines]
    assert sum(shares) == pytest.approx(100, abs=0.2)
    assert shares == sorted(shares, reverse=True)
    duck = next(line for line in lines if "duck" in line)
    assert "a photo of a duck · a sketch of a duck · a line drawing of a duck" in duck
    assert result.stderr == ""


@pytest.mark.usefixtures("with_vit_b_32")
def test_a_drawing_is_asked_with_templates_of_ones_own(drawing: Path) -> None:
    options = ("--template", "a {} of {}", "--template", "{}", "--encoder", "vit-b-32", "--json")
    result = taureau("classify", drawing, "--labels", "cat,dog,sad camel", *options)
    assert result.returncode == 0, result
    found = json.loads(result.stdout)
    assert found["encoder"] == "vit-b-32"
    assert {belief["label"] for belief in found["labels"]} == {"cat", "dog", "sad camel"}
    assert sum(belief["probability"] for belief in found["labels"]) == pytest.approx(1, abs=1e-4)
    assert all(
        belief["sentences"] == [f"a {belief['label']} of {belief['label']}", belief["label"]]
        for belief in found["labels"]
    )


def test_without_clip_one_line_says_how_to_get_it(
    duck_photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "none"))
    line = refusal(taureau("classify", duck_photo, "--labels", "cat,dog"))
    assert line.startswith("no encoder on this machine reads text: get one with `taureau models fetch")


@pytest.mark.usefixtures("with_vit_b_32")
@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--labels", "cat"), "at least two"),
        (("--labels", ","), "at least two"),
        (("--labels", "cat,dog", "--template", "a photo"), "--template needs {}"),
        (("--labels", "cat,dog", "--encoder", "rn101"), "rn101"),
        (("--labels", "cat,dog", "--encoder", "isnet"), "isnet does not read text"),
        (("--labels", "cat,dog", "--encoder", "nothing"), "there is no model 'nothing'"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(options: tuple[str, ...], says: str, duck_photo: Path) -> None:
    assert says in refusal(taureau("classify", duck_photo, *options))


@pytest.mark.usefixtures("with_vit_b_32")
def test_a_file_that_is_no_image_is_said(tmp_path: Path) -> None:
    (tmp_path / "words.svg").write_text("no drawing")
    refusal(taureau("classify", tmp_path / "words.svg", "--labels", "cat,dog"))
    refusal(taureau("classify", tmp_path / "nothing.jpg", "--labels", "cat,dog"))


@pytest.mark.usefixtures("with_vit_b_32")
def test_labels_of_other_languages_are_asked_in_english(drawing: Path) -> None:
    result = taureau("classify", drawing, "--labels", "鸭子，un vélo、🐈,بطة", "--json")
    assert result.returncode == 0, result
    asked = {one["label"]: one["sentences"][0] for one in json.loads(result.stdout)["labels"]}
    assert asked == {
        "鸭子": "a photo of a duck",
        "un vélo": "a photo of a bicycle",
        "🐈": "a photo of a cat",
        "بطة": "a photo of a بطة",
    }
    assert result.stderr == "بطة: not among the words that Taureau can translate; encoders read English\n"


def test_labels_that_mean_the_same_are_too_few(drawing: Path) -> None:
    said = refusal(taureau("classify", drawing, "--labels", "鸭子,🦆"))
    assert said == "鸭子 and 🦆 mean the same, duck: give at least two labels that differ"
