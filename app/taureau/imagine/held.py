"""A model that stays loaded for the next request, as long as nothing else needs the memory."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from taureau.imagine.folder import PipelineFolder, weights_of


@dataclass(frozen=True)
class Key:
    """Two requests with the same key can share what is loaded."""

    model: str  # its id
    settings: tuple[Hashable, ...]  # what was asked of it and how; more is loaded for words than for images
    files: tuple[tuple[str, int, int], ...]  # its weights: path, bytes, when they were written


class Held:
    """Room for one painter with the plan by which it is held. Any thread may ask."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: tuple[Key, Any, Any] | None = None  # with its painter and its plan

    @property
    def empty(self) -> bool:
        return self._kept is None

    def keep(self, key: Key, painter: Any, plan: Any) -> None:
        with self._lock:
            self._kept = (key, painter, plan)

    def take(self, key: Key) -> tuple[Any, Any] | None:
        """The painter and its plan, which are the caller's now; any other painter is let go of."""
        with self._lock:
            kept, self._kept = self._kept, None
        return kept[1:] if kept is not None and kept[0] == key else None

    def let_go(self) -> bool:
        """Give up what is held; False where there was nothing. The memory is free after a collection."""
        with self._lock:
            held, self._kept = self._kept is not None, None
        return held


def files_of(*folders: PipelineFolder | None) -> tuple[tuple[str, int, int], ...]:
    """What tells these folders' weights from others that are put in their place."""
    found: list[Path] = []
    for folder in folders:
        if folder is not None:
            found += [file for name in sorted(folder.parts) for file in weights_of(folder.path / name)]
    states = [(str(file), file.stat()) for file in found]
    return tuple((path, state.st_size, state.st_mtime_ns) for path, state in states)
