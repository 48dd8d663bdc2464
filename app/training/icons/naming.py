"""Naming icons across sets: which show a nameable thing, and its synonyms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection as Words
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from training.icons.captions import caption_of, is_thing, kind_of
from training.icons.collections import Collection
from training.icons.non_objects import INTERFACE_WORDS, SIGNS
from training.icons.package import IconSet

# Prefixes of sets by the same designers, whose agreement on a name is no evidence.
_DESIGNERS = ("streamline", "material", "icon-park", "fluent", "pepicons", "glyphs", "uni", "ui", "fa")
_TONE = re.compile(r"-(medium-light|medium-dark|light|medium|dark)-skin-tone|-skin-tone|-tone\d|-type-\d(-\d)?")
_SHORT_TONE = re.compile(r"-(light|medium|dark)$")  # in the Fluent sets
_FLAG = re.compile(r"flag (?:for )?(?:of )?(.*)")


@dataclass(frozen=True)
class NamedIcon:
    """An icon of a thing, with its captions."""

    prefix: str
    icon: str  # name in the set
    captions: tuple[str, ...]  # its name, then synonyms


@dataclass(frozen=True)
class _Draft:
    """An icon with the captions of its own set, before those of other sets are considered."""

    collection: Collection
    icon: str
    caption: str
    others: list[str]


def name_all(sets: Iterable[IconSet], about: Mapping[str, Collection], brands: Words[str] = ()) -> list[NamedIcon]:
    """Return the icons of all sets that show a nameable thing, in the order of the sets.

    Names of emoji are accepted except signs, those of sets of things except user-interface words alone. A name of
    any other set is accepted if one of those sets has it, or if it has no user-interface word, is none of the
    `brands`, and two designers use it. Joined words ("toykotower") are split where another set splits them.
    """
    read = list(sets)
    drafts = [draft for one in read for draft in _drafts(one, about[one.prefix])]
    things, shared = _things(drafts), _shared(drafts)
    good = things | (shared - _flags(drafts) - set(brands))
    apart = {caption.replace(" ", ""): caption for caption in sorted(things) if " " in caption}
    synonyms = _synonyms(read, about)
    found = []
    for draft in drafts:
        caption = draft.caption if draft.caption in good else apart.get(draft.caption, draft.caption)
        if caption in (things if draft.collection.emoji else good):
            more = synonyms.get(caption, []) if draft.collection.emoji else []
            captions = [caption, *(other for other in [*draft.others, *more] if other in good)]
            found.append(NamedIcon(draft.collection.prefix, draft.icon, tuple(dict.fromkeys(captions))))
    return found


def choose(
    named: Iterable[NamedIcon], random: np.random.Generator, *, each: int = 4, most: int = 80
) -> list[NamedIcon]:
    """Choose at most `each` icons of one name in a set, in different styles, and at most `most` in all sets."""
    by_set: dict[tuple[str, str], dict[str, list[NamedIcon]]] = defaultdict(lambda: defaultdict(list))
    for one in named:
        by_set[one.prefix, one.captions[0]][kind_of(one.icon)].append(one)
    by_name: dict[str, list[NamedIcon]] = defaultdict(list)
    for (_, caption), kinds in by_set.items():
        picked = [ones[random.permutation(len(ones))[0]] for ones in kinds.values()]
        by_name[caption] += [picked[index] for index in random.permutation(len(picked))[:each]]
    return [ones[index] for ones in by_name.values() for index in sorted(random.permutation(len(ones))[:most])]


def _drafts(one: IconSet, collection: Collection) -> Iterator[_Draft]:
    """Yield the icons with captions; of emoji with skin tones only the neutral one."""
    for icon in one.icons:
        if not (collection.emoji and _is_toned(icon, one.icons)):
            others = [_caption(other, one, collection) for other in one.aliases.get(icon, ())]
            yield _Draft(collection, icon, _caption(icon, one, collection), others)


def _things(drafts: Iterable[_Draft]) -> set[str]:
    """Return the captions of emoji and sets of things, without signs and countries of flags."""
    named = {
        draft.caption
        for draft in drafts
        if draft.collection.shows_things
        and is_thing(draft.caption, SIGNS, () if draft.collection.emoji else INTERFACE_WORDS)
    }
    return named - _flags(drafts)


def _flags(drafts: Iterable[_Draft]) -> set[str]:
    return {match[1] for draft in drafts if (match := _FLAG.fullmatch(draft.caption))}


def _shared(drafts: Iterable[_Draft]) -> set[str]:
    """Return the captions without user-interface words that more than one designer uses."""
    designers: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        prefix = draft.collection.prefix
        designers[draft.caption].add(next((designer for designer in _DESIGNERS if prefix.startswith(designer)), prefix))
    return {caption for caption, by in designers.items() if len(by) > 1 and is_thing(caption, SIGNS | INTERFACE_WORDS)}


def _synonyms(sets: Iterable[IconSet], about: Mapping[str, Collection]) -> dict[str, list[str]]:
    """Return the names that sets of emoji give to the same character, by caption."""
    by_character: dict[str, list[str]] = defaultdict(list)
    for one in sets:
        if about[one.prefix].emoji:
            for character, icon in one.characters.items():
                by_character[character].append(_caption(icon, one, about[one.prefix]))
    synonyms: dict[str, list[str]] = defaultdict(list)
    for names in by_character.values():
        for name in names:
            synonyms[name] += names
    return synonyms


def _caption(name: str, one: IconSet, collection: Collection) -> str:
    if collection.emoji:
        return re.sub(r"-\d+$", "", name).removesuffix("-facing-right").replace("-", " ")
    return caption_of(name, one.icons.keys(), one.endings, one.beginnings)


def _is_toned(name: str, known: Words[str]) -> bool:
    short = _SHORT_TONE.search(name)
    return bool(_TONE.search(name)) or bool(short and _SHORT_TONE.sub("", name) in known)
