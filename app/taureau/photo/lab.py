"""CIE L*a*b* of sRGB pixels, and back."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_LEVELS = np.arange(256) / 255
_LINEAR = np.where(_LEVELS <= 0.04045, _LEVELS / 12.92, ((_LEVELS + 0.055) / 1.055) ** 2.4).astype(np.float32)
_TO_XYZ = np.array([[0.412453, 0.357580, 0.180423], [0.212671, 0.715160, 0.072169], [0.019334, 0.119193, 0.950227]])
_FROM_LINEAR = (_TO_XYZ / _TO_XYZ.sum(1, keepdims=True)).astype(np.float32)  # relative to the white of D65
_TO_LINEAR = np.linalg.inv(_TO_XYZ)
_WHITE = _TO_XYZ.sum(1)
_DARKEST = (6 / 29) ** 3


def lab_of(photo: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the L*a*b* values [H, W, 3] of an sRGB photo [H, W, 3]: L* 0 … 100 (CIE 15, IEC 61966-2-1).

    OpenCV fills tables of its own before its first conversion, which takes longer than this one.
    """
    xyz = _LINEAR[photo] @ _FROM_LINEAR.T
    bent = np.where(xyz > _DARKEST, np.cbrt(xyz), xyz * np.float32(841 / 108) + np.float32(4 / 29))
    x, y, z = bent[..., 0], bent[..., 1], bent[..., 2]
    lab = np.empty(photo.shape, dtype=np.float32)
    lab[..., 0], lab[..., 1], lab[..., 2] = 116 * y - 16, 500 * (x - y), 200 * (y - z)
    return lab


def lab_of_hex(color: str) -> NDArray[np.float32]:
    """Return the L*a*b* values [3] of "#rrggbb"; raises ValueError for anything else."""
    channels = np.frombuffer(bytes.fromhex(color.removeprefix("#")), np.uint8)
    if channels.shape != (3,):
        raise ValueError(f"a colour is #rrggbb, not {color!r}")
    return lab_of(channels[None, None])[0, 0]


def hex_of(lab: NDArray[np.floating]) -> str:
    """Return the sRGB colour "#rrggbb" nearest to L*a*b* values [3]: channels out of gamut are clipped."""
    y = (float(lab[0]) + 16) / 116
    bent = np.array([y + float(lab[1]) / 500, y, y - float(lab[2]) / 200])
    xyz = np.where(bent > 6 / 29, bent**3, (bent - 4 / 29) * 108 / 841) * _WHITE
    linear = (_TO_LINEAR @ xyz).clip(0, 1)
    values = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return "#" + bytes(np.rint(255 * values).astype(np.uint8)).hex()
