"""Fewer pixels in the same proportions."""

from __future__ import annotations

from PIL import Image


def bounded(width: int, height: int, max_side: int) -> tuple[int, int]:
    """The size in the same proportions whose longer side is at most `max_side`; never larger than given."""
    longer = max(width, height)
    if longer <= max_side:
        return width, height
    return max(1, round(width * max_side / longer)), max(1, round(height * max_side / longer))


def shrink(
    image: Image.Image,  # 8 bits a channel, no palette
    size: tuple[int, int],
    box: tuple[float, float, float, float] | None = None,  # left, top, right, bottom; all of it where None
) -> Image.Image:
    """The part `box` of an image averaged down to `size`; alpha weighs the colours."""
    if image.size == size:
        return image
    # Hamming does not overshoot: a sharper filter leaves a second, faint line beside each hard edge.
    return image.resize(size, Image.Resampling.HAMMING, box=box)
