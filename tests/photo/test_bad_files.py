"""Files that are no photo: each is refused with one line that says what is wrong and what to do."""

from __future__ import annotations

import os
import struct
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.photo import (
    DamagedPhotoError,
    MaskError,
    NoPhotoError,
    NotAPhotoError,
    Photo,
    PhotoError,
    PhotoTooLargeError,
    PhotoTooSmallError,
    decode,
    load_mask,
    load_photo,
)

from tests.photo.pictures import encoded, halves

FILES = {
    "JPEG": encoded(halves(), "JPEG"),
    "progressive JPEG": encoded(halves(), "JPEG", progressive=True),
    "PNG": encoded(halves(), "PNG"),
    "GIF": encoded(halves(), "GIF"),
    "BMP": encoded(halves(), "BMP"),
    "TIFF": encoded(halves(), "TIFF"),
    "packed TIFF": encoded(halves(), "TIFF", compression="tiff_lzw"),
    "WebP": encoded(halves(), "WEBP"),
    "lossless WebP": encoded(halves(), "WEBP", lossless=True),
    "AVIF": encoded(halves(), "AVIF"),
    "HEIC": encoded(halves(), "HEIF"),
}
CUT_OFF = "is cut off before its end: copy or download it again."


def refusal(kind: type[PhotoError], data: bytes, name: str = "photo") -> str:
    """What is said of these bytes, without the name in front; checks that it is one line."""
    stream = BytesIO(data)
    stream.name = name
    with pytest.raises(kind) as caught:
        load_photo(stream)
    said = str(caught.value)
    assert said.isprintable()
    assert said.startswith(name + " ")
    return said.removeprefix(name + " ")


def outcome(data: bytes) -> tuple[Photo | None, str]:
    """The photo, or what is said instead."""
    try:
        return load_photo(BytesIO(data)), ""
    except PhotoError as error:
        return None, str(error)


def test_missing(tmp_path: Path) -> None:
    path = tmp_path / "gone.jpg"
    with pytest.raises(NoPhotoError) as caught:
        load_photo(path)
    assert str(caught.value) == f"{path} does not exist: check its name and folder."


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NoPhotoError) as caught:
        load_photo(tmp_path)
    assert str(caught.value) == f"{tmp_path} is a folder: choose a photo in it."


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.jpg"
    os.mkfifo(path)
    with pytest.raises(NoPhotoError) as caught:
        load_photo(path)
    assert str(caught.value) == f"{path} is not a file: choose a photo."


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            PermissionError(13, "Permission denied"),
            "may not be read: change its permissions, or copy it elsewhere.",
        ),
        (OSError(5, "Input/output error"), "cannot be read (Input/output error): try another copy of it."),
    ],
)
def test_a_file_that_the_system_does_not_hand_out(
    error: OSError, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(FILES["PNG"])

    def refuse(self: Path, *_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(NoPhotoError) as caught:
        load_photo(path)
    assert str(caught.value) == f"{path} {said}"


def test_empty() -> None:
    assert refusal(NoPhotoError, b"") == "is empty (0 bytes): copy or export the photo again."


@pytest.mark.parametrize("data", [b"\0", b"Dear diary,\n", b"PK\x03\x04" + bytes(100), bytes(5000), b"<html></html>"])
def test_not_a_photo_at_all(data: bytes) -> None:
    said = refusal(NotAPhotoError, data, "notes.jpg")
    assert said == "is not a photo: choose a JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC or AVIF file."


@pytest.mark.parametrize(
    ("data", "name", "label"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "bull.svg", "an SVG drawing"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a bull -->\n<svg/>", "bull.png", "an SVG drawing"),
        (b"8BPS\0\1", "bull.psd", "a Photoshop document"),
        (b"%PDF-1.7\n", "bull.pdf", "a PDF"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "bull.jxl", "a JPEG XL file"),
        (b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41", "bull.mp4", "a film"),
        (b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", "bull", "a camera raw file"),
        (b"FUJIFILMCCD-RAW 0201", "bull", "a camera raw file"),
        (b"II*\0\x10\0\0\0CR\2\0", "bull", "a camera raw file"),
        (FILES["TIFF"], "bull.NEF", "a camera raw file"),
    ],
)
def test_kinds_that_are_known_but_not_read(data: bytes, name: str, label: str) -> None:
    said = refusal(NotAPhotoError, data, name)
    assert said == f"is {label}, which is not read here: export it as JPEG or PNG."


def test_a_raw_file_is_not_taken_for_its_thumbnail() -> None:
    data = encoded(halves(), "TIFF", tiffinfo={50706: b"\1\4\0\0"})
    said = refusal(NotAPhotoError, data, "bull.tif")
    assert said == "is a camera raw file, which is not read here: export it as JPEG or PNG."


def test_heic_without_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    said = refusal(NotAPhotoError, FILES["HEIC"])
    assert said == "is a HEIC file: install pi-heif to read these, or export it as JPEG."


@pytest.mark.parametrize("kind", ["JPEG", "progressive JPEG", "PNG", "GIF", "BMP", "TIFF", "AVIF", "HEIC"])
def test_cut_off_in_the_middle_of_its_pixels(kind: str) -> None:
    data = FILES[kind]
    assert refusal(DamagedPhotoError, data[: len(data) - 30]) == CUT_OFF


@given(st.sampled_from(sorted(FILES)), st.floats(0, 1, exclude_max=True))
@settings(deadline=None, max_examples=300)
def test_a_cut_off_file_is_never_shown_in_part(kind: str, share: float) -> None:
    data = FILES[kind]
    shown, said = outcome(data[: int(len(data) * share)])
    assert said.isprintable()
    assert shown is None or (shown.pixels == load_photo(BytesIO(data)).pixels).all()


@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8),
)
@settings(deadline=None, max_examples=400)
def test_a_file_with_wrong_bytes_is_shown_or_refused_and_nothing_else(
    kind: str, changes: list[tuple[float, int]]
) -> None:
    data = bytearray(FILES[kind])
    for where, value in changes:
        data[int(where * len(data))] = value
    shown, said = outcome(bytes(data))
    assert said.isprintable()
    assert shown is None or shown.pixels.shape[2] == 3


@pytest.mark.parametrize(
    ("data", "label"),
    [
        (FILES["JPEG"].replace(b"\xff\xdb", b"\xff\xfe"), "a JPEG file"),  # its tables read as remarks
        (FILES["PNG"].replace(b"IDAT", b"JDAT"), "a PNG file"),
        (FILES["WebP"].replace(b"VP8 ", b"VP7 "), "a WebP file"),
        (FILES["packed TIFF"][:8] + b"\xff" * 200, "a TIFF file"),
    ],
)
def test_damaged(data: bytes, label: str) -> None:
    said = refusal(DamagedPhotoError, data)
    assert said == f"is {label}, but damaged or incomplete: use another copy, or save it anew elsewhere."


@pytest.mark.parametrize(("width", "height"), [(1, 1), (7, 100), (100, 7)])
def test_too_small(width: int, height: int) -> None:
    said = refusal(PhotoTooSmallError, encoded(halves(width, height), "PNG"))
    assert said == f"is too small ({width} × {height} pixels): choose one of at least 8 × 8 pixels."


def test_the_smallest_photo_that_is_taken() -> None:
    assert load_photo(BytesIO(encoded(halves(8, 8), "PNG"))).pixels.shape == (8, 8, 3)


@pytest.mark.parametrize(("width", "height"), [(801, 8), (8, 801)])
def test_too_narrow(width: int, height: int) -> None:
    said = refusal(PhotoTooSmallError, encoded(halves(width, height), "PNG"))
    advice = "crop its longer side to at most 100 times the shorter."
    assert said == f"is too narrow ({width} × {height} pixels): {advice}"


def large_png() -> bytes:
    data = bytearray(FILES["PNG"])
    data[16:24] = struct.pack(">II", 60000, 60000)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


def large_jpeg(kind: str) -> bytes:
    data = bytearray(FILES[kind])
    frame = data.index(b"\xff\xc2" if kind == "progressive JPEG" else b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", 60000, 60000)
    return bytes(data)


def large_bmp() -> bytes:
    data = bytearray(FILES["BMP"])
    data[18:26] = struct.pack("<ii", 60000, 60000)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "millions"),
    [
        (large_png(), 120),
        (large_bmp(), 120),
        (large_jpeg("progressive JPEG"), 120),
        (large_jpeg("JPEG"), 300),
    ],
)
def test_too_large_is_seen_before_anything_is_decoded(
    data: bytes, millions: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda self: pytest.fail("decoded"))
    said = refusal(PhotoTooLargeError, data)
    size = "60000 × 60000 pixels"
    assert said == f"is too large ({size}): scale it down to at most {millions} million pixels."


def test_too_large_by_the_decoders_own_measure() -> None:
    data = bytearray(FILES["lossless WebP"])
    data[21:25] = struct.pack("<I", 16382 | 16382 << 14)
    said = refusal(PhotoTooLargeError, bytes(data))
    assert said == "is too large: scale it down to at most 120 million pixels."


def test_memory_that_runs_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def run_out(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(decode, "to_srgb", run_out)
    said = refusal(PhotoTooLargeError, FILES["PNG"])
    assert said == "does not fit into the free memory: scale it down."


def test_a_name_with_line_breaks_is_said_on_one_line() -> None:
    stream = BytesIO(b"no photo")
    stream.name = "two\nlines\x1b[31m.jpg"
    with pytest.raises(NotAPhotoError) as caught:
        load_photo(stream)
    assert str(caught.value).startswith("two?lines?[31m.jpg is not a photo:")


def test_every_refusal_is_a_photo_error_and_a_value_error() -> None:
    for kind in (DamagedPhotoError, NoPhotoError, NotAPhotoError, PhotoTooLargeError, PhotoTooSmallError):
        assert issubclass(kind, PhotoError)
    assert issubclass(PhotoError, ValueError)


def head_of_png(width: int, height: int) -> bytes:
    """The beginning of a PNG of this size, whose pixels never come."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = b"IDAT" + zlib.compress(bytes(1000))
    chunks = b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in (header, pixels)
    )
    return b"\x89PNG\r\n\x1a\n" + chunks


@pytest.mark.parametrize(
    "size", [(1, 100_000_000), (100_000_000, 1), (8, 801), (7, 7), (1000, 100_001), (2**31 - 1, 1)]
)
def test_sides_and_ratio_are_known_before_anything_is_decoded(size: tuple[int, int]) -> None:
    with pytest.raises((PhotoTooSmallError, PhotoTooLargeError), match=r"is too (small|narrow|large) \("):
        load_photo(BytesIO(head_of_png(*size)))


def test_a_mask_narrower_than_any_photo_is_not_decoded() -> None:
    photo = load_photo(BytesIO(FILES["PNG"]))
    with pytest.raises(MaskError, match="is too narrow"):
        load_mask(BytesIO(head_of_png(1, 100_000_000)), photo)


def test_libtiff_prints_nothing_of_its_own(capfd: pytest.CaptureFixture[str]) -> None:
    data = FILES["packed TIFF"]
    for place in range(8, len(data), 7):
        outcome(data[:place] + b"\xff\x00\xff" + data[place + 3 :])
    assert capfd.readouterr() == ("", "")
