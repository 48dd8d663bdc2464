"""Names of pictograms made into captions: style words and numbers gone, plumbing refused, other names kept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection as Words
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.training.collections import Collection
from app.training.icons import IconSet
from app.training.plumbing import PLUMBING, SIGNS

_LONGEST = 5  # words; what needs more to be said is a scene
# Beginnings of prefixes: sets that one hand draws, whose agreement on a name says nothing.
_HANDS = (
    "streamline",
    "material",
    "icon-park",
    "fluent",
    "pepicons",
    "glyphs",
    "uni",
    "ui",
    "fa",
)  # one hand, many sets

_STYLE = frozenset(
    "outline outlined filled fill duotone twotone linear rounded alt variant negative stroked baseline".split()
)
# Style at a name's end only where the set has the name without it too: a traffic light is not a light sort of traffic.
_PERHAPS_STYLE = frozenset(
    "solid line light bold regular thin round sharp o color colour flat simple straight stroke remix duo poly badged "
    "alerted expressive curved minimalistic slim mini micro small big large medium classic basic broken circle square "
    "box rectangle hexagon outlines logo icon sign symbol one two three four five six 24px block".split()
)
_KINDS = (
    ("bold", frozenset(["bold"])),
    ("duotone", frozenset("duotone twotone duo two tone remix poly color colour".split())),
    ("solid", frozenset("filled fill solid baseline".split())),
    ("thin", frozenset("thin light 24px small 16 20".split())),
)
_TONE = re.compile(r"-(medium-light|medium-dark|light|medium|dark)-skin-tone|-skin-tone|-tone\d|-type-\d(-\d)?")
_SHORT_TONE = re.compile(r"-(light|medium|dark)$")  # as Fluent's sets say it
_FLAG = re.compile(r"flag (?:for )?(?:of )?(.*)")
_WORD = re.compile(r"[a-z][a-z']*")


@dataclass(frozen=True)
class Named:
    """A pictogram worth drawing, and what it may be called."""

    prefix: str
    icon: str  # its name in the set
    captions: tuple[str, ...]  # the first is its name, others are names that the sets give as well


def caption_of(name: str, known: Words[str], endings: Sequence[str] = (), beginnings: Sequence[str] = ()) -> str:
    """A pictogram's name as words, without those that only tell its style: "animal-cat-24-filled" → "animal cat".

    `known` are the names in its set; `endings` and `beginnings` are what the set says it hangs on names.
    """
    name = name.split("--")[0]
    name = name.removeprefix("i-")  # as the set of medical icons begins every other name
    for beginning in beginnings:
        if beginning:
            name = name.removeprefix(beginning + "-")
    for ending in sorted(filter(None, endings), key=len, reverse=True):
        if name.endswith("-" + ending):
            name = name.removesuffix("-" + ending)
            break
    words = name.split("-")
    while len(words) > 1:
        tail = words[-1]
        base = "-".join(words[:-1])
        if tail in _STYLE or tail.isdigit() or (tail in _PERHAPS_STYLE and base in known):
            words = words[:-1]
        elif tail != tail.rstrip("0123456789") and len(tail) > 3:  # "boulder2"
            words = [*words[:-1], tail.rstrip("0123456789")]
        else:
            break
    return " ".join(words)


def kind_of(name: str) -> str:
    """Which of a name's styles a pictogram is, by its own name: "line", "thin", "solid" or "duotone"."""
    words = set(name.split("-"))
    return next((kind for kind, telling in _KINDS if words & telling), "line")


def captions_of(sets: Iterable[IconSet], about: Mapping[str, Collection], brands: Words[str] = ()) -> list[Named]:
    """The pictograms of all sets that show a thing which can be named, in the order of the sets.

    An emoji is believed but for signs, and so is a set of things but for plumbing alone; of any other set, a name
    counts where one of those has it too, or where it has no word of plumbing, is none of the `brands`, and two hands
    use it. Words run together ("toykotower") are parted where some other set writes them apart.
    """
    drafts: list[tuple[Collection, str, str, list[str]]] = []
    hands: dict[str, set[str]] = defaultdict(set)
    by_character: dict[str, list[str]] = defaultdict(list)
    for one in sets:
        collection = about[one.prefix]
        for icon in one.icons:
            if collection.emoji and _is_toned(icon, one.icons):
                continue
            caption = _caption(icon, one, collection)
            drafts.append(
                (collection, icon, caption, [_caption(also, one, collection) for also in one.aliases.get(icon, ())])
            )
            hands[caption].add(_hand(collection.prefix))
        for character, icon in one.characters.items() if collection.emoji else ():
            by_character[character].append(_caption(icon, one, collection))
    flags = {match[1] for caption in hands if (match := _FLAG.fullmatch(caption))}
    things = {
        caption
        for one, _, caption, _ in drafts
        if one.shows_things and _is_thing(caption, SIGNS, () if one.emoji else PLUMBING)
    } - flags
    apart = {caption.replace(" ", ""): caption for caption in sorted(things) if " " in caption}
    shared = {caption for caption, by in hands.items() if len(by) > 1 and _is_thing(caption, SIGNS | PLUMBING)}
    good = things | (shared - flags - set(brands))
    also_called: dict[str, list[str]] = defaultdict(list)
    for names in by_character.values():
        for name in names:
            also_called[name] += names
    found = []
    for collection, icon, caption, others in drafts:
        caption = caption if caption in good else apart.get(caption, caption)
        if caption in (things if collection.emoji else good):
            more = also_called.get(caption, []) if collection.emoji else []
            captions = [caption, *(other for other in [*others, *more] if other in good)]
            found.append(Named(collection.prefix, icon, tuple(dict.fromkeys(captions))))
    return found


def chosen(named: Iterable[Named], random: np.random.Generator, *, each: int = 4, most: int = 80) -> list[Named]:
    """Of a set's pictograms of one name at most `each`, in different styles; of all sets' at most `most`."""
    by_set: dict[tuple[str, str], dict[str, list[Named]]] = defaultdict(lambda: defaultdict(list))
    for one in named:
        by_set[one.prefix, one.captions[0]][kind_of(one.icon)].append(one)
    by_name: dict[str, list[Named]] = defaultdict(list)
    for (_, caption), kinds in by_set.items():
        firsts = [list(random.permutation(len(ones))) for ones in kinds.values()]
        picked = [ones[order[0]] for ones, order in zip(kinds.values(), firsts, strict=True)]
        by_name[caption] += [picked[index] for index in random.permutation(len(picked))[:each]]
    return [ones[index] for ones in by_name.values() for index in sorted(random.permutation(len(ones))[:most])]


def _caption(name: str, one: IconSet, collection: Collection) -> str:
    if collection.emoji:
        name = re.sub(r"-\d+$", "", name)
        return name.removesuffix("-facing-right").replace("-", " ")
    return caption_of(name, one.icons.keys(), one.endings, one.beginnings)


def _is_toned(name: str, known: Words[str]) -> bool:
    short = _SHORT_TONE.search(name)
    return bool(_TONE.search(name)) or bool(short and _SHORT_TONE.sub("", name) in known)


def _hand(prefix: str) -> str:
    return next((hand for hand in _HANDS if prefix.startswith(hand)), prefix)


def _is_thing(caption: str, refused: frozenset[str], alone: Words[str] = ()) -> bool:
    words = caption.split()
    return _sayable(caption) and refused.isdisjoint(words) and not (len(words) == 1 and caption in alone)


def _sayable(caption: str) -> bool:
    words = caption.split()
    letters = sum(map(len, words))
    return 0 < len(words) <= _LONGEST and letters > 2 and all(_WORD.fullmatch(word) for word in words)
