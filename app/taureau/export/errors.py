"""The error of an export."""

from __future__ import annotations

from taureau.errors import TaureauError


class ExportError(TaureauError):
    """A drawing cannot be exported as requested."""
