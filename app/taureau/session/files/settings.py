"""The settings of the window: an INI file in the platform's settings folder."""

from __future__ import annotations

import errno
from pathlib import Path

import platformdirs
from PySide6.QtCore import QSettings

from taureau.session.messages import Message
from taureau.small_files import read_small, set_aside


def settings_file() -> Path:
    return platformdirs.user_config_path("taureau", appauthor=False) / "window.ini"


def open_settings(file: Path) -> tuple[QSettings, Message | None]:
    """Return the settings, and messages about them: a damaged file is renamed, and the defaults are used."""
    message = None
    if _damaged(file):
        aside = set_aside(file)
        where = f"They were set aside as {aside.name}" if aside else "Their file cannot be moved away"
        advice = f"{where}; the window looks as it did at first."
        message = Message("The window’s settings were damaged.", advice, kind="notice")
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    if settings.status() is QSettings.Status.AccessError:
        message = Message(
            "The window’s settings cannot be read.", f"Let {file} be read, and start Taureau again.", kind="notice"
        )
    return settings, message


def _damaged(file: Path) -> bool:
    """Return whether the file is not an INI file; Qt accepts almost anything."""
    try:
        data = read_small(file)
    except FileNotFoundError:
        return False
    except IsADirectoryError:
        return True
    except OSError as error:
        return error.errno in (errno.EINVAL, errno.EFBIG)  # a pipe, or far too long; else it may be intact
    try:
        lines = data.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return True
    written = [line for line in lines if line.strip() and not line.startswith(";")]
    if any("\0" in line for line in written) or (written and not written[0].startswith("[")):
        return True
    return not all(line.startswith("[") or "=" in line for line in written)
