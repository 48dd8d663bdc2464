"""Shows the session on the canvas: photo, drawing, selection, paper, and the line between photo and drawing."""

from __future__ import annotations

from dataclasses import replace

from taureau.document import in_look
from taureau.session import Replay, Session, Tidying, counted
from taureau.session.language import tr
from taureau.ui.canvas.backdrop import theme_on_paper
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.divider import Divider
from taureau.ui.canvas.view_bar import ViewBar
from taureau.ui.shell.actions import Actions
from taureau.ui.strokes.ink_style_menu import InkStyleMenu
from taureau.ui.timeline.tidy_bar import TidyBar
from taureau.ui.widgets.appearance import Appearance

FADED = 0.25  # opacity of the photo under the first strokes


class SheetPresenter:
    """Updates the canvas at once, not once per turn: the tools preview on it and a gesture ends on what it shows."""

    def __init__(
        self,
        session: Session,
        replay: Replay,
        tidying: Tidying,
        canvas: Canvas,
        divider: Divider,
        view_bar: ViewBar,
        tidy_bar: TidyBar,
        ink_style_menu: InkStyleMenu,
        actions: Actions,
        appearance: Appearance,
    ) -> None:
        self._session, self._tidying, self._canvas, self._divider = session, tidying, canvas, divider
        self._view_bar, self._tidy_bar, self._ink_style_menu = view_bar, tidy_bar, ink_style_menu
        self._actions, self._appearance = actions, appearance
        self._faded = False  # the photo was faded for the first strokes
        session.source.photo_changed.connect(self._show_photo)
        session.sheet.changed.connect(self._show_drawing)
        session.selection.changed.connect(self._show_marks)
        ink_style_menu.style_changed.connect(self._show_drawing)
        tidying.changed.connect(self._show_proposal)
        replay.advanced.connect(lambda: canvas.replay(replay.shares))
        actions.divider.toggled.connect(self._show_divider)
        self._show_photo()

    def show_paper(self) -> None:
        drawing, theme = self._session.sheet.shown, self._appearance.theme
        self._canvas.set_theme(theme_on_paper(theme, drawing.paper if drawing else None))

    def _show_photo(self) -> None:
        self._canvas.set_photo(self._session.source.image)
        self._view_bar.set_photo(has_photo=self._session.source.photo is not None)
        self._view_bar.set_opacity(1.0)
        self._faded = False
        self._show_drawing()

    def _show_drawing(self) -> None:
        session, style = self._session, self._ink_style_menu.style_name
        drawing = session.sheet.shown
        if drawing is not None and session.source.photo is not None and not self._faded:
            self._faded = True
            self._view_bar.set_opacity(FADED)
        self._canvas.ink_style = style
        self._canvas.set_drawing(in_look(drawing, style) if drawing else None, draw_in=self._draws_in)
        level, whole = session.sheet.level, session.sheet.drawing
        self._canvas.set_caption(
            tr("{level} of {counted}", level=level, counted=counted(whole.line_count)) if level and whole else ""
        )
        self.show_paper()
        self._show_divider()

    @property
    def _draws_in(self) -> bool:
        """Return whether new strokes come from a run and are animated."""
        return self._session.run.active and not self._session.run.edited

    def _show_marks(self) -> None:
        marked, proposed = self._session.selection.marked, self._tidying.marked
        self._canvas.set_marked(replace(marked, leaving=proposed.leaving, becoming=proposed.becoming))

    def _show_proposal(self) -> None:
        self._canvas.viewport.set_footer(self._tidy_bar.sizeHint().height() if self._tidying.kind else 0)
        self._show_marks()

    def _show_divider(self) -> None:
        """Show the divider if there are a photo and a drawing."""
        both = self._session.source.photo is not None and self._session.sheet.shown is not None
        self._actions.divider.setEnabled(both)
        self._divider.setVisible(both and self._actions.divider.isChecked())
