"""The main window: draw panel on the left, canvas, editing panels on the right, timeline at the bottom."""

from __future__ import annotations

import logging

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from taureau.session import (
    Album,
    Coloring,
    Editing,
    Imagining,
    MaskClicking,
    MaskPainting,
    Message,
    Models,
    Pen,
    Preferences,
    Replay,
    RunPresets,
    Seeds,
    Seeing,
    Session,
    Subject,
    Tidying,
    state_folder,
)
from taureau.session.language import TRANSLATIONS, tr
from taureau.session.preferences import LANGUAGE
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.divider import Divider
from taureau.ui.canvas.rulers import RuledCanvas
from taureau.ui.canvas.view_bar import ViewBar
from taureau.ui.draw.ask_panel import AskPanel
from taureau.ui.draw.masking import Masking
from taureau.ui.draw.preset_menu import PresetMenu
from taureau.ui.draw.welcome import Welcome
from taureau.ui.help.diagnostics import Diagnostics
from taureau.ui.imagine.imagine_progress import ImagineSign
from taureau.ui.models.sees_panel import SeesPanel
from taureau.ui.shell.actions import Actions
from taureau.ui.shell.controller import Controller
from taureau.ui.shell.file_verbs import FileVerbs
from taureau.ui.shell.imagine_notices import ImagineNotices
from taureau.ui.shell.incoming import can_bring, incoming
from taureau.ui.shell.pages import Pages
from taureau.ui.shell.sheet_menu import SheetMenu
from taureau.ui.shell.sheet_presenter import SheetPresenter
from taureau.ui.shell.sheet_size import SheetSize, UnitMenu
from taureau.ui.shell.status_bar import StatusBar
from taureau.ui.shell.taskbar import Taskbar
from taureau.ui.shell.window_gallery import WindowGallery
from taureau.ui.shell.window_preferences import WindowPreferences
from taureau.ui.shell.window_queue import WindowQueue
from taureau.ui.shell.window_title import WindowTitle
from taureau.ui.shell.zone_presenter import ZonePresenter
from taureau.ui.shell.zones import Zones
from taureau.ui.strokes.arrange_menu import ArrangeMenu
from taureau.ui.strokes.ink_style_menu import InkStyleMenu
from taureau.ui.strokes.paper_menu import PaperMenu
from taureau.ui.strokes.strokes_panel import StrokesPanel
from taureau.ui.timeline.seeds_strip import SeedsStrip
from taureau.ui.timeline.tidy_bar import TidyBar
from taureau.ui.timeline.timeline import Timeline
from taureau.ui.tools.drag_out import DragOutButton
from taureau.ui.tools.mask_brush import Brush
from taureau.ui.tools.subject_overlay import SubjectOverlay
from taureau.ui.tools.toolbox import Toolbox
from taureau.ui.widgets.appearance import Appearance
from taureau.ui.widgets.icons import retint_icons
from taureau.ui.widgets.message_line import MessageLine
from taureau.ui.widgets.parts import action_button
from taureau.ui.widgets.refresh import Refresh
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import Theme

_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)  # a field, for the sheet
log = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """Builds the parts and lays them out; presenters show the session in them, the controller acts on the session."""

    def __init__(self, session: Session, appearance: Appearance, settings: QSettings) -> None:
        super().__init__()
        self.session = session
        session.setParent(self)  # deleted with the window, and its connections with it
        self._appearance, self._settings = appearance, settings
        self.preferences = Preferences(settings, self)
        TRANSLATIONS.use(self.preferences.value(LANGUAGE))
        self._may_close = False
        self.refresh = Refresh(self)
        self._tasks = Tasks(self.show_failure)
        self._build_session_parts()
        self._build_widgets()
        self._build_menus()
        self._lay_out()
        self._connect()
        self._set_theme(appearance.theme)
        self.setFocus()  # else the first button would show a focus ring

    def show_failure(self, error: BaseException) -> None:
        """Show an unexpected exception, and keep going."""
        log.error("unexpected failure", exc_info=error)
        reason = f"{type(error).__name__}: {error}".strip(": ")
        advice = tr("Your drawing is as it was. Save it, then start Taureau again.")
        self.message_line.show_message(Message(tr("Something went wrong ({reason}).", reason=reason), advice))

    # Building.

    def _build_session_parts(self) -> None:
        session = self.session
        self.files = FileVerbs(self, session, self._tasks)
        self.models = Models(self)
        self.subject = Subject(session)
        self.painting = MaskPainting(session, self.subject)
        self.clicking = MaskClicking(session, self.subject, self.painting)
        self.seeing = Seeing(session, self.models, self)
        self.imagining = Imagining(session, self)
        self.album = Album(self.imagining, state_folder() / "imagined", self.files.persistence.writer, self)
        self.tidying = Tidying(session)
        self.editing = Editing(session)
        self.coloring = Coloring(session, self.subject, self.painting)
        self.pen = Pen(session)
        self.seeds = Seeds(session)
        self.replay = Replay(session)
        self.diagnostics = Diagnostics(session, self.models, self._settings)

    def _build_widgets(self) -> None:
        session, settings = self.session, self._settings
        self.canvas = Canvas()
        self.ruled_canvas = RuledCanvas(self.canvas, self.preferences)
        self.divider = Divider(self.canvas)
        self.view_bar = ViewBar()
        self.brush = Brush()
        self.ask_panel = AskPanel(
            session, self.models, self.subject, self.painting, self.brush, self._tasks, self.preferences
        )
        self.welcome = Welcome(session, self.files.persistence.recents, self._tasks)
        self.sees_panel = SeesPanel(self.seeing, self.models, settings)
        self.message_line = MessageLine()
        self.tidy_bar = TidyBar(self.tidying)
        self.time_line = Timeline(session, self.replay)
        self.seeds_strip = SeedsStrip(self.seeds)
        self.imagine_sign = ImagineSign(self.imagining)
        self.presets = RunPresets(settings, self)
        self.queue = WindowQueue(
            self, session, self.files, self.presets, lambda: self.ask_panel.choices, self._appearance,
            self.message_line, self._tasks,
        )  # fmt: skip
        self.gallery = WindowGallery(
            self, session, self.files, self.ask_panel, self.queue, self._appearance, self.message_line, self._tasks
        )
        self.pages = Pages(
            self,
            session,
            self.models,
            self.imagining,
            self.diagnostics.report,
            self._tasks,
            settings,
            self.preferences,
            self._appearance,
        )

    def _build_menus(self) -> None:
        session, editing = self.session, self.editing
        self.verbs = verbs = Actions(self, session, self.tidying, self.replay)
        self.toolbox = Toolbox(self, verbs.tools, self.canvas, session, editing, self.pen, self.preferences)
        self.ruled_canvas.across.begin_guide = lambda: self.toolbox.guides.begin(horizontal=True)
        self.ruled_canvas.down.begin_guide = lambda: self.toolbox.guides.begin(horizontal=False)
        self.arrange_menu = ArrangeMenu(session, editing, self, self.canvas)
        self.strokes_panel = StrokesPanel(
            session,
            editing,
            self.pen,
            self._settings,
            self.preferences,
            self.arrange_menu.order,
            (verbs.freeze, self.arrange_menu.duplicate, verbs.delete),
            self.coloring,
            (
                self.arrange_menu.group,
                self.arrange_menu.ungroup,
                self.arrange_menu.align,
                self.arrange_menu.distribute,
                *self.arrange_menu.mirrors,
            ),
            DragOutButton(session),
        )
        self.paper_menu = PaperMenu(session, editing, self)
        self.ink_style_menu = InkStyleMenu(self._settings, self)
        verbs.add_recent(self.files.recent_menu)
        self.arrange_menu.add_nodes(self.toolbox.nodes.actions)
        self.menuBar().insertMenu(verbs.tools.menuAction(), self.arrange_menu)
        verbs.view_menu.insertMenu(verbs.divider, self.paper_menu)
        verbs.view_menu.insertMenu(verbs.divider, self.ink_style_menu)
        self.preset_menu = PresetMenu(self.presets, self.ask_panel.draw, session, self._tasks, self)
        self.ask_panel.draw.fold_row.addWidget(self.preset_menu.button)
        verbs.draw_menu.insertMenu(verbs.imagine, self.preset_menu)
        SheetMenu(self.canvas, session, editing, self.toolbox, verbs, self.arrange_menu, self.paper_menu)
        self.unit_menu = UnitMenu(self.preferences, self)
        verbs.view_menu.insertMenu(verbs.strokes, self.unit_menu)
        overlays = (verbs.mask, verbs.attention, verbs.starts)
        for action, word in zip(overlays, (tr("Mask"), tr("Attention"), tr("Starts")), strict=True):
            self.view_bar.add_switch(action_button(action), word)
        self.view_bar.add_switch(self.paper_menu.button(), tr("Paper"))
        self.view_bar.add_switch(self.ink_style_menu.button(), tr("Look"))
        self.view_bar.add_switch(action_button(verbs.divider), tr("Compare"))
        self.overlays = SubjectOverlay(self.canvas, session, self.subject, self.painting, *overlays)
        self.masking = Masking(
            session,
            self.clicking,
            self.painting,
            self.brush,
            self.ask_panel.source,
            self.canvas,
            self.overlays,
            verbs.undo_group,
        )

    def _lay_out(self) -> None:
        self.zones = Zones(
            left=self.ask_panel,
            welcome=self.welcome,
            canvas=self.ruled_canvas,
            keyboard=self.canvas,
            at_the_foot=self.tidy_bar,
            below=self.view_bar,
            notices=(self.message_line, self.files.rescue_card),
            right=(self.strokes_panel, self.sees_panel),
            bottom=(self.seeds_strip, self.time_line),
        )
        self.zones.tools.addWidget(self.toolbox.bar)
        self.setCentralWidget(self.zones)
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 560)

    def _connect(self) -> None:
        """Bind the session to the widgets: what the widgets show, and what the user does with them."""
        session, verbs, refresh = self.session, self.verbs, self.refresh
        self._window_preferences = WindowPreferences(
            self, self.zones, session, verbs, self.canvas, self._appearance, self._settings, self.preferences
        )
        self._zone_presenter = ZonePresenter(
            session,
            self.seeing,
            self.zones,
            self.canvas,
            self.toolbox.bar,
            self.strokes_panel,
            self.sees_panel,
            verbs,
            refresh,
        )
        self._sheet_presenter = SheetPresenter(
            session,
            self.replay,
            self.tidying,
            self.canvas,
            self.divider,
            self.view_bar,
            self.tidy_bar,
            self.ink_style_menu,
            verbs,
            self._appearance,
        )
        self.taskbar = Taskbar()
        self._title = WindowTitle(self, session, self.taskbar, refresh)
        self.sheet_size = SheetSize(session, self.preferences, self.unit_menu)
        permanent = (self.imagine_sign, self.queue.sign, self.sheet_size.button)
        self.status = StatusBar(self.statusBar(), session, self.subject, refresh, permanent, self._settings)
        self.status.detailed_changed.connect(self.time_line.set_detailed)
        self.time_line.set_detailed(self.status.detailed)
        self._controller = Controller(
            self,
            session,
            self.editing,
            self.tidying,
            self.subject,
            self.files,
            self.pages,
            self.ask_panel,
            self.message_line,
            self._tasks,
            self.replay,
        )
        self._controller.connect_actions(verbs, self.canvas)
        verbs.connect({"queue": self.queue.show, "send_to_queue": self.queue.send, "gallery": self.gallery.show})
        self._controller.connect_panels(self.welcome, self.sees_panel)
        self._controller.connect_bars(self.time_line, self.view_bar, self.canvas)
        self.imagine_sign.clicked.connect(self.pages.show_imagine)
        self._imagine_notices = ImagineNotices(self.imagining, self.album, self.pages, self.message_line)
        self._appearance.changed.connect(self._set_theme)
        refresh.bind(
            verbs.update,
            session.source.photo_changed,
            session.source.words_changed,
            session.sheet.changed,
            session.selection.changed,
            session.file.changed,
            session.run.changed,
            self.tidying.changed,
            session.draw.changed,
            self.replay.changed,
        )
        verbs.update()

    def _set_theme(self, theme: Theme) -> None:
        for part in (
            self.overlays,
            self.welcome,
            self.ask_panel,
            self.strokes_panel,
            self.sees_panel,
            self.seeds_strip,
            self.divider,
            self.ruled_canvas,
            self.message_line,
            self.time_line,
            self.files.rescue_card,
        ):
            part.set_theme(theme)
        self._sheet_presenter.show_paper()
        retint_icons(self)

    # Qt's events.

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            self.refresh.flush()  # several keys may come in one turn, and a shortcut must find its action enabled
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass keys that no other widget takes to the sheet; Enter and Esc in a field take the focus there, too."""
        if event.key() in _LEAVING and not self.canvas.hasFocus() and self.canvas.isVisible():
            self.canvas.setFocus()
        else:
            self.canvas.keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.canvas.keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.models.look()  # another program may have brought one meanwhile

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is None and can_bring(event.mimeData()):  # nothing that is dragged out of this window
            event.acceptProposedAction()
            self._set_inviting(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_inviting(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_inviting(False)
        picture = incoming(event.mimeData())
        if self.queue.take(event.mimeData()):
            event.acceptProposedAction()
        elif picture is not None:
            event.acceptProposedAction()
            self.files.take(picture)

    def _set_inviting(self, inviting: bool) -> None:
        """Show that what is dragged over the window can be dropped."""
        self.welcome.set_inviting(inviting)
        self.canvas.set_inviting(inviting)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close and self.session.file.unsaved:
            event.ignore()
            self._tasks.start(self._settle_and_close())
            return
        self._window_preferences.save_geometry()
        self._tasks.cancel()
        self.hide()  # the thread may need a moment to end
        self.queue.stop()
        self.diagnostics.close()
        self.pages.close()
        self.models.close()
        self.seeing.close()
        self.session.close()
        self.queue.close()
        self.gallery.close()
        self.album.close()
        self.files.close()
        event.accept()

    async def _settle_and_close(self) -> None:
        if await self.files.settle():
            self._may_close = True
            self.close()
