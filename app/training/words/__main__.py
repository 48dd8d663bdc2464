"""Make the table of words from the decoder's dataset and the words of emoji: `python -m training.words`."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from taureau.document.whole_file import write_whole
from taureau.perception.vocabulary.grammar import plain
from taureau.perception.vocabulary.table import Vocabulary, packed_vocabulary

from training.decoder.dataset import StrokeDataset
from training.errors import TrainingError
from training.words.emoji import PACKAGE, read_emoji
from training.words.everyday import everyday_words
from training.words.kinds import PACKAGE as NOUNS
from training.words.kinds import Kinds
from training.words.nearness import related_and_not
from training.words.translation import Translator


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table; return 0, or 2 after an error message."""
    options = _parser().parse_args(arguments)
    try:
        vocabulary = make_vocabulary(options.strokes, options.emoji, options.nouns, options.weights)
    except TrainingError as error:
        print(f"words: {error}", file=sys.stderr)
        return 2
    packed = packed_vocabulary(vocabulary)
    write_whole(options.into, packed)
    translated = sum(map(len, vocabulary.translations.values()))
    print(
        f"{len(vocabulary.names)} names, {translated} translations, {len(vocabulary.related)} related words, "
        f"{len(packed)} bytes in {options.into}"
    )
    return 0


def make_vocabulary(strokes: Path, emoji: Path, nouns: Path, weights: Path) -> Vocabulary:
    """Return the names of a dataset of strokes, with words near them and translations; raises TrainingError."""
    from taureau.perception.taureau_clip import taureau_clip_from_folder
    from taureau.weights import DamagedWeightsError

    names = drawn_names(StrokeDataset.read(strokes))
    bare = Vocabulary(names, frozenset(), {}, {})
    read, kinds = read_emoji(emoji), Kinds(nouns)
    translator = Translator(read, bare.things)
    translations = {language: translator.translations(words) for language, words in read.words.items()}
    translations["en"] = {
        word: name
        for word, name in translations["en"].items()
        if word not in bare.things and (" " in word or kinds.is_concrete(word))
    }
    for language, words in everyday_words(bare.things).items():
        translations[language] |= words
    characters = {
        character: name
        for character, label in read.labels.items()
        if (name := label if label in bare.things else translations["en"].get(label, ""))
    }
    try:
        tower = taureau_clip_from_folder(weights).sentences
    except DamagedWeightsError as error:
        raise TrainingError(f"{error}; name the folder of an exported taureau-clip by --weights") from error
    tokenizer = json.loads((weights / "tokenizer.json").read_text(encoding="utf-8"))
    related, unrelated = related_and_not(tower, list(tokenizer["model"]["vocab"]), names)
    things = bare.things
    for noun in kinds.nouns:
        if noun in things or noun in related:
            continue
        if kinds.is_kind_of(noun, things):
            related.add(noun)
            unrelated.pop(noun, None)
    return Vocabulary(names, frozenset(related), unrelated, translations | {"emoji": characters})


def drawn_names(dataset: StrokeDataset) -> dict[str, int]:
    """Return the names of a dataset with the number of drawings of each, the most drawn first."""
    counts = Counter(name for captions in dataset.captions for name in {plain(caption): None for caption in captions})
    counts.pop("", None)
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.words", description=__doc__)
    parser.add_argument("--strokes", type=Path, required=True, help="the dataset of `python -m training.strokes`")
    parser.add_argument("--emoji", type=Path, required=True, help=f"the tarball of {PACKAGE}, as from `npm pack`")
    parser.add_argument("--nouns", type=Path, required=True, help=f"the tarball of {NOUNS}, as from `npm pack`")
    parser.add_argument(
        "--weights", type=Path, default=Path("resources/models/taureau-clip"), help="the folder of taureau-clip"
    )
    parser.add_argument(
        "--into", type=Path, default=Path("resources/words/vocabulary.json.gz"), help="the file to write"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
