"""The menus: every action of the window with its shortcut."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from taureau.document import Respect
from taureau.session import Phase, Replay, Session, Tidying, releases_page
from taureau.session.language import LANGUAGES, tr
from taureau.ui.widgets.icons import set_icon

Keys = QKeySequence | QKeySequence.StandardKey | str


class Actions:
    """Builds the menu bar once; `update` enables the actions that are possible now."""

    def __init__(self, window: QMainWindow, session: Session, tidying: Tidying, replay: Replay) -> None:
        self._window = window
        self._tidying, self._replay = tidying, replay
        self._session = session
        bar = window.menuBar()
        names = (tr("&File"), tr("&Edit"), tr("&Tools"), tr("&Draw"), tr("&View"), tr("&Help"))
        file, edit, self.tools, draw, view, helping = (bar.addMenu(name) for name in names)
        for menu in (file, edit, self.tools, draw, view, helping):
            menu.setToolTipsVisible(True)
        self.edit_menu, self.view_menu = edit, view
        self._file = file
        self.new = self._add(file, tr("&New"), QKeySequence.StandardKey.New)
        self.new.setToolTip(tr("Begin with an empty window"))
        self.open = self._add(file, tr("&Open…"), QKeySequence.StandardKey.Open, "folder-open")
        self.open_beneath = self._add(file, tr("Open photo &beneath the drawing…"), None)
        self.open_beneath.setToolTip(
            tr("Open the photo that a drawing from a file was made from, to continue the drawing")
        )
        file.addSeparator()
        self.save = self._add(file, tr("&Save"), QKeySequence.StandardKey.Save, "save")
        self.save_as = self._add(file, tr("Save &as…"), "Ctrl+Shift+S")
        self.revert = self._add(file, tr("Re&vert to the file"), None)
        self.revert.setToolTip(tr("Go back to what was saved; undo brings back what you have now"))
        self.keep_photo = self._add(file, tr("Keep the &photo in saved drawings"), None)
        self.keep_photo.setCheckable(True)
        self.keep_photo.setChecked(True)
        self.keep_photo.setToolTip(tr("So that a drawing opened later can be continued; exports never contain it"))
        self.send_to_queue = self._add(file, tr("Send to &queue"), "Ctrl+Shift+U", "corner-down-right")
        self.send_to_queue.setToolTip(tr("Draw this photo, or these words, with these settings later, in the queue"))
        self.export = self._add(file, tr("&Export…"), "Ctrl+E", "file-down")
        self.export.setToolTip(tr("Write the drawing for other programs, for print, or for a plotter"))
        self.export_film = self._add(file, tr("Export fil&m…"), None, "play")
        self.export_film.setToolTip(
            tr("Write how the drawing came to be, stroke by stroke: SVG, WebP, GIF, video, Lottie")
        )
        file.addSeparator()
        self.print = self._add(file, tr("&Print…"), QKeySequence.StandardKey.Print, "printer")
        self.print.setToolTip(tr("See the drawing on its page, then print it, in lines; true to size or fitted"))
        file.addSeparator()
        self.quit = self._add(file, tr("&Quit"), QKeySequence.StandardKey.Quit)

        self.undo_group = QUndoGroup(window)  # the drawing's, or the mask's while it is painted
        self.undo_group.addStack(session.sheet.undo_stack)
        self.undo_group.addStack(session.run.undo_stack)
        self.undo_group.setActiveStack(session.sheet.undo_stack)
        self.undo = self.undo_group.createUndoAction(window, tr("&Undo"))
        self.undo.setShortcut("Ctrl+Z")
        self.redo = self.undo_group.createRedoAction(window, tr("&Redo"))
        self.redo.setShortcut("Ctrl+Shift+Z")
        for action, icon in ((self.undo, "undo-2"), (self.redo, "redo-2")):
            set_icon(action, icon)
            edit.addAction(action)
        edit.addSeparator()
        self.cut = self._add(edit, tr("Cu&t"), QKeySequence.StandardKey.Cut, "scissors")
        self.cut.setToolTip(tr("Take the selected strokes out of the drawing and onto the clipboard"))
        self.copy = self._add(edit, tr("&Copy"), QKeySequence.StandardKey.Copy, "copy")
        self.copy.setToolTip(tr("Put the selected strokes onto the clipboard, as SVG that other programs take"))
        self.paste = self._add(edit, tr("&Paste"), QKeySequence.StandardKey.Paste, "clipboard-paste")
        self.paste.setToolTip(tr("Strokes from here or another program, or a picture to draw"))

        edit.addSeparator()
        self.select_next = self._add(edit, tr("Select &next stroke"), ".")
        self.select_previous = self._add(edit, tr("Select pre&vious stroke"), ",")
        self.select_all = self._add(edit, tr("Select &all strokes"), QKeySequence.StandardKey.SelectAll)
        self.select_inverse = self._add(edit, tr("&Invert the selection"), "Ctrl+Shift+I")
        self.select_none = self._add(edit, tr("Select n&othing"), None)
        self.similar_menu = similar = edit.addMenu(tr("Select &similar"))
        similar.setToolTipsVisible(True)
        self.similar: dict[Respect, QAction] = {
            "colour": self._add(similar, tr("Of the same &colour"), None),
            "width": self._add(similar, tr("Of the same &width"), None),
            "pen": self._add(similar, tr("Of the same &pen"), None),
            "layer": self._add(similar, tr("On the same &layer"), None),
        }
        for respect, action in self.similar.items():
            action.setToolTip(tr("Select all strokes that have the {respect} of a selected one", respect=respect))
            action.triggered.connect(lambda _=False, respect=respect: session.selection.select_similar(respect))
        edit.addSeparator()
        self.delete = self._add(edit, tr("&Delete"), None, "trash-2")
        self.delete.setShortcuts([QKeySequence("Delete"), QKeySequence("Backspace")])
        self.delete.setToolTip(tr("Take the selected strokes out of the drawing"))
        self.freeze = self._add(edit, tr("&Freeze"), "F", "lock")
        edit.addSeparator()
        self.keep_level = self._add(edit, tr("&Keep the strokes shown"), None, "check")
        self.keep_level.setToolTip(tr("Take the strokes out of the drawing that the slider below hides"))
        self.prune = self._add(edit, tr("P&rune…"), None)
        self.prune.setToolTip(
            tr("Find the strokes that the drawing can do without; nothing is removed before you confirm")
        )
        self.merge = self._add(edit, tr("&Merge…"), None)
        self.merge.setToolTip(tr("Find strokes that continue each other, to make them one; shown before it is done"))
        self.one_line = self._add(edit, tr("&One line…"), None)
        self.one_line.setToolTip(
            tr("Join all strokes into one line, drawn without lifting the pen, or into few; shown before it is done")
        )
        self.leave = self._add(edit, tr("L&eave it as it is"), None)
        self.leave.setToolTip(tr("Prune, merge or join nothing"))
        edit.addSeparator()
        self.preferences = self._add(edit, tr("Pre&ferences…"), "Ctrl+,", "settings-2")
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.preferences.setToolTip(tr("Units, colours, snapping, grid, touch and files"))

        self.draw = self._add(draw, tr("&Draw"), "Ctrl+Return", "spline")
        self.draw.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.start_over = self._add(draw, tr("&Start over"), "Ctrl+Shift+Return")
        self.start_over.setToolTip(tr("Begin with an empty sheet; undo brings this drawing back"))
        self.pause = self._add(draw, tr("&Pause"), None, "pause")
        self.keep = self._add(draw, tr("Stop and &keep"), None, "check")
        self.discard = self._add(draw, tr("Stop and d&iscard"), None, "trash-2")
        draw.addSeparator()
        self.draw_menu = draw
        self.imagine = self._add(draw, tr("&Imagine…"), "Ctrl+I")
        self.imagine.setToolTip(tr("Pictures of words, variations, blends, changes by words; each can be drawn"))
        self.queue = self._add(draw, tr("&Queue…"), "Ctrl+U")
        self.queue.setToolTip(tr("Photos and words that are drawn one after another; a folder can feed it"))
        self.gallery = self._add(draw, tr("&Gallery…"), "Ctrl+L", "layout-grid")
        self.gallery.setToolTip(tr("Every run that was kept: search, compare, open, use its settings again"))
        self.models = self._add(draw, tr("&Models…"), None, "download")
        self.models.setToolTip(tr("What there is to draw with: fetch, import, verify, remove"))

        self.play = self._add(view, tr("&Play the drawing"), "Ctrl+Shift+P", "play")
        self.play.setToolTip(tr("See the drawing drawn, stroke by stroke, from the strokes shown on"))
        self.stop_playing = self._add(view, tr("S&top playing"), None)
        self.stop_playing.setToolTip(tr("Show the whole drawing again"))
        self.show_all = self._add(view, tr("Show &all strokes"), None)
        self.show_all.setToolTip(tr("Show the whole drawing again, not only its first strokes"))
        view.addSeparator()
        self.zoom_in = self._add(view, tr("Zoom &in"), "+", "zoom-in")
        self.zoom_in.setShortcuts([QKeySequence("+"), QKeySequence("Ctrl++"), QKeySequence("=")])
        self.zoom_out = self._add(view, tr("Zoom &out"), "-", "zoom-out")
        self.zoom_out.setShortcuts([QKeySequence("-"), QKeySequence("Ctrl+-")])
        self.fit = self._add(view, tr("&Fit into the window"), "0", "scan")
        self.fit.setShortcuts([QKeySequence("0"), QKeySequence("5")])
        self.actual_size = self._add(view, "&100 %", "1")
        self.zoom_selection = self._add(view, tr("Zoom to the s&election"), "3", "maximize")
        self.zoom_selection.setToolTip(tr("Show what is selected as large as possible"))
        self.zoom_drawing = self._add(view, tr("Zoom to the dra&wing"), "4", "expand")
        self.zoom_drawing.setToolTip(tr("Show all strokes as large as possible, without the empty edges of the sheet"))
        view.addSeparator()
        self.rulers = self._add_switch(view, tr("&Rulers"), "Ctrl+R", "ruler")
        self.rulers.setToolTip(tr("Rulers at the edges of the sheet, out of which guides are dragged"))
        self.guides = self._add_switch(view, tr("&Guides"), "|", "separator-vertical")
        self.guides.setToolTip(tr("Show the guides, or hide them; those of hidden guides nothing snaps to"))
        self.clear_guides = self._add(view, tr("Remo&ve all guides"), None)
        self.clear_guides.setToolTip(tr("A single guide is removed by dragging it back onto its ruler"))
        self.grid = self._add_switch(view, tr("Gri&d"), "#", "grid-3x3")
        self.grid.setToolTip(tr("A grid on the sheet; its spacing is in the preferences"))
        self.snap = self._add_switch(view, tr("S&nap"), "%", "magnet")
        self.snap.setToolTip(
            tr("What is dragged or drawn snaps to nodes, ends, guides, grid and page; Alt suspends it")
        )
        view.addSeparator()
        self.alone = self._add(view, tr("The sheet a&lone"), "F12")
        self.alone.setCheckable(True)
        self.alone.setToolTip(tr("Hide all panels, or show them again; Tab does it too, once the sheet was clicked"))
        self.divider = self._add(view, tr("Photo and drawing side &by side"), "D", "square-split-horizontal")
        self.divider.setCheckable(True)
        self.divider.setToolTip(tr("A line across the sheet: left of it the photo, right of it the drawing (D)"))
        self.mask = self._add(view, tr("&Mask"), "M", "blend")
        self.mask.setToolTip(tr("Dim what is left out of the drawing (M)"))
        self.attention = self._add(view, tr("A&ttention"), "T", "scan-eye")
        self.attention.setToolTip(tr("Show where the encoder looks, the stronger the more (T)"))
        self.starts = self._add(view, tr("Where strokes &begin"), None, "circle-dot")
        self.starts.setToolTip(tr("Ring the places where the latest run began its strokes"))
        for action in (self.mask, self.attention, self.starts):
            action.setCheckable(True)
        view.addSeparator()
        self.strokes = self._add(view, tr("&Strokes"), None)
        self.strokes.setCheckable(True)
        self.strokes.setToolTip(tr("The panel with the layers, and with the strokes' width, colour and order"))
        self.sees = self._add(view, tr("What it &sees"), None)
        self.sees.setCheckable(True)
        self.sees.setToolTip(tr("The panel that names what is seen in photo and drawing"))
        self.motion = self._add(view, tr("A&nimate new strokes"), None)
        self.motion.setCheckable(True)
        self.motion.setToolTip(tr("New strokes appear along their length; switch off for no motion"))
        self.languages = self._add_languages(view.addMenu(tr("&Language")))
        appearance = view.addMenu(tr("&Appearance"))
        group = QActionGroup(window)
        self.appearances: dict[str, QAction] = {}
        for mode, name in (("system", tr("As the &system")), ("light", tr("&Light")), ("dark", tr("&Dark"))):
            action = self._add(appearance, name, None)
            action.setCheckable(True)
            group.addAction(action)
            self.appearances[mode] = action
        self.palette = self._add(helping, tr("&Find a command…"), "Ctrl+K", "search")
        self.palette.setToolTip(tr("Type a few letters of what to do"))
        self.shortcuts = self._add(helping, tr("&Shortcuts"), "F1", "keyboard")
        self.diagnostics = self._add(helping, tr("&Diagnostics"), None)
        self.diagnostics.setToolTip(tr("Versions, machine and log, for whoever helps you; read it before you copy it"))
        self.newer = self._add(helping, tr("Is there a &newer version?"), None)
        self.newer.setToolTip(tr("Open the page of all versions in the browser; Taureau itself never asks"))
        self.newer.setVisible(releases_page() is not None)
        self.about = self._add(helping, tr("&About Taureau"), None)
        self.update()

    def _add_languages(self, menu: QMenu) -> dict[str, QAction]:
        """Add the languages in their own names, before them that of the system."""
        group = QActionGroup(self._window)
        actions = {}
        for name, text in {"": tr("As the &system"), **LANGUAGES}.items():
            action = self._add(menu, text, None)
            action.setCheckable(True)
            group.addAction(action)
            actions[name] = action
        return actions

    def update(self) -> None:
        """Enable the actions that are possible now."""
        session, phase = self._session, self._session.run.state.phase
        stoppable = phase in (Phase.RUNNING, Phase.PAUSED)
        something = session.source.photo is not None or session.sheet.shown is not None
        for action in (self.save, self.save_as, self.export, self.export_film, self.print):
            action.setEnabled(session.sheet.drawing is not None and not session.run.active)
        self.new.setEnabled(something)
        self.send_to_queue.setEnabled(session.source.available)
        self.revert.setEnabled(session.file.path is not None and not session.run.active)
        command = session.draw.command
        self.draw.setEnabled(command.enabled)
        self.draw.setText(f"&{command.name}")
        self.start_over.setEnabled(command.continuable and command.enabled)
        self.open_beneath.setEnabled(session.sheet.drawing is not None and not session.run.active)
        self.pause.setEnabled(stoppable)
        self.pause.setText(f"&{session.run.pause_verb}")
        self.keep.setEnabled(stoppable)
        self.discard.setEnabled(session.run.active)
        for action in (self.keep_level, self.show_all):
            action.setEnabled(session.sheet.level is not None)
        self.play.setEnabled(self._replay.possible)
        self.play.setText(tr("&Pause playing") if self._replay.playing else tr("&Play the drawing"))
        self.stop_playing.setEnabled(self._replay.playing)
        self.stop_playing.setVisible(self._replay.playing)
        self._update_marks()
        several = session.sheet.drawing is not None and session.sheet.drawing.stroke_count > 1
        for action in (self.prune, self.merge, self.one_line):
            action.setEnabled(several and not session.run.active)
        self.leave.setVisible(self._tidying.kind is not None)
        self.leave.setEnabled(self._tidying.kind is not None)
        self._assign_escape(self.stop_playing, self.leave, self.select_none, self.show_all, self.pause)
        if phase is Phase.PAUSED:
            self.pause.setShortcut("")  # a second Esc must not resume what the first one paused
        for action in (self.zoom_in, self.zoom_out, self.fit, self.actual_size):
            action.setEnabled(something)
        shown = session.sheet.shown
        self.zoom_drawing.setEnabled(shown is not None and shown.stroke_count > 0)
        self.clear_guides.setEnabled(shown is not None and bool(shown.guides) and session.sheet.editable is not None)

    def _update_marks(self) -> None:
        session, selected = self._session, bool(self._session.selection.strokes)
        strokes = session.sheet.editable is not None and session.sheet.editable.stroke_count > 0
        for action in (self.select_next, self.select_previous, self.select_all, self.select_inverse):
            action.setEnabled(strokes)
        for action in (self.select_none, self.cut, self.copy, self.delete, self.freeze, self.zoom_selection):
            action.setEnabled(selected)
        for action in self.similar.values():
            action.setEnabled(selected)
        thaw = session.selection.all_frozen
        self.freeze.setText(tr("Un&freeze") if thaw else tr("&Freeze"))
        self.freeze.setToolTip(
            tr("Let the selected strokes move again when more is drawn")
            if thaw
            else tr("Hold the selected strokes still when more is drawn")
        )

    def _assign_escape(self, *actions: QAction) -> None:
        """Assign Esc to the first of these actions that is enabled."""
        first = next((action for action in actions if action.isEnabled()), None)
        for action in actions:
            action.setShortcut("Esc" if action is first else "")

    def add_recent(self, menu: QMenu) -> None:
        """Insert the menu of recent files below Open."""
        self._file.insertMenu(self.open_beneath, menu)

    def connect(self, verbs: dict[str, Callable[[], object]]) -> None:
        """Connect each named action to its function."""
        for name, verb in verbs.items():
            getattr(self, name).triggered.connect(lambda _=False, verb=verb: verb())

    def _add_switch(self, menu: QMenu, text: str, keys: Keys | None, icon: str = "") -> QAction:
        action = self._add(menu, text, keys, icon)
        action.setCheckable(True)
        return action

    def _add(self, menu: QMenu, text: str, keys: Keys | None, icon: str = "") -> QAction:
        action = QAction(text, self._window)
        if keys is not None:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if icon:
            set_icon(action, icon)
        menu.addAction(action)
        return action
