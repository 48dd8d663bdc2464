"""`taureau COMMAND …` is the command line, `taureau [FILE]` the window; `python -m taureau` is the same."""

from __future__ import annotations

import sys

from taureau.streams import protect_standard_streams


def main() -> int:
    """Run the program with the arguments of the process; return the exit status."""
    arguments = sys.argv[1:]
    protect_standard_streams()
    try:
        from taureau.cli import is_command_line, run

        if is_command_line(arguments):
            return run(arguments)
    except KeyboardInterrupt as stop:
        from taureau.cli.interrupt import status_of
        from taureau.cli.output import complain

        complain("stopped; nothing was saved")
        return status_of(stop)
    from taureau.ui import open_window

    return open_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
