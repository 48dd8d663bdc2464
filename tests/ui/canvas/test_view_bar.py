"""The bar below the sheet has room for all it holds, in a small window too."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from taureau.ui.widgets.parts import tool_button


@pytest.mark.parametrize("width", [1440, 1024])
def test_nothing_runs_under_anything_else(with_photo, qtbot, width):
    bar = with_photo.view_bar
    for _ in range(6 - bar.switches.count()):
        bar.add_switch(tool_button(icon="sticky-note", tooltip="One more"), "More")
    with_photo.resize(width, 640)
    qtbot.waitUntil(lambda: with_photo.width() == width)
    qtbot.wait(1)
    seen = sorted(
        (child.geometry() for child in bar.children() if child.isWidgetType() and child.isVisible()),
        key=lambda g: g.x(),
    )
    assert len(seen) >= 11
    for left, right in pairwise(seen):
        assert left.right() < right.left()
    assert seen[-1].right() <= bar.width()
    assert bar.photo.width() >= 56
    assert with_photo.width() == width


def test_the_percentage_is_told_where_it_has_no_room(with_photo):
    with_photo.view_bar.photo.setValue(35)
    assert with_photo.view_bar.photo.toolTip().endswith("now 35 %")


def test_words_stand_beside_the_icons_where_there_is_room(with_photo, qtbot):
    bar, style = with_photo.view_bar, Qt.ToolButtonStyle
    switches = [bar.switches.itemAt(place).widget() for place in range(bar.switches.count())]
    assert [button.text() for button in switches] == ["Mask", "Attention", "Starts", "Paper", "Look", "Compare"]
    for width, expected in ((1440, style.ToolButtonTextBesideIcon), (1024, style.ToolButtonIconOnly)):
        with_photo.resize(width, 640)
        qtbot.waitUntil(lambda expected=expected: {button.toolButtonStyle() for button in switches} == {expected})
    assert all(button.toolTip() for button in switches)
