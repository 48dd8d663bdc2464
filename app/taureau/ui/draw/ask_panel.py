"""The left panel: it asks what to draw and how, and holds the one primary button."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from taureau.session import Choices, MaskPainting, Models, Session, counted
from taureau.session.choices import Mask
from taureau.ui.draw.draw_panel import DrawPanel
from taureau.ui.draw.source_panel import SourcePanel
from taureau.ui.tools.mask_brush import Brush
from taureau.ui.widgets.parts import label, push_button
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID, Theme

_NOTHING = "Open a photo first, or type what to draw"
_NOTHING_PAINTED = "Paint over what is to be drawn first"
_FINDING = "The subject is being found"
_NO_PHOTO_BENEATH = "To draw on, its photo is needed"


class AskPanel(QFrame):
    """Source and Draw, scrolling when the window is low; the button below them always in sight."""

    draw_asked = Signal()
    anew_asked = Signal()
    photo_asked = Signal()
    told = Signal()  # what the button does, or what is missing, was said anew

    def __init__(self, session: Session, models: Models, painting: MaskPainting, brush: Brush, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._session, self._painting = session, painting
        self.source = SourcePanel(session, painting, brush, tasks)
        self.draw = DrawPanel(models, tasks)
        self.button = push_button("", "primary")
        self.button.clicked.connect(self.draw_asked)
        self.anew = push_button(
            "Draw anew", "quiet", tooltip="Begin with an empty sheet; undo brings this drawing back"
        )
        self.anew.clicked.connect(self.anew_asked)
        self.beneath = push_button("Lay its photo beneath…", tooltip="Open the photo that this drawing was made from")
        self.beneath.clicked.connect(self.photo_asked)
        self._missing = label("", "muted", centred=True)
        self._missing.setWordWrap(True)
        self._inside = inside = QWidget()
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
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        foot.setSpacing(GRID // 2)
        foot.addWidget(self._missing)
        foot.addWidget(self.beneath)
        foot.addWidget(self.button)
        foot.addWidget(self.anew)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)
        self.draw.changed.connect(self._say_what_it_does)
        self.draw.fold.toggled.connect(lambda: QTimer.singleShot(0, self, self._show_unfolded))
        self.draw.need.changed.connect(self._say_what_it_does)
        self.draw.encoder.changed.connect(lambda: QTimer.singleShot(0, self, self._show_need))
        self.source.words.reader_asked.connect(lambda: self.draw.preset.choose("fine"))
        self.draw.preset.value_changed.connect(self._show_source)
        self.source.subject.value_changed.connect(self._say_what_it_does)
        painting.changed.connect(self._say_what_it_does)
        session.source.photo_changed.connect(self._show_source)
        session.source.words_changed.connect(self._show_source)
        session.run.changed.connect(self._say_what_it_does)
        session.sheet.changed.connect(self._say_what_it_does)
        self._show_source()

    @property
    def choices(self) -> Choices:
        return replace(
            self.draw.choices(),
            mask=cast(Mask, self.source.subject.value),
            painted=self._painting.mask,
            pull=self.source.words.pull.value / 100,
        )

    @property
    def ready(self) -> bool:
        return not self.missing and (not self._session.run.active or self._session.run.edited)

    @property
    def continues(self) -> bool:
        """Whether drawing goes on with the drawing that is there, rather than anew."""
        return self._session.run.can_continue and self.draw.grows

    def set_theme(self, theme: Theme) -> None:
        self.source.set_theme(theme)

    def _show_source(self) -> None:
        """Ask what there is to ask of a photo, of words, or of both."""
        session = self._session
        self.draw.set_source(session.source.words, alone=session.source.photo is None and session.source.available)
        self.source.words.set_deaf("" if self.draw.reads else self.draw.preset.word)
        self._say_what_it_does()

    def _show_unfolded(self) -> None:
        """In a low window, bring what was unfolded into sight."""
        self._scroll.ensureWidgetVisible(self.draw.seed if self.draw.seed.isVisible() else self.draw.fold)

    def _show_need(self) -> None:
        """Bring into sight what the chosen encoder needs."""
        if self.draw.need.isVisible():
            self._scroll.ensureWidgetVisible(self.draw.need)

    def _say_what_it_does(self) -> None:
        session, missing = self._session, self.missing
        text, tooltip = self._verb()
        self.button.setText(text)
        self.button.setToolTip(missing or f"{tooltip} (Ctrl+Enter)")
        self.button.setAccessibleDescription(missing)
        if not self.ready and (self.button.hasFocus() or self.anew.hasFocus()):
            self.window().setFocus()  # else whatever comes next would stand there with a focus ring
        self.button.setEnabled(self.ready)
        self.anew.setVisible(self.continues and not session.run.active)
        self.beneath.setVisible(session.sheet.drawing is not None and not session.source.available)
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        self._widen()
        self.told.emit()

    def _widen(self) -> None:
        """What is asked now must fit beside the scroll bar."""
        layout = self._inside.layout()
        if layout is not None:
            bar = self._scroll.verticalScrollBar().sizeHint().width()
            self._scroll.setMinimumWidth(layout.minimumSize().width() + bar)

    @property
    def missing(self) -> str:
        """What has to come before one can draw, in a few words; empty where nothing has to."""
        session = self._session
        if not session.source.available:
            return _NOTHING if session.sheet.drawing is None else _NO_PHOTO_BENEATH
        if session.source.words.strip() and not self.draw.reads:
            return f"{self.draw.preset.word} does not read words"
        if session.source.photo is not None and self.source.subject.value == "brush" and not self._painting.ready:
            return _FINDING if self._painting.finding else _NOTHING_PAINTED
        return self.draw.need.missing

    def _verb(self) -> tuple[str, str]:
        """What the primary button says, and what it does to the drawing."""
        session, strokes = self._session, self.choices.strokes
        if session.run.edited:
            return "Think again", "Draw on from what you left, without the strokes that you took out"
        if session.run.active:
            return "Drawing", "Draw the photo"
        if session.source.photo is None and session.source.available:
            again = "" if session.sheet.drawing is None else "; undo brings this drawing back"
            return "Draw the words", f"Draw {counted(strokes or 0)} toward what the words say{again}"
        if self.continues or (session.source.photo is None and session.sheet.drawing is not None):
            text = "Continue" if strokes is None else f"Draw {counted(strokes, 'more ')}"
            return text, "Draw more strokes into the drawing; frozen ones stay as they are"
        return "Draw" if strokes is None else f"Draw {counted(strokes)}", "Draw the photo"
