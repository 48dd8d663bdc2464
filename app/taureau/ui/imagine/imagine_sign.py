"""In the status bar: that pictures are being made, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QToolButton

from taureau.session import Imagining
from taureau.ui.imagine.imagining_words import progress_words


class ImagineSign(QToolButton):
    """In sight as long as something is imagined; a click leads to its page."""

    def __init__(self, imagining: Imagining) -> None:
        super().__init__()
        self._imagining = imagining
        self.setToolTip("Show the pictures that are being imagined")
        self._ticking = QTimer(self, interval=1000)
        self._ticking.timeout.connect(self._show)
        imagining.changed.connect(self._show)
        imagining.progressed.connect(self._show)
        self._show()

    def _show(self) -> None:
        words = progress_words(self._imagining, short=True)
        self.setText(f"Imagining: {words[:1].lower()}{words[1:]}")
        self.setVisible(bool(words))
        if bool(words) != self._ticking.isActive():
            (self._ticking.start if words else self._ticking.stop)()
