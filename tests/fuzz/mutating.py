"""Mutated files for the fuzzers of binary formats."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.fuzz.limits import FoundError, check, memory

_INTERESTING = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)


def mutated(data: bytes, others: Sequence[bytes], random_: random.Random) -> bytes:
    """Return a file with a few bytes changed, removed, repeated, or taken from another file."""
    result = bytearray(data)
    for _ in range(random_.choice((1, 1, 2, 4, 16))):
        place = random_.randrange(min(len(result), 4096) if random_.random() < 0.7 else len(result)) if result else 0
        match random_.randrange(6):
            case 0:
                result[place : place + 1] = random_.randbytes(1)
            case 1:
                size = random_.choice((1, 2, 4, 8))
                order = random_.choice(("little", "big"))
                value = random_.choice(_INTERESTING) % (1 << (8 * size))
                result[place : place + size] = value.to_bytes(size, order)  # type: ignore[arg-type]
            case 2:
                del result[place : place + random_.randrange(1, 64)]
            case 3:
                result[place:place] = result[place : place + random_.randrange(1, 64)] * random_.randrange(1, 100)
            case 4:
                other = random_.choice(others)
                start = random_.randrange(len(other) or 1)
                result[place:place] = other[start : start + random_.randrange(1, 256)]
            case 5:
                del result[random_.randrange(len(result) + 1) :]
    return bytes(result)


def fuzz(
    read: Callable[[bytes], object], refused: type[Exception], seeds: Sequence[bytes], minutes: float, seed: int
) -> int:
    """Read mutated files for some minutes; return the number of those that break a rule of `limits.check`.

    Each is saved and printed.
    """
    random_ = random.Random(seed)
    until, count, failures, before = time.monotonic() + 60 * minutes, 0, 0, memory()
    while time.monotonic() < until:
        data = mutated(random_.choice(seeds), seeds, random_)
        count += 1
        try:
            check(read, data, refused, before)
        except FoundError as error:
            failures += 1
            path = Path(f"fuzz-{seed}-{count}.bin")
            path.write_bytes(data)
            print(f"{path}: {error}", flush=True)
    print(f"{count} files, {failures} failures")
    return failures


def arguments() -> tuple[float, int]:
    """Return the minutes and the seed on the command line, one minute and 0 by default."""
    given = sys.argv[1:]
    return float(given[0]) if given else 1.0, int(given[1]) if len(given) > 1 else 0
