"""The buttons that replay the drawing stroke by stroke, and choose how fast."""

from __future__ import annotations

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from taureau.session import Replay
from taureau.session.film.replay import SPEEDS
from taureau.session.language import tr
from taureau.ui.widgets.icons import set_icon
from taureau.ui.widgets.parts import tool_button
from taureau.ui.widgets.theme import GRID

_NAMES = {0.5: "½×", 1.0: "1×", 2.0: "2×", 4.0: "4×"}


class PlayButtons(QWidget):
    """Play or pause, and the speed."""

    def __init__(self, replay: Replay) -> None:
        super().__init__()
        self._replay = replay
        self.play = tool_button(icon="play", tooltip=tr("Play"))
        self.speed = tool_button(_NAMES[1.0], tooltip=tr("Speed: 1× is that of a hand"), spoken=tr("Speed"))
        self.speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        group = QActionGroup(self)
        self.speeds = {speed: menu.addAction(_NAMES[speed]) for speed in SPEEDS}
        for speed, action in self.speeds.items():
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, speed=speed: replay.set_speed(speed))
        self.speed.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self.play)
        row.addWidget(self.speed)
        self.play.clicked.connect(replay.toggle)
        replay.changed.connect(self._update)
        self._update()

    def _update(self) -> None:
        playing = self._replay.playing
        set_icon(self.play, "pause" if playing else "play")
        words = tr("Pause at the strokes shown") if playing else tr("Play: see the drawing drawn, stroke by stroke")
        self.play.setToolTip(words)
        self.play.setAccessibleName(tr("Pause") if playing else tr("Play"))
        self.speed.setText(_NAMES[self._replay.speed])
        self.speeds[self._replay.speed].setChecked(True)
