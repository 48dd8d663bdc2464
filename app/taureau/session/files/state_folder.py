"""The folder of the program's own files."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

STATE_VARIABLE = "TAUREAU_STATE"


def state_folder() -> Path:
    """Return the folder that TAUREAU_STATE names, else the platform's; it may not exist yet."""
    named = os.environ.get(STATE_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    return platformdirs.user_state_path("taureau", appauthor=False)
