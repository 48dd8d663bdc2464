"""The left panel: it asks what to draw and how, and holds the one primary button."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.session import Choices, Models, Phase, Session, counted
from app.ui.draw_panel import DrawPanel
from app.ui.parts import label, push_button
from app.ui.source_panel import SourcePanel
from app.ui.tasks import Tasks
from app.ui.theme import GRID, Theme


class AskPanel(QFrame):
    """Source and Draw, scrolling when the window is low; the button below them always in sight."""

    draw_asked = Signal()

    def __init__(self, session: Session, models: Models, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._session = session
        self.source = SourcePanel()
        self.draw = DrawPanel(models, tasks)
        self.button = push_button("", "primary")
        self.button.clicked.connect(self.draw_asked)
        self._missing = label("", "muted", centred=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(3 * GRID)
        column.addWidget(self.source)
        column.addWidget(self.draw)
        column.addStretch(1)
        self._scroll = scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inside)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(inside.minimumSizeHint().width())
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        foot.setSpacing(GRID // 2)
        foot.addWidget(self._missing)
        foot.addWidget(self.button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)
        self.draw.changed.connect(self._say_what_it_does)
        self.draw.fold.toggled.connect(lambda: QTimer.singleShot(0, self, self._show_unfolded))
        self.draw.need.changed.connect(self._say_what_it_does)
        self.draw.encoder.changed.connect(lambda: QTimer.singleShot(0, self, self._show_need))
        session.photo_changed.connect(self._show_photo)
        session.run_changed.connect(self._say_what_it_does)
        self._say_what_it_does()

    @property
    def choices(self) -> Choices:
        return self.draw.choices(self.source.subject.value)

    @property
    def ready(self) -> bool:
        return not self._what_is_missing() and not self._session.run.active

    def set_theme(self, theme: Theme) -> None:
        self.source.set_theme(theme)

    def _show_photo(self) -> None:
        photo = self._session.photo
        if photo is None:
            self.source.set_photo(None, "", "")
        else:
            self.source.set_photo(self._session.photo_image, photo.name, f"{photo.width} × {photo.height} px")
        self._say_what_it_does()

    def _show_unfolded(self) -> None:
        """In a low window, bring what was unfolded into sight."""
        self._scroll.ensureWidgetVisible(self.draw.seed if self.draw.seed.isVisible() else self.draw.fold)

    def _show_need(self) -> None:
        """Bring into sight what the chosen encoder needs."""
        if self.draw.need.isVisible():
            self._scroll.ensureWidgetVisible(self.draw.need)

    def _say_what_it_does(self) -> None:
        active = self._session.run.phase is not Phase.IDLE
        missing = self._what_is_missing()
        self.button.setText("Drawing" if active else f"Draw {counted(self.choices.strokes)}")
        self.button.setToolTip(missing or "Draw the photo (Ctrl+Enter)")
        self.button.setAccessibleDescription(missing)
        self.button.setEnabled(self.ready)
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))

    def _what_is_missing(self) -> str:
        if self._session.photo is None:
            return "Open a photo first"
        return self.draw.need.missing
