"""What every test may ask for. The thread environment is set as main.py sets it, before torch is imported."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("KMP_BLOCKTIME", "0")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")  # tiny networks lose by more threads, and each core has its worker
os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

os.environ["TAUREAU_MODELS"] = os.devnull + "/no-models"  # whatever lies on this machine is no matter of the tests
os.environ["TAUREAU_CLIP"] = os.devnull + "/no-clip"  # a test that wants one makes and names its own
os.environ["TAUREAU_STATE"] = os.devnull + "/no-state"  # tests that write there name a folder of their own
os.environ["TAUREAU_RUNS"] = tempfile.mkdtemp(prefix="taureau-no-runs-")  # so do tests that keep runs
Path(os.environ["TAUREAU_RUNS"], "settings.json").write_text('{"keep_runs": false}')
atexit.register(shutil.rmtree, os.environ["TAUREAU_RUNS"], ignore_errors=True)
os.environ["TAUREAU_SPEED"] = os.devnull + "/no-speed"  # nobody has measured this machine
os.environ.pop("TAUREAU_CATALOGUE", None)

# Jobs in a shell's background ignore Ctrl-C, and so would the programs that the tests start and stop by it.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples each time, however long one takes; `--hypothesis-profile=default` looks for others.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

SAMPLES = Path(__file__).parent.parent / "resources" / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--kills",
        type=int,
        default=5,
        help="how often the tests test_killed.py kill their programs",
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker for each core that this process may use; four at most, as each takes about 1.5 GB."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, 4)


@pytest.fixture(scope="session")
def duck_photo() -> Path:
    """A white duck on dark water."""
    return SAMPLES / "duck.jpg"


@pytest.fixture(scope="session")
def astronaut_photo() -> Path:
    """A portrait before a busy background."""
    return SAMPLES / "astronaut.jpg"


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """pytest-qt's; what tests leave on the clipboard is Python's, and Qt would free it after Python has ended."""
    yield qapp
    qapp.clipboard().clear()
