"""The kinds of values that settings take: what is valid, how that is said, and how JSON Schema says it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol


class Kind(Protocol):
    """A kind of values."""

    @property
    def phrase(self) -> str:
        """What is valid, after “must be”."""

    @property
    def schema(self) -> dict[str, Any]:
        """The same in JSON Schema."""

    def accepts(self, value: object) -> bool:
        """Return whether a value is valid; it is never coerced."""


@dataclass(frozen=True)
class Choice:
    values: tuple[str, ...]

    @property
    def phrase(self) -> str:
        return f"one of {', '.join(self.values)}"

    @property
    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.values)}

    def accepts(self, value: object) -> bool:
        return isinstance(value, str) and value in self.values


@dataclass(frozen=True)
class Number:
    """A finite number from `low` to `high`."""

    low: float
    high: float
    whole: bool = True
    above: bool = False  # `low` itself is not valid
    ends: tuple[str, str] | None = None  # what the lowest and the highest value mean

    @property
    def phrase(self) -> str:
        kind = "a whole number" if self.whole else "a number"
        if self.above:
            return f"{kind} more than {self.low:g}, at most {self.high:g}"
        lowest, highest = f"{self.low:g}", f"{self.high}" if self.whole else f"{self.high:g}"
        if self.ends is not None:
            lowest, highest = f"{lowest} ({self.ends[0]})", f"{highest} ({self.ends[1]})"
        return f"{kind} from {lowest} to {highest}"

    @property
    def schema(self) -> dict[str, Any]:
        lowest = "exclusiveMinimum" if self.above else "minimum"
        return {"type": "integer" if self.whole else "number", lowest: self.low, "maximum": self.high}

    def accepts(self, value: object) -> bool:
        if isinstance(value, bool) or not isinstance(value, int if self.whole else (int, float)):
            return False
        return self.low <= value <= self.high and not (self.above and value == self.low)


@dataclass(frozen=True)
class Flag:
    phrase: str = "true or false"

    @property
    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}

    def accepts(self, value: object) -> bool:
        return isinstance(value, bool)


@dataclass(frozen=True)
class Text:
    """A text that `parse` takes without a ValueError, if there is one."""

    phrase: str
    parse: Callable[[str], object] = str
    pattern: str = ""  # that it matches as a whole
    longest: int = 4096  # characters

    @property
    def schema(self) -> dict[str, Any]:
        return {"type": "string", "maxLength": self.longest} | (
            {"pattern": f"^{self.pattern}$"} if self.pattern else {}
        )

    def accepts(self, value: object) -> bool:
        if not isinstance(value, str) or not value.strip() or len(value) > self.longest or "\0" in value:
            return False
        try:
            self.parse(value)
        except ValueError:
            return False
        return not self.pattern or re.fullmatch(self.pattern, value) is not None


@dataclass(frozen=True)
class Several:
    """A tuple of values of one kind."""

    kind: Kind
    phrase: str
    fewest: int
    most: int

    @property
    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.kind.schema, "minItems": self.fewest, "maxItems": self.most}

    def accepts(self, value: object) -> bool:
        return (
            isinstance(value, tuple) and self.fewest <= len(value) <= self.most and all(map(self.kind.accepts, value))
        )


@dataclass(frozen=True)
class Either:
    kinds: tuple[Kind, ...]

    @property
    def phrase(self) -> str:
        return ", or ".join(kind.phrase for kind in self.kinds)

    @property
    def schema(self) -> dict[str, Any]:
        return {"anyOf": [kind.schema for kind in self.kinds]}

    def accepts(self, value: object) -> bool:
        return any(kind.accepts(value) for kind in self.kinds)
