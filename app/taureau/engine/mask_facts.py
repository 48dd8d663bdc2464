"""What a drawing remembers of the mask it was made with, and how that mask is known again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing

Mask = NDArray[np.bool_] | Literal["auto", "none"]
_DIGITS = 16  # of the fingerprint


def mask_facts(mask: Mask) -> dict[str, str]:
    """For the drawing's facts; a mask that was given is not kept, but its fingerprint is."""
    if isinstance(mask, str):
        return {"mask": mask}
    return {"mask": "file", "mask fingerprint": _fingerprint(mask)}


def own_mask(drawing: Drawing, at_hand: Sequence[NDArray[np.bool_]] = ()) -> Mask:
    """The mask that a drawing was made with: one of those at hand where it was given; "auto" where that is not there.

    `at_hand`: masks [H, W] of the photo, True where the subject is.
    """
    facts = drawing.facts
    if facts.get("mask") == "none":
        return "none"
    if facts.get("mask") == "file":
        for mask in at_hand:
            if _fingerprint(mask) == facts.get("mask fingerprint"):
                return mask
    return "auto"


def _fingerprint(mask: NDArray[np.bool_]) -> str:
    """The same for equal masks; of shape and content."""
    size = "x".join(map(str, mask.shape)).encode()
    return hashlib.sha256(size + np.packbits(mask).tobytes()).hexdigest()[:_DIGITS]
