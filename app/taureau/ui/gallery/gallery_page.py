"""The gallery: every run as a drawing in a grid, what is known of the selected one, and two compared."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from taureau.session.gallery.gallery import Gallery
from taureau.session.gallery.thumbnails import Thumbnails
from taureau.session.language import tr
from taureau.store.search import Summary
from taureau.ui.gallery.compare_view import CompareView
from taureau.ui.gallery.entry_grid import EntryGrid
from taureau.ui.gallery.entry_panel import EntryPanel
from taureau.ui.gallery.gallery_filters import GalleryFilters
from taureau.ui.gallery.gallery_verbs import GalleryVerbs
from taureau.ui.widgets.first_size import open_as_large_as
from taureau.ui.widgets.icons import retint_icons
from taureau.ui.widgets.message_line import MessageLine
from taureau.ui.widgets.parts import paragraph
from taureau.ui.widgets.theme import GRID, Theme
from taureau.wording import tr_noop

_EMPTY = tr_noop("Every run leaves its drawing here. Draw something, and it appears.")
_SWITCHED_OFF = tr_noop("Runs are not kept: switch that on in the preferences, under Files.")
_NO_MATCH = tr_noop("No drawing matches what you look for.")


class GalleryPage(QDialog):
    """A window beside the main one; what is done here can be undone until the main window closes."""

    open_asked = Signal(object)  # Entry
    settings_asked = Signal(object)  # Choices
    jobs_asked = Signal(object)  # list of Job, for the queue

    def __init__(self, gallery: Gallery, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Gallery"))
        self._gallery = gallery
        self._thumbnails = Thumbnails(gallery.entries.drawing_thumbnail, self)
        self.filters = GalleryFilters()
        self.message_line = MessageLine()
        self.grid = EntryGrid(self._thumbnails, gallery.entries.drawing_file)
        self.empty = paragraph("", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.comparison = CompareView(gallery)
        self.panel = EntryPanel(gallery)
        self.verbs = GalleryVerbs(self, gallery, self.grid)
        self._middle = QStackedWidget()
        self._choosing = QTimer(self, singleShot=True, interval=0)  # once for all that is selected in one turn
        self._lay_out()
        self._connect()
        open_as_large_as(self, 1120, 760)
        self.setMinimumSize(720, 480)
        self._show_found()

    def show_page(self) -> None:
        """Open the page at the newest entries."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.grid.setFocus()

    def refresh(self) -> None:
        """Read the entries again, because a run was kept."""
        if self.isVisible():
            self._gallery.refresh()

    def close_down(self) -> None:
        """Store what was typed, delete what was not brought back, and end the threads."""
        self.panel.store()
        self._thumbnails.close()
        self._gallery.close()

    def set_theme(self, theme: Theme) -> None:
        for part in (self.message_line, self.grid, self.comparison, self.panel):
            part.set_theme(theme)
        retint_icons(self)
        self.filters.show_icons()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._gallery.open()

    def hideEvent(self, event: QHideEvent) -> None:
        self.panel.store()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._show_grid()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the comparison, else the search, else closes the page."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            if self._middle.currentWidget() is self.comparison:
                self._show_grid()
                return
            if self._gallery.search.narrows:
                self.filters.clear()
                return
        super().keyPressEvent(event)

    # Building.

    def _lay_out(self) -> None:
        for page in (self.grid, self.empty, self.comparison):
            self._middle.addWidget(page)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._middle, 1)
        across.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.filters)
        column.addWidget(self.message_line)
        column.addLayout(across, 1)

    def _connect(self) -> None:
        gallery = self._gallery
        gallery.changed.connect(self._show_found)
        gallery.notified.connect(self.message_line.show_message)
        self.filters.changed.connect(gallery.find)
        self.grid.chosen_changed.connect(self._choosing.start)
        self._choosing.timeout.connect(self._show_chosen)
        verbs = self.verbs
        verbs.open_asked.connect(self.open_asked)
        verbs.settings_asked.connect(self.settings_asked)
        verbs.jobs_asked.connect(self.jobs_asked)
        verbs.rename_asked.connect(self._focus_name)
        verbs.compare_asked.connect(self._compare)
        verbs.notified.connect(self.message_line.show_message)
        self.panel.open_asked.connect(verbs.open.trigger)
        self.panel.settings_asked.connect(verbs.use.trigger)
        self.panel.compare_asked.connect(verbs.compare.trigger)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._focus_search)

    def _compare(self) -> None:
        """Compare the two selected drawings, or go back to the grid."""
        if self._middle.currentWidget() is self.comparison:
            self._show_grid()
        else:
            self.comparison.compare(*self.grid.chosen)
            self._middle.setCurrentWidget(self.comparison)
            self.panel.hide()
            self.comparison.setFocus()

    def _focus_name(self) -> None:
        self.panel.name.setFocus()
        self.panel.name.selectAll()

    def _focus_search(self) -> None:
        self.filters.text.setFocus()
        self.filters.text.selectAll()

    # Showing the state.

    def _show_found(self) -> None:
        gallery, grid = self._gallery, self.grid
        row = grid.currentIndex().row()
        grid.entries.set_entries(gallery.found)
        if gallery.found and not grid.chosen:
            grid.choose(min(max(row, 0), len(gallery.found) - 1))
        self.filters.count.setText(tr("%n drawing(s)", "", len(gallery.found)))
        keeps = gallery.settings.value.keep_runs
        text = _NO_MATCH if gallery.search.narrows else _EMPTY if keeps else _SWITCHED_OFF
        self.empty.setText(tr(text) if gallery.loaded else "")
        if self._middle.currentWidget() is not self.comparison:
            self._show_grid()
        self._show_chosen()

    def _show_grid(self) -> None:
        """Show the grid, or why there is nothing in it; what is being typed keeps the keyboard."""
        wanted = self.grid if self._gallery.found else self.empty
        switched = self._middle.currentWidget() is not wanted
        self._middle.setCurrentWidget(wanted)
        self.panel.setVisible(bool(self._gallery.found))
        if switched and not (self._gallery.search.narrows and self.focusWidget() is self.filters.text):
            self.grid.setFocus()

    def _show_chosen(self) -> None:
        chosen = self.grid.chosen
        one: Summary | None = chosen[0] if len(chosen) == 1 else None
        if (one.id if one else "") != (self.panel.entry.id if self.panel.entry else ""):
            self._gallery.show(one.id if one else "")
        self.panel.show_count(len(chosen))
        self.verbs.update()
        self.panel.compare.setEnabled(self.verbs.compare.isEnabled())
