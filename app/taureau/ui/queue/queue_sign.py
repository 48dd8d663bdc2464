"""The queue in the status bar, while there is something to draw in it."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from taureau.session.language import tr
from taureau.session.queue.job_queue import JobQueue


class QueueSign(QToolButton):
    """Visible while jobs wait or are drawn; a click opens their page."""

    def __init__(self, queue: JobQueue) -> None:
        super().__init__()
        self._queue = queue
        self.setToolTip(tr("Show the queue"))
        queue.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        left = sum(not record.over for record in self._queue.records)
        text = tr("Queue paused: %n left", "", left) if self._queue.paused else tr("Queue: %n left", "", left)
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(left > 0)
