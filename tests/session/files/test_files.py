"""Files: the photo kept with a drawing, new, revert, and files that others write."""

from __future__ import annotations

import asyncio
import threading

import pytest
from taureau.document import load_svg, read_svg, save_svg
from taureau.resources import resource
from taureau.session import Choices, ExportChoices, Exporting, OvertakenError, Preferences, Runner, Session

from tests.session.core.test_session import finish
from tests.session.sketches import SteppedSketch, drawing


@pytest.fixture
def saved(with_photo, sketch, qtbot, await_, tmp_path):
    """A drawing of four strokes in a file."""
    finish(with_photo, sketch, qtbot)
    assert await_(with_photo.file.save(tmp_path / "a.svg"))
    return with_photo


def test_a_saved_drawing_keeps_its_photo_and_can_be_gone_on_with(saved, await_, tmp_path):
    pixels = saved.source.photo.pixels
    saved.file.new()
    assert saved.source.photo is None
    assert saved.sheet.drawing is None
    assert await_(saved.file.open(tmp_path / "a.svg"))
    assert saved.source.photo.name == "disc.png"
    assert (saved.source.photo.width, saved.source.photo.height) == (120, 80)
    assert abs(saved.source.photo.pixels.astype(int) - pixels).mean() < 3  # it is kept as a JPEG
    assert saved.run.can_continue
    assert not saved.file.modified


def test_saved_opened_and_saved_again_it_is_the_same_file(saved, await_, tmp_path):
    first = (tmp_path / "a.svg").read_bytes()
    assert await_(saved.file.open(tmp_path / "a.svg"))
    assert await_(saved.file.save(tmp_path / "b.svg"))
    assert (tmp_path / "b.svg").read_bytes() == first
    assert b'display="none"' in first


def test_the_photo_is_left_out_where_the_user_says_so_and_in_exports(saved, await_, tmp_path):
    assert read_svg(tmp_path / "a.svg").reference is not None
    exporting = Exporting(saved, Preferences())
    exporting.choose(ExportChoices(path=tmp_path / "e.svg"))
    assert await_(exporting.write())
    assert b"<image" not in (tmp_path / "e.svg").read_bytes()
    saved.file.embeds_photo = False
    assert await_(saved.file.save(tmp_path / "b.svg"))
    assert b"<image" not in (tmp_path / "b.svg").read_bytes()
    assert load_svg(tmp_path / "b.svg") == load_svg(tmp_path / "a.svg")


def test_a_damaged_photo_in_a_file_is_said_and_left_out(saved, await_, tmp_path):
    path = tmp_path / "a.svg"
    head, data = path.read_text().split("base64,")
    path.write_text(f"{head}base64,{data[:400]}{data[data.index(chr(34)) :]}")
    assert await_(saved.file.open(path))
    assert saved.source.photo is None
    assert saved.sheet.drawing.stroke_count == 4
    assert "is damaged" in saved.heard[-1].text


def test_revert_goes_back_to_the_file_and_can_be_undone(saved, await_):
    mine = drawing(7)
    saved.sheet.replace(mine, "edit")
    assert await_(saved.file.revert())
    assert saved.sheet.drawing.stroke_count == 4
    assert not saved.file.modified
    assert saved.sheet.undo_stack.undoText() == "revert to a.svg"
    saved.sheet.undo_stack.undo()
    assert saved.sheet.drawing is mine
    assert saved.file.modified


def test_what_somebody_else_has_written_is_not_replaced_unasked(saved, await_, tmp_path):
    path = tmp_path / "a.svg"
    save_svg(drawing(9), path)
    theirs = path.read_bytes()
    with pytest.raises(OvertakenError):
        await_(saved.file.save(path))
    assert path.read_bytes() == theirs
    assert saved.file.busy == ""
    assert await_(saved.file.save(path, overwrite=True))
    assert load_svg(path).stroke_count == 4
    assert await_(saved.file.save(path))  # its own file is known again


def test_a_file_that_went_away_or_was_only_touched_is_written(saved, await_, tmp_path):
    path = tmp_path / "a.svg"
    path.touch()
    assert await_(saved.file.save(path))
    path.unlink()
    assert await_(saved.file.save(path))
    assert load_svg(path).stroke_count == 4


def test_a_file_open_in_another_session_is_said(saved, await_, tmp_path, state):
    other = Session(Runner(SteppedSketch()))
    heard = []
    other.notified.connect(heard.append)
    assert await_(other.file.open(tmp_path / "a.svg"))
    assert [message.text for message in heard] == ["a.svg is open in another Taureau, too."]
    other.close()
    saved.file.new()
    assert await_(other.file.open(tmp_path / "a.svg"))
    assert len(heard) == 1
    other.close()
    assert list((state / "open").iterdir()) == []


def test_back_at_what_was_saved_nothing_is_unsaved(saved):
    kept = saved.sheet.drawing
    saved.sheet.replace(drawing(2), "edit")
    assert saved.file.modified
    saved.sheet.replace(kept, "edit back")
    assert not saved.file.modified


def test_a_new_window_has_nothing_to_undo(saved, sketch):
    saved.run.draw(Choices(strokes=3))
    saved.file.new()
    assert not saved.run.active
    assert not saved.sheet.undo_stack.canUndo()
    assert saved.file.path is None
    assert not saved.file.unsaved


def test_what_is_opened_while_another_is_written_keeps_its_own_file(saved, await_, tmp_path, monkeypatch):
    save_svg(drawing(2), tmp_path / "b.svg")
    opened = threading.Event()

    def slow(*arguments, **options):
        assert opened.wait(10)
        save_svg(*arguments, **options)

    monkeypatch.setattr("taureau.session.files.drawing_file.save_svg", slow)

    async def both() -> None:
        writing = asyncio.ensure_future(saved.file.save(tmp_path / "a.svg"))
        await asyncio.sleep(0)
        assert await saved.file.open(tmp_path / "b.svg")
        opened.set()
        assert await writing

    await_(both())
    assert saved.file.path == tmp_path / "b.svg"
    assert saved.sheet.drawing.stroke_count == 2
    assert load_svg(tmp_path / "a.svg").stroke_count == 4


FOREIGN = """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><text x="5" y="20">Hello</text>
<rect width="30" height="20" fill="#0a0"/><path d="M5 50H80" stroke="#000" fill="none"/></svg>"""


def test_a_file_of_which_only_the_lines_are_taken_in_is_not_written_over(with_photo, await_, tmp_path):
    path = tmp_path / "poster.svg"
    path.write_text(FOREIGN)
    said = []
    with_photo.notified.connect(said.append)
    assert await_(with_photo.file.open(path))
    assert with_photo.sheet.drawing.stroke_count == 1
    assert with_photo.file.path is None  # so that saving asks where to
    assert with_photo.file.suggested_path == tmp_path / "poster-lines.svg"
    assert "filled areas and text" in said[-1].text
    assert await_(with_photo.file.save(with_photo.file.suggested_path))
    assert path.read_text() == FOREIGN
    assert with_photo.file.path == tmp_path / "poster-lines.svg"


def test_a_sample_is_saved_among_the_pictures_of_the_user(session, await_, tmp_path, monkeypatch):
    home = tmp_path / "home"
    (home / "Pictures").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    assert await_(session.file.open(resource("samples") / "cup.jpg"))
    assert session.file.suggested_path == home / "Pictures" / "cup.svg"
    (home / "Pictures").rmdir()
    assert session.file.suggested_path == home / "cup.svg"


def test_revert_brings_the_photo_of_the_file_back(saved, await_):
    kept = saved.source.photo
    assert await_(saved.file.revert())
    assert saved.source.photo is kept  # it is what the file was written from
    saved.file.remove_photo()
    assert await_(saved.file.revert())
    assert (saved.source.photo.width, saved.source.photo.height) == (120, 80)
    assert saved.run.can_continue
