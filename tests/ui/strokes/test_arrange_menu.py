"""When the verbs that arrange strokes can be used."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton


def test_aligning_needs_a_selection_and_distributing_three_strokes(rows):
    menu, panel = rows.arrange_menu, rows.strokes_panel
    buttons = {button.menu(): button for button in panel.findChildren(QToolButton) if button.menu() is not None}
    for count, aligns, distributes in ((0, False, False), (1, True, False), (2, True, False), (3, True, True)):
        rows.session.selection.select((0, 1, 4)[:count])
        for one, enabled in ((menu.align, aligns), (menu.distribute, distributes)):
            assert one.menuAction().isEnabled() is enabled
            assert buttons[one].isEnabled() is enabled
