"""What is known of one request for pictures."""

from __future__ import annotations

import pytest
from taureau.imagine import GenerationProgress
from taureau.session.imagine.generation import Generation


def test_the_time_that_is_left_goes_down_between_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("taureau.session.imagine.generation.time.monotonic", lambda: now)
    generation = Generation("a red fox", (), 0, expected=2)
    assert generation.remaining is None
    generation.set_progress(GenerationProgress("run", 0, 2, "painting", 1, 10, 0.05))
    assert generation.remaining is None
    generation.set_progress(GenerationProgress("run", 0, 2, "painting", 2, 10, 0.1, 30.0))
    assert (generation.remaining, generation.stage) == (30.0, "painting")
    now = 112.0
    assert generation.remaining == 18.0
    now = 200.0
    assert generation.remaining == 0.0
