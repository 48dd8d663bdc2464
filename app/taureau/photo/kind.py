"""File formats recognised by their first bytes, whatever the file is called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

PHOTO_SUFFIXES = ("jpg", "jpeg", "png", "webp", "tif", "tiff", "bmp", "gif", "heic", "heif", "avif")  # usual ones
HEAD_BYTES = 1024  # how much of a file `kind_of` wants to see

_RAW = ".3fr .arw .cr2 .cr3 .crw .dng .erf .iiq .kdc .mef .mos .nef .nrw .orf .pef .raf .raw .rw2 .srw .x3f"
_RAW_SUFFIXES = frozenset(_RAW.split())
_CAMERA_RAW = "a camera raw file"

_PHOTOS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
    (b"BM", "BMP"),
)
_OTHERS = (
    (b"8BPS", "a Photoshop document"),
    (b"%PDF", "a PDF"),
    (b"%!PS", "a PostScript file"),
    (b"\xff\x0a", "a JPEG XL file"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL file"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 file"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000 file"),
    (b"v/1\x01", "an OpenEXR file"),
    (b"gimp xcf", "a GIMP document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\0\0\1\0", "an icon"),
    (b"FUJIFILM", _CAMERA_RAW),
    (b"IIU\0", _CAMERA_RAW),
    (b"IIRO", _CAMERA_RAW),
)


@dataclass(frozen=True)
class Kind:
    """A kind of file: `format` is Pillow's name of it, None where it is not read; `label` fits a sentence."""

    format: str | None
    label: str


def kind_of(head: bytes, name: str) -> Kind | None:
    """The kind of the file that begins with `head` (up to HEAD_BYTES); None for anything but a known image format."""
    if PurePath(name).suffix.lower() in _RAW_SUFFIXES or head[8:10] == b"CR":
        # Most raw files are TIFFs whose first picture is a thumbnail: as such they would open as a stamp.
        return Kind(None, _CAMERA_RAW)
    for magic, label in _OTHERS:
        if head.startswith(magic):
            return Kind(None, label)
    for magic, format_name in _PHOTOS:
        if head.startswith(magic):
            return Kind(format_name, f"a {format_name} file")
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind("WEBP", "a WebP file")
    if head[4:8] == b"ftyp":
        return _box_kind(head)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<svg") or (start.startswith((b"<?xml", b"<!")) and b"<svg" in start):
        return Kind(None, "an SVG drawing")
    return None


def _box_kind(head: bytes) -> Kind:
    """Tell HEIC, AVIF and video apart, which share one container, by the brands in its first box."""
    length = int.from_bytes(head[:4], "big")
    brands = head[8 : max(length, 12)]
    if b"avif" in brands or b"avis" in brands:
        return Kind("AVIF", "an AVIF file")
    if any(brand in brands for brand in (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")):
        return Kind("HEIF", "a HEIC file")
    if b"crx " in brands:
        return Kind(None, _CAMERA_RAW)
    return Kind(None, "a film")
