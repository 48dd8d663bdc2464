"""The window draws a photo and words with the engine itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from taureau.document import load_svg
from taureau.resources import resource

from tests.perception.tiny_clip import bring, clip_catalogue
from tests.perception.tiny_taureau_clip import shipped
from tests.ui.real_engine import LONG, RealEngine, draw_words


@pytest.fixture
def sketch() -> RealEngine:
    return RealEngine()


def test_the_event_loop_turns_in_every_stage_of_a_run(window, open_in_window, qtbot):
    """How late it turns is measured by `tests.benchmarks.latency`."""
    session = window.session
    open_in_window(resource("samples/cup.jpg"))
    stages: list[str] = []
    ticks: set[str] = set()
    state = session.run.state
    session.run.event_received.connect(lambda _: state.stage in stages or stages.append(state.stage))
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: ticks.add(session.run.state.stage))
    timer.start()
    qtbot.mouseClick(window.ask_panel.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.run.active, timeout=LONG)
    timer.stop()
    assert session.sheet.drawing.stroke_count > 4
    assert len(stages) >= 4
    # Once the engine is loaded, "Getting ready" may end before the loop turns for the first time.
    assert ticks.issuperset(stages[1:])


@pytest.fixture
def own_clip(tmp_path, monkeypatch) -> None:
    """The CLIP that ships, and a catalogue of larger ones that are not here; to be asked for before the window."""
    clip_catalogue(tmp_path, monkeypatch)
    (tmp_path / "own").mkdir()
    monkeypatch.setenv("TAUREAU_CLIP", str(shipped(tmp_path / "own")))


def test_words_are_drawn_by_the_clip_that_ships(own_clip, window, qtbot):
    drawing = draw_words(window, "a cat", 3, qtbot)
    assert (drawing.stroke_count, drawing.facts["encoder"]) == (3, "taureau-clip")
    assert window.session.file.name == "a cat.svg"


def test_words_are_drawn_by_a_larger_encoder_where_one_is_here(own_clip, window, tmp_path, qtbot):
    bring("vit-b-32", "vit", tmp_path)
    window.models.look()
    drawing = draw_words(window, "a red star", 4, qtbot)
    assert (drawing.stroke_count, drawing.facts["prompt"]) == (4, "a red star")
    assert window.session.file.name == "a red star.svg"
    window.refresh.flush()
    with qtbot.waitSignal(window.session.file.changed):
        window.session.file.path = tmp_path / "star.svg"
        window.verbs.save.trigger()
    assert load_svg(tmp_path / "star.svg").facts["prompt"] == "a red star"
