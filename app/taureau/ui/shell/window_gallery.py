"""The gallery of the window: its runs are kept, and what the page asks for is done with the sheet and the queue."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from taureau.session import Choices, Keeping, Message, Session
from taureau.session.gallery.reopening import opened_entry
from taureau.session.language import tr
from taureau.store.folder import runs_folder
from taureau.ui.draw.ask_panel import AskPanel
from taureau.ui.shell.file_verbs import FileVerbs
from taureau.ui.shell.window_queue import WindowQueue
from taureau.ui.widgets.appearance import Appearance
from taureau.ui.widgets.message_line import MessageLine
from taureau.ui.widgets.tasks import Tasks

if TYPE_CHECKING:
    from taureau.store.entries import Entries
    from taureau.store.entry import Entry
    from taureau.ui.gallery.gallery_page import GalleryPage


class WindowGallery:
    """Builds the page when it is first asked for."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        files: FileVerbs,
        panel: AskPanel,
        queue: WindowQueue,
        appearance: Appearance,
        message_line: MessageLine,
        tasks: Tasks,
    ) -> None:
        self._window, self._session, self._files, self._panel = window, session, files, panel
        self._queue, self._appearance, self._message_line, self._tasks = queue, appearance, message_line, tasks
        self._keeping = Keeping(session, runs_folder(), window)

    @cached_property
    def page(self) -> GalleryPage:
        from taureau.session.gallery.gallery import Gallery
        from taureau.ui.gallery.gallery_page import GalleryPage  # an empty window does without it

        gallery = Gallery(runs_folder(), self._window)
        page = GalleryPage(gallery, self._window)
        page.open_asked.connect(lambda entry: self._tasks.start(self._open(gallery.entries, entry)))
        page.settings_asked.connect(self._use_settings)
        page.jobs_asked.connect(self._queue.jobs.add)
        self._keeping.kept.connect(page.refresh)
        self._queue.jobs.written.connect(page.refresh)
        page.set_theme(self._appearance.theme)
        self._appearance.changed.connect(page.set_theme)
        return page

    def show(self) -> None:
        self.page.show_page()

    def close(self) -> None:
        """End the threads; call it once the session is closed, whose last run is kept, too."""
        self._keeping.close()
        if "page" in vars(self):
            self.page.close_down()

    async def _open(self, entries: Entries, entry: Entry) -> None:
        """Open a drawing with its photo."""
        if not await self._session.file.open_loaded(
            entry.name, partial(opened_entry, entries, entry), self._files.settle
        ):
            return
        self._raise_window()
        if entry.photo is not None and self._session.source.photo is None:
            text = tr("The photo of {name} is gone or has changed, so the drawing is open without it.", name=entry.name)
            advice = tr("“Open photo beneath the drawing” opens it from another place.")
            self._message_line.show_message(Message(text, advice, kind="notice"))

    def _use_settings(self, choices: Choices) -> None:
        """Set the draw panel as it was for a drawing, and the words where there is no photo."""
        self._panel.draw.show_choices(choices)
        if choices.words and self._session.source.photo is None:
            self._session.source.set_words(choices.words)
        self._raise_window()
        self._message_line.show_message(Message(tr("The settings are as they were for that drawing."), kind="notice"))

    def _raise_window(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
