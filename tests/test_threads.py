"""The same request gives the same SVG on one core and on several, whatever number of threads the environment names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.perception.tiny_taureau_clip import shipped

_DRAW = """
import json, os, sys
if sys.argv[1] == "one core" and hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # as `taskset` does, before torch counts the cores
import taureau
from taureau.document import drawing_to_svg
asked = {
    "draft": dict(photo=sys.argv[2], preset="draft", strokes=6),
    "standard": dict(photo=sys.argv[2], preset="standard", strokes=6),
    "words": dict(prompt="a cat", strokes=3, encoder="taureau-clip"),
}
print(json.dumps({name: drawing_to_svg(taureau.sketch(**request)) for name, request in asked.items()}))
"""
_MACHINES = (
    ("one core", {"OMP_NUM_THREADS": "1"}),
    ("all cores", {"OMP_NUM_THREADS": "4", "MKL_NUM_THREADS": "4"}),
)


@pytest.fixture(scope="module")
def drawings(duck_photo: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """Each machine's drawings as SVG, by the name of the request."""
    own_clip = str(shipped(tmp_path_factory.mktemp("clip")))
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _DRAW, cores, str(duck_photo)],
            env=os.environ | {"TAUREAU_CLIP": own_clip} | variables,
            stdout=subprocess.PIPE,
            text=True,
        )
        for cores, variables in _MACHINES
    ]
    printed = [process.communicate(timeout=300)[0] for process in running]
    assert [process.returncode for process in running] == [0] * len(running)
    return [json.loads(line) for line in printed]


@pytest.mark.parametrize("name", ["draft", "standard", "words"])
def test_number_of_cores_and_threads_leaves_a_drawing_unchanged(drawings: list[dict[str, str]], name: str) -> None:
    one, other = (drawn[name] for drawn in drawings)
    assert one.count("<path") >= 3
    assert one == other
