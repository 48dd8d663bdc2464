"""The photo that a drawing was made from, kept in its file: a hidden layer that plotters skip.

    <g inkscape:groupmode="layer" inkscape:label="%reference" id="reference" display="none">
      <image width="…" height="…" preserveAspectRatio="none" taureau:name="duck.jpg" href="data:image/jpeg;base64,…"/>
    </g>

Only what is embedded there, in this layer, of these kinds and within `MAX_REFERENCE_BYTES` is ever taken for a
photo; whether it is one is for `taureau.photo` to say. Pictures anywhere else are ignored.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taureau.document.errors import DocumentError
from taureau.document.svg.terms import INKSCAPE, TAUREAU
from taureau.document.svg.tree import local_name, reference
from taureau.wording import tr_noop

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

REFERENCE_LAYER = "%reference"
MAX_REFERENCE_BYTES = 4 * 2**20  # of the picture as it is embedded, before base64
_KINDS = ((b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"))  # what the bytes begin with, and the kind
_DATA = re.compile(r"data:image/(?:jpeg|png);base64,")
_NOT_PRINTABLE = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Reference:
    """The bytes of a JPEG or PNG, and the photo's name."""

    data: bytes
    name: str


def reference_lines(kept: Reference, width: str, height: str) -> Iterator[str]:
    """The lines of the layer, its image the size of the sheet; raises DocumentError for an unsafe image."""
    kind = _kind(kept.data)
    if kind is None:
        raise DocumentError(tr_noop("The photo cannot be kept in the drawing: it is no JPEG or PNG; save without it."))
    if len(kept.data) > MAX_REFERENCE_BYTES:
        raise DocumentError(tr_noop("The photo cannot be kept in the drawing: it is too large; save without it."))
    yield f'  <g inkscape:groupmode="layer" inkscape:label="{REFERENCE_LAYER}" id="reference" display="none">'
    yield (
        f'    <image width="{width}" height="{height}" preserveAspectRatio="none" taureau:name="{_name(kept.name)}"'
        f' href="data:image/{kind};base64,{base64.b64encode(kept.data).decode("ascii")}"/>'
    )
    yield "  </g>"


def is_reference_layer(element: Element) -> bool:
    """True for a top-level layer that holds the photo and nothing else."""
    return (
        element.get(f"{{{INKSCAPE}}}groupmode") == "layer"
        and element.get(f"{{{INKSCAPE}}}label") == REFERENCE_LAYER
        and [local_name(child) for child in element] == ["image"]
        and _embedded(element[0]) is not None
    )


def read_reference(root: Element) -> Reference | None:
    """The photo stored in a file; None if there is none or it is not a safe image."""
    for element in root:
        if local_name(element) == "g" and is_reference_layer(element):
            data = _embedded(element[0])
            if data is not None:
                return Reference(data, element[0].get(f"{{{TAUREAU}}}name", "")[:_LONGEST_NAME])
    return None


def _embedded(image: Element) -> bytes | None:
    """The bytes of an embedded JPEG or PNG."""
    text = reference(image)
    head = _DATA.match(text)
    if head is None or len(text) > MAX_REFERENCE_BYTES * 3 // 2:
        return None
    try:
        data = base64.b64decode("".join(text[head.end() :].split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if _kind(data) is not None and len(data) <= MAX_REFERENCE_BYTES else None


def _kind(data: bytes) -> str | None:
    return next((kind for magic, kind in _KINDS if data.startswith(magic)), None)


def _name(text: str) -> str:
    """The name as an attribute, without characters that XML cannot represent."""
    clean = _NOT_PRINTABLE.sub("", text)[:_LONGEST_NAME]
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
