"""Reading the unsaved work of a session that ended without saving."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from taureau.document import DocumentError, Drawing, load_svg
from taureau.photo import PhotoError, load_photo
from taureau.session.files.opening import Opened
from taureau.session.language import tr
from taureau.session.recovery.snapshot import ABOUT, VERSION, Slot
from taureau.small_files import read_json


class BrokenError(Exception):
    """The recovery files cannot be read."""


@dataclass(frozen=True, eq=False)
class Rescued:
    slot: Slot
    name: str
    when: datetime  # of the latest snapshot
    running: bool  # a run was active
    drawing: Drawing | None
    preview: Drawing | None  # of that run
    level: int | None
    opened: Opened  # the photo, and the drawing as in its file

    @property
    def lost(self) -> bool:
        """False if the drawing's file has it."""
        return self.preview is not None or self.drawing != self.opened.drawing

    @property
    def shown(self) -> Drawing:
        """The preview if there is one, else the drawing."""
        shown = self.preview if self.preview is not None else self.drawing
        if shown is None:
            raise BrokenError("neither drawing nor preview")
        return shown


def read_rescued(slot: Slot) -> Rescued:
    """Read the recovery files in a slot; raises BrokenError."""
    try:
        about: Any = read_json(slot.folder / ABOUT)
        return _rescued(slot, about)
    except (
        OSError,
        RecursionError,
        ValueError,
        TypeError,
        KeyError,
        OverflowError,
        AttributeError,
        DocumentError,
    ) as error:
        raise BrokenError(str(error)) from error


def _rescued(slot: Slot, about: dict[str, Any]) -> Rescued:
    if about["version"] != VERSION:
        raise BrokenError(f"version {about['version']}")
    level = about["level"]
    rescued = Rescued(
        slot,
        Path(about["name"]).name or tr("Untitled.svg"),
        datetime.fromtimestamp(about["time"]),
        about["running"] is True,
        _drawing(slot, about["drawing"]),
        _drawing(slot, about["preview"]),
        level if isinstance(level, int) and level > 0 else None,
        _opened(slot, about),
    )
    if rescued.drawing is None and rescued.preview is None:
        raise BrokenError("neither drawing nor preview")
    return rescued


def _drawing(slot: Slot, name: str | None) -> Drawing | None:
    return load_svg(slot.folder / Path(name).name) if name else None


def _opened(slot: Slot, about: dict[str, Any]) -> Opened:
    path, source, known = _path(about["path"]), _path(about["source"]), about["fingerprint"]
    drawing = None
    if path is not None:
        with contextlib.suppress(DocumentError):  # the file may be gone, and is only compared with
            drawing = load_svg(path)
    opened = Opened(drawing, path, known if isinstance(known, str) else None, source=source)
    if not about["photo"]:
        return opened
    try:
        photo = load_photo(slot.folder / Path(about["photo"]).name)
    except PhotoError:
        return replace(opened, damaged=True)
    width, height = about["photo_size"]
    return opened.with_photo(replace(photo, name=Path(about["photo_name"]).name, width=width, height=height))


def _path(text: str | None) -> Path | None:
    return Path(text) if text else None
