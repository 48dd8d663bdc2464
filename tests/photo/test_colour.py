"""Every way a file can hold its colours ends as 8-bit sRGB."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageCms
from taureau.photo import load_photo

from tests.photo.pictures import (
    BLUE,
    RED,
    WHITE,
    encoded,
    grey_profile,
    halves,
    ink_profile,
    ramp,
    rgb_profile,
)

# sRGB's primaries under D50 (IEC 61966-2-1, Bradford-adapted), and those of Adobe RGB (1998).
SRGB = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
ADOBE = ((0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446))


def spot(data: bytes, x: int = 5, y: int = 5) -> tuple[int, int, int]:
    red, green, blue = load_photo(BytesIO(data)).pixels[y, x].tolist()
    return red, green, blue


def near(found: tuple[int, int, int], wanted: tuple[int, int, int], tolerance: int) -> bool:
    return max(abs(a - b) for a, b in zip(found, wanted, strict=True)) <= tolerance


@pytest.mark.parametrize("format_name", ["PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_what_is_transparent_becomes_white(format_name: str) -> None:
    image = halves().convert("RGBA")
    image.putalpha(Image.new("L", (60, 40), 255))
    image.paste((0, 0, 0, 0), (0, 0, 30, 40))
    data = encoded(image, format_name)
    assert near(spot(data), WHITE, 2)
    assert near(spot(data, 55), BLUE, 6)


def test_what_is_half_transparent_becomes_half_white() -> None:
    assert spot(encoded(Image.new("RGBA", (20, 20), (200, 0, 100, 128)), "PNG")) == (227, 127, 177)


def test_hidden_colours_do_not_bleed_into_a_smaller_copy() -> None:
    image = Image.new("RGBA", (400, 400), (0, 255, 0, 0))
    image.paste((*RED, 255), (0, 0, 201, 400))
    pixels = load_photo(BytesIO(encoded(image, "PNG")), max_side=40).pixels
    assert pixels[:, :, 0].min() >= 254
    assert np.array_equal(pixels[:, :, 1], pixels[:, :, 2])


@pytest.mark.parametrize("format_name", ["PNG", "GIF"])
def test_a_palette_with_a_transparent_colour(format_name: str) -> None:
    image = Image.new("P", (20, 20), 1)
    image.putpalette([0, 255, 0, *RED])
    image.paste(0, (0, 0, 10, 20))
    data = encoded(image, format_name, transparency=0)
    assert spot(data) == WHITE
    assert spot(data, 15) == RED


def test_a_palette_with_half_transparent_colours() -> None:
    image = Image.new("P", (20, 20), 1)
    image.putpalette([0, 255, 0, *RED])
    assert spot(encoded(image, "PNG", transparency=bytes((255, 102)))) == (255, 153, 153)


@pytest.mark.parametrize("mode", ["L", "1"])
def test_grey_with_one_transparent_value(mode: str) -> None:
    image = Image.new(mode, (20, 20), 0)
    image.paste(255, (10, 0, 20, 20))
    assert spot(encoded(image, "PNG")) == (0, 0, 0)
    assert spot(encoded(image, "PNG", transparency=0)) == WHITE


def test_rgb_with_one_transparent_colour() -> None:
    data = encoded(halves(), "PNG", transparency=RED)
    assert spot(data) == WHITE
    assert spot(data, 55) == BLUE


def test_grey_with_alpha() -> None:
    image = Image.new("LA", (20, 20), (100, 255))
    image.paste((100, 0), (0, 0, 10, 20))
    data = encoded(image, "PNG")
    assert spot(data) == WHITE
    assert spot(data, 15) == (100, 100, 100)


@pytest.mark.parametrize(("format_name", "compression"), [("PNG", None), ("TIFF", None), ("TIFF", "group4")])
def test_black_and_white(format_name: str, compression: str | None) -> None:
    image = Image.new("1", (20, 20), 0)
    image.paste(1, (10, 0, 20, 20))
    data = encoded(image, format_name, **({"compression": compression} if compression else {}))
    assert spot(data) == (0, 0, 0)
    assert spot(data, 15) == WHITE


@pytest.mark.parametrize("format_name", ["PNG", "TIFF"])
def test_16_bit_grey_is_scaled_and_not_cut_off(format_name: str) -> None:
    pixels = load_photo(BytesIO(encoded(Image.fromarray(ramp()), format_name))).pixels
    expected = np.rint(ramp()[0] / 257)
    assert np.abs(pixels[3, :, 0] - expected).max() <= 1
    assert pixels[3, 0].tolist() == [0, 0, 0]
    assert pixels[3, -1].tolist() == [255, 255, 255]


def test_16_bit_grey_with_one_transparent_value() -> None:
    values = np.full((20, 20), 30000, np.uint16)
    values[:, :10] = 40000
    data = encoded(Image.fromarray(values), "PNG", transparency=40000)
    assert spot(data) == WHITE
    assert spot(data, 15) == (117, 117, 117)


def test_12_bit_grey_is_as_light_as_it_was_meant() -> None:
    data = bytearray(encoded(Image.fromarray(np.zeros((8, 8), np.uint16)), "TIFF"))
    # Pillow writes 16 bits only: say 12 in the header, and pack two values into three bytes.
    bits = data.index(struct.pack("<HHIH", 258, 3, 1, 16))
    data[bits + 8] = 12
    pixels = data.rindex(bytes(128))
    data[pixels:] = bytes((0xFF, 0xF0, 0x00)) * 32 + bytes(32)
    assert spot(bytes(data), 0, 0) == WHITE
    assert spot(bytes(data), 1, 0) == (0, 0, 0)


def test_16_bit_rgb_is_scaled_and_not_cut_off() -> None:
    # A PNG written by hand: Pillow reads 16-bit colour but does not write it.
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    rows = b"".join(b"\0" + struct.pack(">3H", 65535, 32768, 257) * 10 for _ in range(10))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 10, 10, 16, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    png = b"\x89PNG\r\n\x1a\n" + head + body
    assert near(spot(png), (255, 128, 1), 1)
    transparent = head + chunk(b"tRNS", struct.pack(">3H", 65535, 32768, 257)) + body
    assert spot(b"\x89PNG\r\n\x1a\n" + transparent) == WHITE


@pytest.mark.parametrize("peak", [1.0, 255.0, 4000.0])
def test_float_grey_keeps_black_and_white_whatever_its_range(peak: float) -> None:
    values = (ramp() / 65535 * peak).astype(np.float32)
    pixels = load_photo(BytesIO(encoded(Image.fromarray(values), "TIFF"))).pixels
    assert np.abs(pixels[3, :, 0] - np.rint(ramp()[0] / 257)).max() <= 1


def test_floats_that_are_no_numbers_become_black() -> None:
    values = np.full((16, 16), 0.5, np.float32)
    values[:8] = np.nan
    data = encoded(Image.fromarray(values), "TIFF")
    assert spot(data, 3, 3) == (0, 0, 0)
    assert near(spot(data, 3, 12), (128, 128, 128), 1)


def test_32_bit_grey_wider_than_16_bits_is_brought_into_range() -> None:
    values = ramp().astype(np.int32) * 1000
    pixels = load_photo(BytesIO(encoded(Image.fromarray(values), "TIFF"))).pixels
    assert np.abs(pixels[3, :, 0] - np.rint(ramp()[0] / 257)).max() <= 1


@pytest.mark.parametrize("format_name", ["JPEG", "TIFF"])
def test_cmyk_without_a_profile(format_name: str) -> None:
    data = encoded(halves().convert("CMYK"), format_name)
    assert near(spot(data), RED, 8)
    assert near(spot(data, 55), BLUE, 8)


@pytest.mark.parametrize("format_name", ["JPEG", "TIFF"])
def test_cmyk_with_a_profile_takes_the_colour_of_its_ink(format_name: str) -> None:
    image = Image.new("CMYK", (20, 20), (0, 0, 0, 255))
    image.paste((255, 255, 255, 0), (10, 0, 20, 20))
    data = encoded(image, format_name, icc_profile=ink_profile((60, -60, 60)))  # a key ink of strong green
    red, green, blue = spot(data)
    assert green > 130
    assert max(red, blue) < 60
    assert near(spot(data, 15), WHITE, 4)


def test_lab_colours() -> None:
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    image = ImageCms.profileToProfile(halves(), srgb, lab, outputMode="LAB")
    assert image is not None
    data = encoded(image, "TIFF")
    assert near(spot(data), RED, 8)
    assert near(spot(data, 55), BLUE, 24)  # sRGB's blue lies at the edge of what 8-bit LAB holds


def test_colour_difference_tiffs() -> None:
    image = halves().convert("YCbCr")
    assert near(spot(encoded(image, "TIFF")), RED, 2)
    red, green, blue = SRGB
    assert near(spot(encoded(image, "TIFF", icc_profile=rgb_profile(blue, green, red, 2.2))), BLUE, 8)


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_an_embedded_profile_is_honoured(format_name: str) -> None:
    red, green, blue = SRGB
    swapped = rgb_profile(blue, green, red, 2.2)
    data = encoded(halves(), format_name, icc_profile=swapped)
    assert near(spot(data), BLUE, 8)
    assert near(spot(data, 55), RED, 8)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        # Worked out apart from any colour engine: linearise by 2.2, Adobe RGB to XYZ to sRGB, encode.
        ((128, 128, 128), (129, 129, 129)),
        ((200, 150, 100), (217, 151, 97)),
        ((60, 120, 90), (0, 121, 88)),
    ],
)
def test_adobe_rgb_becomes_srgb(stored: tuple[int, int, int], shown: tuple[int, int, int]) -> None:
    data = encoded(Image.new("RGB", (20, 20), stored), "PNG", icc_profile=rgb_profile(*ADOBE, 2.19921875))
    assert near(spot(data), shown, 1)


def test_a_profile_leaves_alpha_alone() -> None:
    red, green, blue = SRGB
    image = halves().convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 20, 60, 40))
    data = encoded(image, "PNG", icc_profile=rgb_profile(blue, green, red, 2.2))
    assert near(spot(data), BLUE, 8)
    assert spot(data, 5, 30) == WHITE


@pytest.mark.parametrize(
    "profile",
    [b"not a profile", ink_profile((60, -60, 60)), grey_profile(1.0), rgb_profile(*SRGB, 2.2)[:200]],
)
def test_a_profile_that_is_broken_or_does_not_fit_is_passed_over(profile: bytes) -> None:
    assert spot(encoded(halves(), "PNG", icc_profile=profile)) == RED


def test_a_grey_profile_is_honoured() -> None:
    data = encoded(Image.new("L", (20, 20), 100), "PNG", icc_profile=grey_profile(1.0))
    assert near(spot(data), (168, 168, 168), 1)


def test_an_rgb_profile_on_a_grey_picture_is_passed_over() -> None:
    image = Image.new("L", (20, 20), 100)
    assert spot(encoded(image, "PNG", icc_profile=rgb_profile(*SRGB, 1.0))) == (100, 100, 100)
