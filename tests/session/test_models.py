"""The models as the window sees them: real transfers, in threads, from a real server."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from taureau.session import Models

from tests.weights.little import PADDED, SAFE, LittleCatalogue
from tests.weights.server import Served, Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        running.files["/little"] = Served(PADDED)
        yield running


@pytest.fixture
def little(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LittleCatalogue:
    made = LittleCatalogue(tmp_path / "catalogue.json", tmp_path / "models", tmp_path / "config")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    made.add_encoder(url=f"{server.url}/little")
    return made


@pytest.fixture
def models(little: LittleCatalogue, loop: object) -> Iterator[Models]:
    models = Models()
    yield models
    models.close()
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("taureau-")] == []


@pytest.fixture
def do(qtbot: QtBot) -> Callable[[Coroutine[Any, Any, None]], None]:
    """Carry out a verb to its end, on Qt's event loop."""

    def carry_out(work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_event_loop().create_task(work)
        qtbot.waitUntil(task.done, timeout=20_000)
        task.result()

    return carry_out


def test_a_fetch_is_told_as_it_goes_and_ends_with_the_model_here(models: Models, do: Any) -> None:
    seen: list[tuple[str | None, str]] = []
    models.changed.connect(
        lambda _: seen.append((models["little"].verb, ((t := models["little"].transfer) and t.stage) or ""))
    )
    do(models.fetch("little"))
    entry = models["little"]
    assert entry.state.present
    assert (entry.verb, entry.result, entry.failed) == (None, "", False)
    assert seen[0] == ("fetch", "")
    assert ("fetch", "fetching") in seen
    assert ("fetch", "checking") in seen
    assert seen[-1] == (None, "")
    assert models.is_here("little")


def test_what_goes_wrong_is_said_in_the_entry(models: Models, do: Any, server: Server, tmp_path: Path) -> None:
    server.files.clear()
    do(models.fetch("little"))
    assert models["little"].failed
    assert models["little"].result.startswith("There is no such file any more: ")
    do(models.take_in("little", tmp_path / "nowhere"))
    assert "nowhere: check the path." in models["little"].result
    (tmp_path / "little.safetensors").write_bytes(SAFE)
    do(models.take_in("little", tmp_path / "little.safetensors"))
    assert not models["little"].failed
    do(models.verify("little"))
    assert models["little"].result == "The files are intact."
    do(models.remove("little"))
    assert not models["little"].state.present
    do(models.remove("little"))
    assert "nothing to remove" in models["little"].result


def test_stopping_keeps_what_came(models: Models, do: Any, server: Server, qtbot: QtBot) -> None:
    server.files["/little"].hangs_after = 2_000_000
    task = asyncio.get_event_loop().create_task(models.fetch("little"))
    qtbot.waitUntil(lambda: (t := models["little"].transfer) is not None and t.total == len(PADDED))
    models.stop("little")
    server.files["/little"].hangs_after = None
    server.go_on.set()
    qtbot.waitUntil(task.done)
    assert not models["little"].failed
    assert not models["little"].state.present
    do(models.fetch("little"))
    assert models["little"].state.present


def test_one_thing_at_a_time_with_one_model(models: Models, do: Any, server: Server, qtbot: QtBot) -> None:
    first = asyncio.get_event_loop().create_task(models.fetch("little"))
    qtbot.waitUntil(lambda: models["little"].verb == "fetch")
    do(models.verify("little"))  # which is not begun
    qtbot.waitUntil(first.done)
    assert models["little"].result == ""
    assert [asked for asked, _ in server.asked] == ["/little"]


def test_another_program_may_have_brought_a_model(models: Models, little: LittleCatalogue, tmp_path: Path) -> None:
    from taureau.weights import import_model

    (tmp_path / "little.safetensors").write_bytes(SAFE)
    list(import_model("little", tmp_path / "little.safetensors"))
    told: list[str] = []
    models.changed.connect(told.append)
    models.look()
    assert told == ["little"]
    assert models.is_here("little")


def test_a_broken_catalogue_leaves_the_builtin_encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "catalogue.json").write_text("{")
    monkeypatch.setenv("TAUREAU_CATALOGUE", str(tmp_path / "catalogue.json"))
    models = Models()
    assert "is broken" in models.problem
    assert models.encoders == []
    assert models.is_here("builtin")


def test_a_pack_goes_to_another_machine(
    models: Models, do: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(models.fetch("little"))
    do(models.pack(tmp_path / "stick"))
    assert models["little"].result == "Packed, with its licence."
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "elsewhere"))
    models.look()
    assert not models.is_here("little")
    said: list[str] = []

    async def take_in(folder: Path) -> None:
        said.append(await models.take_in_pack(folder))

    do(take_in(tmp_path / "elsewhere"))
    assert "is no pack of models" in said[0]
    do(take_in(tmp_path / "stick"))
    assert said[1] == ""
    assert models.is_here("little")
