"""The hint of the tool bar, where there is little room."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from taureau.ui.tools.tool_bar import ToolBar


def test_a_hint_of_which_little_would_be_legible_is_only_in_the_tooltip(qtbot):
    bar = ToolBar([])
    qtbot.addWidget(bar)
    bar.set_hint("Drag nodes, handles or the curve.", "A double-click adds a node.")
    hint = bar.findChild(QLabel)
    whole = hint.fontMetrics().horizontalAdvance("Drag nodes, handles or the curve.")
    for width, shown in ((whole + 10, "Drag nodes, handles or the curve."), (whole // 3, "")):
        hint.resize(width, 20)
        bar.set_hint("Drag nodes, handles or the curve.", "A double-click adds a node.")
        assert hint.text() == shown
        assert hint.toolTip() == "Drag nodes, handles or the curve. A double-click adds a node."
