"""The parts of the window, and where they lie."""

from __future__ import annotations

import logging

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel, QMainWindow

from taureau.session import (
    Album,
    Editing,
    Imagining,
    MaskPainting,
    Message,
    Models,
    Pen,
    Seeds,
    Seeing,
    Session,
    Subject,
    Tidying,
    state_folder,
)
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.divider import Divider
from taureau.ui.canvas.view_bar import ViewBar
from taureau.ui.draw.ask_panel import AskPanel
from taureau.ui.draw.masking import Masking
from taureau.ui.draw.welcome import Welcome
from taureau.ui.help.diagnostics import Diagnostics
from taureau.ui.imagine.imagine_sign import ImagineSign
from taureau.ui.models.sees_panel import SeesPanel
from taureau.ui.shell.actions import Actions
from taureau.ui.shell.file_verbs import FileVerbs
from taureau.ui.shell.pages import Pages
from taureau.ui.shell.status_bar import Surroundings
from taureau.ui.shell.taskbar import Taskbar
from taureau.ui.shell.zones import Zones
from taureau.ui.strokes.arrange_menu import ArrangeMenu
from taureau.ui.strokes.look_menu import LookMenu
from taureau.ui.strokes.paper_menu import PaperMenu
from taureau.ui.strokes.strokes_panel import StrokesPanel
from taureau.ui.timeline.seeds_strip import SeedsStrip
from taureau.ui.timeline.tidy_bar import TidyBar
from taureau.ui.timeline.time_line import TimeLine
from taureau.ui.tools.mask_brush import Brush
from taureau.ui.tools.subject_overlay import SubjectOverlay
from taureau.ui.tools.toolbox import Toolbox
from taureau.ui.widgets.appearance import Appearance
from taureau.ui.widgets.message_line import MessageLine
from taureau.ui.widgets.parts import action_button
from taureau.ui.widgets.tasks import Tasks

log = logging.getLogger(__name__)


class WindowParts(QMainWindow):
    """Makes the parts; what is shown in them when is for others to say."""

    def __init__(self, session: Session, appearance: Appearance, settings: QSettings) -> None:
        super().__init__()
        self.session = session
        session.setParent(self)  # it goes when the window goes, and with it whatever listens to it
        self._appearance = appearance
        self._settings = settings
        self._tasks = Tasks(self.show_failure)
        self.files = FileVerbs(self, session, self._tasks)
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
        self.imagining = Imagining(session, self)
        self.album = Album(self.imagining, state_folder() / "imagined", self.files.keeping.scribe, self)
        self.message_line = MessageLine()
        self.tidying = Tidying(session)
        self.editing = Editing(session)
        self.pen = Pen(session)
        self.tidy_bar = TidyBar(self.tidying)
        self.time_line = TimeLine(session)
        self.seeds = Seeds(session)
        self.seeds_strip = SeedsStrip(self.seeds)
        self.verbs = Actions(self, session, self.tidying)
        self.toolbox = Toolbox(self, self.verbs.tools, self.canvas, session, self.editing, self.pen)
        self.divider = Divider(self.canvas)
        self.arrange_menu = ArrangeMenu(session, self.editing, self, self.canvas)
        order, verbs = self.arrange_menu.order, (self.verbs.freeze, self.arrange_menu.duplicate, self.verbs.delete)
        self.strokes_panel = StrokesPanel(session, self.editing, self.pen, settings, order, verbs)
        self.paper_menu = PaperMenu(session, self.editing, self)
        self.look_menu = LookMenu(settings, self)
        self.diagnostics = Diagnostics(session, self.models, settings)
        report, tasks = self.diagnostics.report, self._tasks
        self.pages = Pages(self, session, self.models, self.imagining, report, tasks, settings, appearance)
        switches = (self.verbs.mask, self.verbs.attention, self.verbs.starts)
        for action in switches:
            self.view_bar.add_switch(action_button(action))
        self.overlays = SubjectOverlay(self.canvas, self.subject, self.painting, *switches)
        self.masking = Masking(
            session, self.painting, self.brush, self.ask_panel.source, self.canvas, self.overlays, self.verbs.undo_group
        )
        self._lay_out()

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
        self.zones.tools.addWidget(self.toolbox.bar)
        self.setCentralWidget(self.zones)
        self._status = QLabel()
        self.surroundings = Surroundings()
        self.taskbar = Taskbar()
        self.imagine_sign = ImagineSign(self.imagining)
        self.statusBar().addWidget(self._status)
        self.statusBar().addPermanentWidget(self.imagine_sign)
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

    def _show_status(self) -> None:
        self._status.setText(self.session.file.busy or ("Finding the subject" if self.subject.looking else ""))

    def show_failure(self, error: BaseException) -> None:
        """Say that something failed which should not have, and keep going."""
        log.error("unexpected failure", exc_info=error)
        reason = f"{type(error).__name__}: {error}".strip(": ")
        advice = "Your drawing is as it was. Save it, then start Taureau again."
        self.message_line.show_message(Message(f"Something went wrong ({reason}).", advice))
