"""Parsing of SVG text into elements; hostile input is rejected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from taureau.document.errors import DocumentError, excerpt
from taureau.document.svg.entities import prolog_end, without_doctype
from taureau.document.svg.source import svg_text
from taureau.document.svg.terms import INKSCAPE, MAX_DEPTH, MAX_ELEMENTS, SODIPODI, SVG, TAUREAU, XLINK
from taureau.wording import said

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_UNBOUND = "unbound prefix"  # in expat's message
_ROOT_TAG = re.compile(r"<[\w.:-]++((?:\"[^\"]*+\"|'[^']*+'|[^<>\"'])*+)")
_DECLARED = re.compile(r"\sxmlns:([\w.-]++)\s*+=")
_PREFIX = re.compile(r"[\s</]([A-Za-z_][\w.-]{0,40}+):[A-Za-z_]")
_NAMESPACES = {"svg": SVG, "xlink": XLINK, "inkscape": INKSCAPE, "sodipodi": SODIPODI, "taureau": TAUREAU}
_MAX_PREFIXES = 1000


def svg_tree(data: bytes | str) -> Element:
    """Parse an SVG, plain or gzipped; the root is an `<svg>`.

    Neither files nor the network are touched. Prefixes of namespaces that are not declared are accepted. Raises
    DocumentError for what is not an SVG, not whole, larger or deeper than the limits, or declares entities that are
    not expanded.
    """
    from defusedxml.common import DefusedXmlException

    text = without_doctype(svg_text(data))
    try:
        try:
            root = _parsed(text)
        except SyntaxError as error:  # ET.ParseError is a SyntaxError
            if not str(error).startswith(_UNBOUND):
                raise
            root = _parsed(_with_prefixes(text))
    except (SyntaxError, DefusedXmlException) as error:
        raise DocumentError(_not_well_formed(text, error)) from error
    if local_name(root) != "svg":
        raise DocumentError(
            said(
                "The file is XML but not SVG: it begins with <{excerpt}>; choose an SVG file.",
                excerpt=excerpt(root.tag, 40),
            )
        )
    return root


def local_name(element: Element) -> str:
    """Return the element's name without the SVG namespace; empty for elements of other namespaces."""
    tag = element.tag
    if tag.startswith("{"):
        return tag[len(SVG) + 2 :] if tag.startswith(f"{{{SVG}}}") else ""
    return tag


def reference(element: Element) -> str:
    """Return the target of the element's href, or an empty string."""
    return (element.get("href") or element.get(f"{{{XLINK}}}href") or "").strip()


def _parsed(text: str) -> Element:
    from defusedxml.ElementTree import XMLParser

    parser = XMLParser(target=_Builder(), encoding="utf-8", forbid_dtd=True)
    parser.feed(text.encode("utf-8", "replace"))
    root: Element = parser.close()
    return root


def _with_prefixes(text: str) -> str:
    """Return the text with the prefixes that are used anywhere declared in the root's tag, unless they are there."""
    tag = _ROOT_TAG.match(text, prolog_end(text))
    if tag is None:
        return text
    known = {"xml", "xmlns", *_DECLARED.findall(tag[1])}
    used = {found[1] for found in _PREFIX.finditer(text)} - known
    declared = "".join(
        f' xmlns:{prefix}="{_NAMESPACES.get(prefix, f"urn:undeclared:{prefix}")}"'
        for prefix in sorted(used)[:_MAX_PREFIXES]
    )
    return text[: tag.start(1)] + declared + text[tag.start(1) :]


def _not_well_formed(text: str, error: Exception) -> str:
    if "<svg" not in text and ":svg" not in text:
        return "The file is not an SVG; choose an SVG file."
    return f"The SVG is damaged or cut off ({excerpt(str(error))}); get a whole copy of it."


class _Builder:
    """Builds the tree while parsing, and stops at the first thing that is rejected."""

    def __init__(self) -> None:
        from xml.etree.ElementTree import TreeBuilder

        self._tree = TreeBuilder()
        self._depth = 0
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> Any:
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH:
            raise DocumentError(
                said("The SVG nests more than {MAX_DEPTH} elements; ungroup it and open it again.", MAX_DEPTH=MAX_DEPTH)
            )
        if self._count > MAX_ELEMENTS:
            raise DocumentError(
                said(
                    "The SVG has more than {MAX_ELEMENTS:,} elements; simplify it and open it again.",
                    MAX_ELEMENTS=MAX_ELEMENTS,
                )
            )
        return self._tree.start(tag, attributes)

    def end(self, tag: str) -> Any:
        self._depth -= 1
        return self._tree.end(tag)

    def data(self, data: str) -> None:
        self._tree.data(data)

    def close(self) -> Any:
        return self._tree.close()
