"""`taureau models`: the real program, a real server, little models."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.program import MAIN, refusal, taureau
from tests.weights.little import PADDED, SAFE, LittleCatalogue
from tests.weights.server import Served, Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        running.files["/little"] = Served(PADDED)
        yield running


@pytest.fixture
def little(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LittleCatalogue:
    """A catalogue of one model, "little", whose file is on the server."""
    made = LittleCatalogue(tmp_path / "catalogue.json", tmp_path / "models", tmp_path / "config")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    made.add_encoder(url=f"{server.url}/little")
    return made


def models(*arguments: object) -> str:
    """What the program prints, having done what it was asked."""
    result = taureau("models", *arguments)
    assert result.returncode == 0, result
    return result.stdout


@pytest.mark.usefixtures("little")
def test_a_model_from_its_fetch_to_its_removal() -> None:
    assert "little   not here" in models("list")
    fetched = taureau("models", "fetch", "little")
    assert fetched.returncode == 0
    assert fetched.stdout == "Little little is here, and fit to be used\n"
    assert fetched.stderr.splitlines() == [
        "Little little, MIT. Free to use.",
        "fetching little.safetensors, 4 MB",
        "checking little.safetensors, 4 MB",
    ]
    assert "little   here, 4 MB" in models("list")
    assert models("fetch", "little").startswith("Little little is here already")
    assert models("verify", "little") == "Little little is whole\n"
    assert models("verify") == "EfficientNet-Lite0 is whole\nLittle little is whole\n"
    assert models("remove", "little") == "Little little is removed: 4 MB are free again\n"
    assert refusal(taureau("models", "remove", "little")).endswith("is not on this machine: there is nothing to remove")


def test_a_model_on_a_stick(little: LittleCatalogue, tmp_path: Path) -> None:
    (tmp_path / "stick.safetensors").write_bytes(SAFE)
    assert models("import", "LITTLE", tmp_path / "stick.safetensors").endswith("fit to be used\n")
    (entry,) = (entry for entry in json.loads(models("list", "--json")) if entry["id"] == "little")
    assert (entry["present"], entry["bytes_here"], entry["licence"]) == (True, len(SAFE), "MIT")
    file = little.models / "little" / "little.safetensors"
    file.write_bytes(SAFE[:-1] + b"!")
    damaged = taureau("models", "verify", "--json")
    assert damaged.returncode == 1
    assert [found["whole"] for found in json.loads(damaged.stdout)] == [True, False]
    assert damaged.stderr.splitlines()[-1].startswith(f"taureau: {file} is not the file that came")


@pytest.mark.usefixtures("little")
def test_bad_input_is_one_line(tmp_path: Path) -> None:
    assert refusal(taureau("models", "fetch", "big")) == "there is no model 'big'; choose one of builtin, little"
    assert "there is no file" in refusal(taureau("models", "import", "little", tmp_path / "none"))
    (tmp_path / "evil.pt").write_bytes(b"\x80\x02cos\nsystem\nX\x02\x00\x00\x00ls\x85R.")
    line = refusal(taureau("models", "import", "little", tmp_path / "evil.pt"))
    assert line == ("evil.pt is refused: it is a pickle that would run code (os.system): take the model as safetensors")
    assert "is not on this machine: get it with `taureau models fetch little`" in refusal(
        taureau("models", "verify", "little")
    )
    assert refusal(taureau("models", "remove", "builtin")) == "builtin comes with the installation and stays"


def test_a_server_without_the_file_is_one_line(little: LittleCatalogue, server: Server) -> None:
    server.files.clear()
    result = taureau("models", "fetch", "little")
    assert result.returncode == 1
    assert result.stderr.splitlines()[1:] == [
        f"taureau: there is no such file any more: {server.url}/little (404); find it elsewhere, then "
        "`taureau models import`"
    ]


def test_info_says_what_the_licence_asks() -> None:
    said = models("info", "mobileclip2-s0")
    assert "licence: Apple ML Research Model License (apple-amlr). For research only" in said
    assert "from: https://huggingface.co/timm/MobileCLIP2-S0-OpenCLIP" in said


def test_where_models_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("TAUREAU_MODELS", raising=False)
    assert models("where").endswith("(the usual place)\n")
    assert models("where", "--set", tmp_path / "stick") == f"{tmp_path / 'stick'} (set by you)\n"
    assert json.loads(models("where", "--json")) == {"folder": str(tmp_path / "stick"), "origin": "setting"}
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "other"))
    result = taureau("models", "where", "--set", tmp_path / "stick")
    assert "TAUREAU_MODELS goes before what is set" in result.stderr


def test_ctrl_c_keeps_what_came(little: LittleCatalogue, server: Server) -> None:
    file = server.files["/little"]
    file.hangs_after = 2_000_000
    running = subprocess.Popen(
        [sys.executable, str(MAIN), "models", "fetch", "little"], stderr=subprocess.PIPE, text=True
    )
    assert running.stderr is not None
    lines = [running.stderr.readline(), running.stderr.readline()]
    assert lines[1] == "fetching little.safetensors, 4 MB\n"
    until = time.monotonic() + 20
    part = little.models / ".little.fetch" / "little.safetensors.part"
    while (not part.exists() or part.stat().st_size < 2_000_000) and time.monotonic() < until:
        time.sleep(0.01)  # the program says nothing in between where it is piped
    running.send_signal(signal.SIGINT)
    said = running.communicate(timeout=20)[1]
    assert running.returncode == 130
    assert said == "taureau: stopped; 2 MB are kept: `taureau models fetch little` goes on from there\n"
    file.hangs_after = None
    server.go_on.set()
    models("fetch", "little")
    assert server.asked[-1][1] == "bytes=2000000-"
    assert (little.models / "little" / "little.safetensors").read_bytes() == PADDED


@pytest.mark.usefixtures("little")
def test_a_terminal_gets_a_bar() -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    running = subprocess.Popen([sys.executable, str(MAIN), "models", "fetch", "little"], stderr=theirs, stdout=theirs)
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 4096):
            shown += chunk
    except OSError:  # how Linux says that the other side has closed
        pass
    os.close(ours)
    assert running.wait(20) == 0
    assert b"fetching little.safetensors" in shown
    assert b"/4.00M" in shown
    assert "Little little is here, and fit to be used" in shown.decode().replace("\r", "\n").splitlines()


def test_listing_needs_neither_torch_nor_the_network(little: LittleCatalogue, server: Server) -> None:
    check = (
        "import sys, main; sys.argv = ['taureau', 'models', 'list']\n"
        "main.main()\n"
        "print('LOADED', *sorted({'torch', 'cv2', 'PySide6', 'numpy'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", check], cwd=MAIN.parent, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "LOADED"
    assert server.asked == []
