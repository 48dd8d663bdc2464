"""Little models in catalogues of their own: one behind a web server, and tiny unCLIPs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.program import taureau
from tests.imagine.models import TinyModels
from tests.weights.little import PADDED, LittleCatalogue
from tests.weights.server import Served, Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        running.files["/little"] = Served(PADDED)
        yield running


@pytest.fixture
def little(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LittleCatalogue:
    """A catalogue of one model, "little", whose file is on the server."""
    made = LittleCatalogue(tmp_path / "catalogue.json", tmp_path / "models", tmp_path / "config")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    made.add_encoder(url=f"{server.url}/little")
    return made


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> TinyModels:
    """All unCLIPs but the CLIP that would draw, imported by the program itself."""
    made = TinyModels(tmp_path_factory.mktemp("models"))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in made.environment.items():
            patch.setenv(name, value)
        for model_id in ("karlo", "karlo-variations"):
            assert taureau("models", "import", model_id, made.sources[model_id]).returncode == 0
    return made


@pytest.fixture
def models(imported: TinyModels, monkeypatch: pytest.MonkeyPatch) -> TinyModels:
    """The models of `imported`, in use."""
    for name, value in imported.environment.items():
        monkeypatch.setenv(name, value)
    return imported
