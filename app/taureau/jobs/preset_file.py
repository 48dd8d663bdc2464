"""Preset files: the settings of jobs as JSON, written by the window and read by `taureau batch --preset-file`."""

from __future__ import annotations

import json
from pathlib import Path

from taureau.document.whole_file import write_whole
from taureau.jobs.settings import JobSettings, SettingError, settings_from
from taureau.small_files import read_json


def read_preset(path: Path) -> JobSettings:
    """Return the settings in a file; raises SettingError, whose message names the file."""
    try:
        return settings_from(read_json(path))
    except SettingError as error:
        raise SettingError("{file}: {error}", file=path, error=error) from error
    except OSError as error:
        raise SettingError(
            "{file} cannot be read: {reason}; name another file", file=path, reason=error.strerror
        ) from error
    except ValueError as error:
        raise SettingError(
            "{file} is no JSON ({error}): correct it, or name another file", file=path, error=error
        ) from error


def write_preset(path: Path, settings: JobSettings) -> None:
    """Write the settings that differ from the defaults; raises DocumentError."""
    write_whole(path, f"{json.dumps(settings.as_json(), indent=2)}\n".encode())
