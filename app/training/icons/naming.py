"""All sets together: which of their pictograms show a thing that can be named, and what else it may be called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection as Words
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from training.icons.captions import caption_of, is_thing, kind_of
from training.icons.collections import Collection
from training.icons.non_objects import PLUMBING, SIGNS
from training.icons.package import IconSet

# Beginnings of prefixes: sets that one hand draws, whose agreement on a name says nothing.
_HANDS = ("streamline", "material", "icon-park", "fluent", "pepicons", "glyphs", "uni", "ui", "fa")
_TONE = re.compile(r"-(medium-light|medium-dark|light|medium|dark)-skin-tone|-skin-tone|-tone\d|-type-\d(-\d)?")
_SHORT_TONE = re.compile(r"-(light|medium|dark)$")  # as Fluent's sets say it
_FLAG = re.compile(r"flag (?:for )?(?:of )?(.*)")


@dataclass(frozen=True)
class NamedIcon:
    """A pictogram worth drawing, and what it may be called."""

    prefix: str
    icon: str  # its name in the set
    captions: tuple[str, ...]  # the first is its name, others are names that the sets give as well


@dataclass(frozen=True)
class _Draft:
    """A pictogram by the captions that its own set gives, before other sets are heard."""

    collection: Collection
    icon: str
    caption: str
    others: list[str]


def name_all(sets: Iterable[IconSet], about: Mapping[str, Collection], brands: Words[str] = ()) -> list[NamedIcon]:
    """The pictograms of all sets that show a thing which can be named, in the order of the sets.

    An emoji is believed but for signs, and so is a set of things but for plumbing alone; of any other set, a name
    counts where one of those has it too, or where it has no word of plumbing, is none of the `brands`, and two hands
    use it. Words run together ("toykotower") are parted where some other set writes them apart.
    """
    read = list(sets)
    drafts = [draft for one in read for draft in _drafts(one, about[one.prefix])]
    things, shared = _things(drafts), _shared(drafts)
    good = things | (shared - _flags(drafts) - set(brands))
    apart = {caption.replace(" ", ""): caption for caption in sorted(things) if " " in caption}
    also_called = _also_called(read, about)
    found = []
    for draft in drafts:
        caption = draft.caption if draft.caption in good else apart.get(draft.caption, draft.caption)
        if caption in (things if draft.collection.emoji else good):
            more = also_called.get(caption, []) if draft.collection.emoji else []
            captions = [caption, *(other for other in [*draft.others, *more] if other in good)]
            found.append(NamedIcon(draft.collection.prefix, draft.icon, tuple(dict.fromkeys(captions))))
    return found


def choose(
    named: Iterable[NamedIcon], random: np.random.Generator, *, each: int = 4, most: int = 80
) -> list[NamedIcon]:
    """Of a set's pictograms of one name at most `each`, in different styles; of all sets' at most `most`."""
    by_set: dict[tuple[str, str], dict[str, list[NamedIcon]]] = defaultdict(lambda: defaultdict(list))
    for one in named:
        by_set[one.prefix, one.captions[0]][kind_of(one.icon)].append(one)
    by_name: dict[str, list[NamedIcon]] = defaultdict(list)
    for (_, caption), kinds in by_set.items():
        picked = [ones[random.permutation(len(ones))[0]] for ones in kinds.values()]
        by_name[caption] += [picked[index] for index in random.permutation(len(picked))[:each]]
    return [ones[index] for ones in by_name.values() for index in sorted(random.permutation(len(ones))[:most])]


def _drafts(one: IconSet, collection: Collection) -> Iterator[_Draft]:
    """Of emoji in many skins, the one without a tone."""
    for icon in one.icons:
        if not (collection.emoji and _is_toned(icon, one.icons)):
            others = [_caption(other, one, collection) for other in one.aliases.get(icon, ())]
            yield _Draft(collection, icon, _caption(icon, one, collection), others)


def _things(drafts: Iterable[_Draft]) -> set[str]:
    """What sets that are believed call their pictograms, but for signs, and countries known by their flags."""
    named = {
        draft.caption
        for draft in drafts
        if draft.collection.shows_things and is_thing(draft.caption, SIGNS, () if draft.collection.emoji else PLUMBING)
    }
    return named - _flags(drafts)


def _flags(drafts: Iterable[_Draft]) -> set[str]:
    return {match[1] for draft in drafts if (match := _FLAG.fullmatch(draft.caption))}


def _shared(drafts: Iterable[_Draft]) -> set[str]:
    """Captions without a word of plumbing that more than one hand uses."""
    hands: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        prefix = draft.collection.prefix
        hands[draft.caption].add(next((hand for hand in _HANDS if prefix.startswith(hand)), prefix))
    return {caption for caption, by in hands.items() if len(by) > 1 and is_thing(caption, SIGNS | PLUMBING)}


def _also_called(sets: Iterable[IconSet], about: Mapping[str, Collection]) -> dict[str, list[str]]:
    """What other sets of emoji call the character of each caption."""
    by_character: dict[str, list[str]] = defaultdict(list)
    for one in sets:
        if about[one.prefix].emoji:
            for character, icon in one.characters.items():
                by_character[character].append(_caption(icon, one, about[one.prefix]))
    also_called: dict[str, list[str]] = defaultdict(list)
    for names in by_character.values():
        for name in names:
            also_called[name] += names
    return also_called


def _caption(name: str, one: IconSet, collection: Collection) -> str:
    if collection.emoji:
        return re.sub(r"-\d+$", "", name).removesuffix("-facing-right").replace("-", " ")
    return caption_of(name, one.icons.keys(), one.endings, one.beginnings)


def _is_toned(name: str, known: Words[str]) -> bool:
    short = _SHORT_TONE.search(name)
    return bool(_TONE.search(name)) or bool(short and _SHORT_TONE.sub("", name) in known)
