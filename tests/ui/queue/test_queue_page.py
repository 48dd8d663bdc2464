"""The page of the queue: what is dropped on it, what its buttons and keys do, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QMimeData, QModelIndex, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget
from taureau.jobs.job import Job
from taureau.jobs.settings import JobSettings
from taureau.session import Choices, RunPresets
from taureau.session.queue.job_queue import JobQueue
from taureau.session.queue.watched_folder import WatchedFolder
from taureau.session.queue.words import job_of
from taureau.ui.queue.job_model import PROGRESS, STATE
from taureau.ui.queue.queue_page import QueuePage
from taureau.ui.queue.queue_sign import QueueSign
from taureau.ui.widgets.tasks import Tasks

from tests.session.conftest import await_  # noqa: F401 - a fixture
from tests.session.queue.conftest import HeldDraw, held, make_queue, queue, runner  # noqa: F401 - fixtures


def fail(error: BaseException) -> None:
    raise error


@pytest.fixture
def page(qtbot, appearance, make_queue, queue) -> Iterator[QueuePage]:  # noqa: F811
    window = QWidget()
    watched, presets = WatchedFolder(queue), RunPresets()
    presets.save("Mine", Choices(strokes=7))
    page = QueuePage(queue, watched, presets, lambda: Choices(strokes=5, preset="fine"), Tasks(fail), window)
    page.show_page()
    qtbot.waitExposed(page)
    qtbot.waitUntil(lambda: queue.results is not None)
    yield page
    page.list.close_pictures()
    page.close()
    shiboken6.delete(window)


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "photos"
    folder.mkdir()
    paths = [folder / f"{name}.png" for name in "ab"]
    for path in paths:
        Image.new("RGB", (40, 30), "red").save(path)
    return paths


def data_of(*, paths: list[Path] | None = None, text: str = "") -> QMimeData:
    data = QMimeData()
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        data.setText(text)
    return data


def names(queue: JobQueue) -> list[str]:  # noqa: F811
    return [record.name for record in queue.records]


def select(page: QueuePage, *rows: int) -> None:
    page.list.clearSelection()
    for row in rows:
        index = page.list.model_.index(row)
        page.list.selectionModel().select(index, page.list.selectionModel().SelectionFlag.Select)


@pytest.fixture
def three(page, queue, qtbot) -> QueuePage:  # noqa: F811
    """A paused queue with three prompts."""
    queue.set_paused(True)
    queue.add_prompts(["one", "two", "three"], JobSettings())
    qtbot.waitUntil(lambda: len(queue.records) == 3)
    return page


def test_photos_folders_and_lines_are_dropped_on_it(page, queue, photos, qtbot) -> None:  # noqa: F811
    queue.set_paused(True)
    assert page._middle.currentWidget() is page.empty
    assert page.list.model_.dropMimeData(data_of(paths=photos), Qt.DropAction.CopyAction, -1, -1, QModelIndex())
    qtbot.waitUntil(lambda: names(queue) == ["a.png", "b.png"])
    assert page._middle.currentWidget() is page.list
    page.list.model_.take(data_of(paths=[photos[0].parent]))
    qtbot.waitUntil(lambda: names(queue) == ["a.png", "b.png"] * 2)
    page.settings.setCurrentText("Mine")
    page.list.model_.take(data_of(text="a cat\n\na dog"))
    qtbot.waitUntil(lambda: names(queue)[4:] == ["a cat", "a dog"])
    jobs = [job_of(record) for record in queue.records]
    assert [job.settings.strokes for job in jobs if job is not None] == [5, 5, 5, 5, None, None]
    assert not page.list.model_.take(data_of(text="  \n"))


def test_a_preset_by_name_is_drawn_with(page, queue, photos, qtbot) -> None:  # noqa: F811
    queue.set_paused(True)
    page.settings.setCurrentIndex(page.settings.findData("Mine"))
    page.list.model_.take(data_of(paths=photos[:1]))
    qtbot.waitUntil(lambda: len(queue.records) == 1)
    job = job_of(queue.records[0])
    assert job is not None
    assert job.settings.strokes == 7


def test_words_are_added_with_enter(page, queue, qtbot) -> None:  # noqa: F811
    queue.set_paused(True)
    page.words.setText(" a cat ")
    qtbot.keyClick(page.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(queue) == ["a cat"])
    assert page.words.text() == ""
    qtbot.keyClick(page.words, Qt.Key.Key_Return)  # nothing
    assert page.isVisible()


def test_rows_are_moved_by_drag_and_by_keyboard(three, queue, qtbot) -> None:  # noqa: F811
    model = three.list.model_
    data = model.mimeData([model.index(2)])
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    qtbot.waitUntil(lambda: names(queue) == ["three", "one", "two"])
    select(three, 0)
    three.list.down.trigger()
    qtbot.waitUntil(lambda: names(queue) == ["one", "three", "two"])
    assert [record.name for record in three.list.selected()] == ["three"]  # the selection moves with its row
    three.list.up.trigger()
    qtbot.waitUntil(lambda: names(queue) == ["three", "one", "two"])
    three.list.up.trigger()
    select(three, 0, 1)
    three.list.down.trigger()
    qtbot.waitUntil(lambda: names(queue) == ["two", "three", "one"])


def test_rows_are_cancelled_retried_and_removed(three, queue, qtbot) -> None:  # noqa: F811
    three.list.setFocus()
    select(three, 0, 1)
    assert not three.list.retry.isEnabled()
    qtbot.keyClick(three.list, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: [record.state for record in queue.records] == ["cancelled", "cancelled", "waiting"])
    select(three, 0)
    qtbot.keyClick(three.list, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: queue.records[0].state == "waiting")
    select(three, 1, 2)
    qtbot.keyClick(three.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(queue) == ["one"])
    three.cancel_all.click()
    qtbot.waitUntil(lambda: queue.records[0].state == "cancelled")
    assert not three.cancel_all.isEnabled()


def test_progress_is_shown_and_results_are_opened(three, queue, held, qtbot, tmp_path) -> None:  # noqa: F811
    model = three.list.model_
    assert model.index(0).data(STATE) == "paused"
    assert three.pause.text() == "Go on"
    three.pause.click()
    qtbot.waitUntil(lambda: queue.current is not None and queue.records[0].state == "running")
    held.go_on(1)
    qtbot.waitUntil(lambda: model.index(0).data(PROGRESS) == 0.5)
    assert model.index(0).data(STATE) == "is being drawn"
    assert model.index(1).data(PROGRESS) is None
    held.go_on()
    qtbot.waitUntil(lambda: three.count.text() == "3 done", timeout=20_000)
    opened: list[Path] = []
    three.opened.connect(opened.append)
    select(three, 1)
    three.list.open.trigger()
    three.list.activated.emit(model.index(2))
    assert opened == [tmp_path / "out" / "two.svg", tmp_path / "out" / "three.svg"]
    key = f"{queue.records[0].id} done"
    qtbot.waitUntil(lambda: three.list.thumbnails.picture(key) is not None, timeout=20_000)
    assert not three.list.thumbnails.picture(key).isNull()
    three.clear.click()
    qtbot.waitUntil(lambda: queue.records == [])


def test_folders_are_asked_for(page, queue, photos, qtbot, monkeypatch) -> None:  # noqa: F811
    queue.set_paused(True)
    chosen = [photos[0].parent]

    async def ask(parent: QWidget, *_: object) -> Path:
        return chosen[0]

    async def ask_for_photos(parent: QWidget, folder: Path) -> list[Path]:
        return photos

    monkeypatch.setattr("taureau.ui.queue.queue_page.ask_for_folder", ask)
    monkeypatch.setattr("taureau.ui.queue.queue_page.ask_for_photos", ask_for_photos)
    page.add_photos.click()
    qtbot.waitUntil(lambda: names(queue) == ["a.png", "b.png"])
    page.add_folder.click()
    qtbot.waitUntil(lambda: len(queue.records) == 4)
    page.watch.click()
    qtbot.waitUntil(lambda: page.watch.text() == "Stop watching photos")
    page.watch.click()
    qtbot.waitUntil(lambda: page.watch.text() == "Watch a folder…")
    page.results.click()
    qtbot.waitUntil(lambda: queue.results == chosen[0])
    assert page.results.text().startswith(f"Results go to {str(chosen[0])[:5]}")
    assert page.results.toolTip() == f"Choose the folder of the results\n{chosen[0]}"


def test_two_hundred_rows_are_painted(page, queue, qtbot) -> None:  # noqa: F811
    queue.set_paused(True)
    queue.add([Job(prompt=f"picture {number}") for number in range(200)])
    qtbot.waitUntil(lambda: len(queue.records) == 200)
    page.list.scrollToBottom()
    picture = page.list.viewport().grab().toImage()
    rows = [{picture.pixel(x, y) for x in range(picture.width())} for y in range(picture.height())]
    assert sum(len(row) > 4 for row in rows) > picture.height() / 4
    assert page.count.text() == "200 waiting"


def test_the_sign_says_what_is_left(three, queue, qtbot) -> None:  # noqa: F811
    sign = QueueSign(queue)
    qtbot.addWidget(sign)
    assert sign.text() == "Queue paused: 3 left"
    queue.cancel_all()
    qtbot.waitUntil(sign.isHidden)


def test_photos_are_asked_for_in_any_number(qtbot, await_, monkeypatch, tmp_path) -> None:  # noqa: F811
    from taureau.ui.widgets.dialogs import ask_for_photos

    async def accept(dialog: QFileDialog) -> int:
        assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
        return 0

    monkeypatch.setattr("taureau.ui.widgets.dialogs.answer", accept)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert await_(ask_for_photos(parent, tmp_path)) == []
