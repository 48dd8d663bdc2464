"""The models of the catalogue, as the window sees them: how each stands, and what is being done with it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from taureau.session.choices import BUILTIN
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
    models_folder,
    page_of,
    remove,
    state_of,
    verify,
)

log = logging.getLogger(__name__)
Verb = Literal["fetch", "import", "verify"]
_TELL_EVERY = 0.05  # s between two looks at a transfer
_WAIT = 1.0  # s that closing waits for a transfer to stop


class Entry:
    """One model: how it stands, what is being done with it, and how the last thing that was done ended."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.state = State(False, 0)
        self.verb: Verb | None = None  # under way
        self.transfer: Transfer | None = None  # how far it is
        self.said = ""  # how the last one ended, in a sentence
        self.failed = False  # whether `said` is of a failure
        self.stopping = threading.Event()

    @property
    def page(self) -> str:
        """The address of the page that presents the model, or the path of the file that does."""
        return page_of(self.model)


@dataclass(frozen=True)
class _Outcome:
    said: str = ""
    failed: bool = False


class Models(QObject):
    """Observable state: change it through the verbs below, which work in threads of their own.

    Transfers of several models may be under way at once, of one model one.
    """

    changed = Signal(str)  # the id of the model of which something has changed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problem = ""  # why there is no catalogue, if there is none
        self._entries: dict[str, Entry] = {}
        self._threads: set[threading.Thread] = set()
        self._closed = False
        try:
            self._entries = {model.id: Entry(model) for model in catalogue()}
        except CatalogueError as error:
            self.problem = str(error)
        self.look()

    @property
    def encoders(self) -> list[Entry]:
        """What can guide a drawing; the built-in one first."""
        return [entry for entry in self._entries.values() if entry.model.kind == "encoder"]

    @property
    def imaginers(self) -> list[Entry]:
        """What makes pictures to draw."""
        return [entry for entry in self._entries.values() if entry.model.kind == "imagine"]

    @property
    def folder(self) -> Path:
        return models_folder()

    def __getitem__(self, model_id: str) -> Entry:
        return self._entries[model_id]

    def is_here(self, model_id: str) -> bool:
        """Whether a model can be loaded."""
        entry = self._entries.get(model_id)
        return model_id == BUILTIN or (entry is not None and entry.state.present)

    def first_here(self, ids: Sequence[str]) -> str | None:
        """The first of these models that can be loaded; None where none can."""
        return next((model_id for model_id in ids if self.is_here(model_id)), None)

    def first_known(self, ids: Sequence[str]) -> str | None:
        """The first of these models that is in the catalogue; None where none is."""
        return next((model_id for model_id in ids if model_id in self._entries), None)

    def look(self) -> None:
        """See again how each model stands: another program may have brought or taken one."""
        for entry in self._entries.values():
            self._look_at(entry)

    # What the user asks for. Each returns when it is done; how it ended is said in the entry.

    async def fetch(self, model_id: str) -> None:
        await self._transfer(model_id, "fetch", lambda stopping: fetch(model_id, stopping))

    async def take_in(self, model_id: str, path: Path) -> None:
        await self._transfer(model_id, "import", lambda stopping: import_model(model_id, path, stopping))

    async def verify(self, model_id: str) -> None:
        await self._transfer(model_id, "verify", lambda stopping: verify(model_id, stopping))

    async def remove(self, model_id: str) -> None:
        entry = self._entries[model_id]
        try:
            await asyncio.to_thread(remove, model_id)
            self._end(entry, _Outcome())
        except WeightsError as error:
            self._end(entry, _Outcome(str(error), True))

    def stop(self, model_id: str) -> None:
        """Stop what is under way with a model; what was fetched is kept."""
        self._entries[model_id].stopping.set()

    def close(self) -> None:
        """Stop everything. A thread that waits for a silent server is left to the end of the program."""
        self._closed = True  # what a thread still says finds nobody
        for entry in self._entries.values():
            entry.stopping.set()
        for thread in self._threads:
            thread.join(_WAIT)

    # How it is done.

    async def _transfer(
        self, model_id: str, verb: Verb, begin: Callable[[Callable[[], bool]], Iterator[Transfer]]
    ) -> None:
        entry = self._entries[model_id]
        if entry.verb is not None:
            return
        entry.verb, entry.transfer, entry.said, entry.failed = verb, None, "", False
        entry.stopping = threading.Event()
        self.changed.emit(model_id)
        loop = asyncio.get_running_loop()
        done: asyncio.Future[_Outcome] = loop.create_future()

        def call(what: Callable[..., object], *arguments: object) -> None:
            with contextlib.suppress(RuntimeError):  # the window has gone, and its loop with it
                loop.call_soon_threadsafe(what, *arguments)

        def work() -> None:
            outcome, told = _Outcome("The files are whole." if verb == "verify" else ""), 0.0
            try:
                for transfer in begin(entry.stopping.is_set):
                    if time.monotonic() >= told + _TELL_EVERY or not transfer.done:
                        told = time.monotonic()
                        call(self._show, entry, transfer)
            except StoppedError as error:
                outcome = _Outcome(str(error))
            except WeightsError as error:
                outcome = _Outcome(str(error), True)
            except Exception as error:  # the thread must end by saying so
                log.exception("%s of %s failed", verb, model_id)
                outcome = _Outcome(f"{type(error).__name__}: {error}", True)
            call(lambda: None if done.done() else done.set_result(outcome))

        # Not a thread of the loop's pool, which opening and saving need; and the program may end without it.
        thread = threading.Thread(target=work, name=f"taureau-{verb}-{model_id}", daemon=True)
        self._threads.add(thread)
        thread.start()
        try:
            self._end(entry, await done)
        finally:
            entry.stopping.set()  # where the waiting itself was cancelled
            self._threads.discard(thread)

    def _show(self, entry: Entry, transfer: Transfer) -> None:
        if entry.verb is not None and not self._closed:
            entry.transfer = transfer
            self.changed.emit(entry.model.id)

    def _end(self, entry: Entry, outcome: _Outcome) -> None:
        entry.verb, entry.transfer = None, None
        entry.said, entry.failed = sentence(outcome.said), outcome.failed
        self._look_at(entry)
        self.changed.emit(entry.model.id)

    def _look_at(self, entry: Entry) -> None:
        before, entry.state = entry.state, state_of(entry.model)
        if entry.state != before:
            self.changed.emit(entry.model.id)
