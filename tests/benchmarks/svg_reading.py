"""Compare the reader with resvg: the share of pixels that differ between a document and the drawing read from it.

    python -m tests.benchmarks.svg_reading [--documents 200] [--seed 0] [FILE.svg …]

Documents are generated (`tests/document/svg/generated.py`) unless files are named. Prints the worst, and fails above
0.5 % of the pixels.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from taureau.document import drawing_to_svg, svg_to_drawing

from tests.document.rendering import share_that_differs
from tests.document.svg.generated import document

LIMIT = 0.005  # of the pixels of a document


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    if chosen.files:
        texts = {str(path): path.read_text(encoding="utf-8") for path in chosen.files}
    else:
        texts = {f"seed {seed}": document(seed) for seed in range(chosen.seed, chosen.seed + chosen.documents)}
    shares = {name: share_that_differs(text, read_and_written(text)) for name, text in texts.items()}
    worst = sorted(shares, key=shares.__getitem__, reverse=True)
    for name in worst[:10]:
        print(f"{name}: {100 * shares[name]:.2f} % of the pixels differ")
    above = sum(share > LIMIT for share in shares.values())
    mean = sum(shares.values()) / len(shares)
    print(f"{len(shares)} documents, {above} above {100 * LIMIT:g} %, mean {100 * mean:.3f} %")
    return above > 0


def read_and_written(text: str) -> str:
    """The document as it is read and written again."""
    return drawing_to_svg(svg_to_drawing(text), unit="px")


if __name__ == "__main__":
    sys.exit(main())
