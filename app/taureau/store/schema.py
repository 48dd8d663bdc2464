"""The tables of the store, as numbered migrations.

A database of version N has had the first N of them. A migration that has shipped is never changed: append another.
"""

from __future__ import annotations

Migration = tuple[str, ...]  # statements, executed in one transaction

_ENTRIES: Migration = (
    """
    CREATE TABLE entries (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order, whatever the clock says
        id TEXT NOT NULL UNIQUE,                     -- the name of its folder
        made_at TEXT NOT NULL,                       -- UTC, ISO 8601
        origin TEXT NOT NULL,                        -- window, sketch, queue, batch, server
        name TEXT NOT NULL,
        words TEXT NOT NULL,                         -- the prompt
        outcome TEXT NOT NULL,                       -- finished, stopped, failed
        reason TEXT NOT NULL,                        -- of a failure
        strokes INTEGER NOT NULL,
        seconds REAL NOT NULL,
        favourite INTEGER NOT NULL,
        notes TEXT NOT NULL,
        photo TEXT NOT NULL,                         -- JSON: path, size, time and hash
        request TEXT NOT NULL,                       -- JSON
        gains TEXT NOT NULL,                         -- JSON, of each stroke in its order
        removed INTEGER NOT NULL DEFAULT 0           -- when it was deleted, s since 1970; 0: it was not
    ) STRICT
    """,
    "CREATE INDEX entries_shown ON entries (removed, sequence DESC)",
)

MIGRATIONS: tuple[Migration, ...] = (_ENTRIES,)
