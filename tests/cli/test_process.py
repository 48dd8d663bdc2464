"""The program in a process of its own: imports, exit codes, Ctrl-C, closed pipes, no display."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image
from taureau.document import load_svg

from tests.cli.program import MAIN, command, refusal, taureau_process
from tests.processes import running
from tests.weights.little import PADDED, LittleCatalogue
from tests.weights.server import Server

PIPED = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}

LOADED = """
import sys
from taureau.__main__ import main
try:
    main()
except SystemExit:
    pass
print("LOADED", *sorted({"torch", "cv2", "PySide6", "numpy"} & set(sys.modules)))
"""

LOADING_LASTS = """
import pathlib, sys, time
import taureau.imagine.karlo as karlo
from taureau.cli import run
def load(*given):
    pathlib.Path(sys.argv[1]).touch()
    time.sleep(600)
karlo.load_parts = load
sys.exit(run(sys.argv[2:]))
"""


def loaded(*arguments: str) -> str:
    """What the program prints, and behind it which of the large libraries it has imported."""
    program = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(program, cwd=MAIN.parent, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


def test_help_answers_without_torch() -> None:
    said = loaded("sketch", "--help")
    assert "--size-mm" in said
    assert said.splitlines()[-1] == "LOADED"


def test_listing_needs_neither_torch_nor_the_network(little: LittleCatalogue, server: Server) -> None:
    assert loaded("models", "list").splitlines()[-1] == "LOADED"
    assert server.asked == []


def test_bad_input_is_one_line_and_exit_code_2(duck_photo: Path, tmp_path: Path) -> None:
    line = refusal(taureau_process("sketch", duck_photo, "-o", tmp_path / "out.svg", "--strokes", "0"))
    assert line == "strokes must be from 1 to 256, not 0"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_no_display_is_one_line(duck_photo: Path) -> None:
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in os.environ.items() if name not in displays}
    result = subprocess.run(command(duck_photo), capture_output=True, text=True, env=bare, timeout=60, check=False)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "no display" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_that_goes_is_no_failure() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        listing = command("models", "list")
        result = subprocess.run(listing, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False)
    finally:
        os.close(writing)
    assert (result.returncode, result.stderr) == (141, b"")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_stop_keeps_the_best_drawing_so_far(duck_photo: Path, tmp_path: Path, number: int) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("these tests run with the signal ignored, as under nohup, which the program respects")
    output = tmp_path / "kept.svg"
    with running(command("sketch", duck_photo, "-o", output, "--start", "random"), **PIPED) as process:
        for line in process.stderr:
            if line.startswith("refining: step"):  # a random start has 300 steps: three quarters are still to come
                process.send_signal(number)
                if number == signal.SIGHUP:  # a terminal that closes may send two
                    process.send_signal(number)
                break
        output_text, _ = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    assert output_text.startswith(f"stopped; the best drawing so far is kept: {output}: 16 strokes")
    assert load_svg(output).stroke_count == 16


@pytest.mark.parametrize("delay", [0.15, 0.8])
def test_ctrl_c_before_the_first_stroke_ends_at_once(duck_photo: Path, tmp_path: Path, delay: float) -> None:
    output = tmp_path / "none.svg"
    with running(command("sketch", duck_photo, "-o", output), **PIPED) as process:
        time.sleep(delay)  # into the imports, or into torch's
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert "in program" not in told  # no traceback of ours; before our first line Python writes its own
    assert not output.exists()
    assert process.returncode in (130, -signal.SIGINT)  # the latter where Python ends it


def test_a_signal_to_end_before_the_first_stroke_is_one_line(duck_photo: Path, tmp_path: Path) -> None:
    with running(command("sketch", duck_photo, "-o", tmp_path / "none.svg"), **PIPED) as process:
        process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        said, told = process.communicate(timeout=60)
    assert (process.returncode, said) == (143, "")
    assert told.splitlines()[-1] == "taureau: stopped; nothing was saved"
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_keeps_what_came_of_a_model(little: LittleCatalogue, server: Server) -> None:
    file = server.files["/little"]
    file.hangs_after = 2_000_000
    with running(command("models", "fetch", "little"), **PIPED) as process:
        process.stderr.readline()
        assert process.stderr.readline() == "fetching little.safetensors, 4 MB\n"
        until = time.monotonic() + 20
        part = little.models / ".little.fetch" / "little.safetensors.part"
        while (not part.exists() or part.stat().st_size < 2_000_000) and time.monotonic() < until:
            time.sleep(0.01)  # the program says nothing in between where it is piped
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=20)[1]
    assert process.returncode == 130
    assert said == "taureau: stopped; 2 MB are kept: `taureau models fetch little` resumes\n"
    file.hangs_after = None
    server.go_on.set()
    assert taureau_process("models", "fetch", "little").returncode == 0
    assert server.asked[-1][1] == "bytes=2000000-"
    assert (little.models / "little" / "little.safetensors").read_bytes() == PADDED


@pytest.mark.usefixtures("models")
def test_a_sentence_becomes_pictures_that_remember_it_and_ctrl_c_keeps_those_that_are_ready(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    options = ("-n", "40", "-o", folder, "--seed", "7", "--guidance", "3", "--style", "photo", "--steps", "20")
    heard = ""
    with running(command("imagine", "a réd fox", *options, "--device", "cpu"), limit=180, **PIPED) as process:
        for line in process.stderr:
            heard += line
            if line.startswith("picture 2 of 40: thinking"):
                process.send_signal(signal.SIGINT)
                break
        said, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "imagining with Karlo on cpu, in full precision" in heard
    assert "as sent: a photo of a réd fox" in heard
    assert "picture 1 of 40: sharpening" in heard
    assert "Warning" not in heard + told
    made = sorted(folder.glob("*.png"))
    assert 1 <= len(made) < 40
    assert made[0].name == "a-réd-fox-01.png"
    assert said.splitlines() == [f"{path}: seed {seed}" for seed, path in enumerate(made, 7)]
    with Image.open(made[0]) as picture:
        size, info = picture.size, picture.info
    assert size == (32, 32)
    assert info.pop("versions").startswith("Taureau ")
    assert info == {
        "Software": "Taureau", "verb": "imagine", "prompt": "a photo of a réd fox", "model": "karlo", "seed": "7",
        "steps": "20", "guidance": "3", "device": "cpu", "held": "in full precision",
    }  # fmt: skip


@pytest.mark.usefixtures("models")
def test_ctrl_c_while_a_part_is_loaded_ends_the_program_and_leaves_no_folder(tmp_path: Path) -> None:
    arguments = ("imagine", "a fox", "-o", tmp_path / "new" / "out", "--device", "cpu")
    loading = tmp_path / "loading"
    program = [sys.executable, "-c", LOADING_LASTS, loading, *arguments]
    with running(program, limit=120, cwd=MAIN.parent, **PIPED) as process:
        while not loading.exists():
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told.splitlines()[-1] == "taureau: stopped; nothing was saved"
    assert not (tmp_path / "new").exists()
