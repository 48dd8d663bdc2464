"""Document types and entities: expanded in the text within limits, so that no XML parser meets either."""

from __future__ import annotations

import html.entities
import re

from taureau.document.errors import DocumentError, excerpt
from taureau.wording import said, tr_noop

_MAX_ENTITIES = 100  # declared in one file
_MAX_ENTITY = 1000  # characters of one
_MAX_EXPANDED = 2**20  # characters put in for entities, all together
_MAX_DOCTYPE = 64 * 2**10  # characters

_BEFORE = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_QUOTED = r"\"[^\"]*+\"|'[^']*+'"
_SUBSET = re.compile(  # one piece of the part between the brackets
    rf"\s++|<!--.*?-->|<\?.*?\?>|<!ENTITY\s++(?P<kind>%\s++)?(?P<name>[\w.:-]++)\s++(?P<value>{_QUOTED})?"
    rf"(?:{_QUOTED}|[^\"'<>])*+>|<!(?:ATTLIST|ELEMENT|NOTATION)\b(?:{_QUOTED}|[^\"'<>])*+>",
    re.DOTALL,
)
_DOCTYPE = re.compile(rf"<!DOCTYPE\b(?:{_QUOTED}|[^\"'<>\[\]])*+(?P<open>\[)?", re.IGNORECASE)
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    r"|&(?:#(?P<decimal>[0-9]++);|#[xX](?P<hex>[0-9a-fA-F]++);|(?P<name>[\w.:-]++);)?",
    re.DOTALL,
)
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NESTED = re.compile(r"&(?!#|amp;|lt;|gt;|quot;|apos;)")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}


def without_doctype(text: str) -> str:
    """Return the text without its document type, its own entities and those of HTML put in, stray "&" escaped.

    Raises DocumentError for entities that lie outside the file, contain others or are too many or too long, and for
    references to entities that are not declared.
    """
    text, declared = _without_doctype(text)
    room = _MAX_EXPANDED

    def expanded(found: re.Match[str]) -> str:
        nonlocal room
        if not found[0].startswith("&"):
            return found[0]
        name = found["name"]
        if name is None:
            return _character(found)
        if name in _OF_XML:
            return found[0]
        value = declared.get(name)
        if value is None:
            character = html.entities.html5.get(f"{name};")
            if character is None:
                raise DocumentError(
                    said(
                        "The SVG uses the entity '{excerpt}' without declaring it; save it again as plain SVG and "
                        "open that.",
                        excerpt=excerpt(name, 40),
                    )
                )
            value = "".join(_ESCAPES.get(one, one) for one in character)
        room -= len(value)
        if room < 0:
            raise _too_much()
        return value

    return _REFERENCE.sub(expanded, text) if "&" in text else text


def prolog_end(text: str) -> int:
    """Return where the document type or, without one, the root begins."""
    before = _BEFORE.match(text)
    return before.end() if before else 0


def _character(found: re.Match[str]) -> str:
    """Return a numeric reference if XML allows the character, else U+FFFD; a stray "&" escaped."""
    digits, base = (found["decimal"], 10) if found["decimal"] else (found["hex"], 16)
    if not digits:
        return "&amp;"
    code = int(digits, base) if len(digits) < 10 else 0
    allowed = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    return found[0] if allowed else "\ufffd"


def _without_doctype(text: str) -> tuple[str, dict[str, str]]:
    """Return the text without its document type, and the entities that are declared there, ready to be put in."""
    begin = prolog_end(text)
    head = _DOCTYPE.match(text, begin, begin + _MAX_DOCTYPE)
    if head is None:
        return text, {}
    at = head.end()
    declared: dict[str, str] = {}
    while head["open"] and text[at : at + 1] != "]":
        found = _SUBSET.match(text, at, begin + _MAX_DOCTYPE)
        if found is None or found.end() == at:
            raise _not_read()
        if found["name"]:
            if found["kind"] or found["value"] is None:
                raise _not_read()
            declared.setdefault(found["name"], _declared_value(found["value"][1:-1]))
        if len(declared) > _MAX_ENTITIES:
            raise _too_much()
        at = found.end()
    end = text.find(">", at)
    if end < 0 or text[at:end].strip("] \t\r\n"):
        raise DocumentError(tr_noop("The SVG is damaged or cut off (in its document type); get a whole copy of it."))
    return text[:begin] + text[end + 1 :], declared


def _declared_value(value: str) -> str:
    if len(value) > _MAX_ENTITY or _NESTED.search(value):
        raise _too_much()
    # With markup in it, it can only stand where elements do; without, in an attribute, too, which it must not end.
    return value if "<" in value else value.replace('"', "&quot;").replace("'", "&apos;")


def _not_read() -> DocumentError:
    return DocumentError(
        tr_noop(
            "The SVG declares XML entities that lie outside of it, which are not read; "
            "save it again as plain SVG and open that."
        )
    )


def _too_much() -> DocumentError:
    return DocumentError(
        tr_noop(
            "The SVG declares XML entities that are nested, too long or too many, which are not read; "
            "save it again as plain SVG and open that."
        )
    )
