"""Strokes to the clipboard and back, by the keys of the platform."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from taureau.document import svg_to_drawing

from tests.ui.timeline.test_sequence import grown  # noqa: F401 - a fixture

CTRL = Qt.KeyboardModifier.ControlModifier
FOREIGN = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M5 5L30 30" stroke="#a00"/></svg>'


def press(window, key: Qt.Key) -> None:
    QTest.keyClick(window, key, CTRL)


def test_copy_and_paste_lay_a_second_beside_the_first(grown):  # noqa: F811
    count = grown.session.sheet.drawing.stroke_count
    grown.session.selection.select([2])
    press(grown, Qt.Key.Key_C)
    (held,) = svg_to_drawing(QGuiApplication.clipboard().text()).strokes
    wanted = list(grown.session.sheet.drawing.strokes)[2].curve.points
    assert abs(held.curve.points - wanted).max() < 1e-3
    press(grown, Qt.Key.Key_V)
    assert grown.session.sheet.drawing.stroke_count == count + 1
    assert grown.session.selection.marked.selected == {count}
    assert grown.session.sheet.undo_stack.undoText() == "paste 1 stroke"


def test_cut_is_one_step_and_paste_brings_it_back(grown):  # noqa: F811
    before = grown.session.sheet.drawing
    grown.session.selection.select([0, 1])
    press(grown, Qt.Key.Key_X)
    assert grown.session.sheet.drawing.stroke_count == before.stroke_count - 2
    press(grown, Qt.Key.Key_V)
    assert grown.session.sheet.drawing.stroke_count == before.stroke_count
    press(grown, Qt.Key.Key_Z)
    press(grown, Qt.Key.Key_Z)
    assert grown.session.sheet.drawing == before


def test_a_drawing_from_another_program_is_pasted_and_not_opened(grown):  # noqa: F811
    data = QMimeData()
    data.setData("image/svg+xml", FOREIGN.encode())
    QGuiApplication.clipboard().setMimeData(data)
    before = grown.session.sheet.drawing
    press(grown, Qt.Key.Key_V)
    assert grown.session.sheet.drawing.stroke_count == before.stroke_count + 1
    assert (grown.session.sheet.drawing.width, grown.session.sheet.drawing.height) == (before.width, before.height)


def test_nothing_selected_is_nothing_to_cut_or_copy(grown):  # noqa: F811
    grown.session.selection.clear()
    assert not grown.verbs.cut.isEnabled()
    assert not grown.verbs.copy.isEnabled()
