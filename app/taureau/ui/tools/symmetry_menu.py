"""The menu of the pen's symmetry."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from taureau.geometry import Symmetry
from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.tools.pen import PenTool
from taureau.ui.widgets.parts import tool_button
from taureau.wording import said, tr_noop

_EXPLANATION = tr_noop("Lines drawn by hand repeat about the middle of the sheet")
_CHOICES = (
    (tr_noop("&None"), Symmetry(), tr_noop("Draw each line once")),
    (tr_noop("&Left and right"), Symmetry("vertical"), tr_noop("Mirror each line on the upright axis of the sheet")),
    (tr_noop("&Top and bottom"), Symmetry("horizontal"), tr_noop("Mirror each line on the level axis of the sheet")),
    (tr_noop("&Both"), Symmetry("both"), tr_noop("Mirror each line on both axes of the sheet")),
    *(
        (
            said("{count} times &around", count=count),
            Symmetry("radial", count),
            said("Repeat each line {count} times around the middle", count=count),
        )
        for count in (3, 4, 5, 6, 8, 12)
    ),
)


class SymmetryMenu(QMenu):
    """Sets the symmetry of the pen."""

    def __init__(self, pen: PenTool, canvas: Canvas, window: QWidget) -> None:
        super().__init__(tr("S&ymmetry"), window)
        self._pen, self._canvas = pen, canvas
        self.setToolTipsVisible(True)
        group = QActionGroup(self)
        self.choices: dict[Symmetry, QAction] = {}
        for text, symmetry, tooltip in _CHOICES:
            if symmetry == Symmetry("radial", 3):
                self.addSeparator()
            action = self.addAction(tr(text))
            action.setCheckable(True)
            action.setChecked(symmetry == pen.symmetry)
            action.setToolTip(tr(tooltip))
            action.triggered.connect(lambda _=False, symmetry=symmetry: self._set(symmetry))
            group.addAction(action)
            self.choices[symmetry] = action

    def button(self) -> QToolButton:
        made = tool_button(icon="asterisk", tooltip=tr(_EXPLANATION), spoken=tr("Symmetry"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(self)
        return made

    def _set(self, symmetry: Symmetry) -> None:
        self._pen.symmetry = symmetry
        self._canvas.update()
