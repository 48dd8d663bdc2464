"""Every kind of file that is read, upright and whole."""

from __future__ import annotations

from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from taureau.photo import Photo, load_photo

from tests.photo.pictures import BLUE, RED, WHITE, encoded, halves, quarters, with_orientation

FORMATS = ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF", "HEIF"]
LOSSY = 12  # how far a colour may be off after lossy coding

# What the four corners show (top left, top right, bottom left, bottom right) once the picture stands upright,
# for a file whose pixels lie as R G / B W.
UPRIGHT = {1: "RGBW", 2: "GRWB", 3: "WBGR", 4: "BWRG", 5: "RBGW", 6: "BRWG", 7: "WGBR", 8: "GWRB"}
NAMES: dict[tuple[int, ...], str] = {RED: "R", (0, 255, 0): "G", BLUE: "B", WHITE: "W"}


def assert_halves(photo: Photo) -> None:
    """Left half red, right half blue, but for a soft seam."""
    columns = photo.pixels.shape[1]
    left, right = photo.pixels[:, : columns // 2 - 2], photo.pixels[:, columns // 2 + 2 :]
    assert np.abs(left.astype(int) - RED).max() <= LOSSY
    assert np.abs(right.astype(int) - BLUE).max() <= LOSSY


def corners(photo: Photo) -> str:
    """The names of the colours in the four corners, read like text."""
    rows, columns = photo.pixels.shape[:2]
    spots = [(2, 2), (2, columns - 3), (rows - 3, 2), (rows - 3, columns - 3)]
    return "".join(NAMES[tuple((np.round(photo.pixels[spot] / 255) * 255).astype(int))] for spot in spots)


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_comes_in_with_its_colours_and_its_size(format_name: str, tmp_path: Path) -> None:
    path = tmp_path / "a photo"
    path.write_bytes(encoded(halves(), format_name))
    photo = load_photo(path)
    assert (photo.width, photo.height, photo.pixels.shape) == (60, 40, (40, 60, 3))
    assert photo.name == "a photo"
    assert_halves(photo)


@pytest.mark.parametrize("orientation", sorted(UPRIGHT))
@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_a_photo_stands_upright_whatever_its_exif_orientation(format_name: str, orientation: int) -> None:
    data = encoded(quarters(), format_name, exif=with_orientation(orientation))
    photo = load_photo(BytesIO(data))
    assert (photo.width, photo.height) == ((64, 32) if orientation < 5 else (32, 64))
    assert photo.pixels.shape == (photo.height, photo.width, 3)
    assert corners(photo) == UPRIGHT[orientation]


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_turned_photo_is_turned_after_it_was_made_smaller_too(orientation: int) -> None:
    data = encoded(quarters(640, 320), "JPEG", exif=with_orientation(orientation))
    photo = load_photo(BytesIO(data), max_side=64)
    assert (photo.width, photo.height) == ((640, 320) if orientation < 5 else (320, 640))
    assert photo.pixels.shape == ((32, 64, 3) if orientation < 5 else (64, 32, 3))
    assert corners(photo) == UPRIGHT[orientation]


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_that_means_nothing_turns_nothing(orientation: int) -> None:
    photo = load_photo(BytesIO(encoded(quarters(), "PNG", exif=with_orientation(orientation))))
    assert corners(photo) == UPRIGHT[1]
    assert (photo.width, photo.height) == (64, 32)


@pytest.mark.parametrize("notes", [b"Exif\0\0no notes at all", b"Exif\0\0MM\0*\xff\xff\xff\xff"])
@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP"])
def test_broken_exif_notes_do_not_spoil_the_photo(format_name: str, notes: bytes) -> None:
    assert_halves(load_photo(BytesIO(encoded(halves(), format_name, exif=notes))))


@pytest.mark.parametrize("format_name", ["GIF", "PNG", "WEBP", "TIFF", "AVIF"])
def test_of_several_pictures_the_first_is_taken(format_name: str) -> None:
    others = [Image.new("RGB", (60, 40), "black"), Image.new("RGB", (60, 40), "white")]
    data = encoded(halves(), format_name, save_all=True, append_images=others)
    assert_halves(load_photo(BytesIO(data)))


def test_a_jpeg_that_holds_two_pictures_shows_the_first() -> None:
    data = encoded(halves(), "MPO", save_all=True, append_images=[Image.new("RGB", (60, 40), "black")])
    assert_halves(load_photo(BytesIO(data)))


@pytest.mark.parametrize(
    ("size", "max_side", "shape"),
    [
        ((300, 200), 1024, (200, 300, 3)),
        ((300, 200), 300, (200, 300, 3)),
        ((300, 200), 150, (100, 150, 3)),
        ((200, 300), 150, (150, 100, 3)),
        ((333, 100), 64, (19, 64, 3)),
        ((2000, 20), 100, (1, 100, 3)),
    ],
)
@pytest.mark.parametrize("format_name", ["PNG", "JPEG"])
def test_pixels_are_bounded_and_never_enlarged(
    format_name: str, size: tuple[int, int], max_side: int, shape: tuple[int, int, int]
) -> None:
    photo = load_photo(BytesIO(encoded(halves(*size), format_name)), max_side=max_side)
    assert photo.pixels.shape == shape
    assert (photo.width, photo.height) == size
    assert photo.scale == size[0] / shape[1] if size[0] > size[1] else size[1] / shape[0]
    assert_halves(photo)


def test_nothing_is_cropped_and_edges_do_not_ring() -> None:
    image = Image.new("RGB", (1000, 500), (60, 60, 60))
    image.paste((200, 200, 200), (100, 50, 900, 450))
    pixels = load_photo(BytesIO(encoded(image, "PNG")), max_side=100).pixels
    assert pixels.min() == 60
    assert pixels.max() == 200
    light = pixels[:, :, 0] >= 130
    assert np.flatnonzero(light.any(axis=0)).tolist() == list(range(10, 90))
    assert np.flatnonzero(light.any(axis=1)).tolist() == list(range(5, 45))


def test_a_jpeg_decoded_reduced_shows_the_same_as_decoded_whole() -> None:
    # An eighth of 17 rows is three, the last of which stands for a single row.
    image = Image.new("RGB", (1000, 17), WHITE)
    image.paste((0, 0, 0), (0, 0, 1000, 8))
    from_jpeg = load_photo(BytesIO(encoded(image, "JPEG")), max_side=80).pixels
    from_png = load_photo(BytesIO(encoded(image, "PNG")), max_side=80).pixels
    assert from_jpeg.shape == from_png.shape == (1, 80, 3)
    assert np.abs(from_jpeg.astype(int) - from_png).max() <= 10


def test_a_stream_is_read_from_its_beginning_and_left_open() -> None:
    stream = BytesIO(encoded(halves(), "PNG"))
    stream.seek(10)
    photo = load_photo(stream)
    assert photo.name == "photo"
    assert_halves(photo)
    assert not stream.closed


def test_an_open_file_lends_its_name(tmp_path: Path) -> None:
    path = tmp_path / "bull.png"
    halves().save(path)
    with path.open("rb") as stream:
        assert load_photo(stream).name == "bull.png"


def test_a_stream_that_cannot_seek_is_read_too() -> None:
    class Pipe(RawIOBase):
        def __init__(self, data: bytes) -> None:
            self.data = BytesIO(data)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            return self.data.readinto(buffer)

    assert_halves(load_photo(BufferedReader(Pipe(encoded(halves(), "PNG")))))


def test_pixels_cannot_be_changed() -> None:
    photo = load_photo(BytesIO(encoded(halves(), "PNG")))
    with pytest.raises(ValueError, match="read-only"):
        photo.pixels[0, 0] = 0


def test_a_photo_keeps_its_own_copy_of_changeable_pixels() -> None:
    pixels = np.zeros((10, 10, 3), np.uint8)
    photo = Photo(pixels, 10, 10, "black")
    pixels[:] = 255
    assert photo.pixels.max() == 0


@pytest.mark.parametrize("shape", [(10, 10), (10, 10, 4)])
def test_a_photo_of_other_shapes_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"uint8 \[H, W, 3\]"):
        Photo(np.zeros(shape, np.uint8), 10, 10, "no")


def test_the_working_size_has_a_lower_bound() -> None:
    with pytest.raises(ValueError, match="max_side must be at least 8, not 7"):
        load_photo(BytesIO(encoded(halves(), "PNG")), max_side=7)


def test_the_sample_photos_load() -> None:
    folder = Path(__file__).parents[2] / "resources" / "samples"
    paths = sorted(folder.glob("*.jpg"))
    licences = (folder / "LICENSES.md").read_text(encoding="utf-8")
    assert len(paths) >= 6
    for path in paths:
        photo = load_photo(path)
        assert max(photo.width, photo.height) <= 1000
        assert photo.pixels.std() > 20
        assert f"`{path.name}`" in licences
