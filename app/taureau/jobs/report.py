"""What came of a batch: one page to look at and print, complete in itself, and the same as JSON."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from taureau.document import write_whole
from taureau.jobs.batch import saved_picture
from taureau.jobs.settings import JobSettings
from taureau.resources import resource
from taureau.version import VERSION

HTML, JSON = "report.html", "report.json"
State = Literal["drawn", "before", "failed", "foreign", "left"]


@dataclass(frozen=True)
class Line:
    """One photo or prompt of the report."""

    name: str  # the photo's path as it was given, or the prompt
    output: str  # of its drawing, relative to the report
    state: State  # drawn now, drawn before, failed, left as it is for it is not the batch's, not drawn yet
    reason: str = ""  # why it failed
    strokes: int = 0
    seconds: float = 0.0  # to draw it


@dataclass(frozen=True)
class BatchReport:
    """All that is known at the end of a batch."""

    lines: tuple[Line, ...]
    settings: JobSettings
    made: datetime  # with its time zone
    seconds: float  # of this run
    workers: int
    stopped: str = ""  # why it ended before all was drawn

    def count(self, *states: State) -> int:
        """Return how many lines are in one of these states."""
        return sum(self._counts[state] for state in states)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(line.state for line in self.lines)

    @property
    def photos_a_minute(self) -> float:
        """Of those drawn by this run."""
        return 60 * self.count("drawn") / self.seconds if self.seconds else 0.0

    @property
    def options(self) -> str:
        """The settings that differ from the defaults, as options."""
        return " ".join(
            f"--{name.replace('_', '-')}" if value is True else f"--{name.replace('_', '-')} {_joined(value)}"
            for name, value in self.settings.as_json().items()
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "taureau": VERSION,
            "made": self.made.isoformat(timespec="seconds"),
            "settings": self.settings.as_json(),
            "drawn": self.count("drawn"),
            "drawn_before": self.count("before"),
            "failed": self.count("failed"),
            "left_as_they_are": self.count("foreign"),
            "not_drawn_yet": self.count("left"),
            "stopped": self.stopped,
            "seconds": round(self.seconds, 3),
            "photos_a_minute": round(self.photos_a_minute, 1),
            "workers": self.workers,
            "drawings": [asdict(line) for line in self.lines],
        }


def write_report(report: BatchReport, folder: Path) -> None:
    """Write the page and the JSON into the folder of the drawings; raises DocumentError."""
    text = json.dumps(report.as_json(), ensure_ascii=False, indent=1)
    write_whole(folder / JSON, text.encode("utf-8", "backslashreplace") + b"\n")
    write_whole(folder / HTML, page(report, folder).encode("utf-8", "backslashreplace"))


def page(report: BatchReport, folder: Path) -> str:
    """Return the page, with the small pictures that the batch has kept in `folder`."""
    from jinja2 import Environment, StrictUndefined  # nothing else needs it

    template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template.filters["address"] = _address
    return template.from_string(resource("report.html").read_text("utf-8")).render(
        report=report,
        version=VERSION,
        picture=lambda line, end: _data_address(saved_picture(folder, line.output, end)),
    )


def _joined(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _address(output: str) -> str:
    """Return the address of a drawing, relative to the page."""
    return quote(output, errors="surrogateescape")


def _data_address(data: bytes | None) -> str:
    """Return an address that holds the picture itself; empty without one."""
    if data is None:
        return ""
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg" if data.startswith(b"\xff\xd8") else "svg+xml"
    return f"data:image/{kind};base64,{b64encode(data).decode()}"
