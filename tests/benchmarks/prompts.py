"""`python -m tests.benchmarks.prompts [FOLDER] [--words …] [--blind]`: words drawn without a photo, to be looked at.

Writes each drawing as an SVG and all as one contact sheet into FOLDER (default: out/prompts), and prints the times.
With `--blind` it also writes numbered pictures in a random order into FOLDER/blind, and which is which into
FOLDER/key.json: whoever names them must not have seen the words.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
from PIL import Image
from taureau.document import save_svg
from taureau.engine import Finished, SketchRequest
from taureau.engine.request import PROMPT_SHEET
from taureau.engine.runs.sketch import sketch

from tests.benchmarks.judging import fitted, picture

NOUNS = """
    dog, cat, horse, elephant, giraffe, rabbit, bird, fish, cow, pig, sheep, duck, owl, butterfly, snail, turtle, bear,
    lion, mouse, snake, apple, banana, cherry, carrot, mushroom, cake, ice cream, pizza, bottle, cup, teapot, spoon,
    scissors, hammer, key, umbrella, chair, table, lamp, bed, clock, book, glasses, hat, shoe, shirt, bicycle, car, bus,
    train, aeroplane, sailing boat, helicopter, rocket, house, tree, flower, guitar, star, hand
"""
_COLUMNS = 10


def sentences() -> list[str]:
    """Return the sixty nouns, each with its article."""
    nouns = [noun.strip() for noun in NOUNS.split(",")]
    return [
        noun if noun in ("scissors", "glasses") else f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}" for noun in nouns
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("out/prompts"))
    parser.add_argument("--words", nargs="+", default=sentences())
    parser.add_argument("--strokes", type=int, default=16)
    parser.add_argument("--encoder", default="taureau-clip")
    parser.add_argument("--blind", action="store_true", help="also write pictures in a random order, and their key")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    cells, side = [], float(PROMPT_SHEET)
    for words in chosen.words:
        began = time.perf_counter()
        request = SketchRequest(
            None, side, side, prompt=words, preset="fine", strokes=chosen.strokes, encoder=chosen.encoder
        )
        *_, last = sketch(request, lambda: False)
        assert isinstance(last, Finished), last
        save_svg(last.drawing, chosen.folder / f"{words}.svg")
        cells.append(fitted(picture(last.drawing)))
        print(f"{words:<16} {time.perf_counter() - began:.1f} s, style {last.drawing.facts.get('style')}", flush=True)
    blank = [np.full_like(cells[0], 255)] * (-len(cells) % _COLUMNS)
    rows = [np.hstack((cells + blank)[first : first + _COLUMNS]) for first in range(0, len(cells), _COLUMNS)]
    Image.fromarray(np.vstack(rows)).save(chosen.folder / "prompts.png")
    if chosen.blind:
        _write_blind(cells, chosen.words, chosen.folder)


def _write_blind(cells: list[np.ndarray], words: list[str], folder: Path) -> None:
    """Write the pictures in a random order under numbers, and the key beside their folder."""
    pile = folder / "blind"
    pile.mkdir(exist_ok=True)
    order = np.random.default_rng().permutation(len(cells)).tolist()
    for number, index in enumerate(order, 1):
        Image.fromarray(cells[index]).save(pile / f"{number:02}.png")
    key = {f"{number:02}": words[index] for number, index in enumerate(order, 1)}
    (folder / "key.json").write_text(json.dumps(key, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
