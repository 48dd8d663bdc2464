"""`taureau COMMAND …` is the command line, `taureau [FILE]` the window; `python -m taureau` is the same."""

from __future__ import annotations

import os
import sys

# torch's worker threads otherwise spin while they wait; it reads these when it is imported.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("KMP_BLOCKTIME", "0")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the result of a sum depends on how it is split


def main() -> int:
    """Run the program with the arguments of the process; return the exit status."""
    arguments = sys.argv[1:]
    try:
        from taureau.cli import is_command_line, run

        if is_command_line(arguments):
            return run(arguments)
    except KeyboardInterrupt:
        print("taureau: stopped; nothing was saved", file=sys.stderr)
        return 130
    from taureau.ui import open_window

    return open_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
