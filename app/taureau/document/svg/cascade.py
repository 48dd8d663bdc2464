"""The cascade: which declaration of each property wins at an element, by origin, importance, specificity and order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from taureau.document.svg.css import CssParser, Declaration, is_on_screen
from taureau.document.svg.rules import StyleRules
from taureau.document.svg.tree import local_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Declarations = dict[str, str]


class Cascade:
    """The declared values of each element: attributes, rules of style sheets, the `style` attribute, `!important`.

    `understood` says whether a value is one of the property's; of several declarations the last one that is counts.
    """

    def __init__(self, root: Element, properties: frozenset[str], understood: Callable[[str, str], bool]) -> None:
        self._properties = properties
        self._understood = understood
        self._parser = CssParser()
        self._found: dict[Element, Declarations] = {}
        self._rules = StyleRules(root)
        for element in filter(_is_sheet, root.iter()):
            for rule in self._parser.rules("".join(element.itertext())):
                self._rules.add(rule.prelude, rule.declarations, self._parser.namespaces)

    @property
    def left_out(self) -> set[str]:
        """The kinds of styles that were not read."""
        return self._parser.left_out | self._rules.left_out

    def declarations(self, element: Element) -> Declarations:
        """Return the element's own values by property; custom properties (`--…`) among them. Do not change it."""
        found = self._found.get(element)
        if found is None:
            found = self._found[element] = self._declarations(element)
        return found

    def _declarations(self, element: Element) -> Declarations:
        attributes = [
            Declaration(name, value.strip(), False)
            for name, value in element.attrib.items()
            if name in self._properties
        ]
        rules = self._rules.matching(element)
        inline = self._parser.inline(element.get("style", ""))
        important = [one for one in (*rules, *inline) if one.important]
        values: Declarations = {}
        self._apply(attributes, values)
        self._apply((one for one in (*rules, *inline) if not one.important), values)
        self._apply(important, values)
        return values

    def _apply(self, declarations: Iterable[Declaration], values: Declarations) -> None:
        for name, value, _ in declarations:
            custom = name.startswith("--")
            if custom or (name in self._properties and self._understood(name, value)):
                values[name] = value


def _is_sheet(element: Element) -> bool:
    is_css = local_name(element) == "style" and element.get("type", "").strip() in ("", "text/css")
    return is_css and is_on_screen(element.get("media", ""))
