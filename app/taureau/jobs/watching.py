"""A watched folder: what has arrived in it is added to the queue, each version of a file once."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from taureau.jobs.files import in_order, is_photo_name, signature
from taureau.jobs.job import Job
from taureau.jobs.queue import Queue
from taureau.jobs.settings import JobSettings, SettingError, settings_from

_NAME = "watched"


@dataclass(frozen=True)
class Watched:
    """The folder that feeds the queue; folders below it are not looked into."""

    folder: Path
    settings: JobSettings
    results: Path  # the folder of the results


def watched(queue: Queue) -> Watched | None:
    """Return what is watched; None where nothing is; raises StoreError."""
    value = queue.setting(_NAME)
    try:
        return Watched(Path(value["folder"]), settings_from(value["settings"]), Path(value["results"]))
    except (TypeError, KeyError, SettingError):  # never chosen, or written by a later version
        return None


def watch(queue: Queue, wanted: Watched | None) -> None:
    """Watch this folder from now on, or none; what is in it already is not drawn; raises StoreError."""
    if wanted is None:
        queue.set_setting(_NAME, None)
        return
    queue.set_known(_photos(wanted.folder))
    folder, results = wanted.folder.absolute(), wanted.results.absolute()
    queue.set_setting(_NAME, {"folder": str(folder), "settings": wanted.settings.as_json(), "results": str(results)})


def add_arrived(queue: Queue) -> int:
    """Add what has arrived in the watched folder, and return the number of jobs; raises StoreError."""
    now = watched(queue)
    if now is None:
        return 0
    arrivals = [(Job(photo, settings=now.settings), found) for photo, found in _photos(now.folder).items()]
    return len(queue.add_arrivals(arrivals, now.results)) if arrivals else 0


def _photos(folder: Path) -> dict[Path, str]:
    """Return the photos in a folder with their signatures; none where it cannot be read."""
    found = {}
    with contextlib.suppress(OSError):
        for path in sorted(folder.absolute().iterdir(), key=lambda one: in_order(one.name)):
            if is_photo_name(path.name):
                with contextlib.suppress(OSError):  # it went away
                    found[path] = signature(path)
    return found
