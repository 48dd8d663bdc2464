"""`taureau doctor`: what is there, what is missing, and how fast this machine draws."""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import os
import platform
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import psutil

from taureau.api import sketch_request, stream
from taureau.cli.errors import EXIT_FAILED
from taureau.cli.output import answer, complain, json_text, remark
from taureau.engine import Failed, Finished, Started
from taureau.engine.encoders import default_preset
from taureau.engine.presets import Preset
from taureau.engine.request import Device
from taureau.extras import how_to_add
from taureau.machine_speed import MachineSpeed, store_speed
from taureau.resources import resource
from taureau.store.folder import runs_folder
from taureau.version import VERSION
from taureau.weights import WeightsError, catalogue, megabytes, models_folder, state_of, verify

Standing = Literal["ok", "missing", "wrong"]  # missing: optional, and can be added
_NEEDED = ("torch", "onnxruntime", "numpy", "opencv-python-headless", "pillow", "PySide6-Essentials", "open_clip_torch")
_OPTIONAL = {  # extra: the package that it brings, what it is for
    "film": ("av", "films as MP4 and WebM"),
    "farm": ("ray", "batches on several machines"),
    "serve": ("uvicorn", "the server for other programs"),
    "vpype": ("vpype", "commands in vpype"),
}
_SAMPLE = "samples/cup.jpg"


@dataclass(frozen=True)
class Finding:
    """One line of the page."""

    about: str
    standing: Standing
    text: str  # what was found, and what to do where something is not as it should be


def doctor(chosen: argparse.Namespace) -> int:
    """Print the page; return 1 where something that drawing needs is wrong."""
    program = list(_program())
    findings = [*program, _machine(), _window(), *_models(), *_optional(), *_folders(), _gallery()]
    speed: MachineSpeed | None = None
    if not chosen.no_speed and all(finding.standing == "ok" for finding in program):
        remark("drawing a sample photo to measure the speed …")
        found = _speed(chosen.device)
        if isinstance(found, MachineSpeed):
            speed = found
            findings += _store(speed)
        else:
            findings.append(found)
    if chosen.json:
        answer(
            json_text(
                {
                    "version": VERSION,
                    "findings": [asdict(finding) for finding in findings],
                    "speed": None if speed is None else asdict(speed),
                    "default_preset": default_preset(),
                }
            )
        )
    else:
        width = max(len(finding.about) for finding in findings)
        marks: dict[Standing, str] = {"ok": "ok", "missing": "--", "wrong": "!!"}
        lines = [f"{marks[finding.standing]}  {finding.about:<{width}}  {finding.text}" for finding in findings]
        answer(f"Taureau {VERSION}", *lines)
    wrong = [finding.about for finding in findings if finding.standing == "wrong"]
    if wrong:
        complain(f"not as it should be: {', '.join(wrong)}")
    return EXIT_FAILED if wrong else 0


def _program() -> Iterator[Finding]:
    yield Finding("Python", "ok", f"{platform.python_version()}, {platform.system()} {platform.machine()}")
    for name in _NEEDED:
        try:
            yield Finding(name, "ok", version(name))
        except PackageNotFoundError:
            yield Finding(name, "wrong", "is missing: install Taureau again")


def _machine() -> Finding:
    memory = psutil.virtual_memory()
    cores = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    text = f"{cores} cores, {memory.total / 1e9:.1f} GB of memory, {memory.available / 1e9:.1f} GB free"
    return Finding("machine", "ok", text)


def _window() -> Finding:
    """Whether the libraries are there that Qt takes from the system."""
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return Finding("window", "wrong", "PySide6 is missing: install Taureau again")
    plugin = Path(spec.submodule_search_locations[0]) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if sys.platform != "linux" or not plugin.exists():
        return Finding("window", "ok", "needs no libraries of the system")
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        missing = str(error).partition(":")[0]
        return Finding("window", "wrong", f"{missing} is missing: the README lists the system packages that Qt needs")
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return Finding("window", "ok", "can open where there is a display; here is none")
    return Finding("window", "ok", "can open")


def _models() -> Iterator[Finding]:
    try:
        models = catalogue()
    except WeightsError as error:
        yield Finding("models", "wrong", str(error))
        return
    for model in models:
        state = state_of(model)
        if model.built_in:
            try:
                for _ in verify(model.id):
                    pass
                yield Finding(model.id, "ok", f"built in, {megabytes(state.size)}, intact")
            except WeightsError as error:
                yield Finding(model.id, "wrong", str(error))
        elif state.broken:
            yield Finding(model.id, "wrong", state.broken)
        elif state.present:
            yield Finding(model.id, "ok", f"installed, {megabytes(state.size)}")
    absent = sum(not state_of(model).present for model in models)
    yield Finding("more models", "ok", f"{absent} can be fetched: `taureau models list`")


def _optional() -> Iterator[Finding]:
    for extra, (package, purpose) in _OPTIONAL.items():
        if find_spec(package):
            yield Finding(f"extra {extra}", "ok", purpose)
        else:
            yield Finding(f"extra {extra}", "missing", f"{purpose}: {how_to_add(extra)}")


def _folders() -> Iterator[Finding]:
    folder = models_folder()
    place = next(path for path in (folder, *folder.parents) if path.exists())
    if os.access(place, os.W_OK):
        yield Finding("models folder", "ok", str(folder))
    else:
        yield Finding("models folder", "wrong", f"{folder} cannot be written: `taureau models where --set FOLDER`")


def _gallery() -> Finding:
    """Whether the store of runs can be read and written."""
    from taureau.store.database import Database
    from taureau.store.errors import StoreError

    folder = runs_folder()
    if not folder.exists():
        return Finding("gallery", "ok", f"{folder}, still empty")
    try:
        with contextlib.closing(Database(folder)) as database:
            database.write(lambda connection: None)
            (kept,) = database.read(lambda connection: connection.execute("SELECT count(*) FROM entries").fetchone())
    except StoreError as error:
        return Finding("gallery", "wrong", str(error))
    return Finding("gallery", "ok", f"{folder}, {kept} runs")


def _speed(device: Device) -> MachineSpeed | Finding:
    """Time a draft and a standard drawing, each after what it needs has been loaded."""
    seconds: dict[Preset, float] = {}
    on = "cpu"
    presets: tuple[Preset, ...] = ("draft", "standard")
    for preset in presets:
        for strokes in (1, 16):  # the first loads
            began = time.perf_counter()
            for event in stream(sketch_request(resource(_SAMPLE), strokes=strokes, preset=preset, device=device)):
                if isinstance(event, Started):
                    on = event.device
                if isinstance(event, Failed):
                    return Finding("drawing", "wrong", f"{event.error} {event.what_to_do}")
                if isinstance(event, Finished):
                    seconds[preset] = time.perf_counter() - began
    return MachineSpeed(seconds["draft"], seconds["standard"], "cuda" if on.startswith("cuda") else "cpu")


def _store(speed: MachineSpeed) -> Iterator[Finding]:
    where = "an NVIDIA GPU" if speed.device == "cuda" else "the processor"
    yield Finding(
        "speed", "ok", f"a draft in {speed.draft:.1f} s, 16 strokes (standard) in {speed.standard:.1f} s, by {where}"
    )
    try:
        store_speed(speed)
    except OSError as error:
        yield Finding("settings", "wrong", f"{error.filename}: {error.strerror}; check the folder")
        return
    yield Finding("default preset", "ok", f"{default_preset()}, by this speed and the models that are installed")
