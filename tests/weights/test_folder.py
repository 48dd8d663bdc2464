"""Where models lie."""

from __future__ import annotations

from pathlib import Path

import pytest
from taureau.weights import StorageError, folder_and_origin, models_folder, set_models_folder


@pytest.fixture
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TAUREAU_MODELS", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


pytestmark = pytest.mark.usefixtures("_own_settings")


def test_the_usual_place_is_the_platforms() -> None:
    folder, origin = folder_and_origin()
    assert (folder.parts[-2:], origin) == (("taureau", "models"), "default")


def test_a_set_folder_is_remembered_and_the_environment_goes_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set_models_folder(tmp_path / "stick" / "models") == tmp_path / "stick" / "models"
    assert (tmp_path / "stick" / "models").is_dir()
    assert folder_and_origin() == (tmp_path / "stick" / "models", "setting")
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "elsewhere"))
    assert folder_and_origin() == (tmp_path / "elsewhere", "environment")
    monkeypatch.delenv("TAUREAU_MODELS")
    set_models_folder(None)
    assert folder_and_origin()[1] == "default"


def test_a_folder_that_cannot_be_used_is_refused_and_not_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="check the folder"):
        set_models_folder(tmp_path / "file" / "models")
    assert folder_and_origin()[1] == "default"


def test_a_broken_settings_file_counts_as_none(tmp_path: Path) -> None:
    before = models_folder()
    set_models_folder(tmp_path / "chosen")
    (settings,) = (tmp_path / "config").rglob("settings.json")
    settings.write_text("{")
    assert models_folder() == before
