"""Decides which zones of the window are visible: the sheet or the welcome, the panels, the tool bar."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QWidget

from taureau.session import Seeing, Session
from taureau.session.choices import PROMPT_SHEET
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.shell.actions import Actions
from taureau.ui.shell.zones import Zones
from taureau.ui.widgets.refresh import Refresh


class ZonePresenter:
    """Also sets the size of the sheet on the canvas."""

    def __init__(
        self,
        session: Session,
        seeing: Seeing,
        zones: Zones,
        canvas: Canvas,
        tool_bar: QWidget,
        strokes_panel: QWidget,
        sees_panel: QWidget,
        actions: Actions,
        refresh: Refresh,
    ) -> None:
        self._session, self._seeing, self._zones, self._canvas = session, seeing, zones, canvas
        self._tool_bar, self._strokes_panel, self._sees_panel, self._actions = (
            tool_bar, strokes_panel, sees_panel, actions,
        )  # fmt: skip
        session.source.photo_changed.connect(self._show)
        session.sheet.changed.connect(self._show)
        refresh.bind(self._show_sheet, session.run.changed)
        actions.alone.toggled.connect(self._show_sheet)
        for action in (actions.strokes, actions.sees):
            action.toggled.connect(self._show_right)
        self._show()

    def _show(self) -> None:
        self._show_sheet()
        self._show_right()

    def _show_sheet(self) -> None:
        """Show the sheet at the size of its drawing or photo, or of the run; else the welcome."""
        content = self._session.sheet.shown or self._session.source.photo
        active = self._session.run.active
        if content is not None:
            self._canvas.viewport.set_sheet(QSizeF(content.width, content.height))
        elif active:
            self._canvas.viewport.set_sheet(QSizeF(PROMPT_SHEET, PROMPT_SHEET))
        shown = content is not None or active
        self._zones.show_sheet(shown)
        self._tool_bar.setVisible(shown)
        self._actions.alone.setEnabled(shown)
        panels = not (shown and self._actions.alone.isChecked())
        if not panels and not self._canvas.hasFocus():
            self._canvas.setFocus()  # else the focus would go to whatever is next to the hidden panel
        self._zones.show_panels(panels)

    def _show_right(self) -> None:
        """Show the right panels that are switched on and have something to show."""
        strokes = self._actions.strokes.isChecked() and self._session.sheet.shown is not None
        sees = self._actions.sees.isChecked() and self._seeing.has_something
        self._strokes_panel.setVisible(strokes)
        self._sees_panel.setVisible(sees)
        self._zones.show_right(strokes or sees)
