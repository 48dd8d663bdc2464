"""`python -m tests.benchmarks.prompts [FOLDER] [--words …]`: sentences drawn without a photo, to be looked at.

Writes each drawing as an SVG and all as one contact sheet, without their words, into FOLDER (default: out/prompts), and
prints how well each is recognised.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
from PIL import Image
from taureau.document import save_svg
from taureau.engine import Finished, SketchRequest
from taureau.engine.request import PROMPT_SHEET
from taureau.engine.runs.recognition import recognise
from taureau.engine.runs.sketch import sketch

from tests.benchmarks.judging import fitted, picture

WORDS = (
    "a cat", "a sailing boat", "a rose", "a bicycle", "a teapot",
    "a fish", "a house", "a tree", "a cup", "an umbrella",
)  # fmt: skip
_COLUMNS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("out/prompts"))
    parser.add_argument("--words", nargs="+", default=WORDS)
    parser.add_argument("--strokes", type=int, default=16)
    parser.add_argument("--encoder", default="taureau-clip")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    cells = []
    for words in chosen.words:
        began = time.perf_counter()
        side = float(PROMPT_SHEET)
        request = SketchRequest(
            None, side, side, prompt=words, preset="fine", strokes=chosen.strokes, encoder=chosen.encoder
        )
        *_, last = sketch(request, lambda: False)
        assert isinstance(last, Finished), last
        save_svg(last.drawing, chosen.folder / f"{words}.svg")
        cells.append(fitted(picture(last.drawing)))
        blank = [np.full_like(cells[0], 255)] * (-len(cells) % _COLUMNS)
        rows = [np.hstack((cells + blank)[first : first + _COLUMNS]) for first in range(0, len(cells), _COLUMNS)]
        Image.fromarray(np.vstack(rows)).save(chosen.folder / "prompts.png")
        report, found = last.report, recognise(last.drawing, request)
        seen = "" if found is None else f", rank {found.rank} of {found.names} names, seen: {found.seen}"
        print(
            f"{words:<16} loss {report.start_loss:.3f} → {report.final_loss:.3f}, {time.perf_counter() - began:.0f} s, "
            f"seed {report.seed}{seen}",
            flush=True,
        )


if __name__ == "__main__":
    main()
