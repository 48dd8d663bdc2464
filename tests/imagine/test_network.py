"""A program that imagines asks nobody for anything, whatever its environment says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.imagine.models import TinyModels

ROOT = Path(__file__).parent.parent.parent
PROGRAM = """
import socket, sys
asked = []
def ask(*given, **named):
    asked.append(given)
    raise OSError("there is no network")
for name in ("getaddrinfo", "gethostbyname", "create_connection"):
    setattr(socket, name, ask)
for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, ask)
import open_clip
from taureau.cli import run
status = run(sys.argv[1:])
print(asked, "huggingface_hub" in sys.modules)
sys.exit(status)
"""


@pytest.mark.usefixtures("models")
def test_a_model_is_never_looked_for_on_the_network(models: TinyModels, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "TRANSFORMERS_"))}
    arguments = ("imagine", "a fox on a hen", "-n", "1", "--steps", "2", "--device", "cpu", "-o", str(tmp_path))
    command = [sys.executable, "-c", PROGRAM, *arguments]
    result = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=120, cwd=ROOT, env=environment
    )
    assert result.returncode == 0, result
    assert result.stdout.splitlines()[-1] == "[] True"
    assert len(list(tmp_path.glob("*.png"))) == 1
