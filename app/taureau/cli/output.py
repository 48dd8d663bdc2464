"""What commands print: foreign names and sentences shown as text, and output that cannot be written."""

from __future__ import annotations

import json
import sys
from unicodedata import bidirectional, category

from taureau.streams import failure_of

_CONTROLS = frozenset(("Cc", "Cs", "Zl", "Zp"))  # control characters, lone surrogates, separators of lines
_DIRECTIONS = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))  # show text in another order
_UNDECODED = range(0xDC80, 0xDD00)  # bytes of a name that are no characters, as Python keeps them


class UnwrittenError(Exception):
    """What a command was asked for could not be printed; `reason` is the system's error."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(str(reason))
        self.reason = reason


def answer(*lines: str) -> None:
    """Print what the command was asked for; raises UnwrittenError."""
    say(*lines)
    check_written()


def say(*lines: str) -> None:
    """Print lines about work that is done, which remains done where they cannot be written."""
    print(*map(shown, lines), sep="\n", flush=True)


def complain(line: str) -> None:
    """Print one line on stderr, in the program's name."""
    remark(f"taureau: {line}")


def remark(line: str) -> None:
    """Print one line on stderr."""
    print(shown(line), file=sys.stderr, flush=True)


def check_written() -> None:
    """Raise UnwrittenError where stdout could not be written."""
    sys.stdout.flush()
    reason = failure_of(sys.stdout)
    if reason is not None:
        raise UnwrittenError(reason)


def shown(text: str) -> str:
    """Return text on one line with everything that a terminal would obey escaped, such as \\x1b or \\n."""
    return text if text.isprintable() else "".join(map(_shown, text))


def json_text(value: object) -> str:
    """Return a value as JSON, in ASCII where stdout or a terminal could not show its characters."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(value)
    return text if text == shown(text) else json.dumps(value)


def _shown(letter: str) -> str:
    if ord(letter) in _UNDECODED:
        return f"\\x{ord(letter) - 0xDC00:02x}"
    escaped = category(letter) in _CONTROLS or bidirectional(letter) in _DIRECTIONS
    return letter.encode("unicode_escape").decode("ascii") if escaped else letter
