"""Where the results of the queue go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from taureau.jobs.queue import Queue

_NAME = "results"


def results_folder(queue: Queue) -> Path:
    """Return the folder that was chosen, else one of our own among the user's pictures; raises StoreError."""
    chosen = queue.setting(_NAME)
    return Path(chosen) if isinstance(chosen, str) else _our_own()


def made_folder(queue: Queue) -> Path:
    """Return the folder of results, made if it is our own; raises StoreError, OSError."""
    folder = results_folder(queue)
    if folder == _our_own():
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def set_results_folder(queue: Queue, folder: Path) -> None:
    """Raises StoreError."""
    queue.set_setting(_NAME, str(folder.absolute()))


def _our_own() -> Path:
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(pictures or Path.home()) / "Taureau"
