"""Style sheets and `style` attributes parsed into declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import tinycss2
from tinycss2 import ast

_PLAIN = re.compile(r"[^\"'\\{}\[\]!@/]*")  # nothing that needs a tokenizer
_DATA = re.compile(r"data:[^)\"'\s]*", re.IGNORECASE)  # embedded fonts and pictures
_MAX_CHARACTERS = 2**18  # of CSS that is tokenized; plain inline style is not
_MEDIA = ("", "all", "screen")


class Declaration(NamedTuple):
    """A property, lower case but for custom ones, and its value."""

    name: str
    value: str
    important: bool


@dataclass(frozen=True)
class Rule:
    """A style rule: its selectors, as tokens, and what it declares."""

    prelude: list[Any]
    declarations: list[Declaration]


class CssParser:
    """Parses the CSS of one file, up to a number of characters; `left_out` says in words what was not parsed."""

    def __init__(self) -> None:
        self.left_out: set[str] = set()
        self.namespaces: dict[str | None, str] = {}
        self._room = _MAX_CHARACTERS
        self._inline: dict[str, list[Declaration]] = {}

    def rules(self, text: str) -> Iterator[Rule]:
        """Yield the rules of a style sheet that apply on a screen."""
        text = _DATA.sub("", text)
        if self._fits(text):
            yield from self._rules(tinycss2.parse_stylesheet(text))

    def inline(self, text: str) -> list[Declaration]:
        """Return the declarations of a `style` attribute."""
        found = self._inline.get(text)
        if found is None:
            if _PLAIN.fullmatch(text):  # tinycss2 reads 0.5 MB a second, and drawings have many MB of these
                found = list(_plain(text))
            elif self._fits(text):
                found = _declarations(tinycss2.parse_blocks_contents(text))
            else:
                found = []
            self._inline[text] = found
        return found

    def _fits(self, text: str) -> bool:
        self._room -= len(text)
        if self._room < 0:
            self.left_out.add("styles that are too long")
        return self._room >= 0

    def _rules(self, nodes: list[ast.Node]) -> Iterator[Rule]:
        for node in nodes:
            if node.type == "qualified-rule":
                yield Rule(node.prelude, _declarations(tinycss2.parse_blocks_contents(node.content)))
                continue
            match node.lower_at_keyword if node.type == "at-rule" else "":
                case "import":
                    self.left_out.add("style sheets of other files")
                case "namespace":
                    self._declare_namespace(node.prelude)
                case "media" if node.content and is_on_screen(tinycss2.serialize(node.prelude)):
                    yield from self._rules(tinycss2.parse_rule_list(node.content))

    def _declare_namespace(self, prelude: list[Any]) -> None:
        names = [token.value for token in prelude if token.type == "ident"]
        urls = [token.value for token in prelude if token.type in ("url", "string")]
        urls += [token.arguments[0].value for token in prelude if token.type == "function" and token.arguments]
        if urls:
            self.namespaces[names[0] if names else None] = urls[0]


def is_on_screen(media: str) -> bool:
    """Return whether a list of media queries includes a screen as such; queries for features do not count."""
    return any(query.strip().lower() in _MEDIA for query in media.split(","))


def _plain(text: str) -> Iterator[Declaration]:
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        name, value = name.strip(), value.strip()
        if colon and value:
            yield Declaration(name if name.startswith("--") else name.lower(), value, False)


def _declarations(nodes: list[ast.Node]) -> list[Declaration]:
    found = []
    for node in nodes:
        if node.type != "declaration":
            continue
        try:
            value = tinycss2.serialize(node.value).strip()
        except RecursionError:
            continue
        name = node.name if node.name.startswith("--") else node.lower_name
        found.append(Declaration(name, value, node.important))
    return found
