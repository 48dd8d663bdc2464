"""The texture that a pen leaves on paper: one small tile of alpha for each pen, which repeats without a seam.

The tooth of the paper belongs to the sheet, so the tile lies still in document coordinates: lines that cross share it.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

SIDE = 128  # px of the tile
LEVELS = 16  # of alpha, so that the tile is small in a file
_WHOLE = 16.0  # px, from which a tile has whole px
_STEPS_PER_OCTAVE = 2  # by which the size of a grain follows the width of a stroke


@dataclass(frozen=True)
class Grain:
    """What the texture is made of; lengths in px of the tile."""

    size: float  # of the tile, in widths of the stroke
    fine: float  # size of a grain
    coarse: float  # size of the patches in which there is more or less of it
    patches: float  # 0 … 1, how much they differ
    cover: float  # 0 … 1, share of the paper that takes colour
    hardness: float  # of the grains' edges
    densest: float  # 0 … 1, alpha of a grain
    streaks: float = 1.0  # length of a grain over its height


GRAINS: Mapping[str, Grain] = MappingProxyType(
    {
        "pencil": Grain(18.0, fine=1.2, coarse=6.0, patches=0.25, cover=0.8, hardness=1.8, densest=0.86),
        "charcoal": Grain(12.0, fine=1.2, coarse=4.8, patches=0.3, cover=0.72, hardness=1.7, densest=0.96),
        "marker": Grain(8.0, fine=6.0, coarse=24.0, patches=0.5, cover=0.92, hardness=0.45, densest=0.82, streaks=3.0),
        "chalk": Grain(11.0, fine=1.4, coarse=4.6, patches=0.4, cover=0.74, hardness=2.6, densest=0.98),
    }
)


def tile_size(pen: str, width: float) -> float:
    """The side of the tile in document px for a stroke that is `width` px wide.

    It goes in steps, so that tiles are shared, of whole px where it can, so that renderers agree about each grain.
    """
    wanted = GRAINS[pen].size * width
    size = 2.0 ** (round(_STEPS_PER_OCTAVE * math.log2(max(wanted, 1e-6))) / _STEPS_PER_OCTAVE)
    return float(round(size)) if size >= _WHOLE else float(size)


@cache
def alpha_tile(pen: str) -> NDArray[np.uint8]:
    """The alpha of the tile, [SIDE, SIDE], in `LEVELS` steps of 0 … 255."""
    grain = GRAINS[pen]
    noise = np.random.default_rng(sum(pen.encode())).standard_normal((2, SIDE, SIDE))
    rough = _smoothed(noise[0], grain.fine, grain.streaks)
    patchy = (1 - grain.patches) * rough + grain.patches * _smoothed(noise[1], grain.coarse, grain.streaks)
    ranks = patchy.ravel().argsort().argsort().reshape(SIDE, SIDE) / SIDE**2  # 0 … 1, evenly
    soft = 1 / (1 + np.exp(-4 * grain.hardness * (ranks - (1 - grain.cover))))
    levels = np.round(grain.densest * soft * (LEVELS - 1))
    return np.asarray(levels * (255 // (LEVELS - 1)), dtype=np.uint8)


@lru_cache(maxsize=64)
def tile_png(pen: str, color: str) -> bytes:
    """The tile in a colour, "#rrggbb", as a PNG with a palette of `LEVELS` transparencies."""
    levels = alpha_tile(pen) // (255 // (LEVELS - 1))
    rows = np.zeros((SIDE, 1 + SIDE // 2), dtype=np.uint8)  # each begins with its filter: none
    rows[:, 1:] = levels[:, 0::2] << 4 | levels[:, 1::2]
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", SIDE, SIDE, 4, 3, 0, 0, 0)),
        (b"PLTE", bytes.fromhex(color[1:]) * LEVELS),
        (b"tRNS", bytes(range(0, 256, 255 // (LEVELS - 1)))),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def _smoothed(noise: NDArray[np.float64], size: float, streaks: float) -> NDArray[np.float64]:
    """Noise with patches of about this size, of unit variance; it repeats without a seam."""
    across, down = np.fft.fftfreq(SIDE) * size * streaks, np.fft.fftfreq(SIDE) * size
    kernel = np.exp(-((across[None, :] ** 2 + down[:, None] ** 2) * math.pi**2 / 2))
    smooth = np.fft.ifft2(np.fft.fft2(noise) * kernel).real
    result: NDArray[np.float64] = (smooth - smooth.mean()) / smooth.std()
    return result
