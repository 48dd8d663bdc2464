"""Words that the decoder has not learnt: what is near them, as buttons, and drawing them anyway."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from taureau.engine import Event, NotLearnt, SketchRequest

from tests.perception.tiny_clip import clip_catalogue
from tests.perception.tiny_taureau_clip import shipped
from tests.session.sketches import SteppedSketch

LEFT = Qt.MouseButton.LeftButton


class PickySketch(SteppedSketch):
    """Draws what it is forced to, and dogs."""

    def __call__(self, request: SketchRequest, cancelled: Callable[[], bool], *, run: str = "") -> Iterator[Event]:
        if request.force or request.prompt == "dog":
            yield from super().__call__(request, cancelled, run=run)
            return
        self.requests.append(request)
        error = "Taureau has not learnt to draw “xqzvy”. Near it: dog, door."
        yield NotLearnt(run, error, "Use other words.", bad_input=True, near=("dog", "door"))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture(autouse=True)
def only_own(files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clip_catalogue(tmp_path, monkeypatch)
    monkeypatch.setenv("TAUREAU_CLIP", str(files))


@pytest.fixture
def sketch() -> PickySketch:
    return PickySketch(steps=1)


@pytest.fixture
def refused(window, sketch, qtbot):
    QTest.keyClicks(window.welcome.words.field, "xqzvy")
    QTest.keyClick(window.welcome.words.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.message_line.isVisible() and not window.session.run.active)
    return window


def test_the_nearest_names_are_buttons(refused):
    line = refused.message_line
    assert [button.text() for button in line.offers] == ["dog", "door", "Draw anyway"]
    assert not line.verb.isVisible()
    assert refused.session.sheet.drawing is None
    assert refused.session.source.words == "xqzvy"


def test_a_name_that_is_clicked_is_drawn_instead(refused, sketch, qtbot):
    qtbot.mouseClick(refused.message_line.offers[0], LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 2)
    assert (sketch.requests[1].prompt, sketch.requests[1].force) == ("dog", False)
    assert refused.session.source.words == "dog"
    assert not refused.message_line.isVisible()
    sketch.go_on()
    qtbot.waitUntil(lambda: refused.session.sheet.drawing is not None)


def test_the_words_are_drawn_anyway(refused, sketch, qtbot):
    qtbot.mouseClick(refused.message_line.offers[-1], LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 2)
    assert (sketch.requests[1].prompt, sketch.requests[1].force) == ("xqzvy", True)
    sketch.go_on()
    qtbot.waitUntil(lambda: refused.session.sheet.drawing is not None)


def test_the_next_words_are_not_forced(refused, sketch, qtbot):
    qtbot.mouseClick(refused.message_line.offers[-1], LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 2)
    sketch.go_on()
    qtbot.waitUntil(lambda: not refused.session.run.active)
    qtbot.mouseClick(refused.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 3)
    assert not sketch.requests[2].force
