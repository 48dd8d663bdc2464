"""The page of the gallery: grid, search, panel, comparison, deleting with undo, drags, keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from taureau.session.gallery.gallery import Gallery
from taureau.store.entries import Entries
from taureau.store.settings import StoreSettings, write_settings
from taureau.ui.gallery.entry_model import EntryModel
from taureau.ui.gallery.gallery_page import GalleryPage

from tests.store.runs import THINGS, little_run

COUNT = 30


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    with Entries(folder) as entries:
        for number in range(COUNT):
            entries.keep(little_run(number))
        entries.keep(little_run(COUNT, drawing=None, outcome="failed", reason="Out of memory.", name="too large"))
    return folder


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    import shutil

    return Path(shutil.copytree(filled, tmp_path / "runs"))


@pytest.fixture
def page(qtbot, appearance, folder: Path) -> Iterator[GalleryPage]:
    yield from opened(qtbot, appearance, folder)


def opened(qtbot, appearance, folder: Path) -> Iterator[GalleryPage]:
    window = QMainWindow()
    gallery = Gallery(folder)
    page = GalleryPage(gallery, window)
    page.gallery = gallery
    page.set_theme(appearance.theme)
    page.resize(1000, 700)
    with qtbot.waitSignal(gallery.changed, timeout=30_000):
        page.show_page()
    yield page
    page.close()
    page.close_down()
    window.deleteLater()
    qtbot.wait(1)


def listed(page: GalleryPage) -> list[str]:
    return [page.grid.entries.entry(row).name for row in range(page.grid.entries.rowCount())]


def select(page: GalleryPage, *rows: int) -> None:
    page.grid.choose(rows[0])
    for row in rows[1:]:
        page.grid.selectionModel().select(page.grid.entries.index(row), QItemSelectionModel.SelectionFlag.Select)


def test_drawings_are_listed_the_newest_first_and_the_first_is_selected(page, qtbot) -> None:
    assert listed(page) == ["too large", *(THINGS[number % len(THINGS)] for number in reversed(range(COUNT)))]
    qtbot.waitUntil(lambda: page.panel.entry is not None)
    assert page.panel.reason.text() == "Out of memory."
    assert not page.panel.open.isEnabled()
    assert page.filters.count.text() == "31 drawings"


def test_only_what_is_seen_gets_a_picture(page, qtbot) -> None:
    qtbot.waitUntil(lambda: page._thumbnails.picture(page.grid.entries.entry(1).id) is not None)
    last = page.grid.entries.entry(COUNT).id
    assert last not in page._thumbnails._pictures
    page.grid.verticalScrollBar().setValue(page.grid.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: last in page._thumbnails._pictures)


def test_a_tile_shows_its_drawing_its_name_and_its_star(page, qtbot) -> None:
    entry = page.grid.entries.entry(1)
    qtbot.waitUntil(lambda: page._thumbnails.picture(entry.id) is not None)
    page.grid.viewport().repaint()
    rect = page.grid.visualRect(page.grid.entries.index(1))
    shown = page.grid.viewport().grab(rect).toImage()
    dark = sum(shown.pixelColor(x, y).lightness() < 80 for x in range(20, shown.width() - 20) for y in range(20, 150))
    assert dark > 100
    star = page.grid.tiles.star_rect(rect).center()
    with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
        QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=star)
    assert page.grid.entries.entry(1).favourite
    assert page.grid.currentIndex().row() == 0  # a click on the star selects nothing
    assert "favourite" in page.grid.entries.index(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_search_and_filters_narrow_the_list(page, qtbot) -> None:
    with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
        QTest.keyClicks(page.filters.text, "teapot")
    assert set(listed(page)) == {"teapot"}
    assert len(listed(page)) == 3
    with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    assert len(listed(page)) == COUNT + 1
    with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
        page.filters.kind.setCurrentIndex(page.filters.kind.findData("failed"))
    assert listed(page) == ["too large"]
    with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
        page.filters.favourites.click()
    assert listed(page) == []
    assert page.empty.isVisible()
    assert page.empty.text() == "No drawing matches what you look for."
    with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
        page.filters.clear()
    with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
        page.filters.days.setCurrentIndex(1)
    assert len(listed(page)) == COUNT + 1


def test_name_and_notes_are_stored_as_they_are_typed(page, folder, qtbot) -> None:
    select(page, 4)
    entry = page.grid.entries.entry(4)
    qtbot.waitUntil(lambda: page.panel.entry is not None and page.panel.entry.id == entry.id)
    page.verbs.rename.trigger()
    QTest.keyClicks(page.panel.name, "for Ada")
    QTest.keyClick(page.panel.name, Qt.Key.Key_Return)
    QTest.keyClicks(page.panel.notes, "blue paper")
    qtbot.waitUntil(lambda: page.grid.entries.entry(4).noted)
    assert page.grid.entries.entry(4).name == "for Ada"
    select(page, 5)
    qtbot.waitUntil(lambda: page.panel.entry is not None and page.panel.entry.id != entry.id)
    assert page.panel.notes.toPlainText() == ""
    with Entries(folder) as entries:
        stored = entries.entry(entry.id)
    assert stored is not None
    assert (stored.name, stored.notes) == ("for Ada", "blue paper")


def test_what_is_typed_keeps_the_keyboard(page, qtbot) -> None:
    assert page.focusWidget() is page.grid
    select(page, 4)
    qtbot.waitUntil(page.panel.open.isEnabled)
    page.panel.notes.setFocus()
    QTest.keyClicks(page.panel.notes, "blue")
    qtbot.waitUntil(lambda: page.grid.entries.entry(4).noted)
    assert page.focusWidget() is page.panel.notes
    page.filters.text.setFocus()
    for text in ("nothing of the kind", "duck"):
        with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
            page.filters.text.setText(text)
        assert page.focusWidget() is page.filters.text


def test_deleting_is_undone(page, qtbot) -> None:
    before = listed(page)
    select(page, 3, 4, 7)
    with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
        QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    assert listed(page) == [name for row, name in enumerate(before) if row not in (3, 4, 7)]
    assert page.message_line.message.text == "Deleted 3 drawings."
    with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
        page.message_line.verb.click()
    assert listed(page) == before
    select(page, 0)
    with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
        page.verbs.remove.trigger()
    with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
        page.verbs.bring_back.trigger()
    assert listed(page) == before


def test_two_drawings_are_compared_across_a_line(page, qtbot) -> None:
    select(page, 2, 5)
    qtbot.waitUntil(page.panel.compare.isVisible)
    assert page.panel.several.text() == "2 drawings selected"
    page.panel.compare.click()
    view = page.comparison
    assert view.isVisible()
    qtbot.waitUntil(lambda: len(view._pictures) == 2)
    both = view.grab().toImage()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() // 2, 100))
    QTest.mouseMove(view, QPoint(view.width() // 10, 100))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() // 10, 100))
    assert view.value() == pytest.approx(100, abs=10)
    assert view.grab().toImage() != both
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.value() == pytest.approx(120, abs=10)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.grid.isVisible()
    assert page.isVisible()


def test_more_or_less_than_two_are_not_compared(page, qtbot) -> None:
    for rows in ((2,), (2, 3, 4), (0, 2)):  # the first has no drawing
        select(page, *rows)
        page._show_chosen()
        assert not page.verbs.compare.isEnabled()


def test_a_drawing_is_opened_by_enter_and_its_settings_by_a_button(page, qtbot) -> None:
    select(page, 1)
    page._show_chosen()
    with qtbot.waitSignal(page.open_asked, timeout=30_000) as asked:
        QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert asked.args[0].id == page.grid.entries.entry(1).id
    qtbot.waitUntil(page.panel.use.isEnabled)
    with qtbot.waitSignal(page.settings_asked, timeout=30_000) as asked:
        page.panel.use.click()
    assert asked.args[0].seed == COUNT - 1


def test_drawings_are_dragged_out_as_files_of_their_names(page, qtbot) -> None:
    select(page, 1, 2)
    data = page.grid.dragged()
    assert data is not None
    files = [Path(url.toLocalFile()) for url in data.urls()]
    assert [file.name for file in files] == ["violin.svg", "lighthouse.svg"]
    assert all("<svg" in file.read_text() for file in files)
    select(page, 0)
    assert page.grid.dragged() is None
    select(page, 1)
    assert bytes(page.grid.dragged().data("image/svg+xml").data()).startswith(b"<?xml")


def test_the_menu_offers_what_is_possible(page) -> None:
    select(page, 1)
    page._show_chosen()
    enabled = {action.text().replace("&", ""): action.isEnabled() for action in page.verbs.menu().actions()}
    assert enabled["Open"]
    assert enabled["Use its settings"]
    assert enabled["Delete"]
    assert not enabled["Compare"]
    assert not enabled["Bring back"]


@pytest.mark.parametrize(("keep_runs", "text"), [(True, "Every run leaves"), (False, "Runs are not kept")])
def test_an_empty_gallery_says_how_it_fills(qtbot, appearance, tmp_path, keep_runs, text) -> None:
    write_settings(tmp_path / "none", StoreSettings(keep_runs=keep_runs))
    for page in opened(qtbot, appearance, tmp_path / "none"):
        assert page.empty.isVisible()
        assert page.empty.text().startswith(text)
        assert not page.panel.isVisible()


def test_a_run_that_is_kept_appears_and_nothing_else_moves(page, folder, qtbot) -> None:
    select(page, 8)
    chosen = page.grid.chosen[0].id
    with Entries(folder) as entries:
        entries.keep(little_run(99, name="new"))
    with qtbot.waitSignal(page.gallery.changed, timeout=30_000):
        page.refresh()
    assert listed(page)[0] == "new"
    assert [one.id for one in page.grid.chosen] == [chosen]


def test_the_model_exchanges_only_what_differs(folder, qtbot) -> None:
    with Entries(folder) as entries:
        found = entries.find()
    model = EntryModel()
    model.set_entries(found)
    for after in (found[3:], [*found[:2], *found[9:]], found, [], found[5:6], list(reversed(found))):
        with qtbot.assertNotEmitted(model.modelReset):
            model.set_entries(after)
        assert [model.entry(row) for row in range(model.rowCount())] == after
