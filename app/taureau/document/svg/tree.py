"""Parsing of SVG bytes into elements; hostile input is rejected."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

from taureau.document.errors import DocumentError, excerpt
from taureau.document.svg.terms import MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS, SVG, XLINK

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DRAWN_BY_REFERENCE = {
    "use",
    "image",
    "feImage",
    "script",
    "tref",
    "linearGradient",
    "radialGradient",
    "pattern",
}


def svg_tree(data: bytes | str) -> Element:
    """Parse an SVG, plain or gzipped; the root is an `<svg>`.

    Neither files nor the network are touched. Raises DocumentError for what is not an SVG, not whole, larger
    or deeper than the limits, declares entities, or draws something from outside itself. Style sheets
    elsewhere are not looked up.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import XMLParser

    text = isinstance(data, str)
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    if raw[:2] == b"\x1f\x8b":
        raw = _unpacked(raw)
    if len(raw) > MAX_BYTES:
        raise too_large()
    if not raw.strip():
        raise DocumentError("The file is empty; choose another one.")
    parser = XMLParser(target=_Builder(), encoding="utf-8" if text else None, forbid_dtd=False)
    try:
        parser.feed(raw)
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise DocumentError(
            "The SVG declares XML entities, which are not read; save it again as plain SVG and open that."
        ) from error
    except (SyntaxError, ValueError, LookupError) as error:  # ET.ParseError is a SyntaxError
        raise DocumentError(_not_well_formed(raw, error)) from error
    if local_name(root) != "svg":
        raise DocumentError(
            f"The file is XML but not SVG: it begins with <{excerpt(root.tag, 40)}>; choose an SVG file."
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


def too_large() -> DocumentError:
    return DocumentError(f"The SVG is larger than {MAX_BYTES // 2**20} MB; remove embedded pictures and open it again.")


def _unpacked(raw: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        data = unpacker.decompress(raw, MAX_BYTES + 1)
    except zlib.error as error:
        raise DocumentError("The compressed SVG is damaged; get a whole copy of it.") from error
    if len(data) <= MAX_BYTES and not unpacker.eof:
        raise DocumentError("The compressed SVG is cut off; get a whole copy of it.")
    return data


def _not_well_formed(raw: bytes, error: Exception) -> str:
    if b"<svg" not in raw and "<svg".encode("utf-16-le") not in raw and "<svg".encode("utf-16-be") not in raw:
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
            raise DocumentError(f"The SVG nests more than {MAX_DEPTH} elements; ungroup it and open it again.")
        if self._count > MAX_ELEMENTS:
            raise DocumentError(f"The SVG has more than {MAX_ELEMENTS:,} elements; simplify it and open it again.")
        element = self._tree.start(tag, attributes)
        if local_name(element) in _DRAWN_BY_REFERENCE:
            _refuse_outside(reference(element))
        return element

    def end(self, tag: str) -> Any:
        self._depth -= 1
        return self._tree.end(tag)

    def data(self, data: str) -> None:
        self._tree.data(data)

    def close(self) -> Any:
        return self._tree.close()


def _refuse_outside(name: str) -> None:
    """Raise DocumentError unless the reference stays within the file."""
    if name and not name.startswith(("#", "data:")):
        raise DocumentError(
            f"The SVG refers to something outside itself ({excerpt(name)}); embed or remove it and try again."
        )
