"""Variations, blends, text differences and words as drawings in the family tree, by an untaught decoder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from taureau.document import Drawing, Layer, Stroke, load_svg, save_svg
from taureau.geometry import Curve
from taureau.photo import photo_from_array
from taureau.session import Album, ImagineSettings, Imagining, Picture, Runner, Session, engine_sketch
from taureau.session.recovery.file_writer import FileWriter

from tests.perception.tiny_taureau_clip import shipped
from tests.session.sketches import photo_pixels

STROKES = ImagineSettings("strokes", seed=None)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture
def session(files: Path, monkeypatch: pytest.MonkeyPatch, loop: object) -> Iterator[Session]:
    monkeypatch.setenv("TAUREAU_CLIP", str(files))
    session = Session(Runner(engine_sketch))
    yield session
    assert session.close()


@pytest.fixture
def imagining(session: Session) -> Imagining:
    return Imagining(session)


@pytest.fixture
def photo(imagining: Imagining, session: Session) -> Picture:
    """A photo on the sheet, as a picture."""
    session.source.photo = photo_from_array(photo_pixels(), name="disc.png")
    picture = imagining.exchange.use_sheet()
    assert picture is not None
    return picture


def finish(imagining: Imagining, qtbot) -> list[Picture]:
    """Wait for the request that was made last; return its pictures."""
    qtbot.waitUntil(lambda: imagining.current is None, timeout=60000)
    return imagining.tree.generations[-1].pictures


def points(picture: Picture) -> list[list[float]]:
    assert picture.drawing is not None
    return [stroke.curve.points.ravel().tolist() for stroke in picture.drawing.strokes]


def test_asking_again_brings_the_next_drawings(imagining, photo, qtbot):
    imagining.vary(photo, 2, STROKES)
    first = [points(picture) for picture in finish(imagining, qtbot)]
    imagining.vary(photo, 1, STROKES)
    (third,) = finish(imagining, qtbot)
    assert [third.facts["verb"], third.facts["seed"]] == ["vary", "2"]
    assert points(third) not in first
    assert third.pixels.min() < 128


def test_a_blend_and_a_text_difference_are_drawings(imagining, photo, qtbot):
    imagining.steer(photo, "a cat", "a bicycle", 0.5, STROKES)
    changed = finish(imagining, qtbot)
    assert [one.facts["to"] for one in changed] == ["a bicycle"] * len(changed)
    imagining.blend(photo, changed[0], 3, STROKES)
    strip = finish(imagining, qtbot)
    assert [one.facts["blend"] for one in strip] == ["0.000", "0.500", "1.000"]
    assert all(one.drawing is not None for one in (*changed, *strip))


def test_words_are_drawn_and_unknown_ones_are_said(imagining, qtbot):
    said = []
    imagining.notified.connect(said.append)
    imagining.words("a cat", "as-typed", 2, STROKES)
    made = finish(imagining, qtbot)
    assert [(one.facts["verb"], one.facts["prompt"], one.facts["seed"]) for one in made] == [
        ("imagine", "a cat", "0"),
        ("imagine", "a cat", "1"),
    ]
    imagining.words("xqzvy", "as-typed", 2, STROKES)
    qtbot.waitUntil(lambda: imagining.current is None, timeout=60000)
    assert said[-1].text.startswith("Taureau has not learnt to draw “xqzvy”.")
    assert said[-1].advice == "Use other words."
    assert len(imagining.tree.generations) == 1


def test_a_drawing_is_put_on_the_sheet_as_one_step(imagining, photo, session, qtbot):
    imagining.vary(photo, 1, STROKES)
    (made,) = finish(imagining, qtbot)
    assert imagining.exchange.put_on_sheet(made)
    drawing = session.sheet.drawing
    assert (drawing.width, drawing.height) == (session.source.photo.width, session.source.photo.height)
    assert drawing.stroke_count == made.drawing.stroke_count
    inside = np.stack([stroke.curve.points for stroke in drawing.strokes])
    assert inside.min() >= -0.1 * drawing.width
    assert inside.max() <= 1.1 * drawing.width
    session.sheet.undo_stack.undo()
    assert session.sheet.drawing is None


def test_a_drawing_is_kept_in_the_format_of_its_name(imagining, photo, tmp_path, qtbot):
    imagining.vary(photo, 1, STROKES)
    (made,) = finish(imagining, qtbot)
    assert imagining.keep(made, tmp_path / "one.svg")
    kept = load_svg(tmp_path / "one.svg")
    assert (kept.stroke_count, kept.facts["verb"]) == (made.drawing.stroke_count, "vary")
    assert imagining.keep(made, tmp_path / "one.png")
    with Image.open(tmp_path / "one.png") as picture:
        assert picture.format == "PNG"
    assert not imagining.keep(made, tmp_path / "one.docx")


def test_files_are_taken_in_to_start_from(imagining, tmp_path, await_):
    Image.fromarray(photo_pixels()).save(tmp_path / "disc.png")
    layer = Layer("lines", (Stroke(Curve.line((10, 10), (190, 80)), 4.0),))
    save_svg(Drawing(200.0, 100.0, (layer,)), tmp_path / "line.svg")
    said = []
    imagining.notified.connect(said.append)

    names = ("disc.png", "line.svg", "none.png")
    photo, drawing, missing = (await_(imagining.exchange.open(tmp_path / name)) for name in names)
    assert (photo.name, photo.drawing) == ("disc.png", None)
    assert (drawing.name, drawing.drawing.stroke_count) == ("line.svg", 1)
    assert missing is None
    assert "none.png" in said[0].text


def test_drawings_are_there_again_at_the_next_start(imagining, photo, session, tmp_path, qtbot):
    writer = FileWriter()
    album = Album(imagining, tmp_path / "imagined", writer)
    imagining.vary(photo, 1, STROKES)
    (made,) = finish(imagining, qtbot)
    album.close()
    writer.close()
    assert [path.suffix for path in tmp_path.glob("imagined/*/0*")] == [".svg"]
    again = Imagining(session)
    writer = FileWriter()
    album = Album(again, tmp_path / "imagined", writer)
    with qtbot.waitSignal(album.found):
        album.load()
    (back,) = again.tree.pictures()
    assert (back.facts["verb"], back.drawing.stroke_count) == ("vary", made.drawing.stroke_count)
    album.close()
    writer.close()
