"""`taureau models`: the real program, a real server, little models."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.program import refusal, taureau, taureau_on_terminal
from tests.weights.little import SAFE, LittleCatalogue
from tests.weights.server import Server


def models(*arguments: object) -> str:
    """What the program prints, having done what it was asked."""
    result = taureau("models", *arguments)
    assert result.returncode == 0, result
    return result.stdout


@pytest.mark.usefixtures("little")
def test_a_model_from_its_fetch_to_its_removal() -> None:
    assert "little   not installed" in models("list")
    fetched = taureau("models", "fetch", "little")
    assert fetched.returncode == 0
    assert fetched.stdout == "Little little is installed\n"
    assert fetched.stderr.splitlines() == [
        "Little little, MIT. Free to use.",
        "fetching little.safetensors, 4 MB",
        "checking little.safetensors, 4 MB",
    ]
    assert "little   installed, 4 MB" in models("list")
    assert models("fetch", "little").startswith("Little little is already installed")
    assert models("verify", "little") == "Little little is intact\n"
    assert models("verify") == "EfficientNet-Lite0 is intact\nLittle little is intact\n"
    assert models("remove", "little") == "Little little is removed: 4 MB freed\n"
    assert refusal(taureau("models", "remove", "little")).endswith("is not on this machine: there is nothing to remove")


def test_a_model_on_a_stick(little: LittleCatalogue, tmp_path: Path) -> None:
    (tmp_path / "stick.safetensors").write_bytes(SAFE)
    assert models("import", "LITTLE", tmp_path / "stick.safetensors").endswith("is installed\n")
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
    assert models("where").endswith("(the default)\n")
    assert models("where", "--set", tmp_path / "stick") == f"{tmp_path / 'stick'} (set by you)\n"
    assert json.loads(models("where", "--json")) == {"folder": str(tmp_path / "stick"), "origin": "setting"}
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "other"))
    result = taureau("models", "where", "--set", tmp_path / "stick")
    assert "TAUREAU_MODELS takes precedence" in result.stderr


@pytest.mark.usefixtures("little")
def test_a_terminal_gets_a_bar() -> None:
    shown = taureau_on_terminal("models", "fetch", "little")
    assert "fetching little.safetensors" in shown
    assert "/4.00M" in shown
    assert "Little little is installed" in shown.replace("\r", "\n").splitlines()


def test_a_pack_for_a_machine_without_a_network(
    little: LittleCatalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    assert "nothing to pack" in refusal(taureau("models", "pack", stick))
    (tmp_path / "in.safetensors").write_bytes(SAFE)
    models("import", "little", tmp_path / "in.safetensors")
    assert models("pack", stick).startswith(f"packed into {stick}: little; ")
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "elsewhere"))
    taken = taureau("models", "import", stick)
    assert (taken.returncode, taken.stdout) == (0, f"the models of {stick} are installed\n")
    assert taken.stderr.startswith("Little little, MIT. Free to use.\n")
    assert "installed, " in models("list")
    (stick / "little" / "little.safetensors").write_bytes(SAFE[:-1] + b"!")
    models("remove", "little")
    damaged = taureau("models", "import", stick)
    assert damaged.returncode == 1
    assert "is damaged: copy it again" in damaged.stderr
    assert "is no pack of models: name the model too" in refusal(taureau("models", "import", tmp_path))
