"""The command line through its entry point: in this process, where torch is imported once, or in one of its own."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TextIO

import pytest
from taureau.__main__ import main

MAIN = Path(__file__).parent.parent.parent / "main.py"


def taureau(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program in this process, its output captured, as if it were piped."""
    out, err = io.StringIO(), io.StringIO()
    status = _called(arguments, out, err)
    return subprocess.CompletedProcess(list(map(str, arguments)), status, out.getvalue(), err.getvalue())


def taureau_on_terminal(*arguments: object) -> str:
    """Run the program in this process, its output on a pseudo-terminal; return what a terminal would be sent."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 120, 0, 0))
    with ThreadPoolExecutor(1) as threads:
        seen = threads.submit(_read_all, master)
        with open(slave, "w", encoding="utf-8", buffering=1) as terminal:
            status = _called(arguments, terminal, terminal)
        sent = seen.result(timeout=30).decode()
    assert status == 0, sent
    return sent


def taureau_process(*arguments: object, timeout: float = 120) -> subprocess.CompletedProcess[str]:
    """Run `main.py` in a process of its own, its output piped."""
    return subprocess.run(command(*arguments), capture_output=True, text=True, timeout=timeout, check=False)


def command(*arguments: object) -> list[str]:
    """The command that runs `main.py` with these arguments."""
    return [sys.executable, str(MAIN), *map(str, arguments)]


def refusal(result: subprocess.CompletedProcess[str]) -> str:
    """The one line with which the program refused bad input; fails when it was anything else."""
    assert result.returncode == 2, result
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("taureau: ")
    return lines[0].removeprefix("taureau: ")


def _called(arguments: tuple[object, ...], out: TextIO, err: TextIO) -> int:
    """The exit status of the program with these arguments and streams; it leaves Ctrl-C as it found it."""
    before = signal.getsignal(signal.SIGINT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["taureau", *map(str, arguments)])
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        try:
            status = main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
    assert signal.getsignal(signal.SIGINT) is before
    return status


def _read_all(master: int) -> bytes:
    """All that is written to the pseudo-terminal until its other end is closed."""
    sent = b""
    try:
        while chunk := os.read(master, 65536):
            sent += chunk
    except OSError:  # how Linux says that the other end was closed
        pass
    finally:
        os.close(master)
    return sent
