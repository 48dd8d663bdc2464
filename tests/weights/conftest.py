"""A models folder, a catalogue and a server of each test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.weights.little import LittleCatalogue
from tests.weights.server import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LittleCatalogue:
    """A catalogue of little models, in use; its models folder is new and its settings are nobody's."""
    made = LittleCatalogue(tmp_path / "catalogue.json", tmp_path / "models", tmp_path / "config")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    return made
