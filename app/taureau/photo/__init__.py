"""Photo files as upright sRGB pixels of bounded size; masks in and out."""

from taureau.photo.content_box import ContentBox, content_box
from taureau.photo.errors import (
    DamagedPhotoError,
    MaskError,
    NoPhotoError,
    NotAPhotoError,
    PhotoError,
    PhotoTooLargeError,
    PhotoTooSmallError,
)
from taureau.photo.kind import PHOTO_SUFFIXES
from taureau.photo.mask import load_mask, mask_from_array, mask_outlines, save_mask
from taureau.photo.photo import Photo, jpeg_bytes, load_photo, photo_from_array, photo_from_image
from taureau.photo.regions import Regions

__all__ = [
    "PHOTO_SUFFIXES",
    "ContentBox",
    "DamagedPhotoError",
    "MaskError",
    "NoPhotoError",
    "NotAPhotoError",
    "Photo",
    "PhotoError",
    "PhotoTooLargeError",
    "PhotoTooSmallError",
    "Regions",
    "content_box",
    "jpeg_bytes",
    "load_mask",
    "load_photo",
    "mask_from_array",
    "mask_outlines",
    "photo_from_array",
    "photo_from_image",
    "save_mask",
]
