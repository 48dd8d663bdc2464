"""Exit statuses, and the error for what the user gave."""

from __future__ import annotations

EXIT_FAILED = 1  # the drawing could not be made
EXIT_BAD_INPUT = 2  # as in argparse: something the user gave is wrong
EXIT_INTERRUPTED = 130  # as in shells: 128 + SIGINT
EXIT_UNREAD = 141  # as in shells: 128 + SIGPIPE


class BadInputError(Exception):
    """Something the user gave cannot be used; the message is one line that says what to do."""
