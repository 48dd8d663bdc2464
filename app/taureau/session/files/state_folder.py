"""Where what outlives the program lies, beside settings and models: recent files, recovery, who has what open."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

STATE_VARIABLE = "TAUREAU_STATE"


def state_folder() -> Path:
    """The folder the environment names, else the platform's own place; it may not exist yet."""
    named = os.environ.get(STATE_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    return platformdirs.user_state_path("taureau", appauthor=False)
