"""`python -m tests.benchmarks.refusals`: which words are refused, and which foreign ones are understood.

Counts the nonsense that is refused, the sixty nouns of `tests.benchmarks.prompts` that are not, and of sixty everyday
things how many lead to a drawing of the right one in each language.
"""

from __future__ import annotations

from collections.abc import Sequence

from taureau.perception.vocabulary import own_vocabulary, read_prompt

from tests.benchmarks.prompts import sentences
from tests.perception.vocabulary.lists import LANGUAGES, NONSENSE, everyday, is_right


def main() -> None:
    vocabulary = own_vocabulary()
    refused = [words for words in NONSENSE if not read_prompt(words, vocabulary).known]
    print(f"{len(refused)} of {len(NONSENSE)} nonsense words refused; drawn: {_rest(NONSENSE, refused)}")
    known = [words for words in sentences() if read_prompt(words, vocabulary).known]
    print(f"{len(known)} of {len(sentences())} nouns drawn; refused: {_rest(sentences(), known)}")
    for language in LANGUAGES:
        things = everyday()
        right = []
        for thing in things:
            found = read_prompt(thing[language], vocabulary)
            if found.known and is_right(found.sentence, thing["en"]):
                right.append(thing[language])
        print(
            f"{language}: {len(right)} of {len(things)} right; not: {_rest([one[language] for one in things], right)}"
        )


def _rest(words: Sequence[str], there: Sequence[str]) -> str:
    return ", ".join(one for one in words if one not in there) or "none"


if __name__ == "__main__":
    main()
