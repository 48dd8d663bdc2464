"""Killed at any moment of a run, the program has lost no more than five seconds of it at its next start."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import pytest
from PIL import Image

from tests.processes import running
from tests.session.sketches import photo_pixels

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signal")

AT_ONCE = 5  # lives
LONGEST = 8.0  # s into the run
LOST = 5.0  # s, at most
SEED = 6


def start(what: str, photo: Path, log: Path, state: Path) -> AbstractContextManager[subprocess.Popen[str]]:
    """The program of `mortal.py`, which is killed after two minutes at the latest."""
    return running(
        [sys.executable, "-m", "tests.ui.shell.mortal", what, photo, log],
        limit=120,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ
        | {"QT_QPA_PLATFORM": "offscreen", "TAUREAU_STATE": str(state), "XDG_CONFIG_HOME": str(state / "config")},
        cwd=Path(__file__).parents[3],
    )


class Life:
    """One process from its first stroke to its end."""

    def __init__(self, name: str, what: str, folder: Path, after: float, lives: ExitStack) -> None:
        self.name, self.after = name, after
        photo, self.log = folder / f"{name}.png", folder / f"{name}.log"
        Image.fromarray(photo_pixels()).save(photo)
        self.process = lives.enter_context(start(what, photo, self.log, folder / "state"))

    def wait_for_the_first_stroke(self) -> None:
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "drawing\n"
        self.began = time.time()

    def kill(self) -> None:
        time.sleep(max(0.0, self.began + self.after - time.time()))  # a moment of no significance, not one to await
        self.process.send_signal(signal.SIGKILL)
        self.ended = time.time()
        assert self.process.wait(10) == -signal.SIGKILL

    def shown(self) -> list[tuple[float, str]]:
        """When it showed what; a line that it was killed in is none."""
        lines = self.log.read_text().splitlines(keepends=True)
        return [tuple(json.loads(line)) for line in lines if line.endswith("\n")]


def offered(folder: Path) -> dict[str, tuple[str, bool]]:
    """By name, what the next start offers, and whether a run was on; it throws all of it away and closes."""
    with start("look", folder / "none", folder / "none.log", folder / "state") as process:
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert "Traceback" not in err
    told, visible = out.strip().rsplit(" ", 1)
    assert visible == "True"
    found = json.loads(told)
    assert len(found) == len({name for name, _, _ in found})
    return {name: (digest, running) for name, digest, running in found}


def check(life: Life, found: dict[str, tuple[str, bool]]) -> bool:
    """Whether it was offered; what was must have been shown in its last seconds."""
    shown = life.shown()
    offer = found.get(f"{life.name}.svg")
    if offer is None:
        assert life.ended - shown[0][0] < LOST, f"{life.name} lost all of {life.ended - shown[0][0]:.1f} s"
        return False
    digest, _ = offer
    last = max((at for at, seen in shown if seen == digest), default=None)
    assert last is not None, f"{life.name} never showed what is offered"
    following = [at for at, _ in shown if at > last]
    assert not following or life.ended - following[0] <= LOST, f"{life.name} lost {life.ended - following[0]:.1f} s"
    return True


def test_a_kill_loses_five_seconds_at_most(tmp_path, pytestconfig):
    """As many kills as `--kills` says, five programs at a time."""
    moments = random.Random(SEED)
    kills = pytestconfig.getoption("--kills")
    survivors = 0
    for first in range(0, kills, AT_ONCE):
        with ExitStack() as stack:
            lives = [
                Life(f"life-{number}", "draw", tmp_path, moments.uniform(0.0, LONGEST), stack)
                for number in range(first, min(first + AT_ONCE, kills))
            ]
            for life in lives:
                life.wait_for_the_first_stroke()
            for life in sorted(lives, key=lambda one: one.began + one.after):
                life.kill()
        found = offered(tmp_path)
        assert all(in_a_run for _, in_a_run in found.values())
        survivors += sum(check(life, found) for life in lives)
        assert list((tmp_path / "state" / "recovery").glob("*/about.json")) == []  # thrown away, it is gone
    assert survivors >= kills / 2  # most were killed later than it takes to keep anything


def test_a_drawing_of_the_real_engine_is_offered_back(tmp_path):
    with ExitStack() as stack:
        life = Life("real", "draw-really", tmp_path, 2.5, stack)
        life.wait_for_the_first_stroke()
        life.kill()
    assert check(life, offered(tmp_path))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_keeps_the_work_and_asks_nothing(number: signal.Signals, tmp_path: Path) -> None:
    with ExitStack() as stack:
        life = Life("ended", "draw", tmp_path, 0.0, stack)
        life.wait_for_the_first_stroke()
        life.process.send_signal(number)
        assert life.process.wait(20) == 128 + number
        life.ended = time.time()
    assert check(life, offered(tmp_path))
