"""A model that stays loaded for the next request, as long as nothing else needs the memory."""

from __future__ import annotations

import gc
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from taureau.imagine.folder import PipelineFolder, weights_of


@dataclass(frozen=True)
class CacheKey:
    """Two requests with the same key can share a loaded model."""

    model: str  # its id
    settings: tuple[Hashable, ...]  # what is requested and how; more is loaded for words than for images
    files: tuple[tuple[str, int, int], ...]  # its weights: path, bytes, modification time


class ModelCache:
    """Holds one loaded model and its memory plan; thread-safe."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._entry: tuple[CacheKey, Any, Any] | None = None  # with the generator and its plan

    @property
    def empty(self) -> bool:
        return self._entry is None

    def keep(self, key: CacheKey, generator: Any, plan: Any) -> None:
        with self._lock:
            self._entry = (key, generator, plan)

    def take(self, key: CacheKey) -> tuple[Any, Any] | None:
        """Remove and return the generator and its plan; one with another key is dropped."""
        with self._lock:
            entry, self._entry = self._entry, None
        return entry[1:] if entry is not None and entry[0] == key else None

    def clear(self) -> bool:
        """Drop the model; return False where there was none. `free_unused_memory` then gives its memory back."""
        with self._lock:
            held, self._entry = self._entry is not None, None
        return held


def make_room(cache: ModelCache) -> None:
    """Release the cached model unless a drawing has enough memory beside it."""
    from taureau.imagine.memory import has_room

    if not cache.empty and not has_room() and cache.clear():
        free_unused_memory()


def release(cache: ModelCache) -> None:
    """Release the cached model and its memory."""
    cache.clear()
    free_unused_memory()


def free_unused_memory() -> None:
    """Return the memory of dropped models: their parts refer to each other, so that only a collection finds them."""
    import torch

    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def weight_files(*folders: PipelineFolder | None) -> tuple[tuple[str, int, int], ...]:
    """Return path, bytes and modification time of these folders' weights, which tell whether they were replaced."""
    found: list[Path] = []
    for folder in folders:
        if folder is not None:
            found += [file for name in sorted(folder.parts) for file in weights_of(folder.path / name)]
    states = [(str(file), file.stat()) for file in found]
    return tuple((path, state.st_size, state.st_mtime_ns) for path, state in states)
