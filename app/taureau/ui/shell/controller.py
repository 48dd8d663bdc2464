"""Connects menus, shortcuts and buttons to the session, the files and the pages."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow

from taureau.session import Editing, Phase, Picture, Replay, Session, Subject, Tidying, releases_page
from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.view_bar import ViewBar
from taureau.ui.canvas.viewport import WHEEL_STEP
from taureau.ui.draw.ask_panel import AskPanel
from taureau.ui.draw.welcome import Welcome
from taureau.ui.models.sees_panel import SeesPanel
from taureau.ui.shell.actions import Actions
from taureau.ui.shell.file_verbs import FileVerbs
from taureau.ui.shell.pages import Pages
from taureau.ui.timeline.timeline import Timeline
from taureau.ui.widgets.message_line import MessageLine
from taureau.ui.widgets.tasks import Tasks


class Controller:
    """Connects the actions and the widgets of a window to what they do."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        editing: Editing,
        tidying: Tidying,
        subject: Subject,
        files: FileVerbs,
        pages: Pages,
        ask_panel: AskPanel,
        message_line: MessageLine,
        tasks: Tasks,
        replay: Replay,
    ) -> None:
        self._window, self._session, self._editing, self._tidying = window, session, editing, tidying
        self._subject, self._files, self._pages = subject, files, pages
        self._ask_panel, self._message_line, self._tasks = ask_panel, message_line, tasks
        self._replay = replay
        pages.sketch_asked.connect(lambda picture: tasks.start(self._sketch_picture(picture)))
        session.notified.connect(message_line.show_message)
        session.source.photo_changed.connect(message_line.clear_error)
        session.file.used.connect(message_line.clear_error)

    def connect_actions(self, actions: Actions, canvas: Canvas) -> None:
        session, editing, files, pages = self._session, self._editing, self._files, self._pages
        actions.connect(
            {
                "new": files.new,
                "open": files.open,
                "open_beneath": files.open_beneath,
                "save": files.save,
                "save_as": files.save_as,
                "revert": files.revert,
                "export": lambda: pages.export.show_page(),
                "export_film": lambda: pages.film.show_page(),
                "print": pages.show_print,
                "quit": self._window.close,
                "cut": editing.cut,
                "copy": editing.copy,
                "paste": self._paste,
                "draw": self._draw,
                "start_over": self._start_over,
                "pause": self._pause_or_resume,
                "keep": session.run.keep,
                "discard": session.run.discard,
                "select_next": session.selection.select_next,
                "select_previous": lambda: session.selection.select_next(-1),
                "select_all": session.selection.select_all,
                "select_inverse": session.selection.invert,
                "select_none": session.selection.clear,
                "delete": editing.delete,
                "freeze": editing.freeze,
                "keep_level": editing.keep_level,
                "prune": lambda: self._tidying.prune(self._ask_panel.choices),
                "merge": self._tidying.merge,
                "one_line": lambda: self._tidying.join_lines(self._ask_panel.choices),
                "leave": self._tidying.cancel,
                "play": self._replay.toggle,
                "stop_playing": self._replay.stop,
                "show_all": session.sheet.show_all,
                "zoom_in": lambda: canvas.viewport.zoom(WHEEL_STEP),
                "zoom_out": lambda: canvas.viewport.zoom(1 / WHEEL_STEP),
                "fit": canvas.viewport.fit,
                "actual_size": canvas.viewport.actual_size,
                "zoom_selection": lambda: self._show_strokes(canvas, session.selection.marked.selected),
                "zoom_drawing": lambda: self._show_strokes(canvas, session.sheet.hit_test.strokes),
                "clear_guides": editing.guides.clear,
                "imagine": pages.show_imagine,
                "models": self._show_models,
                "preferences": lambda: pages.preferences.show_page(),
                "palette": lambda: pages.palette.show_page(),
                "shortcuts": lambda: pages.shortcuts.show_page(),
                "diagnostics": lambda: pages.diagnostics.show_page(),
                "newer": lambda: QDesktopServices.openUrl(QUrl(releases_page() or "")),
                "about": lambda: pages.about.show_page(),
            }
        )
        canvas.panels_requested.connect(actions.alone.toggle)

    def connect_panels(self, welcome: Welcome, sees_panel: SeesPanel) -> None:
        """Connect the panel on the left, the welcome, and what names the photo."""
        panel, files, pages = self._ask_panel, self._files, self._pages
        panel.draw_asked.connect(self._draw)
        panel.start_over_asked.connect(self._start_over)
        panel.photo_alone_asked.connect(self._draw_photo)
        panel.photo_asked.connect(files.open_beneath)
        panel.source.finder.changed.connect(self._choose_finder)
        panel.draw.encoder.models_asked.connect(self._show_models)
        panel.draw.need.models_asked.connect(self._show_models)
        panel.draw.note.models_asked.connect(pages.show_model)
        panel.source.open_asked.connect(files.open)
        draw = self._session.draw
        draw.changed.connect(lambda: welcome.words.set_missing(draw.command.missing))
        sees_panel.models_asked.connect(pages.show_model)
        welcome.open_asked.connect(files.open)
        welcome.paste_asked.connect(self._paste)
        welcome.imagine_asked.connect(pages.show_imagine)
        welcome.words.draw_asked.connect(self._draw)
        welcome.recent_asked.connect(files.open_recent)
        welcome.draw_asked.connect(files.draw_sample)

    def connect_bars(self, time_line: Timeline, view_bar: ViewBar, canvas: Canvas) -> None:
        """Connect what is below the canvas."""
        session = self._session
        time_line.pause_requested.connect(session.run.pause)
        time_line.resume_requested.connect(session.run.resume)
        time_line.keep_requested.connect(session.run.keep)
        time_line.discard_requested.connect(session.run.discard)
        time_line.level_requested.connect(session.sheet.show_first)
        time_line.keep_level_requested.connect(self._editing.keep_level)
        view_bar.photo_opacity_changed.connect(canvas.set_photo_opacity)
        view_bar.fit_requested.connect(canvas.viewport.fit)
        view_bar.actual_size_requested.connect(canvas.viewport.actual_size)
        view_bar.zoom_requested.connect(canvas.viewport.zoom)
        canvas.viewport.changed.connect(lambda: view_bar.set_scale(canvas.view.scale))

    def _draw(self) -> None:
        if self._session.draw.command.enabled:
            self._message_line.clear()
            self._session.draw.execute(self._ask_panel.choices)

    def _start_over(self) -> None:
        if self._session.draw.command.enabled:
            self._message_line.clear()
            self._session.draw.start_over(self._ask_panel.choices)

    def _draw_photo(self) -> None:
        self._message_line.clear()
        self._session.draw.draw_photo(self._ask_panel.choices)

    def _show_strokes(self, canvas: Canvas, indices: Collection[int]) -> None:
        box = self._session.sheet.hit_test.box(indices)
        if box is not None:
            canvas.viewport.show_area(QRectF(box.left, box.top, box.width, box.height))

    def _paste(self) -> None:
        """Paste strokes into the drawing, or open a picture."""
        (self._editing.paste if self._editing.can_paste else self._files.paste)()

    async def _sketch_picture(self, picture: Picture) -> None:
        """Draw a generated image as if it were a photo."""
        name = tr("Picture {number}", number=picture.number)
        if await self._session.file.open_image(picture.image, name, self._files.settle):
            self._window.raise_()
            self._window.activateWindow()
            self._draw()

    def _pause_or_resume(self) -> None:
        (self._session.run.resume if self._session.run.state.phase is Phase.PAUSED else self._session.run.pause)()

    def _choose_finder(self) -> None:
        finder = self._ask_panel.source.finder
        self._subject.set_model("" if finder.missing else finder.value)

    def _show_models(self) -> None:
        """Open the page of models at the one that is missing or in use."""
        self._pages.show_model(self._ask_panel.draw.need.model_id or self._ask_panel.choices.encoder)
