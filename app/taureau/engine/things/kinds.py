"""What decides a thing's size and ground: whether one stands beneath it, holds it, or looks up to it."""

from __future__ import annotations

import math

from taureau.engine.things.thing import Thing

_BENEATH = """
tree house church castle tower lighthouse mountain building bridge ship windmill skyscraper mosque temple palace forest
hill volcano cathedral palm barn factory
"""
_IN_A_HAND = """
cup mug apple ball star butterfly bee mouse key ring flower coin pen pencil leaf egg strawberry cherry lemon orange pear
banana snail ant spider ladybird ladybug mushroom shell candle spoon fork glass feather cookie cupcake bird frog
"""
_HOLDING_UPRIGHT = """
vase pot flowerpot jar bucket basket
"""
_ABOVE = """
sun moon star cloud rainbow bird plane airplane aeroplane balloon kite rocket helicopter butterfly bee lightning
snowflake comet planet satellite drone eagle
"""
_WITH_A_BACK = """
sofa couch settee armchair
"""
_LARGE, _SMALL, _SKY, _VESSELS, _SEATS = (
    frozenset(names.split()) for names in (_BENEATH, _IN_A_HAND, _ABOVE, _HOLDING_UPRIGHT, _WITH_A_BACK)
)
_ADJECTIVES = {"big": 1.3, "large": 1.3, "huge": 1.6, "giant": 1.6, "small": 0.7, "little": 0.7, "tiny": 0.5}


def size(thing: Thing) -> float:
    """Return the longer side of a thing, 1 where nothing is known of it."""
    kind = 1.4 if thing.head in _LARGE else 0.65 if thing.head in _SMALL else 1.0
    return kind * math.prod(_ADJECTIVES.get(word, 1.0) for word in thing.name.split())


def is_vessel(thing: Thing) -> bool:
    """Return whether what is in a thing rises out of it, as a flower does out of a vase."""
    return thing.head in _VESSELS


def is_seat(thing: Thing) -> bool:
    """Return whether what is on a thing sits before its back."""
    return thing.head in _SEATS


def hangs(thing: Thing) -> bool:
    """Return whether a thing has no ground to stand on."""
    return thing.head in _SKY
