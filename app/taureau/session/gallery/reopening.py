"""Opening what an entry holds: its drawing with its photo, and its settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from taureau.document import load_svg
from taureau.jobs.job import Job, job_from
from taureau.jobs.settings import SettingError
from taureau.photo import PhotoError, load_photo
from taureau.session.choices import Choices
from taureau.session.files.opening import Opened
from taureau.session.run.job_choices import choices_of

if TYPE_CHECKING:
    from taureau.store.entries import Entries
    from taureau.store.entry import Entry


def opened_entry(entries: Entries, entry: Entry) -> Opened:
    """Return the drawing of an entry, not in a file of the user's yet, with its photo if that is as it was.

    Raises DocumentError.
    """
    opened = Opened(load_svg(entries.drawing_file(entry.id)))
    if entry.photo is None or entry.photo.state != "same":
        return opened
    path: Path = entry.photo.path
    try:
        return Opened(opened.drawing, source=path).with_photo(load_photo(path))
    except PhotoError:  # as good as gone
        return opened


def job_in(entry: Entry) -> Job | None:
    """Return the job that draws an entry again; None where its request is not understood."""
    try:
        return job_from(entry.request)
    except SettingError:
        return None


def choices_in(entry: Entry) -> Choices | None:
    """Return the choices that an entry was drawn with; None where its request is not understood."""
    job = job_in(entry)
    return None if job is None else choices_of(job)
