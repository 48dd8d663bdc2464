"""The command line; it consumes the same events as the window."""

from taureau.cli.commands import is_command_line, run

__all__ = ["is_command_line", "run"]
