"""Whatever is done to a store in whatever order, by two programs, it holds what a list in memory holds."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from taureau.store.database import FILE
from taureau.store.entries import Entries
from taureau.store.search import Search

from tests.store.runs import little_run

PICK = st.integers(0, 30)


class StoreMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.programs = [Entries(self.folder), Entries(self.folder)]
        self.known: list[dict[str, Any]] = []  # the oldest first

    @initialize()
    def begin(self) -> None:
        self.keep(0, 0)

    @rule(number=PICK, program=st.integers(0, 1))
    def keep(self, number: int, program: int) -> None:
        kept = self.programs[program].keep(little_run(number, pixels=None))
        self.known.append({"id": kept.id, "name": kept.name, "favourite": False, "notes": "", "removed": False})

    @rule(pick=PICK, program=st.integers(0, 1), favourite=st.booleans())
    def mark(self, pick: int, program: int, favourite: bool) -> None:
        one = self.known[pick % len(self.known)]
        self.programs[program].set_favourite([one["id"]], favourite)
        one["favourite"] = favourite

    @rule(pick=PICK, program=st.integers(0, 1), notes=st.sampled_from(["", "blue", "for Ä"]))
    def note(self, pick: int, program: int, notes: str) -> None:
        one = self.known[pick % len(self.known)]
        self.programs[program].set_notes(one["id"], notes)
        one["notes"] = notes

    @rule(pick=PICK, program=st.integers(0, 1), removed=st.booleans())
    def remove(self, pick: int, program: int, removed: bool) -> None:
        one = self.known[pick % len(self.known)]
        (self.programs[program].remove if removed else self.programs[program].restore)([one["id"]])
        one["removed"] = removed

    @rule()
    def damage(self) -> None:
        for program in self.programs:
            program.close()
        (self.folder / FILE).write_bytes(b"\x00damage" * 700)

    @rule(program=st.integers(0, 1))
    def tidy(self, program: int) -> None:
        self.programs[program].tidy()

    @invariant()
    def holds_what_is_known(self) -> None:
        there = [one for one in reversed(self.known) if not one["removed"]]
        for program in self.programs:
            found = [(one.id, one.name, one.favourite, one.noted) for one in program.find()]
            assert found == [(one["id"], one["name"], one["favourite"], bool(one["notes"])) for one in there]
        marked = [one["id"] for one in there if one["favourite"]]
        assert [one.id for one in self.programs[0].find(Search(favourites=True))] == marked

    def teardown(self) -> None:
        for program in self.programs:
            program.close()
        shutil.rmtree(self.folder)


StoreMachine.TestCase.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
TestStore = StoreMachine.TestCase
