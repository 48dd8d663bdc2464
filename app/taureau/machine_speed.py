"""How fast this machine draws, as `taureau doctor` measured it; it decides the default preset."""

from __future__ import annotations

import json
import math
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs

from taureau.small_files import read_json

_SLOWEST_STANDARD = 20.0  # s for a drawing of 16 strokes; where it takes longer, drafts are the default
_SLOWEST_FINE = 6.0  # s for the same drawing; `fine` takes about ten times as long


@dataclass(frozen=True)
class MachineSpeed:
    """Times of warm drawings of a sample photo with 16 strokes."""

    draft: float  # s
    standard: float  # s
    device: str  # "cpu" or "cuda"

    def __post_init__(self) -> None:
        if not all(math.isfinite(seconds) and seconds > 0 for seconds in (self.draft, self.standard)):
            raise ValueError("times must be finite and more than 0")

    @property
    def allows_standard(self) -> bool:
        """Whether the preset standard is quick enough to be the default."""
        return self.standard <= _SLOWEST_STANDARD

    @property
    def allows_fine(self) -> bool:
        """Whether the preset fine is quick enough to be the default where a larger CLIP is installed."""
        return self.device == "cuda" or self.standard <= _SLOWEST_FINE


def speed_file() -> Path:
    """Return the file that TAUREAU_SPEED names, else the one in the platform's folder of settings."""
    named = os.environ.get("TAUREAU_SPEED")
    return Path(named) if named else platformdirs.user_config_path("taureau", appauthor=False) / "speed.json"


def measured_speed() -> MachineSpeed | None:
    """Return what was measured on this machine; None where nothing was, or the file cannot be read."""
    try:
        found = read_json(speed_file())
        return MachineSpeed(float(found["draft"]), float(found["standard"]), str(found["device"]))  # type: ignore[index]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def store_speed(speed: MachineSpeed) -> Path:
    """Store what was measured, for the runs to come, and return the file; raises OSError."""
    path = speed_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        part.write_text(json.dumps(asdict(speed), indent=1) + "\n", encoding="utf-8")
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return path
