"""What a prompt means in the vocabulary: a sentence that the decoder can draw, or words that it has not learnt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from taureau.perception.vocabulary.grammar import (
    ARTICLES,
    FUNCTION_WORDS,
    NOUN_FIRST,
    SPACELESS,
    counted,
    languages_by_determiner,
    languages_by_script,
    number_in,
    on_one_line,
    plain,
    plural,
    singulars,
    tokens,
    without_determiners,
    without_measure,
)
from taureau.perception.vocabulary.slips import meant, spelled_alike
from taureau.perception.vocabulary.table import ENGLISH, Vocabulary

EMOJI = "emoji"  # the "language" of emoji
_NEAR = 4  # names at most


@dataclass(frozen=True)
class Reading:
    """What a prompt means."""

    sentence: str  # to be drawn: the prompt as it was typed, on one line, or in English, or as it was meant
    changed: bool = False  # the sentence is not what was typed
    known: bool = True  # False: nothing like it was learnt
    near: tuple[str, ...] = ()  # known names that are near to what is not known, the nearest first


def read_prompt(prompt: str, vocabulary: Vocabulary) -> Reading:
    """Look a prompt up, in English and in the other languages of the vocabulary.

    A sentence whose first thing is known is kept as it is. Slips are corrected, synonyms and words of other languages
    replaced; in those, only the thing and its number are understood.
    """
    prompt, text = on_one_line(prompt), plain(prompt)
    if name := vocabulary.translations.get(EMOJI, {}).get(text):
        return Reading(counted(name, 1), changed=True)
    words = tokens(text)
    if not words:
        return Reading(prompt, known=False)
    if scripts := languages_by_script(text):
        return _foreign(text, words, scripts, vocabulary) or Reading(prompt, known=False)
    told = sorted(languages_by_determiner(words), key=lambda one: -_known_words(words, one, vocabulary))
    if told and ENGLISH not in told and (found := _foreign(text, words, told, vocabulary)):
        return found
    if found := _english(prompt, words, vocabulary):
        return found
    if found := _whole(text, words, vocabulary):
        return found
    if found := _english(prompt, _corrected(words, vocabulary), vocabulary, changed=True):
        return found
    if ENGLISH in told and (found := _foreign(text, words, told, vocabulary, nouns=False)):
        return found
    return Reading(prompt, known=False, near=_near(words, vocabulary))


def thing_in(sentence: str, names: Collection[str], vocabulary: Vocabulary) -> str:
    """Return which of the names an English sentence is about: the longest end of its first phrase; empty if none is."""
    for phrase in _phrases(tokens(plain(sentence)), vocabulary)[:1]:
        for first in range(len(phrase)):
            *before, head = phrase[first:]
            for word in (head, *singulars(head)):
                if (name := " ".join((*before, word))) in names:
                    return name
    return ""


def in_english(label: str, vocabulary: Vocabulary) -> str:
    """Return what an emoji, or a word of another language, is in English, without an article.

    Empty for what is English already, and for what is not known.
    """
    words = tokens(plain(label))
    if words and all(word in vocabulary.words or word in FUNCTION_WORDS | ARTICLES[ENGLISH] for word in words):
        return ""
    reading = read_prompt(label, vocabulary)
    if not (reading.known and reading.changed):
        return ""
    return " ".join(without_determiners(tokens(reading.sentence), ENGLISH))


def _english(prompt: str, words: list[str], vocabulary: Vocabulary, *, changed: bool = False) -> Reading | None:
    """Return the reading of a sentence whose first thing is known; None where it is not.

    Where the first phrase consists of ordinary words ("someone riding a bicycle"), any thing that is known will do.
    """
    kept = Reading(_sentence(words) if changed else prompt, changed)
    phrases = _phrases(words, vocabulary)
    if " ".join(words) in vocabulary.names:
        return kept
    if not phrases:
        return None
    first = phrases[0]
    head = first[-1]
    if _is_thing(first, vocabulary):
        return kept
    if name := _synonym(head, vocabulary):
        at = words.index(head)
        return Reading(_sentence([*words[:at], name, *words[at + 1 :]]), changed=True)
    if head in vocabulary.related:
        return kept
    ordinary = all(word in vocabulary.words for word in first)
    if ordinary and any(_is_thing(phrase, vocabulary) for phrase in phrases[1:]):
        return kept
    return None


def _foreign(
    text: str, words: list[str], languages: Iterable[str], vocabulary: Vocabulary, *, nouns: bool = True
) -> Reading | None:
    """Return the reading of a phrase in the first of these languages that has it; None where none has.

    With `nouns`, the word that should be its noun will do, whatever the others are.
    """
    for language in languages:
        if language == ENGLISH:
            continue
        for phrase in _candidates(text, words, language, nouns=nouns):
            if name := vocabulary.translated(phrase, language):
                return Reading(counted(name, number_in(words, language)), changed=True)
    return None


def _known_words(words: list[str], language: str, vocabulary: Vocabulary) -> int:
    """Return how many of the words are of a language."""
    terms = vocabulary.translations.get(language, {})
    return sum(2 if word in terms else bool(vocabulary.translated(word, language)) for word in words)


def _whole(text: str, words: list[str], vocabulary: Vocabulary) -> Reading | None:
    """Return the reading of text that is, as a whole, a word of any language; None where it is none."""
    for language, terms in vocabulary.translations.items():
        if language not in (ENGLISH, EMOJI) and (name := terms.get(text)):
            return Reading(counted(name, number_in(words, language)), changed=True)
    return None


def _candidates(text: str, words: list[str], language: str, *, nouns: bool) -> Iterator[str]:
    """Yield the phrases to look up in a language: all but articles and numbers, then the noun that it is about."""
    yield text
    if language in SPACELESS:
        thing = without_measure(text.replace(" ", ""), language)
        yield from (thing[first:] for first in range(max(1, len(thing) - 1)))
        return
    rest = without_determiners(words, language)
    if not rest:
        return
    noun = rest[0] if language in NOUN_FIRST else rest[-1]
    for word in dict.fromkeys((" ".join(rest), noun) if nouns else (" ".join(rest),)):
        yield word
        yield from singulars(word, language)


def _phrases(words: list[str], vocabulary: Vocabulary) -> list[list[str]]:
    """Return the phrases between the small words of an English sentence, without articles and numbers."""
    phrases: list[list[str]] = [[]]
    for word in words:
        doing = word.endswith("ing") and phrases[-1] and phrases[-1][-1] in vocabulary.things  # "a cat sleeping"
        if word in FUNCTION_WORDS or doing:
            phrases.append([])
        else:
            phrases[-1].append(word)
    bare = (without_determiners(phrase, ENGLISH) for phrase in phrases)
    return [phrase for phrase in bare if phrase]


def _is_thing(phrase: list[str], vocabulary: Vocabulary) -> bool:
    """Return whether the last word of a phrase, or all of it, is something that the decoder has drawn."""
    *before, head = phrase
    forms = (head, *singulars(head))
    return any(word in vocabulary.things or " ".join((*before, word)) in vocabulary.things for word in forms)


def _synonym(head: str, vocabulary: Vocabulary) -> str:
    """Return the name that a word is another word for, in the same number; empty if there is none."""
    known = vocabulary.translations.get(ENGLISH, {})
    if head in known:
        return known[head]
    return next((plural(known[one]) for one in singulars(head) if one in known), "")


def _corrected(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """Return the words with slips corrected where it is plain which word was meant."""
    less_usual = dict.fromkeys((*vocabulary.things, *vocabulary.translations.get(ENGLISH, ())), 1)
    usual = less_usual | dict(vocabulary.names)
    return [word if word in vocabulary.words or word in FUNCTION_WORDS else _meant(word, usual) for word in words]


def _meant(word: str, usual: Mapping[str, int]) -> str:
    """Return the word that was meant, in the same number; the word itself where that is not plain."""
    many = (plural(found) for one in singulars(word) if (found := meant(one, usual)))
    return next(many, "") or meant(word, usual) or word


def _sentence(words: list[str]) -> str:
    """Return a sentence of words, with an article where it is a thing alone."""
    determined = words[0] in ARTICLES[ENGLISH] or number_in(words, ENGLISH) > 1 or FUNCTION_WORDS & set(words)
    text = " ".join(words)
    return text if determined else counted(text, 1)


def _near(words: list[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the names that are near to the first thing of a sentence by meaning, else by spelling."""
    phrases = _phrases(words, vocabulary)
    if not phrases:
        return ()
    head = phrases[0][-1]
    return vocabulary.unrelated.get(head) or tuple(spelled_alike(head, vocabulary.suggestions, _NEAR))
