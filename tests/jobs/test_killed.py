"""Killed at any moment, a program that draws a queue has lost nothing, and nothing is drawn or written twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from taureau.document import load_svg
from taureau.jobs.queue import Queue
from taureau.store.entries import Entries

from tests.jobs.mortal import MOMENTS
from tests.processes import running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signal")

SEED = 7
LONGEST = 0.6  # s into its work, six drawings
JOBS_A_LIFE = 4


class Store:
    """A store, the folder of its results, and what programs have done there."""

    def __init__(self, folder: Path) -> None:
        self.store, self.out, self.log = folder / "store", folder / "out", folder / "log.txt"
        self.out.mkdir()
        self.log.touch()
        self.results: dict[str, tuple[int, int]] = {}  # inode and time of those that were seen

    def start(self, *added: str, moment: str = "never") -> AbstractContextManager[subprocess.Popen[str]]:
        return running(
            [sys.executable, "-m", "tests.jobs.mortal", self.store, self.out, self.log, moment, *added],
            limit=120,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONFAULTHANDLER": "1"},
            cwd=Path(__file__).parents[2],
        )

    def said(self) -> list[tuple[str, str]]:
        return [(line.split(" ", 1)[0], line.split(" ", 1)[1].strip()) for line in self.log.read_text().splitlines()]

    def look(self) -> None:
        """Results that were there are there as they were."""
        now = {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in self.out.glob("[!.]*")}
        assert self.results.items() <= now.items()
        self.results = now

    def check(self, words: list[str]) -> None:
        """All jobs are done, each has one result, and it is its own; nothing else is left."""
        self.look()
        with Queue(self.store) as queue:
            records = queue.records()
        assert [record.name for record in records] == words
        assert {record.state for record in records} == {"done"}
        outputs = [record.output for record in records]
        assert sorted(self.out.iterdir()) == sorted(path for path in outputs if path is not None)
        for word, output in zip(words, outputs, strict=True):
            assert output is not None
            assert load_svg(output).layers[0].name == word
        assert list((self.store / "claims").iterdir()) == []


def finish(store: Store) -> None:
    with store.start() as process:
        _, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert "Traceback" not in err


def test_kills_at_any_moment(tmp_path, pytestconfig, capsys) -> None:
    """As many as `--kills` says; each life adds jobs of its own to those that are left."""
    store, moments, hits = Store(tmp_path), random.Random(SEED), Counter[str]()
    words: list[str] = []
    for life in range(pytestconfig.getoption("--kills")):
        added = [f"job {life} {number}" for number in range(JOBS_A_LIFE)]
        with store.start(*added) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            words += added
            time.sleep(moments.uniform(0.0, LONGEST))  # a moment of no significance, not one to await
            process.kill()
            process.wait(20)
        hits[store.said()[-1][0]] += process.returncode == -signal.SIGKILL
        store.look()
    finish(store)
    store.check(words)
    begun = Counter(word for moment, word in store.said() if moment == "drawn")
    with Entries(store.store) as entries:
        kept = len(entries.find())
    table = ", ".join(f"{hits[moment]} after “{moment}”" for moment in ("added", *MOMENTS, "ended") if hits[moment])
    with capsys.disabled():
        twice = sum(number - 1 for number in begun.values())
        print(
            f"\n{hits.total()} kills: {table}; {len(words)} jobs, all done, {twice} drawn again, {kept} in the gallery"
        )
    assert hits.total() >= pytestconfig.getoption("--kills") / 2


def test_kills_at_chosen_moments(tmp_path: Path) -> None:
    """One after the other, each while the first job that is left is drawn, and once more."""
    store, words = Store(tmp_path), []
    moments = ("claimed", "drawn", "renamed", "naming", "writing", "renaming", "marked")  # none is tried too often
    assert sorted(moments) == sorted(MOMENTS)
    for moment in moments:
        before = len(store.results)
        with store.start(moment, moment=moment) as process:
            process.wait(60)
        assert process.returncode == -signal.SIGKILL
        words.append(moment)
        store.look()
        assert len(store.results) - before == (moment in ("renamed", "marked"))
    finish(store)
    store.check(words)
    drawn = [word for what, word in store.said() if what == "claimed"]
    assert len(drawn) == len(words) + len(MOMENTS) - 2
