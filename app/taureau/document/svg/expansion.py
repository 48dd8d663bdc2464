"""How many elements an SVG draws, where `<use>` repeats some, counted without drawing them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from taureau.document.errors import DocumentError
from taureau.document.svg.shapes import SHAPES
from taureau.document.svg.terms import MAX_DEPTH, MAX_ELEMENTS, MAX_REPEATED
from taureau.document.svg.tree import local_name, reference
from taureau.wording import said

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

GROUPS = frozenset({"g", "a", "svg", "use", "switch"})
_DRAWN = SHAPES | GROUPS


def check_drawn(root: Element, by_id: Mapping[str, Element]) -> None:
    """Raise DocumentError if too many elements are drawn or repeated; takes no longer than the file is long."""
    drawn = _drawn(root, by_id, {}, 0)
    if drawn > MAX_ELEMENTS:
        raise too_many_drawn()
    if drawn - sum(1 for _ in root.iter()) > MAX_REPEATED:
        raise DocumentError(
            said(
                "The SVG repeats more than {MAX_REPEATED:,} elements; simplify it and open it again.",
                MAX_REPEATED=MAX_REPEATED,
            )
        )


def too_many_drawn() -> DocumentError:
    return DocumentError(
        said(
            "The SVG draws more than {MAX_ELEMENTS:,} elements; simplify it and open it again.",
            MAX_ELEMENTS=MAX_ELEMENTS,
        )
    )


def too_deep() -> DocumentError:
    return DocumentError(
        said("The SVG nests more than {MAX_DEPTH} elements; ungroup it and open it again.", MAX_DEPTH=MAX_DEPTH)
    )


def _drawn(element: Element, by_id: Mapping[str, Element], known: dict[Element, int], depth: int) -> int:
    if element in known:
        return known[element]
    if depth > MAX_DEPTH + 1:  # the root is not counted
        raise too_deep()
    known[element] = 0  # within itself, an element is not drawn
    inside = [child for child in element if local_name(child) in _DRAWN]
    target = by_id.get(reference(element).removeprefix("#")) if local_name(element) == "use" else None
    if target is not None:
        inside.append(target)
    known[element] = 1 + sum(_drawn(child, by_id, known, depth + 1) for child in inside)
    return known[element]
