"""Mutated photos: `python -m tests.fuzz.photos [MINUTES [SEED]]`; exits with 1 where one was not refused in order."""

from __future__ import annotations

import sys
from io import BytesIO

from taureau.photo import PhotoError, load_photo

from tests.fuzz.mutating import arguments, fuzz
from tests.photo.test_bad_files import FILES


def main() -> int:
    minutes, seed = arguments()
    return int(fuzz(lambda data: load_photo(BytesIO(data)), PhotoError, list(FILES.values()), minutes, seed) > 0)


if __name__ == "__main__":
    sys.exit(main())
