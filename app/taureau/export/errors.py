"""What can stand in the way of an export, each in one sentence for the person who asked for it."""

from __future__ import annotations


class ExportError(Exception):
    """A drawing cannot be exported as asked for; the message says in one line why and what to do."""
