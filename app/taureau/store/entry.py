"""An entry of the gallery: one run, its outcome, and what the user says about it; as a value and as JSON."""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from taureau.document import Drawing

Origin = Literal["window", "sketch", "queue", "batch", "server"]
Outcome = Literal["finished", "stopped", "failed"]
LONGEST_NAME = 120  # characters
LONGEST_TEXT = 10_000  # characters of words, notes, reason
_HASHED = 1 << 16  # bytes at the beginning of a photo


@dataclass(frozen=True)
class PhotoReference:
    """A photo's file as it was when it was drawn."""

    path: Path
    size: int  # bytes
    time: int  # of its latest change, ns since 1970
    digest: str  # SHA-256 of its first 64 KiB

    @property
    def state(self) -> Literal["same", "changed", "gone"]:
        """Whether the file is there and as it was."""
        try:
            return "same" if photo_reference(self.path).digest == self.digest else "changed"
        except OSError:
            return "gone"


def photo_reference(path: Path) -> PhotoReference:
    """Return the reference to a file; raises OSError."""
    path = path.absolute()
    with open(path, "rb") as file:
        found = os.fstat(file.fileno())
        digest = hashlib.sha256(file.read(_HASHED)).hexdigest()
    return PhotoReference(path, found.st_size, found.st_mtime_ns, digest)


@dataclass(frozen=True)
class Entry:
    """A run that was kept; `sequence` orders entries, whatever the clock said."""

    id: str  # the name of its folder
    made_at: datetime  # UTC
    origin: Origin
    name: str
    sequence: int = 0  # 0: not in the database yet
    words: str = ""  # the prompt
    outcome: Outcome = "finished"
    reason: str = ""  # why it failed
    strokes: int = 0
    seconds: float = 0.0
    favourite: bool = False
    notes: str = ""
    photo: PhotoReference | None = None
    request: Mapping[str, Any] = field(default_factory=dict)  # a job as JSON (`taureau.jobs`)
    gains: tuple[float | None, ...] = ()  # of each stroke in its order
    removed: int = 0  # when it was deleted, seconds since 1970; 0: it was not


def gains_of(drawing: Drawing | None) -> tuple[float | None, ...]:
    """Return the gains of a drawing's strokes; none where no gain is known."""
    gains = () if drawing is None else tuple(stroke.gain for stroke in drawing.lines)
    return gains if any(gain is not None for gain in gains) else ()


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """Return the entry as `entry_from` reads it."""
    values = dict(vars(entry))
    values["made_at"] = entry.made_at.isoformat()
    values["gains"] = list(entry.gains)
    values["photo"] = None
    if entry.photo is not None:
        values["photo"] = {**vars(entry.photo), "path": os.fsdecode(entry.photo.path)}
    return values


def entry_from(value: object) -> Entry:
    """Return the entry in a JSON object; raises ValueError for what is no entry."""
    if not isinstance(value, Mapping):
        raise ValueError("not an entry")
    known = {name: value[name] for name in Entry.__dataclass_fields__ if name in value}
    try:
        known["made_at"] = datetime.fromisoformat(known["made_at"]).astimezone(UTC)
        known["gains"] = tuple(known.get("gains", ()))
        if known.get("photo") is not None:
            known["photo"] = _photo_from(known["photo"])
        entry = Entry(**known)
        _check(entry)
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"not an entry: {error}") from error
    return entry


def _photo_from(value: Mapping[str, Any]) -> PhotoReference:
    photo = PhotoReference(Path(value["path"]), value["size"], value["time"], value["digest"])
    if not (type(photo.size) is int and type(photo.time) is int and isinstance(photo.digest, str)):
        raise ValueError("not a reference to a photo")
    return photo


def _check(entry: Entry) -> None:
    """Raise ValueError where a value is not of its kind."""
    texts = (entry.name, entry.words, entry.reason, entry.notes)
    wholes = (entry.sequence, entry.strokes, entry.removed)
    if not (
        is_entry_id(entry.id)
        and entry.origin in get_args(Origin)
        and entry.outcome in get_args(Outcome)
        and all(isinstance(text, str) and len(text) <= LONGEST_TEXT for text in texts)
        and all(type(whole) is int and 0 <= whole < 1 << 62 for whole in wholes)
        and type(entry.favourite) is bool
        and _are_numbers((entry.seconds,))
        and _are_numbers([gain for gain in entry.gains if gain is not None])
        and isinstance(entry.request, Mapping)
    ):
        raise ValueError("not an entry")


def _are_numbers(values: Sequence[object]) -> bool:
    return all(type(value) in (int, float) and math.isfinite(value) for value in values)  # type: ignore[arg-type]


def is_entry_id(text: object) -> bool:
    """Return whether a text is the name of an entry's folder."""
    return isinstance(text, str) and len(text) == 32 and all(letter in "0123456789abcdef" for letter in text)
