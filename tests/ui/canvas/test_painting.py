"""What is seen is what is saved: strokes on the canvas, new ones drawn in along their length."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from taureau.document import Drawing, Layer, Stroke
from taureau.geometry import Curve
from taureau.session.files.opening import Opened
from taureau.ui.canvas.ink import DRAW_IN, Ink
from taureau.ui.canvas.stroke_painting import painter_path
from taureau.ui.widgets.theme import LIGHT

from tests.ui.sheets import place


class Clock:
    now = 50.0

    def __call__(self) -> float:
        return self.now


def line(y: float, color: str = "#141414") -> Stroke:
    return Stroke(Curve.line((10, y), (90, y)), 4.0, color)


def sheet(*strokes: Stroke, visible: bool = True) -> Drawing:
    return Drawing(100, 60, (Layer("Drawing", strokes, visible),))


def painted(ink: Ink) -> QImage:
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink.paint(painter)
    painter.end()
    return image


def test_a_curve_becomes_the_same_path(qapp):
    path = painter_path(Curve([(0, 0), (1, 2), (3, 4), (5, 6), (7, 8), (9, 10), (11, 12)]))
    points = [(path.elementAt(i).x, path.elementAt(i).y) for i in range(path.elementCount())]
    assert points == [(0, 0), (1, 2), (3, 4), (5, 6), (7, 8), (9, 10), (11, 12)]


def test_strokes_are_painted_where_they_are_in_their_colour_and_order(qapp):
    ink = Ink()
    ink.set_drawing(sheet(line(20), line(40, "#b0432a"), line(40, "#0000ff")), draw_in=False)
    image = painted(ink)
    assert image.pixelColor(50, 20) == QColor("#141414")
    assert image.pixelColor(50, 40) == QColor("#0000ff")
    assert image.pixelColor(50, 30) == QColor("white")


def test_hidden_layers_stay_hidden(qapp):
    ink = Ink()
    ink.set_drawing(sheet(line(20), visible=False), draw_in=False)
    assert painted(ink).pixelColor(50, 20) == QColor("white")


def test_a_new_stroke_is_drawn_in_along_its_length(qapp):
    clock = Clock()
    ink = Ink(clock)
    ink.set_drawing(sheet(line(20)), draw_in=True)
    assert ink.animating
    clock.now += DRAW_IN / 2
    half = painted(ink)
    assert half.pixelColor(20, 20) == QColor("#141414")
    assert half.pixelColor(80, 20) == QColor("white")
    clock.now += DRAW_IN
    assert not ink.animating
    assert painted(ink).pixelColor(80, 20) == QColor("#141414")


def test_strokes_known_before_move_without_being_drawn_anew(qapp):
    clock = Clock()
    ink = Ink(clock)
    ink.set_drawing(sheet(line(20)), draw_in=True)
    clock.now += 10
    ink.set_drawing(sheet(line(30), line(50)), draw_in=True)
    image = painted(ink)
    assert image.pixelColor(80, 30) == QColor("#141414")
    assert image.pixelColor(80, 50) == QColor("white")


def test_without_motion_everything_is_there_at_once(window):
    window.verbs.motion.setChecked(False)
    window.session.file.begin(Opened(drawing=sheet(line(20))))
    at = window.canvas.view.to_canvas(QPointF(80, 20)).toPoint()
    picture = window.canvas.grab().toImage()
    assert picture.pixelColor(at * picture.devicePixelRatio()) == QColor("#141414")


def test_what_lies_beside_the_sheet_is_seen_there_and_only_faintly(rows, qtbot):
    beside = Stroke(Curve.line((-30, 40), (60, 40)), 4.0, "#0000ff")
    rows.session.sheet.set_drawing(Drawing(120, 80, (Layer("a", (beside,)),)))
    rows.canvas.viewport.zoom(0.5)
    rows.canvas.draw_in = False
    qtbot.wait(300)
    seen = rows.canvas.grab().toImage()
    assert seen.pixelColor(place(rows, 30, 40)) == QColor("#0000ff")
    assert seen.pixelColor(place(rows, -15, 40)) == QColor(LIGHT.faint)
    assert seen.pixelColor(place(rows, -15, 60)) == QColor(LIGHT.desk)
    rows.session.selection.select([0])
    rows.editing.delete()
    assert rows.canvas.grab().toImage().pixelColor(place(rows, -15, 40)) == QColor(LIGHT.desk)
