"""Run a table of inputs that other programs' users had trouble with, and print what each command does now.

    python -m tests.benchmarks.cases FOLDER [--only 008-033] [--markdown]

FOLDER holds `cases.tsv` (id, file, command, expected, got; a command as typed after `taureau`) and the files. The
commands run in a temporary copy. Inputs that the table asks to be made are made: `many2000.svg`, `many30k.svg`,
`pano.jpg`. For each SVG that a command writes, its strokes are listed by colour, width, opacity and ends.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from taureau.document import DocumentError, Stroke, load_svg

_MAIN = Path(__file__).resolve().parents[2] / "main.py"
_COMMANDS = (
    *("sketch", "series", "abstract", "prune", "merge", "export", "info"),
    *("classify", "imagine", "vary", "blend", "steer", "models"),
)
_MOST_SHOWN = 3  # strokes of a drawing
_LIMIT = 130  # s for a command


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="000-999", help="the ids to run, such as 008-033")
    parser.add_argument("--markdown", action="store_true")
    chosen = parser.parse_args()
    first, last = chosen.only.split("-")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(chosen.folder, folder)
        with open(chosen.folder / "cases.tsv", encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file, delimiter="\t") if first <= row["id"] <= last]
        for row in rows:
            for command in commands_of(row["command"]):
                status, seconds, said = run(command, folder)
                cells = row["id"], command, row["expected"], f"rc {status}, {seconds:.1f} s", said
                edge = "| " if chosen.markdown else ""
                print(edge + (" | " if chosen.markdown else "\t").join(cells) + edge[::-1], flush=True)


def commands_of(text: str) -> Iterator[str]:
    """Yield the commands of a row; `info|merge FILE` are two."""
    first, _, rest = text.partition(" ")
    for name in first.split("|"):
        output = {"abstract": " --keep 1 -o a.svg", "merge": " -o m.svg", "export": " -o e.svg"}.get(name, "")
        yield f"{name} {rest}" + ("" if " -o " in rest or " --dry-run" in rest else output)


def run(command: str, folder: Path) -> tuple[int, float, str]:
    """Return the exit status, the seconds, and the last line said with the strokes written."""
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.svg")}
    begin = time.monotonic()
    environment = os.environ | {"PATH": f"{folder / '.commands'}:{os.environ['PATH']}"}
    # Functions, because `export` is the shell's own; on the path, too, for `env … sketch`.
    script = "".join(f"function {name} {{ '{folder}/.commands/{name}' \"$@\"; }}\n" for name in _COMMANDS) + command
    try:
        ended = subprocess.run(
            ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, timeout=_LIMIT, check=False
        )
        status, output = ended.returncode, ended.stderr + ended.stdout
    except subprocess.TimeoutExpired:
        status, output = -1, b"still running"
    seconds = time.monotonic() - begin
    lines = output.decode("utf-8", "backslashreplace").strip().splitlines() or [""]
    said = " ⏎ ".join(line[:160] for line in (lines if len(lines) < 5 else lines[-1:]))
    new = [path for path in folder.rglob("*.svg") if before.get(path) != path.stat().st_mtime_ns]
    return status, seconds, " · ".join([said, *map(strokes_in, new)])


def strokes_in(path: Path) -> str:
    """Return the strokes of a drawing in a few words."""
    try:
        strokes = list(load_svg(path).strokes)
    except DocumentError as error:
        return str(error)
    shown = ", ".join(map(_in_words, strokes[:_MOST_SHOWN]))
    return f"{path.name}: {len(strokes)} strokes: {shown}"


def _in_words(stroke: Stroke) -> str:
    ends = [point.round(1).tolist() for point in (stroke.curve.start, stroke.curve.end)]
    return f"{stroke.color} {stroke.width:g} {stroke.opacity:g} {ends[0]}–{ends[1]}"


def _prepare(source: Path, folder: Path) -> None:
    shutil.copytree(source, folder, dirs_exist_ok=True)
    for path in (source / "svg").iterdir():  # the table names some without their folder
        shutil.copy(path, folder)
    for count, name in ((2000, "many2000.svg"), (5000, "many5000.svg"), (30_000, "many30k.svg")):
        (folder / "svg" / name).write_text(_many(count), encoding="utf-8")
        shutil.copy(folder / "svg" / name, folder)
    shutil.copy(_MAIN.parent / "resources/samples/duck.jpg", folder)
    commands = folder / ".commands"
    commands.mkdir()
    for name in _COMMANDS:
        (commands / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" "{_MAIN}" {name} "$@"\n', encoding="utf-8")
        (commands / name).chmod(0o755)


def _many(count: int) -> str:
    """Return a drawing of many short lines, some of which continue each other."""
    chance = random.Random(count)
    lines = (
        f'<path d="M{chance.uniform(0, 990):.2f} {chance.uniform(0, 990):.2f}'
        f'l{chance.uniform(-12, 12):.2f} {chance.uniform(-12, 12):.2f}"/>'
        for _ in range(count)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000">'
        f'<g fill="none" stroke="black" stroke-width="2">{"".join(lines)}</g></svg>'
    )


if __name__ == "__main__":
    main()
