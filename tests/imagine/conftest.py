"""Tiny models, imported as real ones are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from taureau.weights import import_model

from tests.imagine.models import TinyModels


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> TinyModels:
    """Karlo, its sister, Stable unCLIP and the CLIP that sees for Karlo, all on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        made = TinyModels(tmp_path_factory.mktemp("models"))
        for name, value in made.environment.items():
            patch.setenv(name, value)
        for model_id, source in made.sources.items():
            list(import_model(model_id, source))
    return made


@pytest.fixture
def models(imported: TinyModels, monkeypatch: pytest.MonkeyPatch) -> TinyModels:
    """The models of `imported`, in use."""
    for name, value in imported.environment.items():
        monkeypatch.setenv(name, value)
    return imported


@pytest.fixture
def catalogued(imported: TinyModels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinyModels:
    """The same catalogue where none of the models is here yet; its sources may be spoiled."""
    made = TinyModels(tmp_path / "tiny", copy_of=imported)
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    Path(made.environment["TAUREAU_MODELS"]).mkdir(parents=True, exist_ok=True)
    return made


@pytest.fixture
def picture() -> NDArray[np.uint8]:
    """A dark ring on a light ground, wider than high, [40, 56, 3]."""
    y, x = np.mgrid[:40, :56]
    ring = np.abs(np.hypot(x - 28, y - 20) - 12) < 3
    picture = np.full((40, 56, 3), (230, 220, 200), dtype=np.uint8)
    picture[ring] = (30, 40, 60)
    picture.setflags(write=False)  # as a photo's pixels are
    return picture


@pytest.fixture
def other_picture() -> NDArray[np.uint8]:
    """Stripes, [48, 48, 3]."""
    stripes = np.arange(48) // 6 % 2 * 200
    picture: NDArray[np.uint8] = np.broadcast_to(stripes[None, :, None], (48, 48, 3)).astype(np.uint8)
    return picture
