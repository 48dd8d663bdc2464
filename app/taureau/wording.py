"""Texts for the user that are made far below the window, and translated in it."""

from __future__ import annotations

import json
from typing import Any


class Wording(str):
    """A text in English that knows what it was made from: a template with named fields, and their values."""

    __slots__ = ("template", "values")
    template: str
    values: dict[str, Any]

    def __str__(self) -> str:
        return self  # so that an exception keeps it: str(error) is the wording it was raised with


def said(template: str, /, **values: Any) -> Wording:
    """Return a text; `template` has `{name}` for each value, as `str.format` takes it."""
    text = Wording(template.format(**values) if values else template)
    text.template, text.values = template, values
    return text


def tr_noop(text: str) -> str:
    """Return the text as it is, marked for the translators: it is translated where it is shown."""
    return text


def packed(*texts: str) -> str:
    """Return texts as JSON that `unpacked` reads, those that know what they were made from as such."""
    parts = [
        [text.template, {name: str(value) for name, value in text.values.items()}]
        if isinstance(text, Wording)
        else [text, {}]
        for text in texts
        if text
    ]
    return json.dumps(parts)


def unpacked(text: str) -> list[str]:
    """Return the texts that were packed; a text that is none of these is returned as it is."""
    try:
        return [said(template, **values) if values else template for template, values in json.loads(text or "[]")]
    except (ValueError, TypeError, KeyError):
        return [text]
