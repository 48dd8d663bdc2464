"""Where the results of the queue go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from taureau.jobs.queue import Queue

_NAME = "results"


def results_folder(queue: Queue) -> Path:
    """Return the folder that was chosen, else one of our own among the user's pictures, which is made.

    Raises StoreError, OSError.
    """
    chosen = queue.setting(_NAME)
    if isinstance(chosen, str):
        return Path(chosen)
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    folder = Path(pictures or Path.home()) / "Taureau"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def set_results_folder(queue: Queue, folder: Path) -> None:
    """Raises StoreError."""
    queue.set_setting(_NAME, str(folder.absolute()))
