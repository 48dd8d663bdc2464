"""The selection of icons for training and evaluation, and its splits."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.icons.captions import caption_of
from training.icons.collections import Collection
from training.icons.naming import NamedIcon, choose, name_all
from training.icons.package import Icon, IconSet, read_list, read_sets

_BRAND_SETS = frozenset(["simple-icons", "fa7-brands", "bxl", "logos", "cib"])
_HELD_OUT_NAMES = 300
_MIN_SETS = 6  # with a name, for it to be held out


@dataclass(frozen=True, eq=False)
class Selection:
    """The selected icons."""

    about: dict[str, Collection]  # by prefix
    icons: dict[str, IconSet]  # by prefix
    named: list[NamedIcon]
    held_out: frozenset[str]  # names without a training picture in any style

    def icon(self, one: NamedIcon) -> Icon:
        return self.icons[one.prefix].icons[one.icon]

    def split(self, one: NamedIcon) -> str:
        """Return the split (of `renders.SPLITS`) of an icon."""
        if self.about[one.prefix].unseen:
            return "family"
        return "name" if self.held_out.intersection(one.captions) else "train"


def select_pictograms(tarball: Path, seed: int) -> Selection:
    """Select and name icons of the package; raises `PackageError`."""
    about = {one.prefix: one for one in read_list(tarball)}
    wanted = {prefix for prefix, one in about.items() if one.suited or one.unseen}
    read = list(read_sets(tarball, wanted | _BRAND_SETS))
    brands = {caption_of(name, one.icons.keys()) for one in read if one.prefix in _BRAND_SETS for name in one.icons}
    sets = [one for one in read if one.prefix in wanted]
    named = choose(name_all(sets, about, brands), np.random.default_rng([seed, 1]))
    held_out = _held_out_names(named, about, np.random.default_rng([seed, 2]))
    return Selection(about, {one.prefix: one for one in sets}, named, held_out)


def _held_out_names(
    named: list[NamedIcon], about: dict[str, Collection], random: np.random.Generator
) -> frozenset[str]:
    """Choose held-out names among those that many sets have, coloured emoji included."""
    found: dict[str, set[str]] = defaultdict(set)
    coloured = set()
    for one in named:
        if not about[one.prefix].unseen:
            found[one.captions[0]].add(one.prefix)
            if about[one.prefix].emoji and about[one.prefix].coloured:
                coloured.add(one.captions[0])
    fit = sorted(name for name, prefixes in found.items() if len(prefixes) >= _MIN_SETS and name in coloured)
    return frozenset(fit[index] for index in random.permutation(len(fit))[:_HELD_OUT_NAMES])
