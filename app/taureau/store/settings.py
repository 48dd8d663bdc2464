"""What the user wants of the gallery; window and command line follow the same file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from taureau.document import write_whole
from taureau.small_files import read_json

FEWEST, MOST = 10, 100_000
_FILE = "settings.json"


@dataclass(frozen=True)
class StoreSettings:
    keep_runs: bool = True  # leave an entry of every run
    limit: int = 5000  # entries, FEWEST … MOST; beyond it the oldest go that are neither favourite nor noted


def read_settings(folder: Path) -> StoreSettings:
    """Return the settings in the store's folder; the defaults for what is missing or invalid there."""
    try:
        found = read_json(folder / _FILE)
    except (OSError, ValueError):
        return StoreSettings()
    if not isinstance(found, dict):
        return StoreSettings()
    keep, limit, usual = found.get("keep_runs"), found.get("limit"), StoreSettings()
    return StoreSettings(
        keep if isinstance(keep, bool) else usual.keep_runs,
        limit if type(limit) is int and FEWEST <= limit <= MOST else usual.limit,
    )


def write_settings(folder: Path, settings: StoreSettings) -> None:
    """Store the settings; raises OSError, DocumentError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(folder / _FILE, json.dumps(asdict(settings)).encode())
