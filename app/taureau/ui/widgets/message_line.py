"""The message bar above the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from taureau.session import Message, Offer
from taureau.session.language import tr
from taureau.ui.widgets.icons import SIZE, pixmap
from taureau.ui.widgets.parts import breakable, label, push_button, tool_button
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

NOTICE_TIME = 8000  # ms that a notice is shown; an error stays until it is closed or replaced


class MessageLine(QFrame):
    """Hidden without a message."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageLine")
        self._theme = LIGHT
        self._message: Message | None = None
        self._mark = QLabel()
        self._text = label("", "messageText")
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self.verb = push_button("", "quiet")
        self.verb.setAccessibleName(tr("What the message offers"))
        self.verb.clicked.connect(self._run_action)
        close = tool_button(icon="x", tooltip=tr("Close this message"))
        close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self._offers = QHBoxLayout()
        self._offers.setSpacing(GRID)
        row.addLayout(self._offers)
        row.addWidget(self.verb)
        row.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=NOTICE_TIME)
        self._timer.timeout.connect(self.clear)
        self.hide()

    @property
    def message(self) -> Message | None:
        return self._message

    def show_message(self, message: Message) -> None:
        self._message = message
        self.setAccessibleName(f"{message.text} {message.advice}".strip())
        self.verb.setText(message.verb)
        self.verb.setAccessibleName(message.verb or tr("What the message offers"))
        self.verb.setVisible(bool(message.verb))
        self._show_offers(message.offers)
        self.setProperty("kind", message.kind)
        self._update()
        self.show()
        if message.kind == "notice":
            self._timer.start()
        else:
            self._timer.stop()

    @property
    def offers(self) -> list[QPushButton]:
        """The further buttons of the message."""
        return self._buttons

    def _show_offers(self, offers: Sequence[Offer]) -> None:
        for button in self._buttons:
            self._offers.removeWidget(button)
            button.deleteLater()
        self._buttons = [push_button(offer.text) for offer in offers]
        for button, offer in zip(self._buttons, offers, strict=True):
            button.clicked.connect(partial(self._take, offer))
            self._offers.addWidget(button)

    def _take(self, offer: Offer) -> None:
        """Do what a further button says."""
        self.clear()
        offer.do()

    def _run_action(self) -> None:
        """Do what the message offers, once."""
        message = self._message
        self.clear()
        if message is not None and message.do is not None:
            message.do()

    def clear(self) -> None:
        self._message = None
        self._timer.stop()
        self.hide()

    def clear_error(self) -> None:
        """Hide an error, after another document was opened or the failed command succeeded."""
        if self._message is not None and self._message.kind == "error":
            self.clear()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._update()

    def _update(self) -> None:
        """Show icon and message; text and advice are one label, which wraps as a whole."""
        message, theme = self._message, self._theme
        error = message is not None and message.kind == "error"
        name, color = ("triangle-alert", theme.error) if error else ("info", theme.muted)
        self._mark.setPixmap(pixmap(name, color, SIZE, self.devicePixelRatioF()))
        if message is not None:
            text, advice = (escape(breakable(part)) for part in (message.text, message.advice))
            style = f"color: {theme.error}; font-weight: 600" if error else f"color: {theme.text}"
            self._text.setText(
                f'<span style="{style}">{text}</span> <span style="color: {theme.muted}">{advice}</span>'
            )
