"""What the window shows of what the session says."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSizeF

from taureau.document import in_look
from taureau.session import counted
from taureau.session.choices import PROMPT_SHEET
from taureau.ui.canvas.backdrop import theme_on_paper
from taureau.ui.shell.window_parts import WindowParts
from taureau.ui.widgets.icons import redress
from taureau.ui.widgets.theme import Theme

FADED = 0.25  # opacity of the photo under the first strokes


class WindowShows(WindowParts):
    """Changes nothing but what is seen."""

    _faded = False  # the photo stepped back for the first strokes

    def _show_photo(self) -> None:
        self.canvas.set_photo(self.session.source.image)
        self.view_bar.set_photo(has_photo=self.session.source.photo is not None)
        self.view_bar.set_opacity(1.0)
        self._faded = False
        self._show_drawing()

    def _show_drawing(self) -> None:
        photo, drawing = self.session.source.photo, self.session.sheet.shown
        if drawing is not None and photo is not None and not self._faded:
            self._faded = True
            self.view_bar.set_opacity(FADED)
        self._show_sheet()
        self.canvas.ink_style = self.look_menu.look
        seen = in_look(drawing, self.look_menu.look) if drawing else None
        self.canvas.set_drawing(seen, draw_in=self.session.run.active and not self.session.run.edited)
        level, whole = self.session.sheet.level, self.session.sheet.drawing
        self.canvas.set_caption(f"{level} of {counted(whole.stroke_count)}" if level and whole else "")
        self._show_paper()
        self._show_right()
        self.verbs.update()
        self._show_divider()

    def _show_sheet(self) -> None:
        """The sheet at the size of what lies on it, or of what a run is about to draw; else the welcome."""
        there = self.session.sheet.shown or self.session.source.photo
        if there is not None:
            self.canvas.viewport.set_sheet(QSizeF(there.width, there.height))
        elif self.session.run.active:
            self.canvas.viewport.set_sheet(QSizeF(PROMPT_SHEET, PROMPT_SHEET))
        shown = there is not None or self.session.run.active
        self.zones.show_sheet(shown)
        self.toolbox.bar.setVisible(shown)
        self.verbs.alone.setEnabled(shown)
        self._show_panels(not (shown and self.verbs.alone.isChecked()))

    def _show_panels(self, shown: bool) -> None:
        if not shown and not self.canvas.hasFocus():
            self.canvas.setFocus()  # it would else go wherever the hidden panel's neighbour is
        self.zones.show_panels(shown)

    def _show_marks(self) -> None:
        marked, proposed = self.session.selection.marked, self.tidying.marked
        self.canvas.set_marked(replace(marked, leaving=proposed.leaving, becoming=proposed.becoming))
        self.verbs.update()

    def _show_proposal(self) -> None:
        self.canvas.viewport.set_footer(self.tidy_bar.sizeHint().height() if self.tidying.kind else 0)
        self._show_marks()

    def _show_file(self) -> None:
        self._show_title()
        self.setWindowModified(self.session.file.unsaved)
        self.setWindowFilePath(str(self.session.file.path or ""))
        self.verbs.update()

    def _show_title(self) -> None:
        """The file's name, and before it how far the run is, for whoever sees the task bar only."""
        session, run = self.session, self.session.run
        empty = session.source.photo is None and session.sheet.shown is None
        far = ""
        if run.active and run.state.fraction is not None:
            far = f"{100 * run.state.fraction:.0f} % — "
        elif run.active and run.state.growing and session.sheet.preview is not None:  # the number is not known yet
            far = f"{counted(session.sheet.preview.stroke_count)} — "
        self.setWindowTitle(f"{far}Taureau" if empty else f"{far}{session.file.name}[*] — Taureau")

    def _show_run(self) -> None:
        run = self.session.run
        self._show_title()
        self.taskbar.show(run.state.fraction if run.active else None)
        self._show_sheet()
        self.surroundings.set_where(run.state.where)
        self.verbs.update()

    def _show_right(self) -> None:
        """The right panels, once there is something to see."""
        strokes = self.verbs.strokes.isChecked() and self.session.sheet.shown is not None
        sees = self.verbs.sees.isChecked() and self.seeing.has_something
        self.strokes_panel.setVisible(strokes)
        self.sees_panel.setVisible(sees)
        self.zones.show_right(strokes or sees)

    def _show_divider(self) -> None:
        """The line between photo and drawing, where there are both."""
        both = self.session.source.photo is not None and self.session.sheet.shown is not None
        self.verbs.divider.setEnabled(both)
        self.divider.setVisible(both and self.verbs.divider.isChecked())

    def _show_paper(self) -> None:
        drawing, theme = self.session.sheet.shown, self._appearance.theme
        self.canvas.set_theme(theme_on_paper(theme, drawing.paper if drawing else None))

    def _set_theme(self, theme: Theme) -> None:
        panels = (self.ask_panel, self.strokes_panel, self.sees_panel)
        lines = (self.message_line, self.time_line, self.files.rescue_card)
        for part in (self.overlays, self.welcome, *panels, self.seeds_strip, self.divider, *lines):
            part.set_theme(theme)
        self._show_paper()
        redress(self)
