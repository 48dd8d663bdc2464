"""`abstract`, `series`, `prune` and `merge`, and the number that is found, on a real photo."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from taureau.document import Drawing, Layer, Reference, Stroke, load_svg, read_svg, save_svg
from taureau.geometry import Curve

from tests.cli.program import refusal, taureau


@pytest.fixture(scope="module")
def found(duck_photo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("found") / "duck.svg"
    result = taureau("sketch", duck_photo, "-o", output, "--strokes", "auto")
    assert result.returncode == 0, result.stderr
    return output


def test_the_number_is_found_and_remembered(found: Path) -> None:
    drawing = load_svg(found)
    assert 6 <= drawing.stroke_count <= 40
    gains = [stroke.gain for stroke in drawing.strokes]
    assert all(gain is not None for gain in gains)
    assert sum(gain or 0 for gain in gains[:4]) > sum(gain or 0 for gain in gains[-4:])
    assert drawing.facts["strokes"] == "auto:64"
    assert drawing.facts["detail"] == "0.5"


def test_abstract_keeps_the_first(found: Path, tmp_path: Path) -> None:
    output = tmp_path / "few.svg"
    assert taureau("abstract", found, "--keep", 4, "-o", output).returncode == 0
    few, whole = load_svg(output), load_svg(found)
    assert list(few.strokes) == list(whole.strokes)[:4]
    assert "1 or more" in refusal(taureau("abstract", found, "--keep", 0, "-o", output))


def test_a_series_is_one_drawing_at_several_levels(duck_photo: Path, tmp_path: Path) -> None:
    result = taureau("series", duck_photo, "--levels", "9,3,6", "-o", tmp_path / "series")
    assert result.returncode == 0, result.stderr
    levels = [load_svg(tmp_path / "series" / f"{count:03d}-strokes.svg") for count in (9, 6, 3)]
    assert [level.stroke_count for level in levels] == [9, 6, 3]
    assert list(levels[2].strokes) == list(levels[0].strokes)[:3]
    sheet = load_svg(tmp_path / "series" / "contact-sheet.svg")
    assert [len(layer.strokes) for layer in sheet.layers] == [9, 6, 3]
    with Image.open(tmp_path / "series" / "contact-sheet.png") as picture:
        assert max(picture.size) == 1600
        dark, light = picture.convert("L").getextrema()
        assert (dark, light) == pytest.approx((20, 255), abs=6)


def test_polished_levels_are_no_longer_prefixes(duck_photo: Path, tmp_path: Path) -> None:
    result = taureau("series", duck_photo, "--levels", "5,3", "--polish", "-o", tmp_path)
    assert result.returncode == 0, result.stderr
    five, three = (load_svg(tmp_path / f"{count:03d}-strokes.svg") for count in (5, 3))
    assert list(three.strokes) != list(five.strokes)[:3]


def test_prune_says_what_goes_before_it_goes(found: Path, duck_photo: Path, tmp_path: Path) -> None:
    looked = taureau("prune", found, duck_photo, "--loss", 5, "--dry-run")
    assert looked.returncode == 0, looked.stderr
    going = re.fullmatch(r"strokes that go: ([\d, ]+)\n", looked.stdout)
    assert going is not None
    numbers = [int(number) - 1 for number in going[1].split(", ")]
    output = tmp_path / "pruned.svg"
    assert taureau("prune", found, duck_photo, "--loss", 5, "-o", output).returncode == 0
    whole = list(load_svg(found).strokes)
    assert list(load_svg(output).strokes) == [stroke for place, stroke in enumerate(whole) if place not in numbers]


def test_merge_joins_what_goes_on(tmp_path: Path) -> None:
    source, output = tmp_path / "two.svg", tmp_path / "one.svg"
    source.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">'
        '<g fill="none" stroke="#000" stroke-width="2"><path d="M10 50 L60 50"/><path d="M110 50 L62 50"/></g></svg>'
    )
    result = taureau("merge", source, "-o", output)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("strokes that become one: 1+2\n")
    assert load_svg(output).stroke_count == 1


def test_going_on_with_frozen_strokes(duck_photo: Path, tmp_path: Path) -> None:
    first, more = tmp_path / "first.svg", tmp_path / "more.svg"
    assert taureau("sketch", duck_photo, "-o", first, "--strokes", 4, "--preset", "draft").returncode == 0
    result = taureau("sketch", duck_photo, "-o", more, "--strokes", 2, "--onto", first, "--freeze")
    assert result.returncode == 0, result.stderr
    kept = [stroke.curve for stroke in load_svg(more).strokes][:4]
    assert kept == [stroke.curve for stroke in load_svg(first).strokes]
    assert load_svg(more).stroke_count == 6


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["sketch", "PHOTO", "-o", "OUT", "--strokes", "auto", "--detail", "130"], "from 0 (a hint) to 100"),
        (["sketch", "PHOTO", "-o", "OUT", "--strokes", "auto:999"], "from 1 to 256"),
        (["series", "PHOTO", "-o", "OUT", "--levels", "8,none"], "--levels must be numbers"),
        (["series", "PHOTO", "-o", "OUT", "--levels", "999"], "to 256, not 999"),
        (["sketch", "PHOTO", "-o", "OUT", "--strokes", "8", "--detail", "30"], "--detail sets where"),
        (["sketch", "PHOTO", "-o", "OUT", "--freeze"], "--freeze holds"),
        (["prune", "missing.svg", "PHOTO", "--dry-run"], "missing.svg"),
        (["merge", "missing.svg", "-o", "OUT"], "missing.svg"),
    ],
)
def test_bad_input_is_one_line(arguments: list[str], says: str, duck_photo: Path, tmp_path: Path) -> None:
    places = {"PHOTO": str(duck_photo), "OUT": str(tmp_path / "out.svg")}
    assert says in refusal(taureau(*[places.get(word, word) for word in arguments]))


def test_prune_refuses_a_photo_of_another_shape_and_keeps_a_stroke(
    found: Path, duck_photo: Path, astronaut_photo: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out.svg"
    assert "proportions" in refusal(taureau("prune", found, astronaut_photo, "-o", output))
    assert not output.exists()
    scrap = tmp_path / "scrap.svg"
    scrap.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="943" viewBox="0 0 1000 943">'
        '<g fill="none" stroke="#000" stroke-width="9"><path d="M10 9 L20 9"/><path d="M30 9 L40 9"/></g></svg>'
    )
    assert taureau("prune", scrap, duck_photo, "--loss", 10, "-o", output).returncode == 0
    assert load_svg(output).stroke_count == 1


def test_prune_keeps_to_the_mask_a_drawing_was_made_with(found: Path, duck_photo: Path, tmp_path: Path) -> None:
    assert load_svg(found).facts["mask"] == "auto"
    quiet = taureau("prune", found, duck_photo, "--dry-run")
    painted = tmp_path / "painted.svg"
    drawing = load_svg(found)
    save_svg(replace(drawing, facts={**drawing.facts, "mask": "file"}), painted)
    told = taureau("prune", painted, duck_photo, "--dry-run")
    assert (told.returncode, told.stdout) == (0, quiet.stdout)
    assert [line for line in told.stderr.splitlines() if "--mask FILE" in line] == [
        line for line in told.stderr.splitlines() if line not in quiet.stderr
    ]
    assert "--mask FILE" not in taureau("prune", painted, duck_photo, "--mask", "auto", "--dry-run").stderr


def test_prune_keeps_to_the_mode_a_drawing_was_made_with(found: Path, duck_photo: Path, tmp_path: Path) -> None:
    traced = tmp_path / "traced.svg"
    drawing = load_svg(found)
    save_svg(replace(drawing, facts={**drawing.facts, "mode": "lines"}), traced)
    own, photo = (
        taureau("prune", traced, duck_photo, "--loss", 5, "--dry-run", *mode) for mode in ((), ("--mode", "auto"))
    )
    assert own.stdout != photo.stdout
    assert photo.stdout == taureau("prune", found, duck_photo, "--loss", 5, "--dry-run").stdout


def test_auto_wants_a_limit_behind_its_colon(duck_photo: Path, tmp_path: Path) -> None:
    result = taureau("sketch", duck_photo, "-o", tmp_path / "out.svg", "--strokes", "auto:")
    assert result.returncode == 2
    assert "not a number, auto, or auto:MAX" in result.stderr


def test_the_photo_that_a_drawing_keeps_stays_with_it(tmp_path: Path) -> None:
    encoded = io.BytesIO()
    Image.new("RGB", (40, 30), "#336699").save(encoded, "JPEG")
    strokes = tuple(Stroke(Curve.line((x, 5), (x, 25)), 1.0) for x in (5, 15, 25))
    whole = tmp_path / "whole.svg"
    save_svg(Drawing(40, 30, (Layer("a", strokes),)), whole, reference=Reference(encoded.getvalue(), "cup"))
    for command in (("abstract", whole, "--keep", 2), ("merge", whole)):
        output = tmp_path / f"{command[0]}.svg"
        assert taureau(*command, "-o", output).returncode == 0
        assert read_svg(output).reference == read_svg(whole).reference is not None
