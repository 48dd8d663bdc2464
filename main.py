"""Taureau from a checkout, without an installation: `python main.py` does what the installed `taureau` does."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent / "app"))
    from taureau.__main__ import program

    program()
