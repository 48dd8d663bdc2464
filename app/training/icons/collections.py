"""The icon sets: which licences permit training, which sets show things, which are held out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

PERMITTED = frozenset(
    "MIT Apache-2.0 ISC BSD-2-Clause BSD-3-Clause CC0-1.0 OFL-1.1 Unlicense CC-BY-3.0 CC-BY-4.0".split()
)

# Held-out families: evaluation on them measures generalisation to unseen styles.
UNSEEN = frozenset("openmoji fluent-emoji-high-contrast fluent-emoji-flat fluent-emoji lucide".split())
# Of these, the sets that the stroke decoder learns, which is not evaluated on them.
DECODED_TOO = frozenset(["fluent-emoji-flat", "fluent-emoji-high-contrast", "lucide"])

_UNSUITED_CATEGORIES = ("Logos", "Programming")
_UNSUITED = frozenset(
    # Lucide was forked from Feather, and Lucide Lab is drawn in the same style on the same grid.
    "feather lucide-lab "
    # Flags.
    "cif circle-flags flag flagpack fa-brands fa6-brands "
    # Signs of one trade or of user interfaces, seldom things that one would draw.
    "geo gis bpmn bitcoin-icons ginetex academicons fad svg-spinners line-md k8s codex radix-icons "
    "iconmind websymbol formkit weui uiw wi ooui oui pajamas octicon codicon fluent-mdl2 rivet-icons lsicon "
    # Pixel art.
    "dinkie-icons memory pixel pixelarticons streamline-pixel streamline-block "
    # Superseded by another set.
    "pepicons heroicons-outline heroicons-solid fa fa-solid fa-regular fa6-solid fa6-regular bx bxs mono-icons zmdi "
    "fluent-emoji il topcoat mdi-light material-symbols-light pepicons-print stash".split()
)
_THINGS = frozenset(
    "pinhead temaki maki osmic roentgen map game-icons healthicons medical-icon guidance flat-ui meteocons".split()
)
_MIXED = frozenset(["fxemoji", "openmoji"])  # emoji with signs, brands and icons of user interfaces


@dataclass(frozen=True)
class Collection:
    """One icon set, as the package describes it."""

    prefix: str
    title: str
    author: str
    licence: str  # an SPDX identifier
    home: str  # URL of the author, or empty
    licence_url: str  # URL, or empty
    category: str
    coloured: bool

    @property
    def permitted(self) -> bool:
        """Whether its licence permits training on it and distributing the weights."""
        return self.licence in PERMITTED

    @property
    def emoji(self) -> bool:
        """Whether its pictures are emoji."""
        return self.category == "Emoji" or self.prefix.startswith("fluent-emoji")

    @property
    def shows_things(self) -> bool:
        """Whether its names denote things; of other sets, only names that another set shares are used."""
        return (self.emoji and self.prefix not in _MIXED) or self.prefix in _THINGS

    @property
    def unseen(self) -> bool:
        """Whether it is held out for evaluation."""
        return self.prefix in UNSEEN

    @property
    def suited(self) -> bool:
        """Whether it is used for training."""
        unsuited = self.prefix in _UNSUITED or self.category in _UNSUITED_CATEGORIES
        return self.permitted and not unsuited and not self.unseen


def read_collections(described: Mapping[str, Mapping[str, Any]]) -> list[Collection]:
    """Return the sets described in `collections.json` of the package, ordered by prefix."""
    found = []
    for prefix, facts in sorted(described.items()):
        licence, author = facts.get("license", {}), facts.get("author", {})
        found.append(
            Collection(
                prefix,
                facts.get("name", prefix),
                author.get("name", ""),
                licence.get("spdx", ""),
                author.get("url", ""),
                licence.get("url", ""),
                facts.get("category", ""),
                bool(facts.get("palette")),
            )
        )
    return found


def attribution(used: Iterable[Collection]) -> str:
    """Return the Markdown page that credits the sets used, those that require attribution first."""
    ordered = sorted(used, key=lambda one: (one.title.lower(), one.prefix))
    asked = [one for one in ordered if one.licence.startswith("CC-BY")]
    lines = [
        "# Pictograms that Taureau's models were trained on",
        "",
        "None of these pictures is part of Taureau. Its encoder was trained on small renders of them, transformed and",
        "redrawn; its decoder of words to strokes was trained on the lines of some of them, and what it predicts may",
        "look much like one. The authors and licences are those that the package `@iconify/json` states.",
        "",
        "## Under a Creative Commons Attribution licence",
        "",
        *map(_line, asked),
        "",
        "## Under other permissive licences",
        "",
        *(_line(one) for one in ordered if one not in asked),
    ]
    return "\n".join(lines) + "\n"


def _line(one: Collection) -> str:
    title = f"[{one.title}]({one.home})" if one.home else one.title
    by = f" by {one.author}" if one.author else ""
    licence = f"[{one.licence}]({one.licence_url})" if one.licence_url else one.licence
    return f"- {title}{by}, {licence}"
