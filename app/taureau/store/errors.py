"""Errors of the store, and what to do about each of SQLite's."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

from taureau.errors import TaureauError
from taureau.wording import said

_FULL = (errno.ENOSPC, errno.EDQUOT)
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class StoreError(TaureauError):
    """The store cannot be read or written; the message says in one line what is wrong and what to do."""


class DamageError(sqlite3.DatabaseError):
    """A check has found the database damaged."""


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether an error means that the file is no intact database."""
    return isinstance(error, DamageError) or primary_code(error) in _DAMAGE


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's result code without its extension; −1 for an error of Python's own."""
    code = getattr(error, "sqlite_errorcode", None)
    return -1 if code is None else int(code) & 0xFF


def store_error(error: OSError | sqlite3.Error, folder: Path) -> StoreError:
    """Return what the user is told about an error of SQLite or of the files in the store's folder."""
    if isinstance(error, OSError):
        if error.errno in _FULL:
            return _full(folder)
        reason = error.strerror or str(error)
    else:
        code = primary_code(error)
        if code == sqlite3.SQLITE_FULL:
            return _full(folder)
        if code in _BUSY:
            return StoreError(said("Another program is writing to {folder}: try again in a moment.", folder=folder))
        reason = os.strerror(errno.EROFS) if code == sqlite3.SQLITE_READONLY else str(error)
    return StoreError(
        said(
            "The runs in {folder} cannot be read or written ({reason}): check the folder and its rights.",
            folder=folder,
            reason=reason,
        )
    )


def newer(folder: Path) -> StoreError:
    """Return what the user is told about a store of a later version."""
    return StoreError(
        said("The runs in {folder} were written by a newer Taureau: update this one to read them.", folder=folder)
    )


def _full(folder: Path) -> StoreError:
    return StoreError(said("The disk of {folder} is full: make room on it.", folder=folder))
