"""Taureau from a checkout or installed: `main.py COMMAND …` is the command line, `main.py [FILE]` the window."""

from __future__ import annotations

import os
import sys

# torch's worker threads otherwise spin while they wait; it reads these when it is imported.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("KMP_BLOCKTIME", "0")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # sums depend on how they are split


def main() -> int:
    arguments = sys.argv[1:]
    try:
        from app.cli import is_command_line, run

        if is_command_line(arguments):
            return run(arguments)
    except KeyboardInterrupt:
        print("taureau: stopped; nothing was saved", file=sys.stderr)
        return 130
    from app.ui import open_window

    return open_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
