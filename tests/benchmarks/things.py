"""`python -m tests.benchmarks.things [FOLDER] [--count N] [--seed S]`: several things, their colours and places.

Draws N generated sentences (default: 100) of two things, two colours and a relation, as the program does, and counts
those whose finished document shows both things in their colours and in their places, by the checker of
`tests.engine.things.sentences`. Writes a contact sheet of twenty other sentences into FOLDER (default: out/things), to
be looked at.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
from PIL import Image
from taureau.document import Drawing, save_svg
from taureau.engine import Finished, SketchRequest
from taureau.engine.request import PROMPT_SHEET
from taureau.engine.runs.sketch import sketch

from tests.benchmarks.judging import fitted, picture
from tests.engine.things.sentences import cases, faults

TWENTY = (
    "two dogs under a tree", "a red cup on a blue table", "a sailing boat, left of it a lighthouse",
    "three yellow stars above a house", "a red car in front of a green house", "a blue fish in a bowl",
    "an orange cat beside a purple chair", "a brown dog between two green trees", "a pink flower in a blue vase",
    "a black cat behind a red box", "a yellow sun above a brown mountain", "a green bottle and a red apple",
    "a man riding a horse", "an umbrella over a red bicycle", "a purple butterfly above a pink flower",
    "a green tree behind a yellow house", "two red apples on a brown table", "a blue bird on a brown fence",
    "a rabbit in front of a green bush", "a red balloon above a blue boat",
)  # fmt: skip
_COLUMNS = 5


def drawn(sentence: str, strokes: int) -> Drawing:
    side = float(PROMPT_SHEET)
    request = SketchRequest(None, side, side, prompt=sentence, preset="fine", strokes=strokes, encoder="taureau-clip")
    *_, last = sketch(request, lambda: False)
    assert isinstance(last, Finished), last
    return last.drawing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("out/things"))
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--strokes", type=int, default=24)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    cells = []
    for sentence in TWENTY:
        drawing = drawn(sentence, chosen.strokes)
        save_svg(drawing, chosen.folder / f"{sentence}.svg")
        cells.append(fitted(picture(drawing)))
    rows = [np.hstack(cells[first : first + _COLUMNS]) for first in range(0, len(cells), _COLUMNS)]
    Image.fromarray(np.vstack(rows)).save(chosen.folder / "things.png")
    began, right = time.perf_counter(), 0
    for case in cases(chosen.count, chosen.seed):
        wrong = faults(case, drawn(case.sentence, chosen.strokes))
        right += not wrong
        if wrong:
            print(f"{case.sentence}: {'; '.join(wrong)}")
    seconds = (time.perf_counter() - began) / max(1, chosen.count)
    print(f"{right} of {chosen.count} are as their sentences say; {seconds:.1f} s each")


if __name__ == "__main__":
    main()
