"""Feed the SVG reader files by chance: `python -m tests.fuzz.svg [--minutes 10] [--seed 0] [--keep FOLDER]`.

Documents are generated, mutated as bytes and as markup, and read. Nothing but DocumentError may come out, in one line,
within 2 s of processor time and 500 MB; what was read is written and read again. Inputs that break a rule are kept.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from taureau.document import DocumentError, drawing_to_svg, svg_to_drawing

from tests.document.svg.generated import document
from tests.fuzz.limits import FoundError, check, memory

_FOREIGN = Path(__file__).parents[1] / "document" / "svg" / "foreign"
_NUMBER = re.compile(rb"[-+]?\d+\.?\d*")
_VALUE = re.compile(rb'="[^"]*"')
_TAG = re.compile(rb"<[^<>]*>")
_NUMBERS = (
    *(b"0", b"-0", b"1.", b".5", b"1e+", b"--", b"nan", b"inf", b"1e999", b"-1e999", b"1e308", b"1e-320", b"9" * 20),
    *(b"100%", b"1e999%", b"1em", b"0.25turn", b"1q"),
)
_WORDS = (Path(__file__).with_name("svg_words.txt")).read_bytes().splitlines()
_DOCTYPES = (
    b'<!DOCTYPE svg [<!ENTITY a "x">]>',
    b'<!DOCTYPE svg [<!ENTITY a "&b;"><!ENTITY b "&a;">]>',
    b'<!DOCTYPE svg [<!ENTITY % a SYSTEM "b"> %a;]>',
    b'<!DOCTYPE svg PUBLIC "a" "b" [<!ATTLIST svg a CDATA #IMPLIED>]>',
)
_ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "gbk", "shift_jis", "latin-1")

Mutation = Callable[[bytes, random.Random], bytes]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "taureau-fuzz-svg")
    chosen = parser.parse_args()
    end = time.monotonic() + 60 * chosen.minutes
    read_again(document(0).encode())
    before, count, read, found = memory(), 0, 0, 0
    for seed in range(chosen.seed, sys.maxsize):
        if time.monotonic() > end:
            break
        data = made(seed)
        count += 1
        try:
            read += check(read_again, data, DocumentError, before)
        except FoundError as error:
            found += 1
            chosen.keep.mkdir(parents=True, exist_ok=True)
            (chosen.keep / f"{seed}.svg").write_bytes(data)
            print(f"seed {seed}: {error}", flush=True)
            before = max(before, memory() - 100 * 2**20)  # what is freed is not seen
    print(f"{count} inputs, {read} of them read, {found} broke a rule", flush=True)
    return found > 0


def read_again(data: bytes) -> None:
    """Read a file, and what is written of it; raises DocumentError for the file alone."""
    drawing = svg_to_drawing(data)
    try:
        again = svg_to_drawing(drawing_to_svg(drawing))
    except DocumentError as error:
        raise RuntimeError(f"what was read cannot be written and read again: {error}") from error
    if again.stroke_count != drawing.stroke_count:
        raise RuntimeError(f"{drawing.stroke_count} strokes were read, {again.stroke_count} after writing")


def made(seed: int) -> bytes:
    """The input of a seed."""
    chance = random.Random(seed)
    data = _begun(chance)
    for _ in range(chance.choice((0, 1, 1, 2, 3, 5, 9, 30))):
        data = chance.choice(_MUTATIONS)(data, chance)[: 2**20]
    if chance.random() < 0.1:
        text = data.decode("utf-8", "replace")
        name = chance.choice(_ENCODINGS)
        data = f'<?xml version="1.0" encoding="{name}"?>'.encode(name) + text.encode(name, "xmlcharrefreplace")
    return gzip.compress(data, 1) if chance.random() < 0.05 else data


def _begun(chance: random.Random) -> bytes:
    if chance.random() < 0.1:
        return chance.choice(sorted(_FOREIGN.iterdir())).read_bytes()
    text = document(chance.randrange(2**32)).encode()
    return chance.choice(_DOCTYPES) + text if chance.random() < 0.1 else text


def _span(data: bytes, chance: random.Random, longest: int = 200) -> tuple[int, int]:
    begin = chance.randint(0, len(data))
    return begin, min(len(data), begin + chance.randint(0, longest))


def _flipped(data: bytes, chance: random.Random) -> bytes:
    begin, _ = _span(data, chance)
    return data[:begin] + bytes([chance.randrange(256)]) + data[begin + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    begin, end = _span(data, chance)
    return data[:begin] + data[end:]


def _repeated(data: bytes, chance: random.Random) -> bytes:
    begin, end = _span(data, chance)
    return data[:end] + data[begin:end] * chance.choice((1, 2, 10, 1000)) + data[end:]


def _moved(data: bytes, chance: random.Random) -> bytes:
    begin, end = _span(data, chance)
    there, _ = _span(data, chance)
    return data[:there] + data[begin:end] + data[there:]


def _with_word(data: bytes, chance: random.Random) -> bytes:
    begin, _ = _span(data, chance)
    return data[:begin] + chance.choice(_WORDS) + data[begin:]


def _replaced(pattern: re.Pattern[bytes], make: Callable[[bytes, random.Random], bytes]) -> Mutation:
    def replaced(data: bytes, chance: random.Random) -> bytes:
        found = list(pattern.finditer(data))
        if not found:
            return data
        one = chance.choice(found)
        return data[: one.start()] + make(one[0], chance) + data[one.end() :]

    return replaced


_MUTATIONS: tuple[Mutation, ...] = (
    *(_flipped, _cut, _repeated, _moved, _with_word),
    _replaced(_NUMBER, lambda old, chance: chance.choice(_NUMBERS)),
    _replaced(_VALUE, lambda old, chance: b'="' + chance.choice(_WORDS) + b'"'),
    _replaced(_VALUE, lambda old, chance: b'="' + old[2:-1] * chance.choice((2, 100)) + b'"'),
    _replaced(_TAG, lambda old, chance: b""),
    _replaced(_TAG, lambda old, chance: old * chance.choice((2, 50, 2000))),
    _replaced(_TAG, lambda old, chance: old[:-1] + b" " + chance.choice(_WORDS) + b">"),
)


if __name__ == "__main__":
    sys.exit(main())
