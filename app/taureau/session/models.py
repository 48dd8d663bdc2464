"""The models of the catalogue for the window: the state of each, and the operation in progress."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from taureau.session.choices import BUILTIN
from taureau.session.language import tr
from taureau.session.messages import sentence
from taureau.weights import (
    CatalogueError,
    Model,
    State,
    StoppedError,
    Transfer,
    WeightsError,
    catalogue,
    fetch,
    import_model,
    import_packed,
    models_folder,
    pack,
    packable,
    page_of,
    read_pack,
    remove,
    state_of,
    verify,
)
from taureau.wording import tr_noop

log = logging.getLogger(__name__)
Verb = Literal["fetch", "import", "verify", "pack"]
_RESULTS = {"verify": tr_noop("The files are intact."), "pack": tr_noop("Packed, with its licence.")}
_SHOW_EVERY = 0.05  # s between two updates of the progress
_WAIT = 1.0  # s, how long closing waits for a transfer to stop


class Entry:
    """One model: its state on this machine, the operation in progress, and the result of the last one."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.state = State(False, 0)
        self.verb: Verb | None = None  # in progress
        self.transfer: Transfer | None = None  # its progress
        self.result = ""  # of the last operation, as a sentence
        self.failed = False  # whether the last operation failed
        self.stopping = threading.Event()

    @property
    def page(self) -> str:
        """The URL of the page that describes the model, or the path of a local file."""
        return page_of(self.model)


@dataclass(frozen=True)
class _Outcome:
    result: str = ""
    failed: bool = False


class Models(QObject):
    """Observable state; each operation works in a thread of its own.

    Several models may be transferred at the same time, with one operation per model.
    """

    changed = Signal(str)  # the id of the model whose entry changed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problem = ""  # why there is no catalogue, if there is none
        self._entries: dict[str, Entry] = {}
        self._threads: list[threading.Thread] = []
        self._closed = False
        try:
            self._entries = {model.id: Entry(model) for model in catalogue()}
        except CatalogueError as error:
            self.problem = tr(str(error))
        self.look()

    @property
    def encoders(self) -> list[Entry]:
        """The models that can guide a drawing, the built-in one first."""
        return [entry for entry in self._entries.values() if entry.model.kind == "encoder"]

    @property
    def mask_models(self) -> list[Entry]:
        """The models that can find the subject of a photo."""
        return [entry for entry in self._entries.values() if entry.model.mask is not None]

    @property
    def imaginers(self) -> list[Entry]:
        """The models that generate images."""
        return [entry for entry in self._entries.values() if entry.model.kind == "imagine"]

    @property
    def folder(self) -> Path:
        return models_folder()

    def __getitem__(self, model_id: str) -> Entry:
        return self._entries[model_id]

    def is_here(self, model_id: str) -> bool:
        """Return whether a model can be loaded."""
        entry = self._entries.get(model_id)
        return model_id == BUILTIN or (entry is not None and entry.state.present)

    def first_here(self, ids: Sequence[str]) -> str | None:
        """Return the first of these models that can be loaded; None if there is none."""
        return next((model_id for model_id in ids if self.is_here(model_id)), None)

    def first_known(self, ids: Sequence[str]) -> str | None:
        """Return the first of these models that is in the catalogue; None if there is none."""
        return next((model_id for model_id in ids if model_id in self._entries), None)

    def look(self) -> None:
        """Read the state of all models again: another program may have installed or removed one."""
        for entry in self._entries.values():
            self._look_at(entry)

    # Operations: each returns when it has ended, with its result in the entry.

    async def fetch(self, model_id: str) -> None:
        await self._transfer(model_id, "fetch", lambda stopping: fetch(model_id, stopping))

    async def take_in(self, model_id: str, path: Path) -> None:
        await self._transfer(model_id, "import", lambda stopping: import_model(model_id, path, stopping))

    async def take_in_pack(self, folder: Path) -> str:
        """Import the models of a pack that are not here yet; return why the folder is no pack, "" where it is one."""
        try:
            listed = await asyncio.to_thread(read_pack, folder)
        except WeightsError as error:
            return sentence(tr(str(error)))
        for packed in listed:
            if packed.id in self._entries and not self.is_here(packed.id):
                await self._transfer(packed.id, "import", functools.partial(import_packed, folder, packed))
        return ""

    async def pack(self, folder: Path) -> None:
        """Copy all models that were fetched or imported into a folder, with their hashes and licences."""
        for model_id in packable():
            await self._transfer(model_id, "pack", functools.partial(pack, [model_id], folder))

    async def verify(self, model_id: str) -> None:
        await self._transfer(model_id, "verify", lambda stopping: verify(model_id, stopping))

    async def remove(self, model_id: str) -> None:
        entry = self._entries[model_id]
        try:
            await asyncio.to_thread(remove, model_id)
            self._end(entry, _Outcome())
        except WeightsError as error:
            self._end(entry, _Outcome(tr(str(error)), True))

    def stop(self, model_id: str) -> None:
        """Stop the operation on a model; what was downloaded is kept."""
        self._entries[model_id].stopping.set()

    def close(self) -> None:
        """Stop all operations. A thread that waits for a server that does not answer ends with the program."""
        self._closed = True  # late callbacks are dropped
        for entry in self._entries.values():
            entry.stopping.set()
        for thread in self._threads:
            thread.join(_WAIT)

    # Execution.

    async def _transfer(
        self, model_id: str, verb: Verb, begin: Callable[[Callable[[], bool]], Iterator[Transfer]]
    ) -> None:
        entry = self._entries[model_id]
        if entry.verb is not None:
            return
        entry.verb, entry.transfer, entry.result, entry.failed = verb, None, "", False
        entry.stopping = threading.Event()
        self.changed.emit(model_id)
        loop = asyncio.get_running_loop()
        done: asyncio.Future[_Outcome] = loop.create_future()

        def call(what: Callable[..., object], *arguments: object) -> None:
            with contextlib.suppress(RuntimeError):  # the event loop is closed
                loop.call_soon_threadsafe(what, *arguments)

        def work() -> None:
            outcome, shown_at = _Outcome(tr(_RESULTS.get(verb, ""))), 0.0
            try:
                for transfer in begin(entry.stopping.is_set):
                    if time.monotonic() >= shown_at + _SHOW_EVERY or not transfer.done:
                        shown_at = time.monotonic()
                        call(self._show, entry, transfer)
            except StoppedError as error:
                outcome = _Outcome(tr(str(error)))
            except WeightsError as error:
                outcome = _Outcome(tr(str(error)), True)
            except Exception as error:  # the awaiting coroutine needs a result
                log.exception("%s of %s failed", verb, model_id)
                outcome = _Outcome(f"{type(error).__name__}: {error}", True)
            call(lambda: None if done.done() else done.set_result(outcome))

        # Not in the event loop's pool, which opening and saving need; a daemon, so that the program can end first.
        thread = threading.Thread(target=work, name=f"taureau-{verb}-{model_id}", daemon=True)
        thread.start()
        self._threads = [other for other in self._threads if other.is_alive()] + [thread]  # `close` waits for these
        try:
            self._end(entry, await done)
        finally:
            entry.stopping.set()  # if the coroutine was cancelled

    def _show(self, entry: Entry, transfer: Transfer) -> None:
        if entry.verb is not None and not self._closed:
            entry.transfer = transfer
            self.changed.emit(entry.model.id)

    def _end(self, entry: Entry, outcome: _Outcome) -> None:
        entry.verb, entry.transfer = None, None
        entry.result, entry.failed = sentence(outcome.result), outcome.failed
        self._look_at(entry)
        self.changed.emit(entry.model.id)

    def _look_at(self, entry: Entry) -> None:
        before, entry.state = entry.state, state_of(entry.model)
        if entry.state != before:
            self.changed.emit(entry.model.id)
