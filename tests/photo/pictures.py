"""Small pictures and files for the photo tests."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

D50 = (0.9642, 1.0, 0.8249)  # the white of ICC profiles, XYZ
RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def halves(width: int = 60, height: int = 40) -> Image.Image:
    """Left half red, right half blue."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def quarters(width: int = 64, height: int = 32) -> Image.Image:
    """Red, green, blue and white, read like text: any turn or flip shows."""
    image = Image.new("RGB", (width, height), RED)
    image.paste((0, 255, 0), (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(WHITE, (width // 2, height // 2, width, height))
    return image


def ramp(width: int = 64, height: int = 16) -> NDArray[np.uint16]:
    """Grey from 0 at the left to 65535 at the right, [height, width]."""
    return np.tile(np.linspace(0, 65535, width).astype(np.uint16), (height, 1))


def encoded(image: Image.Image, format_name: str, **options: Any) -> bytes:
    """The image as the bytes of a file."""
    if format_name == "HEIF":
        from pillow_heif import register_heif_opener

        register_heif_opener()
    stream = BytesIO()
    image.save(stream, format=format_name, **options)
    return stream.getvalue()


def with_orientation(value: int) -> bytes:
    """EXIF notes that hold nothing but the orientation."""
    notes = Image.Exif()
    notes[0x0112] = value
    return notes.tobytes()


def rgb_profile(
    red: tuple[float, float, float],
    green: tuple[float, float, float],
    blue: tuple[float, float, float],
    gamma: float,
) -> bytes:
    """An ICC profile of a display with these primaries (XYZ under D50) and this gamma."""
    curve = _curve(gamma)
    tags = [(name, _xyz(value)) for name, value in ((b"rXYZ", red), (b"gXYZ", green), (b"bXYZ", blue))]
    tags += [(name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")]
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


def grey_profile(gamma: float) -> bytes:
    """An ICC profile of a grey display with this gamma."""
    return _profile(b"mntr", b"GRAY", b"XYZ ", [(b"kTRC", _curve(gamma))])


def ink_profile(key_lab: tuple[int, int, int]) -> bytes:
    """A CMYK profile of a press that prints nothing but a key ink of colour `key_lab`, on yellowish paper."""
    identity = bytes(range(256))
    colours = []
    for corner in range(16):  # the four inks on or off, the key ink changing fastest
        lightness, a, b = key_lab if corner % 2 else (100, 0, 0)
        colours += [round(lightness * 2.55), a + 128, b + 128]
    matrix = struct.pack(">9i", *(0x10000 if i % 4 == 0 else 0 for i in range(9)))
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + matrix + identity * 4 + bytes(colours) + identity * 3
    return _profile(b"prtr", b"CMYK", b"Lab ", [(b"A2B0", table)], white=(0.9, 0.95, 0.6))


def _curve(gamma: float) -> bytes:
    return b"curv" + bytes(4) + struct.pack(">IHxx", 1, round(gamma * 256))


def _xyz(value: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(number * 65536) for number in value))


def _profile(
    device: bytes,
    colours: bytes,
    connection: bytes,
    tags: list[tuple[bytes, bytes]],
    white: tuple[float, float, float] = D50,
) -> bytes:
    tags = [*tags, (b"wtpt", _xyz(white))]
    offset = 128 + 4 + 12 * len(tags)
    entries, data = b"", b""
    for name, content in tags:
        content += bytes(-len(content) % 4)
        entries += name + struct.pack(">II", offset + len(data), len(content))
        data += content
    head = struct.pack(">I4sI4s4s4s", offset + len(data), b"\0\0\0\0", 0x02400000, device, colours, connection)
    head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">3i", *(round(v * 65536) for v in D50))
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags)) + entries + data
