"""Finding entries: by words in their name, prompt and notes, and by what kind they are."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from taureau.store.entry import Outcome

Kind = Literal["all", "photo", "words", "failed"]
_KINDS: dict[Kind, str] = {
    "all": "TRUE",
    "photo": "(photo <> 'null' OR words = '')",
    "words": "words <> ''",
    "failed": "outcome = 'failed'",
}


@dataclass(frozen=True)
class Search:
    """Which entries to list; the default lists all."""

    text: str = ""  # each word of it is in the name, the prompt or the notes, whatever its case
    kind: Kind = "all"
    favourites: bool = False
    since: datetime | None = None  # made then or later

    @property
    def narrows(self) -> bool:
        """Whether some entries may be left out."""
        return self != Search()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of an entry."""

    id: str
    made_at: datetime  # UTC
    name: str
    words: str
    outcome: Outcome
    reason: str
    strokes: int
    favourite: bool
    noted: bool


def summaries(connection: sqlite3.Connection, search: Search) -> list[Summary]:
    """Return the entries that match, the newest first."""
    conditions, values = ["NOT removed", _KINDS[search.kind]], []
    if search.favourites:
        conditions.append("favourite")
    if search.since is not None:
        conditions.append("made_at >= ?")
        values.append(search.since.astimezone(UTC).isoformat())
    connection.create_function("folded", 1, str.casefold, deterministic=True)  # LIKE knows the case of ASCII alone
    for word in search.text.split():
        conditions.append("instr(folded(name || ' ' || words || ' ' || notes), ?)")
        values.append(word.casefold())
    rows = connection.execute(
        "SELECT id, made_at, name, words, outcome, reason, strokes, favourite, notes <> '' FROM entries "
        f"WHERE {' AND '.join(conditions)} ORDER BY sequence DESC",
        values,
    )
    return [
        Summary(key, datetime.fromisoformat(made), name, words, outcome, reason, strokes, bool(favourite), bool(noted))
        for key, made, name, words, outcome, reason, strokes, favourite, noted in rows
    ]
