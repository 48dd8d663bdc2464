"""The open drawing: opening, running, undoing, saving."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage
from taureau.document import load_svg, save_svg
from taureau.session import Choices, Message, Phase, Runner, Session

from tests.session.sketches import SteppedSketch, drawing, photo_pixels


def finish(session: Session, sketch: SteppedSketch, qtbot, strokes: int = 4) -> None:
    sketch.go_on()
    session.run.draw(Choices(strokes=strokes))
    qtbot.waitUntil(lambda: not session.run.active)


def test_a_photo_is_opened(with_photo):
    assert (with_photo.source.photo.width, with_photo.source.photo.height) == (120, 80)
    assert with_photo.source.image.size().toTuple() == (120, 80)
    assert with_photo.file.name == "disc.svg"
    assert not with_photo.file.modified


def test_a_transparent_picture_is_taken_on_white(session, await_):
    image = QImage(40, 30, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    image.setPixelColor(3, 5, QColor(200, 10, 20))
    assert await_(session.file.open_image(image))
    assert session.source.photo.pixels.shape == (30, 40, 3)
    assert session.source.photo.pixels[0, 0].tolist() == [255, 255, 255]
    assert session.source.photo.pixels[5, 3].tolist() == [200, 10, 20]


@pytest.mark.parametrize(("name", "content"), [("notes.jpg", b"no photo"), ("notes.svg", b"<svg"), ("empty.png", b"")])
def test_a_bad_file_is_said_and_changes_nothing(with_photo, await_, tmp_path, name, content):
    before = with_photo.source.photo
    path = tmp_path / name
    path.write_bytes(content)
    assert not await_(with_photo.file.open(path))
    assert with_photo.source.photo is before
    [message] = with_photo.heard
    assert isinstance(message, Message)
    assert message.kind == "error"
    assert "\n" not in message.text


def test_of_two_openings_the_later_wins(session, await_, tmp_path, photo_file):
    other = tmp_path / "other.png"
    Image.fromarray(photo_pixels(60, 60)).save(other)

    async def both():
        return await asyncio.gather(session.file.open(photo_file), session.file.open(other))

    assert await_(both()) == [False, True]
    assert session.source.photo.name == "other.png"


def test_a_run_previews_and_is_committed_once_at_its_end(with_photo, sketch, qtbot):
    shown = []
    with_photo.sheet.changed.connect(lambda: shown.append(with_photo.sheet.shown))
    with_photo.run.draw(Choices(strokes=4))
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.sheet.preview is not None)
    assert with_photo.sheet.drawing is None
    assert with_photo.sheet.undo_stack.count() == 0
    sketch.go_on()
    qtbot.waitUntil(lambda: not with_photo.run.active)
    assert with_photo.sheet.preview is None
    assert with_photo.sheet.drawing.stroke_count == 4
    assert with_photo.sheet.undo_stack.count() == 1
    assert with_photo.sheet.undo_stack.undoText() == "draw 4 strokes"
    assert None not in shown  # the sheet is never empty between the last preview and the commit


def test_the_request_says_what_was_chosen(with_photo, sketch, qtbot):
    sketch.go_on()
    with_photo.run.draw(Choices(strokes=7, width=2.0, preset="draft", mask="none", start="random", seed=5))
    qtbot.waitUntil(lambda: not with_photo.run.active)
    [request] = sketch.requests
    assert (request.strokes, request.preset, request.mask) == (7, "draft", "none")
    assert (request.start, request.seed, request.device) == ("random", 5, "auto")
    assert request.stroke_width == pytest.approx(2.4)
    assert (request.width, request.height, request.name) == (120, 80, "disc.png")


def test_a_number_to_be_found_is_asked_for_by_detail_and_limit(with_photo, sketch, qtbot):
    sketch.go_on()
    with_photo.run.draw(Choices(detail=0.8, limit=30))
    qtbot.waitUntil(lambda: not with_photo.run.active)
    with_photo.run.draw(Choices(strokes=5, detail=0.8))
    qtbot.waitUntil(lambda: not with_photo.run.active)
    assert [(request.strokes, request.detail) for request in sketch.requests] == [(30, 0.8), (5, None)]


def test_undo_and_redo_walk_through_the_drawings(with_photo, sketch, qtbot):
    finish(with_photo, sketch, qtbot, strokes=3)
    finish(with_photo, sketch, qtbot, strokes=5)
    stack = with_photo.sheet.undo_stack
    seen = []
    for step in (stack.undo, stack.undo, stack.redo, stack.redo):
        step()
        seen.append(with_photo.sheet.drawing.stroke_count if with_photo.sheet.drawing else None)
    assert seen == [3, None, 3, 5]


def test_stopped_and_kept_it_is_committed(with_photo, sketch, qtbot):
    with_photo.run.draw(Choices(strokes=4))
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.sheet.preview is not None)
    with_photo.run.keep()
    assert with_photo.run.state.phase is Phase.STOPPING
    qtbot.waitUntil(lambda: not with_photo.run.active)
    assert with_photo.sheet.drawing.stroke_count == 4
    assert with_photo.run.state.report.stopped


def test_stopped_before_there_was_a_drawing_it_says_so(with_photo, sketch, qtbot):
    with_photo.run.draw(Choices())
    with_photo.run.keep()
    qtbot.waitUntil(lambda: not with_photo.run.active)
    assert with_photo.sheet.drawing is None
    assert [message.kind for message in with_photo.heard] == ["notice"]


def test_discarded_the_drawing_is_what_it_was(with_photo, sketch, qtbot):
    finish(with_photo, sketch, qtbot, strokes=3)
    before = with_photo.sheet.drawing
    sketch._free = False
    with_photo.run.draw(Choices(strokes=9))
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.sheet.preview is not None)
    with_photo.run.discard()
    assert with_photo.sheet.shown is before
    assert with_photo.sheet.drawing is before
    assert not with_photo.run.active


def test_undo_brings_back_what_was_discarded(with_photo, sketch, qtbot):
    with_photo.run.draw(Choices(strokes=9))
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.sheet.preview is not None)
    produced = with_photo.sheet.preview
    with_photo.run.discard()
    assert with_photo.sheet.drawing is None
    assert not with_photo.file.unsaved
    assert with_photo.heard[-1].text == "Discarded 9 strokes."
    assert with_photo.sheet.undo_stack.undoText() == "discard 9 strokes"
    with_photo.sheet.undo_stack.undo()
    assert with_photo.sheet.drawing is produced
    assert with_photo.file.modified
    assert with_photo.sheet.undo_stack.undoText() == "draw 9 strokes"
    with_photo.sheet.undo_stack.undo()
    assert with_photo.sheet.drawing is None
    assert not with_photo.file.modified


def test_after_a_failure_the_preview_is_kept(loop, await_, photo_file, qtbot, caplog):
    sketch = SteppedSketch(steps=5, fails=RuntimeError("no more memory"), fails_at=3)
    session = Session(Runner(sketch))
    heard = []
    session.notified.connect(heard.append)
    await_(session.file.open(photo_file))
    sketch.go_on()
    session.run.draw(Choices(strokes=4))
    qtbot.waitUntil(lambda: not session.run.active)
    assert session.sheet.drawing.stroke_count == 4
    assert session.file.modified
    assert "no more memory" in heard[0].text
    assert "kept" in heard[0].text
    assert session.close()


def test_saved_it_is_clean_and_reads_back(with_photo, sketch, qtbot, await_, tmp_path):
    finish(with_photo, sketch, qtbot)
    assert with_photo.file.modified
    path = tmp_path / "out.svg"
    assert await_(with_photo.file.save(path))
    assert not with_photo.file.modified
    assert with_photo.file.path == path
    assert load_svg(path).stroke_count == 4
    with_photo.sheet.undo_stack.undo()
    assert with_photo.file.modified
    with_photo.sheet.undo_stack.redo()
    assert not with_photo.file.modified


def test_where_it_cannot_be_written_is_said_and_stays_unsaved(with_photo, sketch, qtbot, await_, tmp_path):
    finish(with_photo, sketch, qtbot)
    assert not await_(with_photo.file.save(tmp_path / "missing" / "out.svg"))
    assert with_photo.file.modified
    assert with_photo.file.path is None
    assert with_photo.heard[-1].kind == "error"


def test_an_svg_is_opened_without_a_photo(session, await_, tmp_path):
    path = tmp_path / "waves.svg"
    save_svg(drawing(6), path)
    assert await_(session.file.open(path))
    assert session.source.photo is None
    assert session.sheet.drawing.stroke_count == 6
    assert (session.file.name, session.file.modified) == ("waves.svg", False)


def test_another_photo_ends_the_run_and_the_history(with_photo, sketch, qtbot, await_, photo_file):
    finish(with_photo, sketch, qtbot)
    with_photo.run.draw(Choices(strokes=4))
    assert await_(with_photo.file.open(photo_file))
    assert not with_photo.run.active
    assert with_photo.sheet.shown is None
    assert with_photo.sheet.undo_stack.count() == 0


def test_unsaved_work_is_kept_by_waiting_for_the_run(with_photo, sketch, qtbot, await_):
    with_photo.run.draw(Choices(strokes=4))
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.sheet.preview is not None)
    assert with_photo.file.unsaved
    await_(with_photo.run.keep_and_wait())
    assert with_photo.sheet.drawing.stroke_count == 4


def test_a_run_that_cannot_go_on_from_an_edited_preview_is_not_edited(with_photo, sketch, qtbot):
    with_photo.run.draw(Choices(strokes=4, preset="clipasso"))
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.sheet.preview is not None)
    with_photo.selection.select_next()
    assert with_photo.run.state.phase is Phase.RUNNING
    assert with_photo.selection.marked.selected == frozenset()


def test_hidden_and_locked_strokes_are_not_selected(session, await_, tmp_path):
    layers = [replace(drawing(3).layers[0], name=name) for name in ("hidden", "locked", "at hand")]
    layers[0], layers[1] = replace(layers[0], visible=False), replace(layers[1], locked=True)
    save_svg(replace(drawing(3), layers=tuple(layers)), tmp_path / "three.svg")
    assert await_(session.file.open(tmp_path / "three.svg"))
    session.selection.select_all()
    assert session.selection.marked.selected == {6, 7, 8}
    session.selection.clear()
    session.selection.select_next(-1)
    assert session.selection.marked.selected == {8}
    session.selection.select_next()
    assert session.selection.marked.selected == {6}
    x, y = drawing(3).layers[0].strokes[0].curve.at(0.5)[0]
    session.selection.select_at(x, y, 1)
    assert session.selection.marked.selected == {6}
    session.sheet.set_drawing(replace(session.sheet.drawing, layers=session.sheet.drawing.layers[:2]))
    session.selection.select_at(x, y, 1)
    assert session.selection.marked.selected == frozenset()
