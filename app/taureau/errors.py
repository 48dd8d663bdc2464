"""The base of every error that is raised for something a user can put right."""

from __future__ import annotations


class TaureauError(Exception):
    """Something cannot be read, drawn or written; the message says in one line what is wrong and what to do."""
