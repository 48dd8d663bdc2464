"""The window: left asks, centre shows, bottom is time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QByteArray, QEvent, QSettings
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent

from taureau.session import Generation, Message, Phase, Picture, Session
from taureau.ui.canvas.viewport import WHEEL_STEP
from taureau.ui.shell.incoming import Incoming, can_bring, incoming
from taureau.ui.shell.window_shows import WindowShows
from taureau.ui.widgets.appearance import Appearance, Mode

_MODES: tuple[Mode, ...] = ("system", "light", "dark")


class MainWindow(WindowShows):
    """Binds the session to the widgets; every change goes through the session."""

    def __init__(self, session: Session, appearance: Appearance, settings: QSettings) -> None:
        super().__init__(session, appearance, settings)
        self._may_close = False
        self._connect()
        self._restore()
        self._set_theme(appearance.theme)
        self._show_photo()
        self._show_file()
        self.setFocus()  # else the first button would stand there with a focus ring

    def _connect(self) -> None:
        session, actions, files, pages = self.session, self.verbs, self.files, self.pages
        session.source.photo_changed.connect(self._show_photo)
        session.source.words_changed.connect(actions.update)
        session.sheet.changed.connect(self._show_drawing)
        session.file.changed.connect(self._show_file)
        session.selection.changed.connect(self._show_marks)
        self.tidying.changed.connect(self._show_proposal)
        session.run.changed.connect(self._show_run)
        session.file.busy_changed.connect(self._show_status)
        self.subject.changed.connect(self._show_status)
        session.notified.connect(self.message_line.show_message)
        session.source.photo_changed.connect(self.message_line.clear_error)
        session.file.used.connect(self.message_line.clear_error)
        actions.connect(
            {
                "new": files.new,
                "open": files.open,
                "open_beneath": files.open_beneath,
                "save": files.save,
                "save_as": files.save_as,
                "revert": files.revert,
                "export": lambda: pages.export.show_page(),
                "quit": self.close,
                "cut": self.editing.cut,
                "copy": self.editing.copy,
                "paste": self._paste,
                "draw": self._draw,
                "draw_anew": self._draw_anew,
                "pause": self._pause_or_resume,
                "keep": session.run.keep,
                "discard": session.run.discard,
                "select_next": session.selection.select_next,
                "select_previous": lambda: session.selection.select_next(-1),
                "select_all": session.selection.select_all,
                "select_inverse": session.selection.invert,
                "select_none": session.selection.clear,
                "delete": self.editing.delete,
                "freeze": self.editing.freeze,
                "keep_level": self.editing.keep_level,
                "prune": lambda: self.tidying.prune(self.ask_panel.choices),
                "merge": self.tidying.merge,
                "leave": self.tidying.cancel,
                "show_all": session.sheet.show_all,
                "zoom_in": lambda: self.canvas.viewport.zoom(WHEEL_STEP),
                "zoom_out": lambda: self.canvas.viewport.zoom(1 / WHEEL_STEP),
                "fit": self.canvas.viewport.fit,
                "actual_size": self.canvas.viewport.actual_size,
                "imagine": self._show_imagine,
                "models": self._show_models,
                "palette": lambda: pages.palette.show_page(),
                "shortcuts": lambda: pages.shortcuts.show_page(),
                "diagnostics": lambda: pages.diagnostics.show_page(),
                "about": lambda: pages.about.show_page(),
            }
        )
        actions.add_recent(files.recent_menu)
        actions.keep_photo.toggled.connect(self._set_keep_photo)
        actions.motion.toggled.connect(self._set_motion)
        actions.sees.toggled.connect(lambda shown: self._remember("sees", shown))
        actions.strokes.toggled.connect(lambda shown: self._remember("strokes", shown))
        self.look_menu.look_changed.connect(self._show_drawing)
        actions.divider.toggled.connect(self._show_divider)
        actions.alone.toggled.connect(self._show_sheet)
        self.canvas.panels_requested.connect(actions.alone.toggle)
        for mode in _MODES:
            actions.appearances[mode].triggered.connect(lambda _=False, mode=mode: self._set_mode(mode))
        self._appearance.changed.connect(self._set_theme)
        self.ask_panel.draw_asked.connect(self._draw)
        self.ask_panel.anew_asked.connect(self._draw_anew)
        self.ask_panel.photo_asked.connect(files.open_beneath)
        self.ask_panel.draw.device.value_changed.connect(self._choose_device)
        self.ask_panel.draw.encoder.models_asked.connect(self._show_models)
        self.sees_panel.models_asked.connect(lambda model_id: pages.models.show_model(model_id))
        self.ask_panel.draw.need.models_asked.connect(self._show_models)
        self.ask_panel.draw.note.models_asked.connect(lambda model_id: pages.models.show_model(model_id))
        self.ask_panel.source.open_asked.connect(files.open)
        self.welcome.open_asked.connect(files.open)
        self.welcome.paste_asked.connect(files.paste)
        self.welcome.imagine_asked.connect(self._show_imagine)
        pages.sketch_asked.connect(lambda picture: self._tasks.start(self._sketch_picture(picture)))
        self.imagine_sign.clicked.connect(self._show_imagine)
        self.imagining.said.connect(self._pass_on)
        self.imagining.ended.connect(self._tell_of_new_pictures)
        self.album.found.connect(self._tell_of_pictures)
        self.welcome.words.draw_asked.connect(self._draw)
        session.draw.changed.connect(lambda: self.welcome.words.set_missing(session.draw.command.missing))
        session.draw.changed.connect(actions.update)
        self.welcome.sample_asked.connect(lambda path: files.take(Incoming(path=path)))
        self.welcome.draw_asked.connect(files.draw_sample)
        self.time_line.pause_asked.connect(session.run.pause)
        self.time_line.resume_asked.connect(session.run.resume)
        self.time_line.keep_asked.connect(session.run.keep)
        self.time_line.discard_asked.connect(session.run.discard)
        self.time_line.level_asked.connect(session.sheet.show_first)
        self.time_line.keep_level_asked.connect(self.editing.keep_level)
        self.view_bar.photo_opacity_changed.connect(self.canvas.set_photo_opacity)
        self.view_bar.fit_requested.connect(self.canvas.viewport.fit)
        self.view_bar.actual_size_requested.connect(self.canvas.viewport.actual_size)
        self.view_bar.zoom_requested.connect(self.canvas.viewport.zoom)
        self.canvas.viewport.changed.connect(lambda: self.view_bar.set_scale(self.canvas.view.scale))

    # What the user asks for.

    def _draw(self) -> None:
        if self.session.draw.command.enabled:
            self.message_line.clear()
            self.session.draw.execute(self.ask_panel.choices)

    def _draw_anew(self) -> None:
        if self.session.draw.command.enabled:
            self.message_line.clear()
            self.session.draw.start_over(self.ask_panel.choices)

    def _paste(self) -> None:
        """Strokes onto the sheet; a picture is opened."""
        (self.editing.paste if self.editing.can_paste else self.files.paste)()

    async def _sketch_picture(self, picture: Picture) -> None:
        """Draw a picture that was imagined, as if it were a photo."""
        if await self.files.settle() and await self.session.file.open_image(picture.image, f"Picture {picture.number}"):
            self.raise_()
            self.activateWindow()
            self._draw()

    def _tell_of_pictures(self, count: int) -> None:
        """Pictures from last time are there again; what else is being said goes first."""
        if self.message_line.message is None:
            pictures = "A picture" if count == 1 else f"{count} pictures"
            text = f"{pictures} from last time {'is' if count == 1 else 'are'} on the Imagine page."
            message = Message(text, kind="notice", verb="Show", do=self._show_imagine)
            self.message_line.show_message(message)

    def _pass_on(self, message: Message) -> None:
        """What is said of imagining while its page is away."""
        if not self.pages.imagine_is_visible:
            self.message_line.show_message(replace(message, verb="Show the pictures", do=self._show_imagine))

    def _tell_of_new_pictures(self, generation: Generation) -> None:
        count = len(generation.pictures)
        if count and not (generation.stopping or generation.failed):
            pictures = "A picture" if count == 1 else f"{count} pictures"
            self._pass_on(
                Message(f"{pictures} of “{generation.title}” {'is' if count == 1 else 'are'} ready.", kind="notice")
            )

    def _pause_or_resume(self) -> None:
        (self.session.run.resume if self.session.run.state.phase is Phase.PAUSED else self.session.run.pause)()

    def _choose_device(self) -> None:
        self.subject.device = self.ask_panel.choices.device

    def _show_imagine(self) -> None:
        self.pages.imagine.show_page()

    def _show_models(self) -> None:
        """The page, with what is wanted or in use in sight."""
        self.pages.models.show_model(self.ask_panel.draw.need.model_id or self.ask_panel.choices.encoder)

    # How the user wants the window.

    def _restore(self) -> None:
        self.resize(1440, 900)
        geometry, zones = self._settings.value("window/geometry"), self._settings.value("window/zones")
        if isinstance(geometry, QByteArray):  # whatever else a settings file holds there is ignored
            self.restoreGeometry(geometry)
        if isinstance(zones, QByteArray):
            self.zones.restore_state(zones)
        mode = str(self._settings.value("window/appearance", "system"))
        self._appearance.set_mode(mode if mode in _MODES else "system")
        self.verbs.appearances[self._appearance.mode].setChecked(True)
        motion = str(self._settings.value("window/motion", "true")) == "true"
        self.verbs.motion.setChecked(motion)
        self._set_motion(motion)
        for panel, action in (("sees", self.verbs.sees), ("strokes", self.verbs.strokes)):
            action.setChecked(str(self._settings.value(f"window/{panel}", "true")) == "true")
        self.verbs.keep_photo.setChecked(str(self._settings.value("files/keep_photo", "true")) == "true")

    def _set_mode(self, mode: Mode) -> None:
        self._settings.setValue("window/appearance", mode)
        self._appearance.set_mode(mode)

    def _set_keep_photo(self, keep: bool) -> None:
        self._settings.setValue("files/keep_photo", "true" if keep else "false")
        self.session.file.embeds_photo = keep

    def _set_motion(self, motion: bool) -> None:
        self._settings.setValue("window/motion", "true" if motion else "false")
        self.canvas.draw_in = motion

    def _remember(self, panel: str, shown: bool) -> None:
        self._settings.setValue(f"window/{panel}", "true" if shown else "false")
        self._show_right()

    # Coming back, dropping and closing.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.canvas.keyPressEvent(event)  # what no other widget wants is meant for the sheet

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.canvas.keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.models.look()  # another program may have brought one meanwhile

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_bring(event.mimeData()):
            event.acceptProposedAction()
            self.welcome.set_inviting(True)
            self.canvas.set_inviting(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._stop_inviting()

    def dropEvent(self, event: QDropEvent) -> None:
        self._stop_inviting()
        picture = incoming(event.mimeData())
        if picture is not None:
            event.acceptProposedAction()
            self.files.take(picture)

    def _stop_inviting(self) -> None:
        self.welcome.set_inviting(False)
        self.canvas.set_inviting(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close and self.session.file.unsaved:
            event.ignore()
            self._tasks.start(self._settle_and_close())
            return
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.setValue("window/zones", self.zones.save_state())
        self._settings.sync()
        self._tasks.cancel()
        self.hide()  # the thread may need a moment to end
        self.diagnostics.close()
        self.models.close()
        self.seeing.close()
        self.session.close()
        self.album.close()
        self.files.close()
        event.accept()

    async def _settle_and_close(self) -> None:
        if await self.files.settle():
            self._may_close = True
            self.close()
