"""The real program in a subprocess."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MAIN = Path(__file__).parent.parent.parent / "main.py"


def taureau(*arguments: object, timeout: float = 120) -> subprocess.CompletedProcess[str]:
    """Run `main.py` with these arguments, its output piped."""
    command = [sys.executable, str(MAIN), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False)


def refusal(result: subprocess.CompletedProcess[str]) -> str:
    """The one line with which the program refused bad input; fails when it was anything else."""
    assert result.returncode == 2, result
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("taureau: ")
    return lines[0].removeprefix("taureau: ")
