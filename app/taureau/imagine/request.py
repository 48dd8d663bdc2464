"""The request for images, in one frozen value; torch-free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from taureau.imagine.sentence import STYLES, as_sent

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Device = Literal["auto", "cpu", "cuda"]
DEVICES: tuple[Device, ...] = ("auto", "cpu", "cuda")
Medium = Literal["pixels", "strokes"]
MEDIA: tuple[Medium, ...] = ("strokes", "pixels")
MAX_IMAGES = 64
MAX_SEED = 2**63 - MAX_IMAGES - 1
MIN_STEPS, MAX_STEPS = 2, 200
MAX_GUIDANCE = 30.0
THETA = 0.3  # of a text difference; the paper uses 0.25 … 0.5
STROKES_THETA = 0.5  # of one between sentences, from which strokes are decoded: there it is farther to the second


class UnfitError(ValueError):
    """A value that no image can be made of; the message is a sentence for the user."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field  # of the request or of its `what`


@dataclass(frozen=True)
class Words:
    """An image of a sentence."""

    prompt: str
    style: str = "as-typed"  # one of STYLES

    @property
    def sent(self) -> str:
        """The sentence as the model receives it."""
        return as_sent(self.prompt, self.style)


@dataclass(frozen=True, eq=False)
class Variation:
    """Another image with the content of an image."""

    image: NDArray[np.uint8]  # [H, W, 3], sRGB


@dataclass(frozen=True, eq=False)
class Blend:
    """A sequence of images interpolated from one to another, ends included."""

    first: NDArray[np.uint8]  # [H, W, 3], sRGB
    second: NDArray[np.uint8]  # [H, W, 3], sRGB


@dataclass(frozen=True, eq=False)
class Change:
    """An image changed by the difference of two sentences."""

    image: NDArray[np.uint8]  # [H, W, 3], sRGB
    before: str  # "a photo of a cat"
    after: str  # "a photo of a lion"
    theta: float = THETA  # 0 (unchanged) … 1 (the difference alone)


What = Words | Variation | Blend | Change


@dataclass(frozen=True, eq=False)
class Source:
    """The origin of an image that is started from."""

    name: str = ""  # of its file, without folders; of an image without a file its title, or nothing
    sha256: str = ""  # of the file's bytes; empty without a file
    facts: Mapping[str, str] = field(default_factory=dict)  # how it was made, if it was generated too


@dataclass(frozen=True, eq=False)
class ImagineRequest:
    """Make `count` images; the seeds are `seed`, `seed` + 1 …, in a blend all have the first.

    Raises UnfitError when a value is out of its range, or an image is of one colour.
    """

    what: What
    count: int = 4  # 1 … 64; of a blend at least 2
    model: str = ""  # id in the catalogue; empty: the best one on this machine
    seed: int = 0
    steps: int | None = None  # 2 … 200 of the prior and of the decoder, each; None: the model's default
    guidance: float | None = None  # 1 … 30, the classifier-free guidance scale; None: likewise
    device: Device = "auto"
    medium: Medium = "pixels"  # by an unCLIP model; "strokes": by the decoder that ships
    strokes: int | None = None  # the most of a drawing in strokes; None: as many as the decoder draws
    sources: tuple[Source, ...] = ()  # of the images that are started from, in order, for the facts

    def __post_init__(self) -> None:
        fewest = 2 if isinstance(self.what, Blend) else 1
        if not fewest <= self.count <= MAX_IMAGES:
            raise UnfitError("count", f"the number of pictures must be from {fewest} to {MAX_IMAGES}, not {self.count}")
        if not 0 <= self.seed <= MAX_SEED:
            raise UnfitError("seed", f"the seed must be from 0 to {MAX_SEED}, not {self.seed}")
        if self.steps is not None and not MIN_STEPS <= self.steps <= MAX_STEPS:
            raise UnfitError("steps", f"the steps must be from {MIN_STEPS} to {MAX_STEPS}, not {self.steps}")
        if self.guidance is not None and not 1 <= self.guidance <= MAX_GUIDANCE:
            raise UnfitError("guidance", f"the guidance must be from 1 to {MAX_GUIDANCE:g}, not {self.guidance:g}")
        if self.device not in DEVICES:
            raise UnfitError("device", f"unknown device {self.device!r}; choose one of {', '.join(DEVICES)}")
        if self.medium not in MEDIA:
            raise UnfitError("medium", f"unknown medium {self.medium!r}; choose one of {', '.join(MEDIA)}")
        if self.strokes is not None and self.strokes < 1:
            raise UnfitError("strokes", f"the number of strokes must be 1 or more, not {self.strokes}")
        if isinstance(self.what, Words):
            if not self.what.prompt.strip():
                raise UnfitError("prompt", "there is nothing to imagine: write what the picture is to show")
            if self.what.style not in STYLES:
                raise UnfitError("style", f"unknown style {self.what.style!r}; choose one of {', '.join(STYLES)}")
        if isinstance(self.what, Change):
            if not self.what.before.strip() or not self.what.after.strip():
                missing = "after" if self.what.before.strip() else "before"
                raise UnfitError(missing, "a change needs two sentences: what it shows, and what it is to show")
            if self.what.before.split() == self.what.after.split():
                raise UnfitError("after", "both sentences are the same: write in this one what is to change")
            if not 0 <= self.what.theta <= 1:
                raise UnfitError("theta", f"theta must be from 0 to 1, not {self.what.theta:g}")
        for image in images_of(self.what):
            if image.ndim != 3 or image.shape[2] != 3 or image.dtype != "uint8" or 0 in image.shape:
                raise UnfitError("image", f"an image must be uint8 [H, W, 3], not {image.dtype} {list(image.shape)}")
            if (image == image[0, 0]).all():
                raise UnfitError("image", "a picture to start from is empty, of one colour: choose another one")
        if isinstance(self.what, Blend):
            first, second = self.what.first, self.what.second
            if first.shape == second.shape and (first == second).all():
                raise UnfitError("second", "both pictures are the same: choose another one")

    def seed_of(self, index: int) -> int:
        """Return the seed of one image; those of a blend share their noise, so that the sequence is smooth."""
        return self.seed if isinstance(self.what, Blend) else self.seed + index


def images_of(what: What) -> tuple[NDArray[np.uint8], ...]:
    """Return the images that are started from."""
    match what:
        case Variation(image=image) | Change(image=image):
            return (image,)
        case Blend(first=first, second=second):
            return (first, second)
    return ()
