"""The menus: every action of the window with its shortcut."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from taureau.document import Respect
from taureau.session import Phase, Session, Tidying
from taureau.ui.widgets.icons import set_icon

Keys = QKeySequence | QKeySequence.StandardKey | str


class Actions:
    """Builds the menu bar once; `update` enables the actions that are possible now."""

    def __init__(self, window: QMainWindow, session: Session, tidying: Tidying) -> None:
        self._window = window
        self._tidying = tidying
        self._session = session
        bar = window.menuBar()
        names = ("&File", "&Edit", "&Tools", "&Draw", "&View", "&Help")
        file, edit, self.tools, draw, view, helping = (bar.addMenu(name) for name in names)
        for menu in (file, edit, self.tools, draw, view, helping):
            menu.setToolTipsVisible(True)
        self.edit_menu, self.view_menu = edit, view
        self._file = file
        self.new = self._add(file, "&New", QKeySequence.StandardKey.New)
        self.new.setToolTip("Begin with an empty window")
        self.open = self._add(file, "&Open…", QKeySequence.StandardKey.Open, "folder-open")
        self.open_beneath = self._add(file, "Open photo &beneath the drawing…", None)
        self.open_beneath.setToolTip("Open the photo that a drawing from a file was made from, to continue the drawing")
        file.addSeparator()
        self.save = self._add(file, "&Save", QKeySequence.StandardKey.Save, "save")
        self.save_as = self._add(file, "Save &as…", "Ctrl+Shift+S")
        self.revert = self._add(file, "Re&vert to the file", None)
        self.revert.setToolTip("Go back to what was saved; undo brings back what you have now")
        self.keep_photo = self._add(file, "Keep the &photo in saved drawings", None)
        self.keep_photo.setCheckable(True)
        self.keep_photo.setChecked(True)
        self.keep_photo.setToolTip("So that a drawing opened later can be continued; exports never contain it")
        self.export = self._add(file, "&Export…", "Ctrl+E", "file-down")
        self.export.setToolTip("Write the drawing for other programs, for print, or for a plotter")
        file.addSeparator()
        self.print = self._add(file, "&Print…", QKeySequence.StandardKey.Print, "printer")
        self.print.setToolTip("See the drawing on its page, then print it, in lines; true to size or fitted")
        file.addSeparator()
        self.quit = self._add(file, "&Quit", QKeySequence.StandardKey.Quit)

        self.undo_group = QUndoGroup(window)  # the drawing's, or the mask's while it is painted
        self.undo_group.addStack(session.sheet.undo_stack)
        self.undo_group.addStack(session.run.undo_stack)
        self.undo_group.setActiveStack(session.sheet.undo_stack)
        self.undo = self.undo_group.createUndoAction(window, "&Undo")
        self.undo.setShortcut("Ctrl+Z")
        self.redo = self.undo_group.createRedoAction(window, "&Redo")
        self.redo.setShortcut("Ctrl+Shift+Z")
        for action, icon in ((self.undo, "undo-2"), (self.redo, "redo-2")):
            set_icon(action, icon)
            edit.addAction(action)
        edit.addSeparator()
        self.cut = self._add(edit, "Cu&t", QKeySequence.StandardKey.Cut, "scissors")
        self.cut.setToolTip("Take the selected strokes out of the drawing and onto the clipboard")
        self.copy = self._add(edit, "&Copy", QKeySequence.StandardKey.Copy, "copy")
        self.copy.setToolTip("Put the selected strokes onto the clipboard, as SVG that other programs take")
        self.paste = self._add(edit, "&Paste", QKeySequence.StandardKey.Paste, "clipboard-paste")
        self.paste.setToolTip("Strokes from here or another program, or a picture to draw")

        edit.addSeparator()
        self.select_next = self._add(edit, "Select &next stroke", ".")
        self.select_previous = self._add(edit, "Select pre&vious stroke", ",")
        self.select_all = self._add(edit, "Select &all strokes", QKeySequence.StandardKey.SelectAll)
        self.select_inverse = self._add(edit, "&Invert the selection", "Ctrl+Shift+I")
        self.select_none = self._add(edit, "Select n&othing", None)
        self.similar_menu = similar = edit.addMenu("Select &similar")
        similar.setToolTipsVisible(True)
        self.similar: dict[Respect, QAction] = {
            "colour": self._add(similar, "Of the same &colour", None),
            "width": self._add(similar, "Of the same &width", None),
            "pen": self._add(similar, "Of the same &pen", None),
            "layer": self._add(similar, "On the same &layer", None),
        }
        for respect, action in self.similar.items():
            action.setToolTip(f"Select all strokes that have the {respect} of a selected one")
            action.triggered.connect(lambda _=False, respect=respect: session.selection.select_similar(respect))
        edit.addSeparator()
        self.delete = self._add(edit, "&Delete", None, "trash-2")
        self.delete.setShortcuts([QKeySequence("Delete"), QKeySequence("Backspace")])
        self.delete.setToolTip("Take the selected strokes out of the drawing")
        self.freeze = self._add(edit, "&Freeze", "F", "lock")
        edit.addSeparator()
        self.keep_level = self._add(edit, "&Keep the strokes shown", None, "check")
        self.keep_level.setToolTip("Take the strokes out of the drawing that the slider below hides")
        self.prune = self._add(edit, "P&rune…", None)
        self.prune.setToolTip("Find the strokes that the drawing can do without; nothing is removed before you confirm")
        self.merge = self._add(edit, "&Merge…", None)
        self.merge.setToolTip("Find strokes that continue each other, to make them one; shown before it is done")
        self.leave = self._add(edit, "L&eave it as it is", None)
        self.leave.setToolTip("Prune or merge nothing")
        edit.addSeparator()
        self.preferences = self._add(edit, "Pre&ferences…", "Ctrl+,", "settings-2")
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.preferences.setToolTip("Units, colours, snapping, grid, touch and files")

        self.draw = self._add(draw, "&Draw", "Ctrl+Return", "spline")
        self.draw.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.start_over = self._add(draw, "&Start over", "Ctrl+Shift+Return")
        self.start_over.setToolTip("Begin with an empty sheet; undo brings this drawing back")
        self.pause = self._add(draw, "&Pause", None, "pause")
        self.keep = self._add(draw, "Stop and &keep", None, "check")
        self.discard = self._add(draw, "Stop and d&iscard", None, "trash-2")
        draw.addSeparator()
        self.draw_menu = draw
        self.imagine = self._add(draw, "&Imagine…", "Ctrl+I")
        self.imagine.setToolTip("Pictures of words, variations, blends, changes by words; each can be drawn")
        self.models = self._add(draw, "&Models…", None, "download")
        self.models.setToolTip("What there is to draw with: fetch, import, verify, remove")

        self.show_all = self._add(view, "Show &all strokes", None)
        self.show_all.setToolTip("Show the whole drawing again, not only its first strokes")
        view.addSeparator()
        self.zoom_in = self._add(view, "Zoom &in", "+", "zoom-in")
        self.zoom_in.setShortcuts([QKeySequence("+"), QKeySequence("Ctrl++"), QKeySequence("=")])
        self.zoom_out = self._add(view, "Zoom &out", "-", "zoom-out")
        self.zoom_out.setShortcuts([QKeySequence("-"), QKeySequence("Ctrl+-")])
        self.fit = self._add(view, "&Fit into the window", "0", "scan")
        self.fit.setShortcuts([QKeySequence("0"), QKeySequence("5")])
        self.actual_size = self._add(view, "&100 %", "1")
        self.zoom_selection = self._add(view, "Zoom to the s&election", "3", "maximize")
        self.zoom_selection.setToolTip("Show what is selected as large as possible")
        self.zoom_drawing = self._add(view, "Zoom to the dra&wing", "4", "expand")
        self.zoom_drawing.setToolTip("Show all strokes as large as possible, without the empty edges of the sheet")
        view.addSeparator()
        self.rulers = self._add_switch(view, "&Rulers", "Ctrl+R", "ruler")
        self.rulers.setToolTip("Rulers at the edges of the sheet, out of which guides are dragged")
        self.guides = self._add_switch(view, "&Guides", "|", "separator-vertical")
        self.guides.setToolTip("Show the guides, or hide them; those of hidden guides nothing snaps to")
        self.clear_guides = self._add(view, "Remo&ve all guides", None)
        self.clear_guides.setToolTip("A single guide is removed by dragging it back onto its ruler")
        self.grid = self._add_switch(view, "Gri&d", "#", "grid-3x3")
        self.grid.setToolTip("A grid on the sheet; its spacing is in the preferences")
        self.snap = self._add_switch(view, "S&nap", "%", "magnet")
        self.snap.setToolTip("What is dragged or drawn snaps to nodes, ends, guides, grid and page; Alt suspends it")
        view.addSeparator()
        self.alone = self._add(view, "The sheet a&lone", "F12")
        self.alone.setCheckable(True)
        self.alone.setToolTip("Hide all panels, or show them again; Tab does it too, once the sheet was clicked")
        self.divider = self._add(view, "Photo and drawing side &by side", "D", "square-split-horizontal")
        self.divider.setCheckable(True)
        self.divider.setToolTip("A line across the sheet: left of it the photo, right of it the drawing (D)")
        self.mask = self._add(view, "&Mask", "M", "blend")
        self.mask.setToolTip("Dim what is left out of the drawing (M)")
        self.attention = self._add(view, "A&ttention", "T", "scan-eye")
        self.attention.setToolTip("Show where the encoder looks, the stronger the more (T)")
        self.starts = self._add(view, "Where strokes &begin", None, "circle-dot")
        self.starts.setToolTip("Ring the places where the latest run began its strokes")
        for action in (self.mask, self.attention, self.starts):
            action.setCheckable(True)
        view.addSeparator()
        self.strokes = self._add(view, "&Strokes", None)
        self.strokes.setCheckable(True)
        self.strokes.setToolTip("The panel with the layers, and with the strokes' width, colour and order")
        self.sees = self._add(view, "What it &sees", None)
        self.sees.setCheckable(True)
        self.sees.setToolTip("The panel that names what is seen in photo and drawing")
        self.motion = self._add(view, "A&nimate new strokes", None)
        self.motion.setCheckable(True)
        self.motion.setToolTip("New strokes appear along their length; switch off for no motion")
        appearance = view.addMenu("&Appearance")
        group = QActionGroup(window)
        self.appearances: dict[str, QAction] = {}
        for mode, name in (("system", "As the &system"), ("light", "&Light"), ("dark", "&Dark")):
            action = self._add(appearance, name, None)
            action.setCheckable(True)
            group.addAction(action)
            self.appearances[mode] = action
        self.palette = self._add(helping, "&Find a command…", "Ctrl+K", "search")
        self.palette.setToolTip("Type a few letters of what to do")
        self.shortcuts = self._add(helping, "&Shortcuts", "F1", "keyboard")
        self.diagnostics = self._add(helping, "&Diagnostics", None)
        self.diagnostics.setToolTip("Versions, machine and log, for whoever helps you; read it before you copy it")
        self.about = self._add(helping, "&About Taureau", None)
        self.update()

    def update(self) -> None:
        """Enable the actions that are possible now."""
        session, phase = self._session, self._session.run.state.phase
        stoppable = phase in (Phase.RUNNING, Phase.PAUSED)
        something = session.source.photo is not None or session.sheet.shown is not None
        for action in (self.save, self.save_as, self.export, self.print):
            action.setEnabled(session.sheet.drawing is not None and not session.run.active)
        self.new.setEnabled(something)
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
        self._update_marks()
        several = session.sheet.drawing is not None and session.sheet.drawing.stroke_count > 1
        for action in (self.prune, self.merge):
            action.setEnabled(several and not session.run.active)
        self.leave.setVisible(self._tidying.kind is not None)
        self.leave.setEnabled(self._tidying.kind is not None)
        self._assign_escape(self.leave, self.select_none, self.show_all, self.pause)
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
        self.freeze.setText("Un&freeze" if thaw else "&Freeze")
        self.freeze.setToolTip(
            "Let the selected strokes move again when more is drawn"
            if thaw
            else "Hold the selected strokes still when more is drawn"
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
