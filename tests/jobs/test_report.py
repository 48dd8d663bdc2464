"""The report of a batch: a page that is complete in itself, and the same as JSON."""

from __future__ import annotations

import base64
import json
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

from taureau.jobs.batch import save_pictures
from taureau.jobs.report import BatchReport, Line, page, write_report
from taureau.jobs.settings import JobSettings
from taureau.jobs.task import Drawn

LINES = (
    Line("a & <b>.jpg", "a & <b>.svg", "drawn", strokes=16, seconds=1.25),
    Line("sub/é#1.jpg", "sub/é#1.svg", "before", strokes=1, seconds=0.5),
    Line("broken.jpg", "broken.svg", "failed", "it is cut off & <damaged>"),
    Line("mine.jpg", "mine.svg", "foreign"),
    Line("later.jpg", "later.svg", "left"),
)


class Page(HTMLParser):
    """The addresses and the text of a page; fails where an element is not ended."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        assert tag not in ("script", "link", "iframe")
        if tag not in ("meta", "img"):
            self._open.append(tag)
        if tag == "a":
            self.links.append(values["href"] or "")
        if tag == "img":
            self.pictures.append(values["src"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] != ["style"]:
            self.text += f" {data}"


def report(*lines: Line, stopped: str = "") -> BatchReport:
    settings = JobSettings(preset="draft", strokes=12, like=(1, 2), force=True)
    return BatchReport(lines or LINES, settings, datetime(2026, 5, 1, 12, tzinfo=UTC), 30.0, 2, stopped)


def test_the_page_says_what_came_out_and_needs_nothing_else(tmp_path: Path) -> None:
    for name in ("a & <b>.svg", "sub/é#1.svg"):
        save_pictures(tmp_path, name, Drawn(b"", 1, 1.0, b"<svg/>", b"\xff\xd8 photo"))
    found = Page(page(report(stopped="the disk is full"), tmp_path))
    words = " ".join(found.text.split())
    assert "2 of 5 drawings" in words
    assert "1 drawn in 30 s, 2 a minute with 2 workers · 1 drawn before" in words
    assert "--strokes 12 --force --preset draft --like 1,2" in words
    assert "Could not be drawn (1) broken.jpg it is cut off & <damaged>" in words
    assert "1 is not drawn yet: give the same command again." in words
    assert "the disk is full" in words
    assert "a & <b>.jpg 16 strokes · 1.2 s sub/é#1.jpg 1 stroke · 0.5 s" in words
    assert found.links == ["mine.svg", "a%20%26%20%3Cb%3E.svg", "sub/%C3%A9%231.svg"]
    photo = f"data:image/jpeg;base64,{base64.b64encode(bytes([255, 216]) + b' photo').decode()}"
    drawing = f"data:image/svg+xml;base64,{base64.b64encode(b'<svg/>').decode()}"
    assert found.pictures == [photo, drawing, photo, drawing]


def test_without_its_small_pictures_the_page_still_lists_all(tmp_path: Path) -> None:
    found = Page(page(report(), tmp_path))
    assert found.pictures == []
    assert "sub/é#1.jpg" in found.text


def test_the_same_as_json(tmp_path: Path) -> None:
    write_report(report(), tmp_path)
    read = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    counts = {name: read[name] for name in ("drawn", "drawn_before", "failed", "left_as_they_are", "not_drawn_yet")}
    assert set(counts.values()) == {1}
    assert read["settings"] == {"strokes": 12, "force": True, "preset": "draft", "like": [1, 2]}
    assert read["drawings"][2]["reason"] == "it is cut off & <damaged>"
    assert (read["workers"], read["seconds"], read["photos_a_minute"]) == (2, 30.0, 2.0)
    assert re.search("<h1>2 of 5 drawings</h1>", (tmp_path / "report.html").read_text(encoding="utf-8"))


def test_names_that_are_no_text_are_written_all_the_same(tmp_path: Path) -> None:
    write_report(report(Line("caf\udce9.jpg", "caf\udce9.svg", "drawn")), tmp_path)
    assert "caf%E9.svg" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "report.json").read_text())["drawn"] == 1
