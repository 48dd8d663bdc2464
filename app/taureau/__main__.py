"""`taureau COMMAND …` is the command line, `taureau [FILE]` the window; `python -m taureau` is the same."""

from __future__ import annotations

import atexit
import os
import sys
from typing import NoReturn

from taureau.streams import protect_standard_streams


def main() -> int:
    """Run the program with the arguments of the process; return the exit status."""
    arguments = sys.argv[1:]
    try:
        protect_standard_streams()
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


def program() -> NoReturn:
    """Run the program and end the process.

    After a command the interpreter is not taken apart: with torch that takes half a second and another 128 MB.
    """
    status = main()
    from taureau.cli import is_command_line  # not before `main`, which answers Ctrl-C

    if is_command_line(sys.argv[1:]):
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):  # protected: this raises nothing
            stream.flush()
        os._exit(status)
    sys.exit(status)


if __name__ == "__main__":
    program()
