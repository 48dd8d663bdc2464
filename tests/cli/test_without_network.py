"""The program on a machine that has no network, and a home where nothing was before."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from taureau.document import load_svg
from taureau.resources import resource

from tests.cli.program import MAIN, taureau
from tests.weights.little import SAFE, LittleCatalogue

# Ends where anything looks for another machine, whatever catches the error that it would get.
LOOKING = 99
PROGRAM = f"""
import json, os, socket, sys
def hook(event, given):
    local = event == "socket.connect" and given[0].family == getattr(socket, "AF_UNIX", None)
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto") and not local:
        os.write(2, f"looked for another machine: {{event}} {{given}}\\n".encode())
        os._exit({LOOKING})
sys.addaudithook(hook)
from taureau.__main__ import main
for line in json.loads(sys.argv[1]):
    sys.argv = ["taureau", *line]
    if status := main():
        sys.exit(status)
"""


def without_network(home: Path, *lines: tuple[object, ...], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run commands in one process of its own; where the system lets it, in a name space without interfaces."""
    unset = ("TAUREAU_", "XDG_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(unset)}
    program = [sys.executable, "-c", PROGRAM, json.dumps([[str(word) for word in line] for line in lines])]
    alone = [unshare, "--map-root-user", "--net"] if (unshare := shutil.which("unshare")) else []
    if alone and subprocess.run([*alone, "true"], capture_output=True, check=False, timeout=60).returncode == 0:
        program = [*alone, *program]
    return subprocess.run(
        program,
        cwd=MAIN.parent,
        env=kept | {"HOME": str(home)} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=400,
    )


def test_looking_for_another_machine_is_noticed(tmp_path: Path) -> None:
    url = "http://127.0.0.1:9/little"
    environment = LittleCatalogue(tmp_path / "catalogue.json", tmp_path / "models", tmp_path / "config")
    environment.add_encoder(url=url)
    done = without_network(tmp_path, ("models", "fetch", "little"), **environment.environment)
    assert done.returncode == LOOKING, done
    assert "looked for another machine" in done.stderr


def test_it_draws_exports_and_takes_in_a_pack(little: LittleCatalogue, tmp_path: Path) -> None:
    stick, home = tmp_path / "stick", tmp_path / "home"
    (tmp_path / "in.safetensors").write_bytes(SAFE)
    home.mkdir()
    assert taureau("models", "import", "little", tmp_path / "in.safetensors").returncode == 0
    assert taureau("models", "pack", stick).returncode == 0
    done = without_network(
        home,
        ("sketch", resource("samples/duck.jpg"), "-o", home / "photo.svg", "--strokes", 2, "--device", "cpu"),
        ("sketch", "--prompt", "a cat", "-o", home / "words.svg", "--strokes", 3, "--seeds", 1, "--device", "cpu"),
        ("export", home / "words.svg", "-o", home / "words.pdf"),
        ("models", "import", stick),
        ("doctor", "--no-speed"),
        TAUREAU_CATALOGUE=little.environment["TAUREAU_CATALOGUE"],
    )
    assert done.returncode == 0, done
    assert load_svg(home / "photo.svg").stroke_count == 2
    assert load_svg(home / "words.svg").stroke_count == 3
    assert (home / "words.pdf").read_bytes().startswith(b"%PDF")
    assert "ok  little " in done.stdout
    # Nothing is written but the results, and what the program keeps under its own name.
    others = [path.relative_to(home) for path in home.rglob("*") if path.is_file() and "taureau" not in path.parts]
    assert {path.name for path in others} == {"photo.svg", "words.svg", "words.pdf"}, others
