"""What everyday English calls the things in icons, where the names of the icons do not say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from training.icons.naming import NamedIcon

# Things whose names are user-interface words or signs too, so that the selection leaves them out.
_LEFT_OUT = ("star", "clock", "heart", "sun", "moon", "cloud")
# Icons of a thing whose name means something else in most sets: a grid of cells, a logo.
_OF_THING = {
    "apple": "at-icons:apple boxicons:apple-full carbon:apple cil:apple ep:apple fa7-solid:apple-whole "
    "flowbite:apple-full-outline fluent:food-apple-24-regular game-icons:shiny-apple glyphs:apple-outline "
    "hugeicons:apple-01 icon-park-outline:apple-one la:apple-alt lucide:apple mdi:food-apple-outline "
    "meteor-icons:apple-whole mingcute:apple-fruit-line pinhead:apple roentgen:apple tabler:apple tdesign:apple",
    "mouse": "game-icons:mouse",
    "table": "game-icons:table glyphs:picnic-table hugeicons:table-01 ic:outline-table-restaurant iconoir:desk "
    "material-symbols:table-bar mdi:table-furniture mingcute:desk-line ph:picnic-table tabler:desk",
}
# What the other icons of these names show.
_NOT_THING = {"apple": "apple logo", "mouse": "computer mouse", "table": "spreadsheet"}
_IN_SETS = {  # names that single sets give to another thing
    ("reicon", "cup"): "trophy",
    ("solar", "cup"): "trophy",
    ("icon-park-outline", "cup"): "pot",
    ("icon-park-solid", "cup"): "pot",
}
# Words in names of emoji without which they name the same thing.
_QUALIFIED = re.compile(
    r"^(red|green|yellow|blue|orange|white|black|brown|old|open|closed|small|oncoming|running|racing|top|alarm|birthday|"
    r"soft|tropical|deciduous|baby|front facing baby|mans|womans|man s|woman s|two hump|bactrian|spouting|grinning) |"
    r" face$"
)
_PLAIN = {  # names of emoji that everyday English calls otherwise
    "ewe": "sheep", "ram": "sheep", "boar": "pig", "hog": "pig", "ox": "cow", "rooster": "chicken",
    "airplane": "aeroplane", "sailboat": "sailing boat", "automobile": "car", "locomotive": "train",
    "t shirt": "shirt", "athletic shoe": "shoe", "cherries": "cherry", "teacup without handle": "cup",
    "hot beverage": "cup", "lady beetle": "ladybird", "necktie": "tie", "hibiscus": "flower",
    "house building": "house", "waving hand": "hand", "raised hand": "hand",
}  # fmt: skip


def added(named: list[NamedIcon], icons: Mapping[str, Mapping[str, object]]) -> Iterator[NamedIcon]:
    """Yield icons of everyday things that a selection left out; `icons` are those of each set, by name."""
    known = {one.captions[0] for one in named}
    for prefix, held in icons.items():
        yield from (NamedIcon(prefix, name, (name,)) for name in _LEFT_OUT if name not in known and name in held)
    for name, those in _OF_THING.items():
        for prefix, icon in (one.split(":") for one in those.split()):
            if icon in icons.get(prefix, {}):
                yield NamedIcon(prefix, icon, (name,))


def called(one: NamedIcon, *, emoji: bool) -> list[NamedIcon]:
    """Return an icon by the everyday name of its thing, and after it by its own name where that differs."""
    name = one.captions[0]
    if not emoji and name in _OF_THING and f"{one.prefix}:{one.icon}" not in _OF_THING[name].split():
        return [NamedIcon(one.prefix, one.icon, (_NOT_THING[name],))]
    if (one.prefix, name) in _IN_SETS:
        return [NamedIcon(one.prefix, one.icon, (_IN_SETS[one.prefix, name],))]
    bare = _QUALIFIED.sub("", name) if emoji else name
    plain = _PLAIN.get(bare, bare)
    if plain == name:
        return [one]
    if not emoji:
        return [NamedIcon(one.prefix, one.icon, tuple(dict.fromkeys((*one.captions, plain))))]
    return [NamedIcon(one.prefix, one.icon, tuple(dict.fromkeys((plain, *one.captions)))), one]
