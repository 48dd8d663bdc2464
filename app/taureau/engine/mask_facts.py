"""Mask and mode in a drawing's facts: what is saved of them, and how they are identified later."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing
from taureau.engine.masks import AUTO, NONE
from taureau.engine.presets import MODES, Mode
from taureau.engine.request import Mask
from taureau.weights import is_present

_GIVEN = "file"  # in the facts: a mask from a file, painted, or an array
_DIGITS = 16  # of the fingerprint


def mask_facts(mask: Mask) -> dict[str, str]:
    """Return the facts about a mask: its name; of a given mask only the fingerprint is saved."""
    if isinstance(mask, str):
        return {"mask": mask}
    return {"mask": _GIVEN, "mask fingerprint": _fingerprint(mask)}


def own_mask(drawing: Drawing, at_hand: Sequence[NDArray[np.bool_]] = ()) -> Mask:
    """Return the mask a drawing was made with; "auto" where that is not at hand.

    `at_hand`: masks [H, W] of the photo, True where the subject is. A mask model is at hand where it is installed.
    """
    name = drawing.facts.get("mask", AUTO)
    if name == NONE or (name not in (AUTO, _GIVEN) and is_present(name)):
        return name
    if name == _GIVEN:
        for mask in at_hand:
            if _fingerprint(mask) == drawing.facts.get("mask fingerprint"):
                return mask
    return AUTO


def own_mode(drawing: Drawing) -> Mode:
    """Return the mode a drawing was made with."""
    return next((mode for mode in MODES if mode == drawing.facts.get("mode")), "auto")


def _fingerprint(mask: NDArray[np.bool_]) -> str:
    """Return a hash of a mask's shape and content."""
    size = "x".join(map(str, mask.shape)).encode()
    return hashlib.sha256(size + np.packbits(mask).tobytes()).hexdigest()[:_DIGITS]
