"""The folder of models: from the environment, else from the settings, else the platform's default."""

from __future__ import annotations

import json
import os
import secrets
import stat
from pathlib import Path
from typing import BinaryIO, Literal

import platformdirs

from taureau.small_files import read_json
from taureau.weights.errors import StorageError
from taureau.weights.transfer import storage_error

FOLDER_VARIABLE = "TAUREAU_MODELS"
Origin = Literal["environment", "setting", "default"]


def models_folder() -> Path:
    """The folder that contains a folder for each model; it may not exist yet."""
    return folder_and_origin()[0]


def folder_and_origin() -> tuple[Path, Origin]:
    """The folder, and where it was set."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named).expanduser().absolute(), "environment"
    chosen = _settings().get("models_folder")
    if isinstance(chosen, str) and chosen:
        return Path(chosen), "setting"
    return platformdirs.user_data_path("taureau", appauthor=False) / "models", "default"


def set_models_folder(folder: Path | None) -> Path:
    """Store this folder in the settings, creating it; None restores the default. Models are not moved.

    Raises StorageError where the folder cannot be made or used.
    """
    settings = _settings()
    settings.pop("models_folder", None)
    if folder is not None:
        folder = folder.expanduser().absolute()
        make_folder(folder)
        settings["models_folder"] = str(folder)
    path = _settings_file()
    make_folder(path.parent)
    write_text(path, json.dumps(settings, indent=1, ensure_ascii=False))
    return models_folder()


def make_folder(folder: Path) -> None:
    """Create a folder and its parents; raises StorageError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(13, "not writable")
    except OSError as error:
        raise storage_error(error, folder) from error


def make_own_folder(folder: Path) -> None:
    """Create a folder in the folder of models; raises StorageError, also where a link is in the way.

    A link that somebody has planted would lead what is written to another place.
    """
    root = models_folder()
    make_folder(root)
    for depth in range(len(folder.relative_to(root).parts), 0, -1):
        if (way := root.joinpath(*folder.relative_to(root).parts[:depth])).is_symlink():
            raise StorageError(f"{way} is a link, which is not written through: delete it, then do it again")
    make_folder(folder)


def open_own_file(path: Path, *, anew: bool) -> BinaryIO:
    """Open a file in the folder of models to append to it, or `anew`; nothing is written through a link.

    Raises StorageError.
    """
    try:
        if anew:
            path.unlink(missing_ok=True)
        flags = os.O_RDWR | os.O_CREAT | (os.O_EXCL if anew else os.O_APPEND)
        flags |= sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
        file = os.fdopen(os.open(path, flags, 0o666), "r+b")
    except OSError as error:
        raise storage_error(error, path) from error
    found = os.fstat(file.fileno())
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        file.close()
        raise StorageError(f"{path} is not a file of its own: delete it, then do it again")
    return file


def write_text(path: Path, text: str) -> None:
    """Replace a small file atomically; raises StorageError."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        part.write_text(text + "\n", encoding="utf-8")
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise storage_error(error, path) from error


def _settings_file() -> Path:
    return platformdirs.user_config_path("taureau", appauthor=False) / "settings.json"


def _settings() -> dict[str, object]:
    """The settings; empty if the file cannot be read."""
    try:
        found = read_json(_settings_file())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
