"""What the engine's tests with CLIP share."""

from __future__ import annotations

from dataclasses import replace

import pytest
from taureau.engine import recipes as table
from taureau.engine.recipes import CLIPASSO, FINE, PROMPT


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three steps in place of 2,000; for fine and prompts twelve, the worse half given up after four and eight."""
    monkeypatch.setattr(table, "CLIPASSO", replace(CLIPASSO, steps=3))
    fine = {name: replace(recipe, steps=12, rounds=(4, 8)) for name, recipe in FINE.items()}
    monkeypatch.setattr(table, "FINE", fine)
    monkeypatch.setattr(table, "PROMPT", replace(PROMPT, steps=12, rounds=(4, 8)))
