"""From the tarball to pictures: what is chosen, what is held back, what is drawn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.icons.captions import caption_of
from training.icons.collections import Collection
from training.icons.naming import NamedIcon, choose, name_all
from training.icons.package import Icon, IconSet, read_list, read_sets

_OF_BRANDS = frozenset(["simple-icons", "fa7-brands", "bxl", "logos", "cib"])
_HELD_NAMES = 300
_FEWEST_SETS = 6  # that a name must be found in to be kept from training


@dataclass(frozen=True, eq=False)
class Selection:
    """The pictograms of the package that are to be drawn."""

    about: dict[str, Collection]  # by prefix
    icons: dict[str, IconSet]  # by prefix
    named: list[NamedIcon]
    held: frozenset[str]  # names that no training picture shows in any style

    def icon(self, one: NamedIcon) -> Icon:
        """The pictogram of a name."""
        return self.icons[one.prefix].icons[one.icon]

    def split(self, one: NamedIcon) -> str:
        """Of renders' SPLITS, where a pictogram belongs."""
        if self.about[one.prefix].unseen:
            return "family"
        return "name" if self.held.intersection(one.captions) else "train"


def select_pictograms(tarball: Path, seed: int) -> Selection:
    """Choose and name the pictograms of the package; raises `PackageError`."""
    about = {one.prefix: one for one in read_list(tarball)}
    wanted = {prefix for prefix, one in about.items() if one.suited or one.unseen}
    read = list(read_sets(tarball, wanted | _OF_BRANDS))
    brands = {caption_of(name, one.icons.keys()) for one in read if one.prefix in _OF_BRANDS for name in one.icons}
    sets = [one for one in read if one.prefix in wanted]
    named = choose(name_all(sets, about, brands), np.random.default_rng([seed, 1]))
    held = _held_names(named, about, np.random.default_rng([seed, 2]))
    return Selection(about, {one.prefix: one for one in sets}, named, held)


def _held_names(named: list[NamedIcon], about: dict[str, Collection], random: np.random.Generator) -> frozenset[str]:
    """Names of things that many sets draw, a set of coloured emoji among them."""
    found: dict[str, set[str]] = defaultdict(set)
    coloured = set()
    for one in named:
        if not about[one.prefix].unseen:
            found[one.captions[0]].add(one.prefix)
            if about[one.prefix].emoji and about[one.prefix].coloured:
                coloured.add(one.captions[0])
    fit = sorted(name for name, prefixes in found.items() if len(prefixes) >= _FEWEST_SETS and name in coloured)
    return frozenset(fit[index] for index in random.permutation(len(fit))[:_HELD_NAMES])
