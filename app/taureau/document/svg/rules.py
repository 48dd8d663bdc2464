"""The rules of style sheets, matched with elements by cssselect2; the work is bounded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list
from tinycss2 import serialize

from taureau.document.errors import DocumentError
from taureau.document.svg.css import Declaration
from taureau.document.svg.terms import MAX_ELEMENTS
from taureau.wording import tr_noop

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAX_SELECTORS = 4000
_MAX_SELECTOR = 1000  # characters of a rule's selectors
_MAX_LOOKS = 2_000_000  # at elements, by all selectors together
_LOOKS_OF_A_NEW_ELEMENT = 20  # what it costs to make one, in looks
_NOT_UNDERSTOOD = (
    *(SelectorError, NotImplementedError),
    *(RecursionError, SyntaxError, MemoryError),  # nested too deep for Python, by which selectors are compiled
)


class StyleRules:
    """Rules by selector; `left_out` says in words which were not read."""

    def __init__(self, root: Element) -> None:
        self.left_out: set[str] = set()
        self._root = root
        self._matcher = Matcher()
        self._count = 0
        self._looks = _Looks()
        self._elements: dict[Element, _Element] = {}

    def add(self, prelude: list[Any], declarations: list[Declaration], namespaces: dict[str | None, str]) -> None:
        """Add a rule; one whose selector is not understood is dropped, as in browsers."""
        try:
            too_long = self._count >= _MAX_SELECTORS or len(serialize(prelude)) > _MAX_SELECTOR
            selectors = [] if too_long else compile_selector_list(prelude, namespaces or None)
        except _NOT_UNDERSTOOD:
            return
        if too_long:
            self.left_out.add("styles that are too long")
        for selector in selectors:
            if selector.pseudo_element is None and not selector.never_matches:
                selector.test = self._looks.counted(selector.test)
                self._matcher.add_selector(selector, declarations)
                self._count += 1

    def matching(self, element: Element) -> list[Declaration]:
        """Return what the rules declare for an element, in ascending order of precedence.

        Raises DocumentError when matching takes too long.
        """
        if not self._count:
            return []
        if not self._elements:
            root = _Element.from_xml_root(self._root)
            root.looks = self._looks
            self._elements = {one.etree_element: one for one in root.iter_subtree()}
            self._looks.left = _MAX_LOOKS
        matches = self._matcher.match(self._elements[element])
        return [one for _, _, _, declarations in matches for one in declarations]


class _Looks:
    """Counts the elements that selectors look at."""

    def __init__(self) -> None:
        self.left = _MAX_LOOKS + _LOOKS_OF_A_NEW_ELEMENT * MAX_ELEMENTS  # all elements are made once, at first

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise DocumentError(tr_noop("The SVG's style sheet takes too long; simplify it and open it again."))

    def counted(self, test: Callable[[Any], bool]) -> Callable[[Any], bool]:
        """Return a selector's test that counts as one look."""

        def counting(element: Any) -> bool:
            self.take(1)
            return test(element)

        return counting


class _Element(ElementWrapper):  # type: ignore[misc]
    """An element that counts the others that a selector looks at from it, where that can be many."""

    looks: _Looks  # of the root, set after it is made; of the others, their parent's

    def __init__(self, etree_element: Element, parent: _Element | None, index: int, previous: Any, **more: Any) -> None:
        super().__init__(etree_element, parent, index, previous, **more)
        if parent is not None:
            self.looks = parent.looks
            self.looks.take(_LOOKS_OF_A_NEW_ELEMENT)  # `:has()` makes them anew

    @property
    def ancestors(self) -> Iterator[_Element]:
        """The elements around it, innermost first."""
        return self._along("parent")

    @property
    def previous_siblings(self) -> Iterator[_Element]:
        """The siblings before it, nearest first."""
        return self._along("previous")

    @property
    def etree_siblings(self) -> list[Element]:
        """The parent's children, it among them."""
        return [self.etree_element] if self.parent is None else self.parent.counted_children

    @etree_siblings.setter
    def etree_siblings(self, siblings: list[Element]) -> None:
        """Ignored: the base class sets what is computed here."""

    @cached_property
    def counted_children(self) -> _Children:
        return _Children(self.etree_children, self.looks)

    def _along(self, direction: str) -> Iterator[_Element]:
        element = getattr(self, direction)
        while element is not None:
            self.looks.take(1)
            yield element
            element = getattr(element, direction)


class _Children(list[Any]):
    """Elements that are counted when a selector goes through them."""

    def __init__(self, elements: list[Element], looks: _Looks) -> None:
        super().__init__(elements)
        self._looks = looks

    def __iter__(self) -> Iterator[Any]:
        self._looks.take(len(self))
        return super().__iter__()

    def __getitem__(self, which: Any) -> Any:
        found = super().__getitem__(which)
        self._looks.take(len(found) if isinstance(which, slice) else 1)
        return found
