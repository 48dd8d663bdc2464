"""Exit statuses, and the error for what the user gave."""

from __future__ import annotations

EXIT_FAILED = 1  # the drawing could not be made
EXIT_BAD_INPUT = 2  # as in argparse: something the user gave is wrong
EXIT_PARTLY = 3  # some of many drawings could not be made
EXIT_SIGNAL = 128  # as in shells: 128 + the number of the signal
EXIT_UNREAD = EXIT_SIGNAL + 13  # SIGPIPE, which Windows lacks


class BadInputError(Exception):
    """Something the user gave cannot be used; the message is one line that says what to do."""


class NotSavedError(BadInputError):
    """What was made cannot be saved where it was to be; the message says where it is kept."""
