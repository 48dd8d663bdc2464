"""`python -m tests.benchmarks.readability FOLDER GUESSES`: can the bundled CLIP tell which drawings people can name?

FOLDER is one that `python -m tests.benchmarks.prompts FOLDER --blind` wrote; GUESSES has a line for each picture of
FOLDER/blind, by somebody who had not seen the words: "01.png | first guess | …". Prints how well the judge's certainty
tells the drawings that were named at the first guess from the others: the area under the ROC curve (0.5: not at all),
and the shares of those named among the surest and the least sure quarter.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from taureau.perception import own_clip
from taureau.perception.sentence_prior import own_prior
from taureau.perception.vocabulary import own_vocabulary, read_prompt
from taureau.perception.vocabulary.grammar import singulars
from taureau.photo import load_photo

_RELATED = 0.75  # cosine of two names from which one is no other thing than the other


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("guesses", type=Path)
    chosen = parser.parse_args()
    key: dict[str, str] = json.loads((chosen.folder / "key.json").read_text(encoding="utf-8"))
    guesses = dict(_guesses(chosen.guesses))
    named = np.array([_same(guesses[number], words) for number, words in key.items()])
    sure = np.array([_margin(chosen.folder / "blind" / f"{number}.png", words) for number, words in key.items()])
    order, quarter = np.argsort(-sure), max(1, len(sure) // 4)
    print(f"{named.sum()} of {len(named)} named at the first guess; area under the curve {_area(sure, named):.2f}")
    print(f"of the {quarter} that the judge is surest of, {named[order[:quarter]].sum()} were named")
    print(f"of the {quarter} that it is least sure of, {named[order[-quarter:]].sum()} were named")


def _guesses(file: Path) -> list[tuple[str, str]]:
    rows = [line.split("|") for line in file.read_text(encoding="utf-8").splitlines() if line[:1].isdigit()]
    return [(row[0].strip().removesuffix(".png"), row[1].strip().lower()) for row in rows]


def _same(guess: str, words: str) -> bool:
    """Return whether a guess names what the words say, by the same or a synonymous noun."""
    noun = words.removeprefix("a ").removeprefix("an ")
    if any(noun in one or one in noun for one in (guess, *singulars(guess))):
        return True
    meant = [read_prompt(text, own_vocabulary()) for text in (guess, noun)]
    return meant[0].known and meant[0].sentence.split()[-1] == meant[1].sentence.split()[-1]


def _margin(picture: Path, words: str) -> float:
    """Return by how much the picture is nearer to the words than to the nearest name of another thing, as cosines."""
    clip, prior = own_clip(), own_prior()
    seen = clip.encode_image(clip.prepare(load_photo(picture).pixels), embedding=True).direction()[0]
    wanted = clip.encode_text([words])[0]
    others = prior.directions[prior.directions @ wanted < _RELATED]
    return float(wanted @ seen - (others @ seen).max())


def _area(scores: np.ndarray, named: np.ndarray) -> float:
    """Return how often a drawing that was named has a higher score than one that was not."""
    better = scores[named][:, None] > scores[~named][None]
    return float(better.mean())


if __name__ == "__main__":
    main()
