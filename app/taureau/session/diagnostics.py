"""The diagnostics report on the program and the machine, as text for the user to read and pass on."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path

import psutil

from taureau.engine import Started
from taureau.session.models import Models
from taureau.version import VERSION

_PACKAGES = ("PySide6-Essentials", "torch", "open_clip_torch", "timm", "numpy", "pillow", "opencv-python-headless")


def memory_in_use() -> int:
    """Return the resident memory of this process in bytes."""
    return int(psutil.Process().memory_info().rss)


def report(
    *,
    where: Started | None,
    models: Models,
    folders: Sequence[tuple[str, Path]],
    screens: Sequence[str],
    log: list[str],
) -> str:
    """Return versions, machine, device of the latest run, models and log lines; the home folder is written ~."""
    memory = psutil.virtual_memory()
    lines = [
        f"Taureau {VERSION}",
        "",
        "Machine",
        f"  system: {platform.platform()}",
        f"  Python: {platform.python_version()}, {platform.machine()}",
        f"  cores: {psutil.cpu_count(logical=False) or '?'} ({os.cpu_count()} threads)",
        f"  memory: {_gb(memory.total)}, {_gb(memory.available)} free; {_gb(memory_in_use())} held by Taureau",
        *(f"  screen: {screen}" for screen in screens),
        "",
        "Latest run",
        f"  {where.device}, {where.threads} threads, {where.encoder}" if where else "  none yet",
        "",
        "Packages",
        *(f"  {name} {_version(name)}" for name in _PACKAGES),
        "",
        "Models on this machine",
        *(
            [f"  {entry.model.id}" for entry in models.encoders if entry.state.present]
            or ["  none but the built-in encoder"]
        ),
        "",
        "Folders",
        *(f"  {name}: {folder}" for name, folder in folders),
        "",
        "Log, warnings and errors only",
        *([f"  {line}" for line in log] or ["  nothing"]),
    ]
    return "\n".join(lines).replace(str(Path.home()), "~") + "\n"


def releases_page() -> str | None:
    """Return the URL "Releases" that the installed package names; None where it names none."""
    try:
        urls = metadata("taureau").get_all("Project-URL") or []
    except PackageNotFoundError:
        return None
    named = (url.partition(",") for url in urls)
    return next((page.strip() for name, _, page in named if name.strip() == "Releases"), None)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "is missing"


def _gb(size: float) -> str:
    return f"{size / 1e9:.1f} GB"
