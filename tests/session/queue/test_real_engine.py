"""The queue draws with the engine itself what the command line draws."""

from __future__ import annotations

from pathlib import Path

from taureau.jobs.settings import JobSettings
from taureau.session import Runner, engine_sketch
from taureau.session.queue.job_queue import JobQueue

from tests.cli.program import taureau


def test_a_result_is_the_file_that_sketch_writes(loop, qtbot, duck_photo: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    runner = Runner(engine_sketch)
    queue = JobQueue(runner, tmp_path / "store")
    queue.set_results(tmp_path / "out")
    queue.add_paths([duck_photo], JobSettings(preset="draft", strokes=5, tone="hatch"))
    qtbot.waitUntil(lambda: [one.state for one in queue.records] == ["done"], timeout=60_000)
    queue.stop()
    assert runner.close()
    queue.close()
    options = ["--preset", "draft", "--strokes", "5", "--tone", "hatch"]
    assert taureau("sketch", duck_photo, "-o", tmp_path / "line.svg", *options).returncode == 0
    assert (tmp_path / "out" / "duck.svg").read_bytes() == (tmp_path / "line.svg").read_bytes()
