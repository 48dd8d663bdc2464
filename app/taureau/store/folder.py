"""The folder of the runs that are kept."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

RUNS_VARIABLE = "TAUREAU_RUNS"


def runs_folder() -> Path:
    """Return the folder that TAUREAU_RUNS names, else the platform's; it may not exist yet."""
    named = os.environ.get(RUNS_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    return platformdirs.user_data_path("taureau", appauthor=False) / "runs"
