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

_JOBS: Migration = (
    """
    CREATE TABLE jobs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        position INTEGER NOT NULL,  -- in the order of drawing
        name TEXT NOT NULL,
        job TEXT NOT NULL,          -- JSON
        state TEXT NOT NULL,        -- waiting, running, done, failed, cancelled
        wait TEXT NOT NULL,         -- what a waiting one lacks: file, model, folder, disk; empty: its turn
        lacking TEXT NOT NULL,      -- the id of that model
        reason TEXT NOT NULL,       -- of a failure
        replaced INTEGER NOT NULL,  -- whether the photo's file was replaced while it waited
        attempts INTEGER NOT NULL,
        claim TEXT NOT NULL,        -- of the process that draws it
        signature TEXT NOT NULL,    -- of the photo's file: its size and time
        folder BLOB NOT NULL,       -- of the result, in the system's encoding of names, as `output`
        output BLOB NOT NULL,       -- the result's file; empty until it is written
        named INTEGER NOT NULL,     -- whether `output` was given with the job
        digest TEXT NOT NULL,       -- SHA-256 of the result, from just before it is written
        outcome TEXT NOT NULL       -- JSON: what the result is like
    ) STRICT
    """,
    "CREATE INDEX jobs_in_order ON jobs (position, id)",
    "CREATE INDEX jobs_by_state ON jobs (state, position)",
    "CREATE TABLE known_files (path BLOB PRIMARY KEY, signature TEXT NOT NULL) STRICT",  # of watched folders
    "CREATE TABLE queue_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",  # JSON
)

MIGRATIONS: tuple[Migration, ...] = (_ENTRIES, _JOBS)
