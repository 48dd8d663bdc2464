"""The list of the queue, with what can be done with its rows by keyboard, button and menu."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu

from taureau.session.gallery.thumbnails import Thumbnails
from taureau.session.language import tr
from taureau.session.queue.job_queue import JobQueue
from taureau.session.queue.pictures import JobPictures
from taureau.store.jobs import JobRecord
from taureau.ui.queue.job_delegate import SIDE, JobDelegate
from taureau.ui.queue.job_model import RECORD, JobModel
from taureau.ui.widgets.icons import set_icon
from taureau.ui.widgets.theme import Theme


class JobList(QListView):
    """Shows some rows at a time, however many there are; `actions` are those for the selected rows."""

    opened = Signal(object)  # Path of a result

    def __init__(self, queue: JobQueue) -> None:
        super().__init__()
        self._queue = queue
        self._pictures = JobPictures()
        self.thumbnails = Thumbnails(self._pictures.picture, self)
        self.model_ = JobModel(queue, self)
        self._delegate = JobDelegate(self.thumbnails, self)
        self._show_pictures()
        queue.changed.connect(self._show_pictures)
        self.thumbnails.arrived.connect(self.viewport().update)
        self.setModel(self.model_)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAccessibleName(tr("Jobs of the queue"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.activated.connect(self._open)
        self.open = self._action(tr("&Open"), "Return", "image", tr("Open the drawing in the window (Enter)"))
        self.show_file = self._action(tr("Show in its &folder"), None, "folder-open", tr("Open its folder"))
        self.retry = self._action(tr("&Retry"), "R", "rotate-cw", tr("Let it wait for its turn again (R)"))
        self.cancel = self._action(tr("&Cancel"), "C", "x", tr("Do not draw it; the row stays (C)"))
        self.remove = self._action(tr("Re&move"), "Delete", "trash-2", tr("Take it off the list; results stay (Del)"))
        self.up = self._action(tr("Draw &earlier"), "Alt+Up", "arrow-up", tr("One place up (Alt+↑)"))
        self.down = self._action(tr("Draw &later"), "Alt+Down", "arrow-down", tr("One place down (Alt+↓)"))
        self.open.triggered.connect(lambda: self._open(self.selectedIndexes()[0]))
        self.show_file.triggered.connect(self._show_file)
        self.retry.triggered.connect(lambda: queue.retry(self._ids()))
        self.cancel.triggered.connect(lambda: queue.cancel(self._ids()))
        self.remove.triggered.connect(self._remove)
        self.up.triggered.connect(lambda: self._move(-1))
        self.down.triggered.connect(lambda: self._move(1))
        self.selectionModel().selectionChanged.connect(self._update_actions)
        queue.changed.connect(self._update_actions)
        self._update_actions()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def close_pictures(self) -> None:
        """End the thread that makes the pictures."""
        self.thumbnails.close()

    def selected(self) -> list[JobRecord]:
        """Return the selected rows, in the order of drawing."""
        return [index.data(RECORD) for index in sorted(self.selectedIndexes(), key=lambda one: one.row())]

    def _action(self, text: str, keys: str | None, icon: str, tooltip: str) -> QAction:
        action = QAction(text, self)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(tooltip)
        set_icon(action, icon)
        self.addAction(action)
        return action

    def _ids(self) -> list[int]:
        return [record.id for record in self.selected()]

    def _show_pictures(self) -> None:
        self.thumbnails.set_side(round(SIDE * self.devicePixelRatioF()))
        self._pictures.set_records(list(self._queue.records))

    def _update_actions(self) -> None:
        selected = self.selected()
        states = {record.state for record in selected}
        self.open.setEnabled(states == {"done"} and len(selected) == 1)
        self.show_file.setEnabled(self.open.isEnabled())
        self.retry.setEnabled(bool(states & {"failed", "cancelled"}))
        self.cancel.setEnabled(bool(states & {"waiting", "running"}))
        self.remove.setEnabled(bool(states))
        for action in (self.up, self.down):
            action.setEnabled(bool(states))

    def _open(self, index: QModelIndex) -> None:
        record: JobRecord | None = index.data(RECORD)
        if record is not None and record.state == "done" and record.output is not None:
            self.opened.emit(record.output)

    def _show_file(self) -> None:
        for record in self.selected():
            if record.output is not None:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(record.output.parent)))

    def _remove(self) -> None:
        """Take rows off the list; those that are not over are cancelled first."""
        ids = self._ids()
        self._queue.cancel(ids)
        self._queue.remove(ids)

    def _move(self, by: int) -> None:
        rows = sorted(index.row() for index in self.selectedIndexes())
        if rows:
            place = rows[0] - 1 if by < 0 else rows[-1] + 2
            self.model_.move(self._ids(), max(0, min(place, len(self.model_.records))))

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions([self.open, self.show_file])
        menu.addSeparator()
        menu.addActions([self.retry, self.cancel, self.remove])
        menu.addSeparator()
        menu.addActions([self.up, self.down])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))
