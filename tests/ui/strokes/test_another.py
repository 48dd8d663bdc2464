"""“Another tree” in the list of layers."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from taureau.document import Drawing, Layer, Stroke
from taureau.geometry import Curve

from tests.ui.strokes.test_layers import layers

LINES = tuple(Stroke(Curve.line((10, y), (90, y)), 2.0) for y in (10, 50, 90))
FACTS = MappingProxyType({"prompt": "a dog under a tree", "style of dog": "plain", "style of tree": "plain"})


@pytest.fixture
def panel(window):
    three = tuple(Layer(name, LINES) for name in ("tree", "dog", "mine"))
    window.session.sheet.replace(Drawing(100, 100, three, FACTS), "draw")
    window.refresh.flush()
    return window.strokes_panel.layers


def choose(window, name: str) -> None:
    window.strokes_panel.layers._pen.set_layer(layers(window).index(name))


def test_it_is_offered_on_the_layers_of_things_by_their_names(window, panel):
    choose(window, "tree")
    assert (panel.another.text(), panel.another.isEnabled()) == ("&Another tree", True)
    choose(window, "dog")
    assert (panel.another.text(), panel.another.isEnabled()) == ("&Another dog", True)
    choose(window, "mine")
    assert not panel.another.isEnabled()
    window.session.sheet.replace(Drawing(100, 100, (Layer("tree", LINES),)), "draw")
    assert not panel.another.isVisible()


def test_its_button_asks_for_another(window, panel, monkeypatch):
    asked = []
    monkeypatch.setattr(window.session.runner, "queue", lambda request, *, soon=False: asked.append(request) or "run")
    choose(window, "dog")
    button = next(one for one in panel.findChildren(QToolButton) if one.defaultAction() is panel.another)
    assert button.accessibleName() == "Another dog"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [(one.layer, one.turn) for one in asked] == [(1, 1)]
    assert not panel.another.isEnabled()
