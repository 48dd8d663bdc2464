"""The family tree on the Imagine page: it fills without moving anything, and is walked through by keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from taureau.imagine import Agreed, Agreement, GenerationProgress, ImageReady, Thing
from taureau.session import Generation
from taureau.session.run.runner import Ended
from taureau.ui.timeline.timeline import clock_text
from taureau.ui.widgets.elided_label import ElidedLabel

LEFT = Qt.MouseButton.LeftButton
FACTS = {"prompt": "a red fox", "seed": "7"}


@pytest.fixture
def page(window, qtbot):
    window.verbs.imagine.trigger()
    qtbot.waitExposed(window.pages.imagine)
    return window.pages.imagine


@pytest.fixture
def imagining(window):
    return window.imagining


def pictures(imagining, count: int):
    return [imagining.tree.picture(np.full((32, 32, 3), 40 + number, np.uint8), dict(FACTS)) for number in range(count)]


def grown(imagining, title: str, count: int, parents=(), depth: int = 0) -> Generation:
    """A generation that is ready, at the end of the tree."""
    made = Generation(title, tuple(parents), depth, count, pictures=pictures(imagining, count))
    imagining.tree.add(made)
    return made


def awaited(imagining, title: str, count: int) -> Generation:
    """A generation that is being made, at the end of the tree."""
    made = Generation(title, (), 0, count, run="run-x", active=True)
    imagining._queue.append(made)
    imagining.tree.add(made)
    return made


def arrive(imagining, index: int) -> None:
    imagining._take(ImageReady("run-x", index, index, np.full((32, 32, 3), 90, np.uint8), FACTS))


def test_a_picture_that_arrives_moves_nothing(page, imagining, qtbot):
    grown(imagining, "foxes", 30)
    coming = awaited(imagining, "hens", 8)
    tree, bar = page.tree, page.tree.verticalScrollBar()
    row = tree.rows[1]
    assert bar.value() > 0  # it came to the hens
    arrive(imagining, 0)
    held = row.tiles[0].button
    held.setFocus()
    bar.setValue(10)
    arrive(imagining, 1)
    assert tree.rows[1] is row
    assert row.tiles[0].button is held
    assert held.hasFocus()
    assert bar.value() == 10
    assert [tile.picture.number for tile in row.tiles] == coming.numbers
    assert len(row._awaited) == 6


def test_a_request_that_waits_does_not_draw_the_look_away_from_what_is_made(page, imagining, qtbot):
    awaited(imagining, "hens", 40)
    arrive(imagining, 0)
    bar = page.tree.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.value() == 0
    awaited(imagining, "foxes", 4)
    assert len(page.tree.rows) == 2
    assert bar.value() == 0


def test_what_is_told_of_a_picture_above_leaves_what_is_in_sight_where_it_is(page, imagining, qtbot):
    awaited(imagining, "hens", 1)
    arrive(imagining, 0)
    grown(imagining, "foxes", 40)
    tree = page.tree
    (hen, *foxes), bar = tree.tiles, tree.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(400)
    seen, height = tree._place(foxes[30]).y() - bar.value(), hen.height()
    things = tuple(Thing(phrase, 0.3, 0.2) for phrase in ("a red hen", "a blue egg"))
    imagining._take(Agreed("run-x", 0, Agreement("an eye", things)))
    assert hen.agreement is not None
    assert hen.height() > height
    assert tree._place(foxes[30]).y() - bar.value() == seen


def test_at_the_end_the_newest_is_shown(page, imagining, qtbot):
    grown(imagining, "foxes", 30)
    grown(imagining, "owls", 1)
    bar = page.tree.verticalScrollBar()
    qtbot.waitUntil(lambda: not page.empty.isVisible() and bar.maximum() > 0)
    coming = awaited(imagining, "hens", 1)
    last = page.tree.rows[2]
    qtbot.waitUntil(lambda: 0 < last.geometry().bottom() - bar.value() < page.tree.height())
    coming.expected = 30
    arrive(imagining, 0)
    assert last.height() > page.tree.height()
    assert bar.value() == bar.maximum()


def test_arrows_lead_from_picture_to_picture(page, imagining, qtbot):
    grown(imagining, "foxes", 3)
    grown(imagining, "hens", 2)
    tree = page.tree
    qtbot.mouseClick(tree.tiles[1].button, LEFT)
    for key, number in (
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Right, 4),
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_Down, 5),
        (Qt.Key.Key_Down, 5),
        (Qt.Key.Key_Up, 2),
    ):
        QTest.keyClick(page.focusWidget(), key)
        assert tree.picture.number == number
        assert page.verbs.name.text() == f"Picture {number}"
        assert tree._tile(number).button.hasFocus()


def test_the_delete_key_discards_and_goes_on_to_the_next(page, imagining, qtbot):
    grown(imagining, "foxes", 3)
    tree = page.tree
    qtbot.mouseClick(tree.tiles[1].button, LEFT)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Delete)
    assert [tile.picture.number for tile in tree.tiles] == [1, 3]
    assert tree.picture.number == 3
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Delete)
    assert tree.picture.number == 1
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [tile.picture.number for tile in tree.tiles] == [1, 2, 3]


def test_a_parent_is_a_click_away_and_leaves_a_place(page, imagining, qtbot):
    foxes = grown(imagining, "foxes", 2)
    grown(imagining, "From 1 to 2", 5, foxes.pictures, depth=1)
    tree = page.tree
    first, second = tree.rows[1]._parents
    qtbot.mouseClick(second, LEFT)
    assert tree.picture.number == 2
    assert tree.tiles[1].button.hasFocus()
    imagining.tree.discard(*foxes.pictures)
    assert [row.title.text() for row in tree.rows] == ["foxes", "From 1 to 2"]
    assert tree.rows[0].state.text() == "its pictures were discarded"
    assert first.toolTip() == "Picture 1 was discarded: bring it back"
    qtbot.mouseClick(first, LEFT)
    assert [tile.picture.number for tile in tree.rows[0].tiles] == [1]
    assert tree.picture.number == 1
    imagining.tree.bring_back()
    assert [tile.picture.number for tile in tree.rows[0].tiles] == [1, 2]


def test_arrows_do_not_blend_but_a_press_does(page, imagining, qtbot):
    foxes = grown(imagining, "foxes", 3)
    asked = []
    page.verbs.blend_asked.disconnect()
    page.verbs.blend_asked.connect(lambda *what: asked.append(what))
    qtbot.mouseClick(page.tree.tiles[0].button, LEFT)
    page.verbs.blend.click()
    page.verbs.steps.setValue(7)
    page.tree.tiles[0].button.setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert asked == []
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert asked == [(foxes.pictures[0], foxes.pictures[2], 7)]


def test_words_of_the_picture_before_do_not_stay(page, imagining, qtbot):
    grown(imagining, "foxes", 1)
    imagining.tree.add(
        Generation("The drawing", (), 0, 1, pictures=[imagining.tree.picture(np.zeros((9, 9, 3), np.uint8), {})])
    )
    qtbot.mouseClick(page.tree.tiles[0].button, LEFT)
    assert page.verbs.words.before.text() == "a red fox"
    qtbot.mouseClick(page.tree.tiles[1].button, LEFT)
    assert page.verbs.words.before.text() == ""


def test_the_bar_of_the_next_picture_stays_in_its_place(page, imagining, qtbot):
    awaited(imagining, "hens", 4)
    arrive(imagining, 0)
    (row,) = page.tree.rows
    imagining._take(GenerationProgress("run-x", 1, 4, "painting", 5, 10, 0.375))
    assert row._awaited[0]._share == pytest.approx(0.5)
    imagining.tree.discard(row.tiles[0].picture)
    imagining._take(GenerationProgress("run-x", 1, 4, "painting", 10, 10, 0.5))
    assert row._awaited[0]._share == pytest.approx(1.0)
    assert len(row._awaited) == 3
    assert page.stage.text().startswith("Picture 2 of 4 · painting, step 10 of 10")
    imagining._take(Ended("run-x"))
    assert not page.stop.isVisible()


def test_at_its_smallest_nothing_of_the_verbs_is_cut(page, imagining, qtbot):
    grown(imagining, "foxes", 1)
    qtbot.mouseClick(page.tree.tiles[0].button, LEFT)
    page.resize(1, 1)
    for ask in (page.verbs.sketch.setFocus, page.verbs.steer.click, page.verbs.blend.click, page.more.click):
        ask()
        qtbot.wait(1)
        for widget in page.findChildren(QWidget):
            if widget.isVisible() and isinstance(widget, QPushButton | QLabel) and not isinstance(widget, ElidedLabel):
                assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
                assert page.rect().contains(widget.mapTo(page, widget.rect().center())), widget.text()


def test_escape_stops_what_is_made_before_it_closes_the_page(page, imagining, window, qtbot):
    window.session.runner.queue = lambda request, soon=False: "run-x"
    stopped = []
    window.session.runner.stop = stopped.append
    imagining.words("a red fox", "as-typed", 2)
    arrive(imagining, 0)
    qtbot.mouseClick(page.tree.tiles[0].button, LEFT)
    qtbot.mouseClick(page.verbs.steer, LEFT)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert not page.verbs.words.isVisible()
    assert stopped == []
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert stopped == ["run-x"]
    assert page.isVisible()
    assert page.stage.text() == "Stopping"
    assert not page.stop.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    imagining._take(Ended("run-x"))


def test_while_the_page_is_away_the_window_shows_what_is_made(page, imagining, window, qtbot):
    hens = awaited(imagining, "hens", 2)
    hens.begun = True
    imagining.progressed.emit()
    assert window.imagine_sign.text() == "Imagining: Getting ready"
    page.close()
    assert hens.active
    imagining._take(GenerationProgress("run-x", 0, 2, "painting", 5, 10, 0.25))
    assert window.imagine_sign.isVisible()
    assert window.imagine_sign.text().startswith("Imagining: Picture 1 of 2")
    qtbot.mouseClick(window.imagine_sign, LEFT)
    assert page.isVisible()
    page.close()
    arrive(imagining, 0)
    imagining._take(Ended("run-x"))
    assert not window.imagine_sign.isVisible()
    assert window.message_line.message.text == "A picture of “hens” is ready."
    qtbot.mouseClick(window.message_line.verb, LEFT)
    assert page.isVisible()


def test_each_request_that_waits_has_a_stop_of_its_own(page, imagining, window, qtbot):
    runs = iter(["run-1", "run-2", "run-3"])
    window.session.runner.queue = lambda request, soon=False: next(runs)
    stopped = []
    window.session.runner.stop = stopped.append
    for words in ("a fox", "a hen", "an owl"):
        imagining.words(words, "as-typed", 1)
    rows = page.tree.rows
    assert [row.state.text() for row in rows] == ["waits for its turn", "waits for “a fox”", "waits for “a hen”"]
    qtbot.mouseClick(rows[1].stop, LEFT)
    assert stopped == ["run-2"]
    assert not rows[1].stop.isEnabled()
    qtbot.mouseClick(page.stop_all, LEFT)
    assert stopped[1:] == ["run-3", "run-2", "run-1"]
    for run in ("run-1", "run-2", "run-3"):
        imagining._take(Ended(run))
    assert page.empty.isVisible()


def test_seeds_are_new_each_time_unless_one_is_typed(page):
    fields = page.fields
    first, second = fields.take("pixels").seed, fields.take("pixels").seed
    assert first != second
    fields.seed.selectAll()
    QTest.keyClicks(fields.seed, "42")
    assert not fields.new_each_time.isChecked()
    assert [fields.take("pixels").seed, fields.take("pixels").seed] == [42, 42]
    fields.dice.click()
    assert fields.take("pixels").seed != 42


def test_the_fields_say_what_is_asked_for_and_go_back(page, qtbot):
    fields = page.fields
    page.medium.setCurrentIndex(page.medium.findData("pixels"))
    qtbot.mouseClick(page.more, LEFT)
    asked = fields.take("pixels")
    assert (asked.steps, asked.guidance, asked.model, asked.device) == (None, None, "", "auto")
    fields.steps.setValue(12)
    fields.guidance.setValue(3.5)
    fields.device.setCurrentIndex(1)
    page.count.setValue(9)
    asked = fields.take("pixels")
    assert (asked.steps, asked.guidance, asked.device) == (12, 3.5, "cpu")
    for field in (fields.steps, fields.guidance, fields.device, page.count):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    asked = fields.take("pixels")
    assert (asked.steps, asked.guidance, asked.device) == (None, None, "auto")
    assert page.count.value() == 4
    fields.guidance.setValue(0.7)
    fields.guidance.editingFinished.emit()
    assert fields.take("pixels").guidance == 1.0


@pytest.mark.parametrize(("seconds", "said"), [(7.4, "0:07"), (600, "10:00"), (3599, "59:59"), (12305, "3:25:05")])
def test_hours_are_told_apart_from_minutes(seconds, said):
    assert clock_text(seconds) == said
