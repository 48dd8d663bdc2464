"""Sentences: how one is sent to a model, and the things it names."""

from __future__ import annotations

import re

STYLES = {  # what makes an image that draws well
    "as-typed": "{}",
    "photo": "a photo of {}",
    "object": "a photo of {} on a plain white background",
    "line-drawing": "a simple line drawing of {}, black ink on white paper",
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DETERMINERS = _words(
    "a an the this that these those my your his her its our their some any each every another no "
    "two three four five six seven eight nine ten several many few both"
)
_CONNECTING = _words(  # what stands between two things: prepositions, conjunctions, places, the commonest verbs
    "of in on at by to from with without into onto over under above below behind beside besides between among around "
    "near next inside outside through across along against toward towards before after off up down like for and or "
    "but as while that which who whose where is are was were be been has have had does do did holds wears sits stands "
    "top front back left right middle there not"
)
_SAYS_WHAT_IT_IS = re.compile(
    r"^\s*an?\s+(?:\w+\s+)?(?:photo|photograph|picture|image|drawing|sketch|painting)\s+of\s+", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|[,.;:!?]")


def as_sent(prompt: str, style: str) -> str:
    """The prompt in a style's words, its spaces tidied; one that says itself what it is a picture of stays as it is."""
    prompt = " ".join(prompt.split())
    return prompt if _SAYS_WHAT_IT_IS.match(prompt) else STYLES[style].replace("{}", prompt)


def noun_phrases(sentence: str) -> tuple[str, ...]:
    """The things a sentence names, with their attributes: "a red cube on a blue one" -> "a red cube", "a blue one".

    A phrase begins at a determiner ("a", "two", "his") or after a connecting word, and ends before the next
    one; a word in -ing ends it where a determiner or a connecting word follows ("a cat wearing a hat"). Each
    phrase once, in the order of the sentence. This is a rule of thumb for English, not a grammar.
    """
    words = _WORD.findall(_SAYS_WHAT_IT_IS.sub("", sentence))
    phrases: list[str] = []
    phrase: list[str] = []

    def close() -> None:
        named = [word for word in phrase if word.lower() not in _DETERMINERS]
        if named and any(word.isalpha() or "-" in word for word in named):
            phrases.append(" ".join(phrase))
        phrase.clear()

    for word, following in zip(words, [*words[1:], "."], strict=True):
        lower, after = word.lower(), following.lower()
        doing = lower.endswith("ing") and phrase and (after in _DETERMINERS or after in _CONNECTING)
        if doing or lower in _CONNECTING or not word[0].isalnum():
            close()
        elif lower in _DETERMINERS:
            close()
            phrase.append(word)
        else:
            phrase.append(word)
    close()
    return tuple(dict.fromkeys(phrases))
