"""Whatever is typed or named, no command lets a control character reach the terminal raw."""

from __future__ import annotations

from pathlib import Path

import pytest
from taureau.cli.commands import COMMANDS, run

EVIL = "\x1b[31m\x07evil\x9b5m"
FILE, OUT = f"{EVIL}.svg", f"{EVIL}-out.svg"
LINES = [
    ("sketch", "--prompt", f"xqzvy {EVIL}", "-o", OUT),
    ("sketch", FILE, "-o", OUT),
    ("series", FILE, "-o", OUT),
    ("abstract", FILE, "--keep", "3", "-o", OUT),
    ("prune", FILE, FILE, "-o", OUT),
    ("merge", FILE, "-o", OUT),
    ("export", FILE, "-o", OUT),
    ("film", FILE, "-o", OUT),
    ("info", FILE),
    ("classify", FILE, "--labels", "cat,dog"),
    ("imagine", EVIL, "-o", "folder", "--model", EVIL),
    ("vary", FILE, "-o", "folder"),
    ("blend", FILE, FILE, "-o", "folder"),
    ("steer", FILE, "--from", EVIL, "--to", f"{EVIL} more", "-o", "folder"),
    ("models", "info", EVIL),
    ("batch", EVIL, "-o", "folder"),
    ("serve", "--photos", EVIL),
    ("doctor", "--device", EVIL),
]


def test_every_command_is_among_them() -> None:
    assert {line[0] for line in LINES} == set(COMMANDS)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_control_characters_are_shown_escaped(
    line: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TAUREAU_CLIP")  # the vocabulary is asked where the decoder is
    monkeypatch.chdir(tmp_path)
    assert run(line) != 0
    said = "".join(capsys.readouterr())
    assert "evil" in said
    assert not {"\x1b", "\x07", "\x9b"} & set(said)
