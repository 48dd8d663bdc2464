"""What can be done with the selected entries: each an action with its shortcut, in the context menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from taureau.session import Message
from taureau.session.gallery.gallery import Gallery
from taureau.session.gallery.reopening import choices_in, job_in
from taureau.session.language import tr
from taureau.store.entry import Entry
from taureau.ui.gallery.entry_grid import EntryGrid
from taureau.ui.widgets.icons import set_icon


class GalleryVerbs(QObject):
    """`update` enables what is possible with the tiles that are selected now."""

    open_asked = Signal(object)  # Entry
    settings_asked = Signal(object)  # Choices
    jobs_asked = Signal(object)  # list of Job, for the queue
    rename_asked = Signal()
    compare_asked = Signal()
    notified = Signal(object)  # Message

    def __init__(self, page: QWidget, gallery: Gallery, grid: EntryGrid) -> None:
        super().__init__(page)
        self._page, self._gallery, self._grid = page, gallery, grid
        self.open = self._action(tr("&Open"), "", self._open, "folder-open")  # Enter, of the grid
        self.use = self._action(tr("Use its &settings"), "Ctrl+Return", self._use_settings, "settings-2")
        self.queue = self._action(tr("Send to the &queue again"), "Ctrl+U", self._send_to_queue, "corner-down-right")
        self.favourite = self._action(tr("&Favourite"), "Ctrl+B", self._toggle_favourite, "star")
        self.favourite.setCheckable(True)
        self.rename = self._action(tr("&Rename"), "F2", self.rename_asked.emit)
        self.compare = self._action(tr("&Compare"), "Ctrl+D", self.compare_asked.emit, "square-split-horizontal")
        self.compare.setToolTip(tr("Two selected drawings, with a line between them to drag"))
        self.remove = self._action(tr("&Delete"), QKeySequence.StandardKey.Delete, self._remove, "trash-2")
        self.bring_back = self._action(tr("&Bring back"), QKeySequence.StandardKey.Undo, gallery.bring_back, "undo-2")
        self.bring_back.setToolTip(tr("Bring back what was deleted last"))
        grid.open_asked.connect(self._open)
        grid.star_clicked.connect(lambda one: gallery.set_favourite([one.id], not one.favourite))
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(self._show_menu)
        gallery.removed_changed.connect(self.update)

    def update(self) -> None:
        chosen = self._grid.chosen
        one = chosen[0] if len(chosen) == 1 else None
        self.open.setEnabled(one is not None and one.strokes > 0)
        for action in (self.use, self.rename):
            action.setEnabled(one is not None)
        for action in (self.queue, self.favourite, self.remove):
            action.setEnabled(bool(chosen))
        self.favourite.setChecked(bool(chosen) and all(entry.favourite for entry in chosen))
        self.compare.setEnabled(len(chosen) == 2 and all(entry.strokes for entry in chosen))
        self.bring_back.setEnabled(self._gallery.can_restore)

    def menu(self) -> QMenu:
        """Return the context menu of the selected entries."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.open, self.use, self.queue])
        menu.addSeparator()
        menu.addActions([self.favourite, self.rename, self.compare])
        menu.addSeparator()
        menu.addActions([self.remove, self.bring_back])
        return menu

    def _action(
        self, text: str, keys: str | QKeySequence.StandardKey, do: Callable[[], object], icon: str = ""
    ) -> QAction:
        action = QAction(text, self._page)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: do())
        if icon:
            set_icon(action, icon)
        self._page.addAction(action)
        return action

    def _open(self) -> None:
        if self.open.isEnabled():
            self._with_entry(self.open_asked.emit)

    def _use_settings(self) -> None:
        def use(entry: Entry) -> None:
            choices = choices_in(entry)
            if choices is not None:
                self.settings_asked.emit(choices)

        self._with_entry(use)

    def _send_to_queue(self) -> None:
        def send(entries: Sequence[Entry]) -> None:
            jobs = [job for entry in entries if (job := job_in(entry)) is not None]
            if jobs:
                self.jobs_asked.emit(jobs)
                text = tr("%n drawing(s) sent to the queue.", "", len(jobs))
            else:
                text = tr("How this was drawn is not known, so it cannot be drawn again.")
            self.notified.emit(Message(text, kind="notice"))

        self._gallery.read([one.id for one in reversed(self._grid.chosen)], send)

    def _with_entry(self, do: Callable[[Entry], object]) -> None:
        chosen = self._grid.chosen
        if len(chosen) == 1:
            self._gallery.read([chosen[0].id], lambda entries: do(entries[0]))

    def _toggle_favourite(self) -> None:
        chosen = self._grid.chosen
        self._gallery.set_favourite([one.id for one in chosen], not all(one.favourite for one in chosen))

    def _remove(self) -> None:
        chosen, back = self._grid.chosen, self._gallery.bring_back
        if not chosen:
            return
        self._gallery.remove([one.id for one in chosen])
        text = tr("Deleted %n drawing(s).", "", len(chosen))
        self.notified.emit(Message(text, kind="notice", verb=tr("Bring back"), do=back))

    def _show_menu(self, at: QPoint) -> None:
        if self._grid.chosen:
            self.menu().popup(self._grid.viewport().mapToGlobal(at))
