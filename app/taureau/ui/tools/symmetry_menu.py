"""The menu of the pen's symmetry."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from taureau.geometry import Symmetry
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.tools.pen import PenTool
from taureau.ui.widgets.parts import tool_button

_EXPLANATION = "Lines drawn by hand repeat about the middle of the sheet"
_CHOICES = (
    ("&None", Symmetry(), "Draw each line once"),
    ("&Left and right", Symmetry("vertical"), "Mirror each line on the upright axis of the sheet"),
    ("&Top and bottom", Symmetry("horizontal"), "Mirror each line on the level axis of the sheet"),
    ("&Both", Symmetry("both"), "Mirror each line on both axes of the sheet"),
    *(
        (f"{count} times &around", Symmetry("radial", count), f"Repeat each line {count} times around the middle")
        for count in (3, 4, 5, 6, 8, 12)
    ),
)


class SymmetryMenu(QMenu):
    """Sets the symmetry of the pen."""

    def __init__(self, pen: PenTool, canvas: Canvas, window: QWidget) -> None:
        super().__init__("S&ymmetry", window)
        self._pen, self._canvas = pen, canvas
        self.setToolTipsVisible(True)
        group = QActionGroup(self)
        self.choices: dict[Symmetry, QAction] = {}
        for text, symmetry, tooltip in _CHOICES:
            if symmetry == Symmetry("radial", 3):
                self.addSeparator()
            action = self.addAction(text)
            action.setCheckable(True)
            action.setChecked(symmetry == pen.symmetry)
            action.setToolTip(tooltip)
            action.triggered.connect(lambda _=False, symmetry=symmetry: self._set(symmetry))
            group.addAction(action)
            self.choices[symmetry] = action

    def button(self) -> QToolButton:
        made = tool_button(icon="asterisk", tooltip=_EXPLANATION, spoken="Symmetry")
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(self)
        return made

    def _set(self, symmetry: Symmetry) -> None:
        self._pen.symmetry = symmetry
        self._canvas.update()
