"""What is printed never ends a command whose work is done: encodings, closed and full outputs, hostile names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from taureau.cli.output import json_text, shown
from taureau.document import Drawing, Layer, Stroke, load_svg, save_svg
from taureau.geometry import Curve

from tests.cli.program import command, taureau

NAMES = "🦆 鸭", "caf\udce9", "\x1b[31mred\nnext\u202egvs"


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "drawing.svg"
    save_svg(Drawing(40, 30, (Layer("a", (Stroke(Curve.line((5, 5), (25, 25)), 1.0),)),)), path)
    return path


def process(*arguments: object, encoding: str = "", shell: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own; `shell` redirects its streams."""
    environment = dict(os.environ) | ({"PYTHONIOENCODING": encoding} if encoding else {})
    program = ["sh", "-c", f'exec "$@" {shell}', "sh", *map(os.fsencode, command(*arguments))]
    return subprocess.run(program, capture_output=True, env=environment, timeout=60, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="names are Unicode there, and there is no sh")
@pytest.mark.parametrize("encoding", ["cp1251", "cp932", "ascii", "utf-8:strict"])
def test_a_character_that_the_terminal_lacks_is_escaped(encoding: str, drawing: Path, tmp_path: Path) -> None:
    for name in NAMES:
        output = tmp_path / f"{name}.svg"
        done = process("export", drawing, "-o", output, encoding=encoding)
        assert (done.returncode, done.stderr) == (0, b""), done
        assert done.stdout.count(b"\n") == 1
        assert b"\x1b" not in done.stdout
        assert load_svg(output).stroke_count == 1
    assert process("--help", encoding=encoding).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs sh and /dev/full")
@pytest.mark.parametrize("shell", [">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full"])
def test_a_drawing_is_exported_whatever_is_behind_the_streams(shell: str, drawing: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.pdf"
    done = process("export", drawing, "-o", output, shell=shell)
    assert done.returncode == 0, done
    assert done.stderr.count(b"\n") == (shell == ">/dev/full")
    assert output.read_bytes()[:5] == b"%PDF-"
    assert output.read_bytes().rstrip().endswith(b"%%EOF")


@pytest.mark.skipif(sys.platform == "win32", reason="needs sh and /dev/full")
@pytest.mark.parametrize("arguments", [("info", "DRAWING"), ("models", "list", "--json"), ("--help",)])
def test_an_answer_that_cannot_be_written_is_a_failure(arguments: tuple[str, ...], drawing: Path) -> None:
    done = process(*(drawing if word == "DRAWING" else word for word in arguments), shell=">/dev/full")
    assert done.returncode == 1
    assert done.stderr == b"taureau: the output cannot be written: No space left on device\n"


def test_names_and_sentences_are_shown_as_text(drawing: Path) -> None:
    assert shown("a\x1b[31m\u202eb\n\udce9 鸭🦆\u00a0") == "a\\x1b[31m\\u202eb\\n\\xe9 鸭🦆\u00a0"
    facts = {"prompt": "a\x9b31m cat\u202e"}
    save_svg(Drawing(40, 30, load_svg(drawing).layers, facts), drawing)
    said = taureau("info", drawing)
    assert said.stdout.splitlines()[-1] == "prompt: a\\x9b31m cat\\u202e"
    assert json.loads(taureau("info", drawing, "--json").stdout)["facts"] == facts
    assert "\x9b" not in json_text(facts)
    refused = taureau("classify", drawing, "--labels", "a,b", "--template", "no \x1b[31m place")
    assert (refused.returncode, refused.stderr.count("\n"), "\x1b" in refused.stderr) == (2, 1, False)
