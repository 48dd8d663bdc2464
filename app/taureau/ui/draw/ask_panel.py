"""The left panel: what to draw, how to draw it, and the primary button."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from taureau.session import Choices, LiveChoices, MaskPainting, Models, Preferences, Session, Subject
from taureau.session.choices import PROMPT_SHEET, Mask
from taureau.session.language import tr
from taureau.ui.draw.draw_panel import DrawPanel
from taureau.ui.draw.source_panel import SourcePanel
from taureau.ui.tools.mask_brush import Brush
from taureau.ui.widgets.parts import label, push_button
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID, Theme

_SIDE = GRID  # px left and right of the controls


class AskPanel(QFrame):
    """The source and draw panels, which scroll in a low window; the button below them is always visible."""

    draw_asked = Signal()
    start_over_asked = Signal()
    photo_alone_asked = Signal()
    photo_asked = Signal()

    def __init__(
        self,
        session: Session,
        models: Models,
        subject: Subject,
        painting: MaskPainting,
        brush: Brush,
        tasks: Tasks,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._session, self._painting = session, painting
        self._live = LiveChoices(session)
        self.source = SourcePanel(session, models, subject, painting, brush, tasks)
        self.draw = DrawPanel(models, tasks, preferences)
        self.button = push_button("", "primary")
        self.button.clicked.connect(self.draw_asked)
        self.start_over = push_button(
            tr("Start over"), "quiet", tooltip=tr("Begin with an empty sheet; undo brings this drawing back")
        )
        self.start_over.clicked.connect(self.start_over_asked)
        self.photo_alone = push_button(
            tr("Draw the photo alone"),
            "quiet",
            tooltip=tr("Leave the words where they are, and draw the photo without them"),
        )
        self.photo_alone.clicked.connect(self.photo_alone_asked)
        self.beneath = push_button(tr("Open its photo…"), tooltip=tr("Open the photo that this drawing was made from"))
        self.beneath.clicked.connect(self.photo_asked)
        self._missing = label("", "muted", centred=True)
        self._missing.setWordWrap(True)
        self._inside = inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, 2 * GRID, _SIDE, GRID)
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
        foot.setContentsMargins(_SIDE, GRID, _SIDE, 2 * GRID)
        foot.setSpacing(GRID // 2)
        foot.addWidget(self._missing)
        foot.addWidget(self.beneath)
        foot.addWidget(self.button)
        foot.addWidget(self.photo_alone)
        foot.addWidget(self.start_over)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)
        self.draw.changed.connect(self._update_command)
        self.draw.fold.toggled.connect(lambda: QTimer.singleShot(0, self, self._show_unfolded))
        self.draw.need.changed.connect(self._update_command)
        self.draw.encoder.changed.connect(lambda: QTimer.singleShot(0, self, self._show_need))
        self.source.words.reader_asked.connect(lambda: self.draw.preset.choose("fine"))
        self.draw.preset.value_changed.connect(self._show_source)
        self.source.subject.value_changed.connect(self._update_command)
        self.source.finder.changed.connect(self._update_command)
        painting.changed.connect(self._update_command)
        session.source.photo_changed.connect(self._show_source)
        session.source.words_changed.connect(self._show_source)
        session.draw.changed.connect(self._show_command)
        self._show_source()
        self._show_command()

    @property
    def choices(self) -> Choices:
        return replace(
            self.draw.choices(),
            mask=cast(Mask, self.source.subject.value),
            mask_model=self.source.finder.value,
            painted=self._painting.mask,
            pull=self.source.words.pull.value / 100,
        )

    def set_theme(self, theme: Theme) -> None:
        self.source.set_theme(theme)

    def _show_source(self) -> None:
        """Show the controls for a photo, for words, or for both."""
        session = self._session
        self.draw.set_source(session.source.words, alone=session.source.photo is None and session.source.available)
        self.source.words.set_deaf("" if self.draw.reads else self.draw.preset.word)
        self._update_command()

    def _show_unfolded(self) -> None:
        """Scroll to what was unfolded."""
        self._scroll.ensureWidgetVisible(self.draw.seed if self.draw.seed.isVisible() else self.draw.fold)

    def _show_need(self) -> None:
        """Scroll to what the chosen encoder needs."""
        if self.draw.need.isVisible():
            self._scroll.ensureWidgetVisible(self.draw.need)

    def _update_command(self) -> None:
        self._live.follow(self.choices)
        sheet = self._session.sheet.shown or self._session.source.photo
        self.draw.set_sheet(*(PROMPT_SHEET, PROMPT_SHEET) if sheet is None else (sheet.width, sheet.height))
        self._session.draw.set_choices(
            self.choices,
            mask_ready=self._painting.ready,
            mask_pending=self._painting.finding,
            model_missing=self.draw.need.missing or self.source.missing,
        )
        self._fit_width()

    def _show_command(self) -> None:
        command = self._session.draw.command
        self.button.setText(command.text)
        self.button.setToolTip(command.missing or tr("{explanation} (Ctrl+Enter)", explanation=command.explanation))
        self.button.setAccessibleDescription(command.missing)
        if not command.enabled and any(
            button.hasFocus() for button in (self.button, self.photo_alone, self.start_over)
        ):
            self.window().setFocus()  # else the next control would get the focus ring
        self.button.setEnabled(command.enabled)
        self.start_over.setVisible(command.continuable)
        self.photo_alone.setVisible(command.without_words)
        self.beneath.setVisible(command.needs_photo)
        self._missing.setText(command.missing)
        self._missing.setVisible(bool(command.missing))
        self._fit_width()

    def _fit_width(self) -> None:
        """Make the panel wide enough for its controls beside the scroll bar."""
        layout = self._inside.layout()
        if layout is not None:
            bar = self._scroll.verticalScrollBar().sizeHint().width()
            self._scroll.setMinimumWidth(layout.minimumSize().width() + bar)
