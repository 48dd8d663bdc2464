"""What can stand in the way of an export, each in one sentence for the person who asked for it."""

from __future__ import annotations

from taureau.errors import TaureauError


class ExportError(TaureauError):
    """A drawing cannot be exported as asked for; the message says in one line why and what to do."""
