"""SVG of other programs on the command line: known by its content, and what is left out is said."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from taureau.document import load_svg

from tests.cli.program import refusal, taureau, taureau_on_terminal

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">'
LINES = '<path id="a" d="M5 95H95" fill="none" stroke="black"/><path id="b" d="M5 9H95" fill="none" stroke="black"/>'
MIXED = f'{HEAD}{LINES}<circle cx="70" cy="70" r="20" fill="blue"/><text>bull</text></svg>'
LEFT_OUT = "taureau: only the lines of mixed.svg were read: it also holds filled areas and text\n"


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    path = tmp_path / "mixed.svg"
    path.write_text(MIXED)
    return path


@pytest.mark.parametrize(
    "command",
    [
        ("export", "mixed.svg", "-o", "out.svg"),
        ("export", "mixed.svg", "-o", "out.pdf"),
        ("merge", "mixed.svg", "-o", "out.svg"),
        ("merge", "mixed.svg", "--dry-run"),
        ("abstract", "mixed.svg", "--keep", "1", "-o", "out.svg"),
        ("info", "mixed.svg"),
    ],
    ids=" ".join,
)
def test_what_was_left_out_is_said(command: tuple[str, ...], mixed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mixed.parent)
    done = taureau(*command)
    assert (done.returncode, done.stderr) == (0, LEFT_OUT)


def test_info_as_json_lists_what_was_left_out(mixed: Path) -> None:
    assert json.loads(taureau("info", mixed, "--json").stdout)["left_out"] == ["filled areas", "text"]


def test_nothing_is_said_of_a_drawing_of_our_own(mixed: Path, tmp_path: Path) -> None:
    taureau("export", mixed, "-o", tmp_path / "own.svg")
    assert taureau("info", tmp_path / "own.svg").stderr == ""


@pytest.mark.parametrize("name", ["drawing", "drawing.txt", "drawing.svgz", "drawing.jpg"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "compressed"])
def test_an_svg_is_known_by_its_content(name: str, pack, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(pack(f"{HEAD}{LINES}</svg>".encode()))
    assert taureau("info", tmp_path / name).stdout.startswith("2 strokes in 1 layer")
    assert taureau("export", tmp_path / name, "-o", tmp_path / "out.svg").returncode == 0
    with_labels = taureau("classify", tmp_path / name, "--labels", "line,bull", "--encoder", "no-such-encoder")
    assert "no-such-encoder" in refusal(with_labels)  # and not the drawing


def test_strokes_that_cannot_be_seen_are_not_plotted(tmp_path: Path) -> None:
    hidden = '<path d="M5 5H9" stroke="red" opacity="0"/><path d="M5 5H9" stroke="red" stroke-opacity="0"/>'
    (tmp_path / "a.svg").write_text(f"{HEAD}{LINES}{hidden}</svg>")
    done = taureau("export", tmp_path / "a.svg", "-o", tmp_path / "out.svg", "--profile", "plotter")
    assert done.stderr == "taureau: 2 strokes that cannot be seen are not plotted\n"
    assert load_svg(tmp_path / "out.svg").stroke_count == 2


def test_long_work_on_many_strokes_shows_how_far_it_is(tmp_path: Path) -> None:
    lines = "".join(f'<path d="M{9 * (n % 40)} {9 * (n // 40)}h5"/>' for n in range(1200))
    (tmp_path / "a.svg").write_text(f'{HEAD}<g stroke="black">{lines}</g></svg>')
    done = taureau("merge", tmp_path / "a.svg", "--dry-run")
    assert done.stderr == "joining 1200 strokes\n"
    plotted = ("export", tmp_path / "a.svg", "-o", tmp_path / "b.svg", "--profile", "plotter", "--sort-travel")
    assert "sorting 1200 strokes" in taureau_on_terminal(*plotted)
