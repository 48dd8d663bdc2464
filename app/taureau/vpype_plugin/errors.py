"""Bad input as vpype's command line shows it: one line, exit status 2."""

from __future__ import annotations

import click


class BadInput(click.ClickException):
    """The message says what to do."""

    exit_code = 2
