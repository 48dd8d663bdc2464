"""What the CLIP that ships can do in the real program, where no other is on the machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from taureau.document import load_svg

from tests.cli.program import refusal, taureau
from tests.perception.tiny_clip import bring, clip_catalogue
from tests.perception.tiny_taureau_clip import shipped


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture(autouse=True)
def only_own(files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clip_catalogue(tmp_path, monkeypatch)
    monkeypatch.setenv("TAUREAU_CLIP", str(files))


def asked(image: Path) -> dict[str, object]:
    result = taureau("classify", image, "--labels", "cat,dog", "--json")
    assert result.returncode == 0, result
    found: dict[str, object] = json.loads(result.stdout)
    return found


def test_a_photo_is_named_by_it_until_another_is_here(duck_photo: Path, tmp_path: Path) -> None:
    assert asked(duck_photo)["encoder"] == "taureau-clip"
    bring("vit-b-32", "vit", tmp_path)
    assert asked(duck_photo)["encoder"] == "vit-b-32"


def test_words_alone_are_drawn_with_it(tmp_path: Path) -> None:
    out = tmp_path / "cat.svg"
    options = ("--prompt", "a cat", "--strokes", "3", "--seeds", "1", "--device", "cpu", "--json")
    result = taureau("sketch", *options, "-o", out)
    assert result.returncode == 0, result
    said = json.loads(result.stdout)
    assert (said["encoder"], said["strokes"]) == ("taureau-clip", 3)
    assert said["recognised"]["name"] == "a cat"
    assert (1 <= said["recognised"]["rank"] <= 1001, said["recognised"]["names"]) == (True, 1001)
    facts = load_svg(out).facts
    assert facts["encoder"] == "taureau-clip"
    assert asked(out)["encoder"] == "taureau-clip"


def test_words_that_were_not_learnt_are_said_at_once(tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    said = refusal(taureau("sketch", "--prompt", "\x07doggo\n", "-o", out))
    assert said.startswith("Taureau has not learnt to draw “doggo”. Near it: dog")
    assert said.endswith(" Add --force to draw it all the same.")
    assert not out.exists()
    options = ("--strokes", "3", "--seeds", "1", "--device", "cpu", "--force")
    assert taureau("sketch", "--prompt", "doggo", *options, "-o", out).returncode == 0
    assert load_svg(out).facts["prompt"] == "doggo"


def test_what_words_mean_is_said_and_drawn(tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    options = ("--strokes", "3", "--seeds", "1", "--device", "cpu", "--json")
    result = taureau("sketch", "--prompt", "ein Fahrrad", *options, "-o", out)
    assert "ein Fahrrad: drawing a bicycle" in result.stderr.splitlines()
    assert load_svg(out).facts["prompt"] == "a bicycle"
    assert json.loads(result.stdout)["recognised"]["name"] == "a bicycle"


def test_words_beside_a_photo_need_a_larger_one(duck_photo: Path, tmp_path: Path) -> None:
    said = refusal(taureau("sketch", duck_photo, "--prompt", "a cat", "-o", tmp_path / "cat.svg"))
    assert said.startswith(
        "The preset fine needs an encoder that is not on this machine: one of datacomp-vit-b-32-256, mobileclip2-s0"
    )
    assert said.endswith(", or leave out the prompt.")


def test_without_its_decoder_of_strokes_words_alone_need_a_larger_one(
    files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.json").write_bytes((files / "config.json").read_bytes())
    monkeypatch.setenv("TAUREAU_CLIP", str(tmp_path))
    said = refusal(taureau("sketch", "--prompt", "a cat", "-o", tmp_path / "cat.svg"))
    assert said.startswith(
        "The preset fine needs an encoder that is not on this machine: one of datacomp-vit-b-32-256, mobileclip2-s0"
    )
    assert said.endswith(" Get it with `taureau models fetch datacomp-vit-b-32-256`.")


def test_only_json_says_how_well_a_drawing_is_recognised(duck_photo: Path, tmp_path: Path) -> None:
    plain, drawn = (
        taureau("sketch", duck_photo, "--preset", "draft", *json_, "-o", tmp_path / "duck.svg")
        for json_ in ((), ("--json",))
    )
    assert "recognised" not in plain.stdout
    recognised = json.loads(drawn.stdout)["recognised"]
    assert recognised["name"] in ("duck", "goose")  # what the built-in encoder takes the photo for
    assert (1 <= recognised["rank"] <= 1000, recognised["names"]) == (True, 1000)


def test_it_is_no_encoder_of_fine_unless_it_is_asked_for(duck_photo: Path, tmp_path: Path) -> None:
    result = taureau("sketch", duck_photo, "--preset", "fine", "-o", tmp_path / "out.svg")
    assert result.returncode == 2
    assert "The preset fine needs an encoder that is not on this machine: " in result.stderr


def test_it_is_listed_as_built_in_and_stays(files: Path) -> None:
    listed = taureau("models", "list").stdout.splitlines()
    assert listed[1].split("  ")[0] == "taureau-clip"
    assert "built in" in listed[1]
    assert taureau("models", "verify", "taureau-clip").stdout == "Taureau CLIP is intact\n"
    assert refusal(taureau("models", "remove", "taureau-clip")) == "taureau-clip comes with the installation and stays"
    assert "nothing to fetch" in refusal(taureau("models", "fetch", "taureau-clip"))
    assert (files / "image.safetensors").is_file()


def test_damage_is_found_and_said(
    files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, duck_photo: Path
) -> None:
    harmed = tmp_path / "harmed"
    harmed.mkdir()
    for file in files.iterdir():
        (harmed / file.name).write_bytes(file.read_bytes())
    content = bytearray((harmed / "image.safetensors").read_bytes())
    content[-1] ^= 1
    (harmed / "image.safetensors").write_bytes(content)
    monkeypatch.setenv("TAUREAU_CLIP", str(harmed))
    result = taureau("models", "verify", "taureau-clip")
    assert result.returncode == 1
    assert "install the program again" in result.stderr
    (harmed / "image.safetensors").write_bytes(content[:1000])
    assert "install Taureau again" in refusal(taureau("classify", duck_photo, "--labels", "cat,dog"))
    result = taureau("sketch", duck_photo, "--preset", "draft", "--json", "-o", tmp_path / "duck.svg")
    assert result.returncode == 0, result  # the drawing is done all the same
    assert json.loads(result.stdout)["recognised"] is None


def test_without_it_nobody_hears_of_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, duck_photo: Path) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(tmp_path / "none"))
    assert "taureau-clip" not in taureau("models", "list").stdout
    assert "correct TAUREAU_CLIP, or unset it" in refusal(taureau("models", "info", "taureau-clip"))
    assert "no encoder on this machine reads text" in refusal(taureau("classify", duck_photo, "--labels", "cat,dog"))
