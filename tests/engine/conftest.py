"""What the engine's tests with CLIP share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from taureau.engine import recipes as table
from taureau.engine.recipes import CLIPASSO, FINE, PROMPT
from taureau.engine.runs import contour_strategy, first_strokes, growth_stage


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three steps in place of 2,000; for fine and prompts twelve, the worse half given up after four and eight."""
    monkeypatch.setattr(table, "CLIPASSO", replace(CLIPASSO, steps=3))
    fine = {name: replace(recipe, steps=12, rounds=(4, 8)) for name, recipe in FINE.items()}
    monkeypatch.setattr(table, "FINE", fine)
    monkeypatch.setattr(table, "PROMPT", replace(PROMPT, steps=12, rounds=(4, 8)))


@pytest.fixture(scope="module")
def few_candidates() -> Iterator[None]:
    """24 candidate strokes at first in place of 96: most of a run of few strokes is spent on comparing them."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (contour_strategy, first_strokes, growth_stage):
            patch.setattr(module, "POOL", 24)
        yield
