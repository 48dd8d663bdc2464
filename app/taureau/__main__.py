"""`taureau COMMAND …` is the command line, `taureau [FILE]` the window; `python -m taureau` is the same."""

from __future__ import annotations

import sys


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
