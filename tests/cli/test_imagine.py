"""`taureau imagine`, `vary`, `blend`, `steer`: the real program on tiny unCLIPs that were imported as real ones are."""

from __future__ import annotations

import json
import shutil
import signal
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from taureau.cli import imagined_drawings, run
from taureau.cli.interrupt import Interrupt
from taureau.document import Drawing, Layer, Stroke, load_svg, save_svg
from taureau.engine import Failed, Finished, SketchRequest
from taureau.geometry import Curve
from taureau.photo import load_photo

from tests.cli.program import refusal, taureau
from tests.imagine.models import TinyModels

QUICK = ("--steps", "2", "--device", "cpu")


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "camel.svg"
    layer = Layer("lines", (Stroke(Curve.line((10, 10), (190, 80)), 4.0), Stroke(Curve.line((9, 90), (99, 9)), 2.0)))
    save_svg(Drawing(200.0, 100.0, (layer,)), path)
    return path


@pytest.mark.usefixtures("models")
def test_a_variation_is_drawn_on(duck_photo: Path, tmp_path: Path) -> None:
    result = taureau("vary", duck_photo, "-n", "1", "-o", tmp_path, "--sketch", "--json", *QUICK)
    assert result.returncode == 0, result
    (found,) = json.loads(result.stdout)["pictures"]
    assert found["picture"] == str(tmp_path / "duck-variation-01.png")
    assert found["model"] == "karlo-variations"
    drawing = load_svg(Path(found["drawing"]))
    assert (drawing.width, drawing.height) == (32, 32)
    assert drawing.stroke_count > 0


@pytest.mark.usefixtures("models")
def test_a_blend_goes_from_a_photo_to_a_drawing(duck_photo: Path, drawing: Path, tmp_path: Path) -> None:
    options = ("--steps", "3", "--painting-steps", "2", "-o", tmp_path, "--json")
    result = taureau("blend", duck_photo, drawing, *options)
    assert result.returncode == 0, result
    found = json.loads(result.stdout)["pictures"]
    assert [picture["blend"] for picture in found] == ["0.000", "0.500", "1.000"]
    strip = [load_photo(Path(picture["picture"])).pixels.astype(int) for picture in found]
    apart = np.abs(strip[2] - strip[0]).sum()
    assert 0 < np.abs(strip[1] - strip[0]).sum() < apart > np.abs(strip[2] - strip[1]).sum() > 0


@pytest.mark.usefixtures("models")
def test_a_drawing_is_steered_by_words(drawing: Path, tmp_path: Path) -> None:
    sentences = ("--from", "a photo of a cat", "--to", "a photo of a lion")
    result = taureau("steer", drawing, *sentences, "--theta", "0.4", "-n", "1", "-o", tmp_path, *QUICK)
    assert result.returncode == 0, result
    assert result.stdout == f"{tmp_path / 'camel-to-a-photo-of-a-lion-01.png'}: seed 0\n"
    with Image.open(tmp_path / "camel-to-a-photo-of-a-lion-01.png") as lion:
        assert (lion.info["from"], lion.info["to"]) == ("a photo of a cat", "a photo of a lion")
        assert lion.info["theta"] == "0.4"


@pytest.mark.usefixtures("models")
def test_any_picture_is_made_again_by_what_it_remembers(
    duck_photo: Path,
    drawing: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copy(duck_photo, tmp_path / "-duck.jpg")
    monkeypatch.chdir(tmp_path)
    settings = ("--seed", "3", "--guidance", "4.5", "--json", "--device", "cpu", "-o")
    change = ("--from", "a cat", "--to", "- a lion's “twin”", "--theta", "0.123")
    asked = (
        ("imagine", "--style", "photo", "-n", "2", "--steps", "2", *settings, "fox", "--", "-fox"),
        ("vary", "-n", "2", "--steps", "3", *settings, "vary", "--", "-duck.jpg"),
        ("blend", "--steps", "3", "--painting-steps", "2", *settings, "blend", "--", "-duck.jpg", drawing.name),
        ("steer", *change, "--steps", "2", *settings, "steer", drawing.name),
    )
    for number, arguments in enumerate(asked, 1):
        assert run([f"--to={word}" if word == change[3] else word for word in arguments if word != "--to"]) == 0
        picture = Path(json.loads(capsys.readouterr().out)["pictures"][-1]["picture"])
        assert run(["info", str(picture), "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        again = taureau(*told["again"])
        assert again.returncode == 0, again
        assert picture.read_bytes() in [path.read_bytes() for path in tmp_path.glob("*.png")]
        assert len({path.stem[:-3] for path in tmp_path.glob("*.png")}) == number
        if arguments[0] != "imagine":
            source = tmp_path / told["facts"]["source"]
            assert told["facts"]["source-sha256"] == sha256(source.read_bytes()).hexdigest()
    run(["info", str(picture)])
    assert "\nagain: taureau steer " in capsys.readouterr().out


@pytest.mark.usefixtures("models")
def test_one_drawing_that_fails_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def draw(request: SketchRequest, interrupt: Interrupt) -> tuple[Finished | Failed, Drawing | None]:
        asked.append(request.name)
        if len(asked) == 2:
            return Failed("run", "There is not enough memory to draw.", "Close other programs and try again."), None
        return plain(request, interrupt)

    plain = imagined_drawings.draw
    monkeypatch.setattr(imagined_drawings, "draw", draw)
    sketched = ("--sketch", "--preset", "draft", "--strokes", "5", "--json")
    assert run(["imagine", "a fox", "-n", "3", "-o", str(tmp_path), *sketched, *QUICK]) == 1
    out, err = capsys.readouterr()
    assert f"taureau: {tmp_path / 'a-fox-02.png'}: There is not enough memory to draw. Close other" in err
    first, second, third = json.loads(out)["pictures"]
    assert second["drawing"] is None
    assert [1 <= load_svg(Path(one["drawing"])).stroke_count <= 5 for one in (first, third)] == [True, True]


@pytest.mark.usefixtures("models")
def test_a_drawing_that_is_stopped_before_its_first_stroke_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def draw(request: SketchRequest, interrupt: Interrupt) -> tuple[Finished | Failed, Drawing | None]:
        interrupt.number = signal.SIGINT  # as Ctrl-C has it
        return plain(request, interrupt)

    plain = imagined_drawings.draw
    monkeypatch.setattr(imagined_drawings, "draw", draw)
    assert run(["imagine", "a fox", "-n", "2", "-o", str(tmp_path), "--sketch", "--preset", "draft", *QUICK]) == 130
    assert "drawn in" not in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-fox-01.png", "a-fox-02.png"]


def test_without_weights_one_line_says_what_to_get_and_how(
    models: TinyModels, duck_photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "empty"))
    line = refusal(taureau("imagine", "a fox", "-o", tmp_path / "out"))
    assert line == (
        "Karlo is not on this machine: get it with `taureau models fetch karlo` (about 11.0 GB, licence CreativeML "
        "Open RAIL-M), or from a file or folder with `taureau models import karlo PATH`"
    )
    assert not (tmp_path / "out").exists()
    assert "fetch stable-unclip` (about 7.7 GB" in refusal(
        taureau("vary", duck_photo, "-o", tmp_path, "--in", "pixels")
    )


def test_karlo_alone_says_which_eye_it_lacks(models: TinyModels, duck_photo: Path, tmp_path: Path) -> None:
    line = refusal(taureau("vary", duck_photo, "-o", tmp_path, "--model", "karlo"))
    assert line.startswith("CLIP ViT-L/14 is not on this machine: get it with `taureau models fetch vit-l-14`")


def test_a_model_that_lost_a_part_is_said(models: TinyModels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(models.folder, tmp_path / "models")
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "models"))
    (tmp_path / "models" / "karlo" / "prior" / "config.json").unlink()
    assert "config.json is gone" in refusal(taureau("imagine", "a fox", "-o", tmp_path))


@pytest.mark.usefixtures("models")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("imagine", " ", "-o", "OUT"), "PROMPT: there is nothing to imagine: write what the picture"),
        (("imagine", "a fox", "-o", "OUT", "-n", "0"), "-n: the number of pictures must be from 1 to 64, not 0"),
        (("imagine", "a fox", "-o", "OUT", "--seed", "-1"), "--seed: the seed must be from 0 to"),
        (("imagine", "a fox", "-o", "OUT", "--steps", "1"), "--steps: the steps must be from 2 to 200"),
        (("imagine", "a fox", "-o", "OUT", "--guidance", "99"), "the guidance must be from 1 to 30"),
        (("imagine", "a fox", "-o", "OUT", "--model", "karlo-variations"), "karlo-variations cannot do this: choose"),
        (("imagine", "a fox", "-o", "OUT", "--model", "dalle"), "there is no model 'dalle'"),
        (("imagine", "a fox", "-o", "FILE"), "is a file: name a folder"),
        (("imagine", "a fox", "-o", "FILE/in"), "is a file: name a folder"),
        (("imagine", "a fox", "-o", "x" * 300), "cannot be made: File name too long; choose another folder"),
        (("imagine", "a fox", "-o", "OUT", "--strokes", "4"), "--preset and --strokes are for --sketch"),
        (("imagine", "a fox", "-o", "OUT", "--sketch", "--strokes", "999"), "strokes must be from 1 to 256"),
        (("imagine", "a fox", "-o", "OUT", "--sketch", "--preset", "clipasso"), "rn101"),
        (("imagine", "a fox", "-o", "OUT", "--sketch", "--preset", "clipasso", "--strokes", "auto"), "clipasso draws"),
        (("vary", "nothing.jpg", "-o", "OUT"), "nothing.jpg"),
        (
            ("blend", "DUCK", "DUCK", "-o", "OUT", "--steps", "1"),
            "--steps: the number of pictures must be from 2",
        ),
        (("blend", "DUCK", "DUCK", "-o", "OUT"), "B: both pictures are the same"),
        (("blend", "DUCK", "BLANK", "-o", "OUT", "--painting-steps", "1"), "--painting-steps: the steps"),
        (("blend", "DUCK", "BLANK", "-o", "OUT"), "A and B: a picture to start from is empty"),
        (("vary", "BLANK", "-o", "OUT"), "IMAGE: a picture to start from is empty"),
        (("steer", "DUCK", "--from", "a cat", "--to", " a  cat", "-o", "OUT"), "--to: both sentences"),
        (("steer", "DUCK", "--from", "a cat", "--to", "a dog", "--theta", "2", "-o", "OUT"), "theta must be from 0"),
    ],
)
def test_what_cannot_be_imagined_is_said_in_one_line(
    arguments: tuple[str, ...], says: str, duck_photo: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    blank = tmp_path / "blank.svg"
    blank.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>')
    places = {
        "OUT": tmp_path / "out",
        "FILE": tmp_path / "file",
        "FILE/in": tmp_path / "file" / "in",
        "DUCK": duck_photo,
        "BLANK": blank,
    }
    assert says in refusal(taureau(*(places.get(argument, argument) for argument in arguments)))
    assert not (tmp_path / "out").exists()
