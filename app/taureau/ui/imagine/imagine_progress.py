"""The progress of generating images: in words, and as a button in the status bar."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QToolButton

from taureau.session import Imagining
from taureau.session.language import tr
from taureau.ui.timeline.timeline import clock_text


def progress_words(imagining: Imagining, *, short: bool = False) -> str:
    """Return picture, stage, step and remaining time; `short`: without stage and step; empty if nothing is made."""
    current = imagining.current
    if current is None:
        return ""
    waits = imagining.waits_for(current)
    if waits:
        return f"“{current.title}” {waits}{_more(imagining)}"
    parts = []
    progress = current.progress
    if progress is not None and current.expected > 1:
        parts.append(
            tr("Picture {min} of {expected}", min=min(progress.index + 1, current.expected), expected=current.expected)
        )
    if current.stopping:
        parts.append("stopping")
    elif not short or progress is None:
        stage = current.stage or tr("getting ready")
        with_step = progress is not None and progress.stage == stage
        parts.append(
            tr("{stage}, step {step} of {total}", stage=stage, step=progress.step, total=progress.total)
            if progress and with_step
            else stage
        )
    left = current.remaining
    if left is not None and not current.stopping:
        parts.append(tr("{clock_text} left", clock_text=clock_text(left)))
    text = " · ".join(parts)
    return text[:1].upper() + text[1:] + _more(imagining)


def _more(imagining: Imagining) -> str:
    """Return the number of waiting requests as a phrase."""
    waiting = imagining.waiting
    return " · " + tr("%n more request(s)", "", waiting) if waiting else ""


class ImagineSign(QToolButton):
    """Visible while images are generated; a click opens their page."""

    def __init__(self, imagining: Imagining) -> None:
        super().__init__()
        self._imagining = imagining
        self.setToolTip(tr("Show the pictures that are being imagined"))
        self._ticking = QTimer(self, interval=1000)
        self._ticking.timeout.connect(self._show)
        imagining.tree.changed.connect(self._show)
        imagining.progressed.connect(self._show)
        self._show()

    def _show(self) -> None:
        words = progress_words(self._imagining, short=True)
        self.setText(tr("Imagining: {words}", words=words))
        self.setVisible(bool(words))
        if bool(words) != self._ticking.isActive():
            (self._ticking.start if words else self._ticking.stop)()
