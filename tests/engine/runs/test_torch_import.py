"""What a run imports and compiles beside its first stages, each time in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys, threading
from taureau.engine.runs import torch_import
{before}
torch_import.might_have_gpu = lambda: {gpu}
torch_import.{begin}()
torch_import.begin_import().result()
for thread in threading.enumerate():
    if thread.name == "taureau-compile":
        thread.join()
print("torch" in sys.modules, "taureau.raster.native.passes" in sys.modules)
"""


@pytest.mark.parametrize(
    ("before", "gpu", "begin", "expected"),
    [
        ("", False, "begin_compiling", "True True"),
        ("", True, "begin_compiling", "True False"),
        ("", False, "begin_import", "True False"),
        ("sys.modules['llvmlite'] = None", False, "begin_compiling", "True False"),
    ],
)
def test_the_rasteriser_is_compiled_beside_the_import_of_torch(
    before: str, gpu: bool, begin: str, expected: str
) -> None:
    """Not where a GPU draws, or for words; and what is missing there stops nothing."""
    command = [sys.executable, "-c", PROGRAM.format(before=before, gpu=gpu, begin=begin)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert (run.stdout.strip(), run.stderr, run.returncode) == (expected, "", 0)
