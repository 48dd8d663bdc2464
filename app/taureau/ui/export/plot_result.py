"""What a plot takes: its time, by each pen too, pen-downs and lengths; and the bar that plays it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSlider, QStyle, QVBoxLayout, QWidget

from taureau.export.machines import PenFigures, duration_text
from taureau.session import Plotting, Preferences, way_text
from taureau.session.language import tr
from taureau.ui.export.playback import DEFAULT_SPEED, SPEEDS, Playback
from taureau.ui.export.setting_rows import drop_down
from taureau.ui.timeline.timeline import clock_text
from taureau.ui.widgets.elided_label import ElidedLabel
from taureau.ui.widgets.icons import set_icon
from taureau.ui.widgets.parts import label, push_button
from taureau.ui.widgets.theme import GRID

_PER_SECOND = 10  # steps of the scrub bar
_MOST_PENS = 6  # named one by one
_COLUMNS = 3


class ScrubBar(QSlider):
    """A slider over the time of a plot, with a mark at each change of the pen; a press goes where it is."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.marks: tuple[float, ...] = ()  # s
        self.setAccessibleName(tr("Time of the plot"))
        self.setToolTip(tr("The moment of the plot that is shown; marks are where the pen is changed"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_duration(self, seconds: float, marks: tuple[float, ...]) -> None:
        self.marks = marks
        self.setRange(0, max(1, round(seconds * _PER_SECOND)))
        self.setSingleStep(_PER_SECOND)
        self.setPageStep(max(_PER_SECOND, self.maximum() // 20))
        self.update()

    def set_seconds(self, seconds: float) -> None:
        with QSignalBlocker(self):
            self.setValue(round(seconds * _PER_SECOND))

    @property
    def seconds(self) -> float:
        return self.value() / _PER_SECOND

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            room = self.width() - 2 * GRID
            self.setValue(QStyle.sliderValueFromPosition(0, self.maximum(), round(event.position().x()) - GRID, room))
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 1.0))
        for mark in self.marks:
            x = GRID + round(mark * _PER_SECOND / self.maximum() * (self.width() - 2 * GRID))
            painter.drawLine(x, self.height() // 2 - GRID, x, self.height() // 2 + GRID)
        painter.end()


class PlotResult(QFrame):
    """Follows the plot of an export."""

    def __init__(self, preferences: Preferences, playback: Playback) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._preferences, self._playback = preferences, playback
        self._plotting: Plotting | None = None
        self._held = False  # it was played when the scrub bar was pressed
        self.play = push_button(tr("Watch"), icon="play", tooltip=tr("See the pen move as the machine will move it"))
        self.play.setAutoDefault(False)
        self.play.setFixedWidth(13 * GRID)
        self.scrub = ScrubBar()
        self.clock = label("", "muted")
        self.speed = drop_down(
            tr("Speed"),
            tr("How many times as fast as the machine; ×1 is its true speed"),
            [(speed, f"×{speed}") for speed in SPEEDS],
        )
        self.speed.setFixedWidth(12 * GRID)
        self.speed.setCurrentIndex(SPEEDS.index(DEFAULT_SPEED))
        self.time = label("", "stage")
        self.figures = ElidedLabel("", "muted")
        self.pens = PenTimes()
        watch = QHBoxLayout()
        watch.setSpacing(GRID)
        watch.addWidget(self.play)
        watch.addWidget(self.scrub, 1)
        watch.addWidget(self.clock)
        watch.addWidget(self.speed)
        words = QHBoxLayout()
        words.setSpacing(2 * GRID)
        words.addWidget(label(tr("RESULT"), "heading"))
        words.addWidget(self.time)
        words.addWidget(self.figures, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(words)
        column.addWidget(self.pens)
        column.addLayout(watch)
        self.play.clicked.connect(lambda: playback.pause() if playback.playing else playback.play())
        self.scrub.valueChanged.connect(lambda: playback.seek(self.scrub.seconds))
        self.scrub.sliderPressed.connect(self._hold)
        self.scrub.sliderReleased.connect(self._let_go)
        self.speed.currentIndexChanged.connect(lambda: playback.set_speed(self.speed.currentData()))
        playback.changed.connect(self._follow)

    def set_plotting(self, plotting: Plotting | None) -> None:
        """Show this plot, or nothing where nothing is plotted."""
        self.setVisible(plotting is not None)
        if plotting is not self._plotting:
            self._plotting = plotting
            seconds = 0.0 if plotting is None else plotting.seconds
            self.scrub.set_duration(seconds, () if plotting is None else plotting.motion.pen_changes)
            self._playback.rest(seconds)
        self.show_figures()

    def show_figures(self) -> None:
        """Show the numbers, in the unit that is preferred."""
        plotting = self._plotting
        if plotting is None:
            return
        unit = self._preferences.unit
        self.time.setText(tr("About {duration}", duration=duration_text(plotting.seconds)))
        self.time.setToolTip(
            tr("By the speeds of {machine}, without the time to change pens", machine=plotting.machine.name)
        )
        figures = (
            tr("%n pen-down(s)", "", plotting.pen_downs),
            tr("{way} drawn", way=way_text(plotting.drawn, unit)),
            tr("{way} lifted", way=way_text(plotting.travelled, unit)),
        )
        self.figures.setText("  ·  ".join(figures))
        self.pens.show_pens(plotting.pens)

    def _hold(self) -> None:
        self._held = self._playback.playing
        self._playback.pause()

    def _let_go(self) -> None:
        if self._held:
            self._held = False
            self._playback.play()

    def _follow(self) -> None:
        playback = self._playback
        self.play.setText(tr("Pause") if playback.playing else tr("Watch"))
        set_icon(self.play, "pause" if playback.playing else "play")
        self.scrub.set_seconds(playback.seconds)
        self.clock.setText(f"{clock_text(playback.seconds)} / {clock_text(playback.duration)}")


class PenTimes(QWidget):
    """The time of each pen, with its colour; many pens are summed up at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self.rows = [(Dot(), ElidedLabel(), label("", "muted")) for _ in range(_MOST_PENS)]
        for place, row in enumerate(self.rows):
            line, column = divmod(place, _COLUMNS)
            for offset, widget in enumerate(row):
                self._grid.addWidget(widget, line, 4 * column + offset)
        for column in range(_COLUMNS):
            self._grid.setColumnMinimumWidth(4 * column + 3, GRID // 2)
        self._grid.setColumnStretch(4 * _COLUMNS, 1)

    def show_pens(self, pens: tuple[PenFigures, ...]) -> None:
        self.setVisible(len(pens) > 1)
        named = pens if len(pens) <= _MOST_PENS else pens[: _MOST_PENS - 1]
        rest = pens[len(named) :]
        shown = [(pen.color, pen.name, pen.seconds) for pen in named]
        if rest:
            shown.append(("", tr("%n more pen(s)", "", len(rest)), sum(pen.seconds for pen in rest)))
        for place, row in enumerate(self.rows):
            for widget in row:
                widget.setVisible(place < len(shown))
            if place < len(shown):
                color, name, seconds = shown[place]
                row[0].set_color(color)
                row[1].setText(name)
                row[2].setText(duration_text(seconds))


class Dot(QWidget):
    """A dot in the colour of a pen."""

    def __init__(self) -> None:
        super().__init__()
        self._color = ""
        self.setFixedSize(QSize(12, 12))

    def set_color(self, color: str) -> None:
        self._color = color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._color:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1.0))
        painter.setBrush(QColor(self._color))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()
