"""Conversion of any colour space and bit depth to 8-bit sRGB, with or without alpha."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_BITS_PER_SAMPLE = 258  # the TIFF tag


def to_srgb(image: Image.Image, shrink: Callable[[Image.Image], Image.Image]) -> Image.Image:
    """An RGB or RGBA image in sRGB; `shrink` is called once, on 8-bit colours that may be averaged.

    An embedded profile is honoured where it can be read and fits the picture; else the numbers count as sRGB.
    """
    small = shrink(_eight_bit(image))
    alpha = small.getchannel("A") if small.mode in ("LA", "RGBA") else None
    if alpha is not None:
        small = small.convert("L" if small.mode == "LA" else "RGB")
    colours = _converted(small, image.info.get("icc_profile"))
    if alpha is not None:
        colours.putalpha(alpha)
    return colours


def _eight_bit(image: Image.Image) -> Image.Image:
    """The image with 8 bits per channel, in one of the modes L, LA, RGB, RGBA, CMYK, LAB and YCbCr."""
    key = image.info.get("transparency")
    if image.mode == "F" or image.mode.startswith("I"):
        return _grey_from_numbers(np.asarray(image), _bits(image), key)
    if key is not None and image.mode in ("1", "L", "P", "RGB"):
        if isinstance(key, tuple) and max(key) > 255:
            # A 16-bit picture keeps the high byte of each colour, so its transparent colour must too.
            image.info["transparency"] = tuple(value >> 8 for value in key)
        return image.convert("RGBA")
    if image.mode in ("La", "PA", "RGBa"):
        return image.convert("LA" if image.mode == "La" else "RGBA")
    if image.mode in ("P", "RGBX"):
        return image.convert("RGB")
    return image.convert("L") if image.mode == "1" else image


def _bits(image: Image.Image) -> int:
    """The number of bits in use of a 16-bit channel; some TIFFs hold 12."""
    bits = getattr(image, "tag_v2", {}).get(_BITS_PER_SAMPLE)
    return min(int(bits[0]), 16) if isinstance(bits, tuple) and bits else 16


def _grey_from_numbers(values: NDArray[np.generic], bits: int, key: object) -> Image.Image:
    """Grey (L, or LA where the value `key` means transparent) from whole numbers or floats [H, W]."""
    grey = Image.fromarray(grey_bytes(values, bits))
    if isinstance(key, int):
        grey.putalpha(Image.fromarray(np.where(values == key, 0, 255).astype(np.uint8)))
    return grey


def grey_bytes(values: NDArray[np.generic], bits: int) -> NDArray[np.uint8]:
    """Grey values of any number type and range as 0 … 255, black staying black and the top never cut off.

    Whole numbers count as `bits` wide, or wider where they are; floats as 0 … 1, 0 … 255 or 0 … their peak.
    """
    if values.dtype.kind in "iu":
        top = float(max((1 << bits) - 1, int(values.max())))
    else:
        values = np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
        peak = float(values.max())
        top = next((limit for limit in (1.0, 255.0) if peak <= limit), peak)
    scaled = values.astype(np.float32) * np.float32(255.0 / top)
    grey: NDArray[np.uint8] = np.clip(np.rint(scaled), 0, 255).astype(np.uint8)
    return grey


def _converted(image: Image.Image, profile: bytes | None) -> Image.Image:
    """An L, RGB, CMYK, LAB or YCbCr image as RGB in sRGB."""
    if image.mode == "YCbCr":
        image = image.convert("RGB")
    if not profile and image.mode != "LAB":
        return image.convert("RGB")
    from PIL import ImageCms  # the colour engine; most pictures do without

    try:
        converted = ImageCms.profileToProfile(
            image,
            ImageCms.createProfile("LAB") if image.mode == "LAB" else BytesIO(profile or b""),
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, ImportError, OSError, TypeError, ValueError):
        # A broken profile, or one for other colours than the picture has, is no reason to refuse the picture.
        return image.convert("RGB")
    return converted if converted is not None else image.convert("RGB")
