"""The window: left asks, centre shows, bottom is time."""

from __future__ import annotations

import logging
from dataclasses import replace

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSizeF
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QMainWindow

from app.document import in_look
from app.session import (
    Editing,
    Imagining,
    MaskPainting,
    Message,
    Models,
    Pen,
    Phase,
    Picture,
    Seeds,
    Seeing,
    Session,
    Subject,
    Tidying,
    counted,
)
from app.session.choices import PROMPT_SHEET
from app.ui.actions import Actions
from app.ui.arrange_menu import ArrangeMenu
from app.ui.ask_panel import AskPanel
from app.ui.canvas import Canvas
from app.ui.divider import Divider
from app.ui.export_dialog import ExportDialog
from app.ui.file_verbs import FileVerbs
from app.ui.help import Help
from app.ui.icons import redress
from app.ui.imagine_page import ImaginePage
from app.ui.incoming import Incoming, can_bring, incoming
from app.ui.look_menu import LookMenu
from app.ui.looking import WHEEL_STEP
from app.ui.masking import Masking
from app.ui.message_line import MessageLine
from app.ui.models_page import ModelsPage
from app.ui.overlays import Overlays
from app.ui.paper import on_paper
from app.ui.paper_menu import PaperMenu
from app.ui.parts import action_button
from app.ui.pencil_case import PencilCase
from app.ui.seeds_strip import SeedsStrip
from app.ui.sees_panel import SeesPanel
from app.ui.strokes_panel import StrokesPanel
from app.ui.surroundings import Surroundings
from app.ui.tasks import Tasks
from app.ui.theme import Appearance, Mode, Theme
from app.ui.tidy_bar import TidyBar
from app.ui.time_line import TimeLine
from app.ui.tools.mask_brush import Brush
from app.ui.view_bar import ViewBar
from app.ui.welcome import Welcome
from app.ui.zones import Zones

log = logging.getLogger(__name__)
FADED = 0.25  # opacity of the photo under the first strokes
_MODES: tuple[Mode, ...] = ("system", "light", "dark")


class MainWindow(QMainWindow):
    """Binds the session to the widgets; every change goes through the session."""

    def __init__(self, session: Session, appearance: Appearance, settings: QSettings) -> None:
        super().__init__()
        self.session = session
        self._appearance = appearance
        self._settings = settings
        self._tasks = Tasks(self.show_failure)
        self.files = FileVerbs(self, session, self._tasks)
        self._may_close = False
        self._faded = False  # the photo stepped back for the first strokes
        self.canvas = Canvas()
        self.view_bar = ViewBar()
        self.models = Models(self)
        self.subject = Subject(session)
        self.painting = MaskPainting(session, self.subject)
        self.brush = Brush()
        self.ask_panel = AskPanel(session, self.models, self.painting, self.brush, self._tasks)
        self.welcome = Welcome(session)
        self.seeing = Seeing(session, self.models, self)
        self.sees_panel = SeesPanel(self.seeing, self.models, settings)
        self.models_page = ModelsPage(self.models, self._tasks, self)
        self.export_dialog = ExportDialog(session, self._tasks, settings, self)
        self.imagining = Imagining(session, self)
        self.imagine_page = ImaginePage(self.imagining, session, self.models, self._tasks, self)
        self.message_line = MessageLine()
        self.tidying = Tidying(session)
        self.editing = Editing(session)
        self.pen = Pen(session)
        self.tidy_bar = TidyBar(self.tidying)
        self.time_line = TimeLine(session)
        self.seeds = Seeds(session)
        self.seeds_strip = SeedsStrip(self.seeds)
        self.verbs = Actions(self, session, self.tidying)
        self.pencil_case = PencilCase(self, self.verbs.tools, self.canvas, session, self.editing, self.pen)
        self.divider = Divider(self.canvas)
        self.arrange_menu = ArrangeMenu(session, self.editing, self, self.canvas)
        order, verbs = self.arrange_menu.order, (self.verbs.freeze, self.arrange_menu.duplicate, self.verbs.delete)
        self.strokes_panel = StrokesPanel(session, self.editing, self.pen, settings, order, verbs)
        self.paper_menu = PaperMenu(session, self)
        self.look_menu = LookMenu(settings, self)
        self.help = Help(self, session, self.models, settings)
        switches = (self.verbs.mask, self.verbs.attention, self.verbs.starts)
        for action in switches:
            self.view_bar.add_switch(action_button(action))
        self.overlays = Overlays(self.canvas, self.subject, self.painting, *switches)
        self.masking = Masking(
            session, self.painting, self.brush, self.ask_panel.source, self.canvas, self.overlays, self.verbs.undo_group
        )
        self._lay_out()
        self._connect()
        self._restore()
        self._set_theme(appearance.theme)
        self._show_photo()
        self._show_file()
        self.setFocus()  # else the first button would stand there with a focus ring

    # Putting together.

    def _lay_out(self) -> None:
        self.zones = Zones(
            left=self.ask_panel,
            welcome=self.welcome,
            canvas=self.canvas,
            at_the_foot=self.tidy_bar,
            below=self.view_bar,
            notices=(self.message_line, self.files.rescue_card),
            right=(self.strokes_panel, self.sees_panel),
            bottom=(self.seeds_strip, self.time_line),
        )
        self.zones.tools.addWidget(self.pencil_case.bar)
        self.setCentralWidget(self.zones)
        self._status = QLabel()
        self.surroundings = Surroundings()
        self.statusBar().addWidget(self._status)
        self.statusBar().addPermanentWidget(self.surroundings)
        self.statusBar().setSizeGripEnabled(False)
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 560)

        self.verbs.edit_menu.insertMenu(self.verbs.keep_level, self.arrange_menu)
        self.verbs.view_menu.insertMenu(self.verbs.divider, self.paper_menu)
        self.verbs.view_menu.insertMenu(self.verbs.divider, self.look_menu)
        self.view_bar.add_switch(self.paper_menu.button())
        self.view_bar.add_switch(self.look_menu.button())
        self.view_bar.add_switch(action_button(self.verbs.divider))

    def _connect(self) -> None:
        session, actions, files = self.session, self.verbs, self.files
        session.photo_changed.connect(self._show_photo)
        session.words_changed.connect(actions.update)
        session.drawing_changed.connect(self._show_drawing)
        session.file_changed.connect(self._show_file)
        session.marks_changed.connect(self._show_marks)
        self.tidying.changed.connect(self._show_proposal)
        session.run_changed.connect(self._show_run)
        session.busy_changed.connect(lambda: self._status.setText(session.busy))
        session.said.connect(self.message_line.show_message)
        actions.connect(
            {
                "new": files.new,
                "open": files.open,
                "open_beneath": files.open_beneath,
                "save": files.save,
                "save_as": files.save_as,
                "revert": files.revert,
                "export": self.export_dialog.come_up,
                "quit": self.close,
                "cut": self.editing.cut,
                "copy": self.editing.copy,
                "paste": self._paste,
                "draw": self._draw,
                "draw_anew": self._draw_anew,
                "pause": self._pause_or_resume,
                "keep": session.keep,
                "discard": session.discard,
                "select_next": session.select_next,
                "select_previous": lambda: session.select_next(-1),
                "select_all": session.select_all,
                "select_inverse": session.select_inverse,
                "select_none": session.select_none,
                "delete": session.delete_selected,
                "freeze": session.freeze_selected,
                "keep_level": session.keep_level,
                "prune": lambda: self.tidying.prune(self.ask_panel.choices),
                "merge": self.tidying.merge,
                "leave": self.tidying.cancel,
                "show_all": session.show_all,
                "zoom_in": lambda: self.canvas.zoom(WHEEL_STEP),
                "zoom_out": lambda: self.canvas.zoom(1 / WHEEL_STEP),
                "fit": self.canvas.fit,
                "actual_size": self.canvas.actual_size,
                "imagine": self.imagine_page.show_page,
                "models": self._show_models,
                "palette": self.help.palette.come_up,
                "shortcuts": self.help.shortcuts.come_up,
                "diagnostics": self.help.diagnostics.come_up,
                "about": self.help.about.come_up,
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
        self.canvas.panels_asked.connect(actions.alone.toggle)
        for mode in _MODES:
            actions.appearances[mode].triggered.connect(lambda _=False, mode=mode: self._set_mode(mode))
        self._appearance.changed.connect(self._set_theme)
        self.ask_panel.draw_asked.connect(self._draw)
        self.ask_panel.anew_asked.connect(self._draw_anew)
        self.ask_panel.photo_asked.connect(files.open_beneath)
        self.ask_panel.draw.encoder.models_asked.connect(self._show_models)
        self.sees_panel.models_asked.connect(self.models_page.show_model)
        self.ask_panel.draw.need.models_asked.connect(self._show_models)
        self.ask_panel.source.open_asked.connect(files.open)
        self.welcome.open_asked.connect(files.open)
        self.welcome.paste_asked.connect(files.paste)
        self.welcome.imagine_asked.connect(self.imagine_page.show_page)
        self.imagine_page.sketch_asked.connect(lambda picture: self._tasks.start(self._sketch_picture(picture)))
        self.welcome.words.draw_asked.connect(self._draw)
        self.ask_panel.told.connect(lambda: self.welcome.words.set_missing(self.ask_panel.missing))
        self.welcome.sample_asked.connect(lambda path: files.take(Incoming(path=path)))
        self.welcome.draw_asked.connect(files.draw_sample)
        self.time_line.pause_asked.connect(session.pause)
        self.time_line.resume_asked.connect(session.resume)
        self.time_line.keep_asked.connect(session.keep)
        self.time_line.discard_asked.connect(session.discard)
        self.time_line.level_asked.connect(session.show_first)
        self.time_line.keep_level_asked.connect(session.keep_level)
        self.view_bar.photo_faded.connect(self.canvas.set_photo_opacity)
        self.view_bar.fit_asked.connect(self.canvas.fit)
        self.view_bar.actual_size_asked.connect(self.canvas.actual_size)
        self.view_bar.zoom_asked.connect(self.canvas.zoom)
        self.canvas.view_changed.connect(lambda: self.view_bar.set_scale(self.canvas.view.scale))

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

    # What the session says.

    def _show_photo(self) -> None:
        self.canvas.set_photo(self.session.photo_image)
        self.view_bar.set_photo(has_photo=self.session.photo is not None)
        self.view_bar.set_opacity(1.0)
        self._faded = False
        self._show_drawing()

    def _show_drawing(self) -> None:
        photo, drawing = self.session.photo, self.session.shown
        if drawing is not None and photo is not None and not self._faded:
            self._faded = True
            self.view_bar.set_opacity(FADED)
        self._show_sheet()
        self.canvas.look = self.look_menu.look
        seen = in_look(drawing, self.look_menu.look) if drawing else None
        self.canvas.set_drawing(seen, draw_in=self.session.run.active and not self.session.edited)
        level, whole = self.session.level, self.session.drawing
        self.canvas.set_caption(f"{level} of {counted(whole.stroke_count)}" if level and whole else "")
        self._show_paper()
        self._show_right()
        self.verbs.update()
        self._show_divider()

    def _show_sheet(self) -> None:
        """The sheet at the size of what lies on it, or of what a run is about to draw; else the welcome."""
        there = self.session.shown or self.session.photo
        if there is not None:
            self.canvas.set_sheet(QSizeF(there.width, there.height))
        elif self.session.run.active:
            self.canvas.set_sheet(QSizeF(PROMPT_SHEET, PROMPT_SHEET))
        shown = there is not None or self.session.run.active
        self.zones.show_sheet(shown)
        self.pencil_case.bar.setVisible(shown)
        self.verbs.alone.setEnabled(shown)
        self._show_panels(not (shown and self.verbs.alone.isChecked()))

    def _show_panels(self, shown: bool) -> None:
        if not shown and not self.canvas.hasFocus():
            self.canvas.setFocus()  # it would else go wherever the hidden panel's neighbour is
        self.zones.show_panels(shown)

    def _show_marks(self) -> None:
        marked, proposed = self.session.marked, self.tidying.marked
        self.canvas.set_marked(replace(marked, leaving=proposed.leaving, becoming=proposed.becoming))
        self.verbs.update()

    def _show_proposal(self) -> None:
        self.canvas.set_foot(self.tidy_bar.sizeHint().height() if self.tidying.kind else 0)
        self._show_marks()

    def _show_file(self) -> None:
        self._show_title()
        self.setWindowModified(self.session.unsaved)
        self.setWindowFilePath(str(self.session.path or ""))
        self.verbs.update()

    def _show_title(self) -> None:
        """The file's name, and before it how far the run is, for whoever sees the task bar only."""
        session, run = self.session, self.session.run
        empty = session.photo is None and session.shown is None
        far = f"{100 * run.fraction:.0f} % — " if run.active and run.fraction is not None else ""
        self.setWindowTitle(f"{far}Taureau" if empty else f"{far}{session.name}[*] — Taureau")

    def _show_run(self) -> None:
        self._show_title()
        self._show_sheet()
        self.surroundings.set_where(self.session.run.where)
        self.verbs.update()

    def show_failure(self, error: BaseException) -> None:
        """Say that something failed which should not have, and keep going."""
        log.error("unexpected failure", exc_info=error)
        reason = f"{type(error).__name__}: {error}".strip(": ")
        advice = "Your drawing is as it was. Save it, then start Taureau again."
        self.message_line.show_message(Message(f"Something went wrong ({reason}).", advice))

    # What the user asks for.

    def _draw(self) -> None:
        if self.session.edited:
            self.session.resume()
        elif self.ask_panel.ready:
            self.message_line.clear()
            draw = self.session.carry_on if self.ask_panel.continues else self.session.draw
            draw(self.ask_panel.choices)

    def _draw_anew(self) -> None:
        if self.ask_panel.ready:
            self.message_line.clear()
            self.session.draw(self.ask_panel.choices)

    def _paste(self) -> None:
        """Strokes onto the sheet; a picture is opened."""
        (self.editing.paste if self.editing.can_paste else self.files.paste)()

    async def _sketch_picture(self, picture: Picture) -> None:
        """Draw a picture that was imagined, as if it were a photo."""
        if await self.files.settle() and await self.session.take_image(picture.image, f"Picture {picture.number}"):
            self.raise_()
            self.activateWindow()
            self._draw()

    def _pause_or_resume(self) -> None:
        (self.session.resume if self.session.run.phase is Phase.PAUSED else self.session.pause)()

    def _show_models(self) -> None:
        """The page, with what is wanted or in use in sight."""
        self.models_page.show_model(self.ask_panel.draw.need.model_id or self.ask_panel.choices.encoder)

    def _set_mode(self, mode: Mode) -> None:
        self._settings.setValue("window/appearance", mode)
        self._appearance.set_mode(mode)

    def _set_keep_photo(self, keep: bool) -> None:
        self._settings.setValue("files/keep_photo", "true" if keep else "false")
        self.session.keeps_photo = keep

    def _set_motion(self, motion: bool) -> None:
        self._settings.setValue("window/motion", "true" if motion else "false")
        self.canvas.draw_in = motion

    def _remember(self, panel: str, shown: bool) -> None:
        self._settings.setValue(f"window/{panel}", "true" if shown else "false")
        self._show_right()

    def _show_right(self) -> None:
        """The right panels, once there is something to see."""
        strokes = self.verbs.strokes.isChecked() and self.session.shown is not None
        sees = self.verbs.sees.isChecked() and self.seeing.has_something
        self.strokes_panel.setVisible(strokes)
        self.sees_panel.setVisible(sees)
        self.zones.show_right(strokes or sees)

    def _show_divider(self) -> None:
        """The line between photo and drawing, where there are both."""
        both = self.session.photo is not None and self.session.shown is not None
        self.verbs.divider.setEnabled(both)
        self.divider.setVisible(both and self.verbs.divider.isChecked())

    def _show_paper(self) -> None:
        drawing, theme = self.session.shown, self._appearance.theme
        self.canvas.set_theme(on_paper(theme, drawing.paper if drawing else None))

    def _set_theme(self, theme: Theme) -> None:
        panels = (self.ask_panel, self.strokes_panel, self.sees_panel)
        lines = (self.message_line, self.time_line, self.files.rescue_card)
        for part in (self.overlays, self.welcome, self.imagine_page, *panels, self.seeds_strip, self.divider, *lines):
            part.set_theme(theme)
        self._show_paper()
        self.export_dialog.set_theme(theme)
        redress(self)

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
        if not self._may_close and self.session.unsaved:
            event.ignore()
            self._tasks.start(self._settle_and_close())
            return
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.setValue("window/zones", self.zones.save_state())
        self._settings.sync()
        self._tasks.cancel()
        self.hide()  # the thread may need a moment to end
        self.help.close()
        self.models.close()
        self.seeing.close()
        self.session.close()
        self.files.close()
        event.accept()

    async def _settle_and_close(self) -> None:
        if await self.files.settle():
            self._may_close = True
            self.close()
