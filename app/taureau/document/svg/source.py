"""The text of an SVG file: unpacked, decoded and within the limits."""

from __future__ import annotations

import os
import re
import zlib

from taureau.document.errors import DocumentError
from taureau.document.svg.terms import MAX_BYTES
from taureau.wording import said, tr_noop

_GZIP = b"\x1f\x8b"
_SUFFIXES = (".svg", ".svgz")
_MARKUP = rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)"
_ROOT = re.compile(rb"%s*+<(?:[\w.-]+:)?svg[\s/>]" % _MARKUP, re.DOTALL)
_LOOKED_AT = 64 * 2**10  # bytes in which the root must begin, to know a file as an SVG
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_BLANK = "\ufeff \t\r\n\0"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def is_svg_file(path: str | os.PathLike[str]) -> bool:
    """Return whether a file is an SVG, known by its content; a name counts only for markup that is damaged."""
    named = os.fsdecode(path).lower().endswith(_SUFFIXES)
    try:
        if not os.path.isfile(path):  # reading a pipe might never end
            return named
        with open(path, "rb") as file:
            head = file.read(_LOOKED_AT)
    except (OSError, ValueError):
        return named
    return is_svg(head) or (named and head.lstrip()[:1] in (b"", b"<"))


def is_svg(head: bytes) -> bool:
    """Return whether a file that begins with these bytes is an SVG, plain or compressed, whatever its name is."""
    try:
        if head.startswith(_GZIP):
            head = zlib.decompressobj(wbits=31).decompress(head, _LOOKED_AT)
    except zlib.error:
        return False
    head = head[:_LOOKED_AT]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):  # UTF-16
        head = head.replace(b"\0", b"").lstrip(b"\xff\xfe")
    return _ROOT.match(head.lstrip(b" \t\r\n").removeprefix(b"\xef\xbb\xbf")) is not None


def svg_text(data: bytes | str) -> str:
    """Return the text of an SVG without blanks around it; characters that XML does not allow are dropped.

    Raises DocumentError for an empty file, for what cannot be unpacked, and for more than `MAX_BYTES`.
    """
    if isinstance(data, str):
        text = data
    else:
        raw = _unpacked(data) if data.startswith(_GZIP) else data
        if len(raw) > MAX_BYTES:
            raise too_large()
        text = _decoded(raw)
    if len(text) > MAX_BYTES:
        raise too_large()
    text = text.strip(_BLANK)
    if not text:
        raise DocumentError(tr_noop("The file is empty; choose another one."))
    return _NOT_IN_XML.sub("", text)


def too_large() -> DocumentError:
    return DocumentError(
        said("The SVG is larger than {value} MB; remove embedded pictures and open it again.", value=MAX_BYTES // 2**20)
    )


def _unpacked(raw: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        data = unpacker.decompress(raw, MAX_BYTES + 1)
    except zlib.error as error:
        raise DocumentError(tr_noop("The compressed SVG is damaged; get a whole copy of it.")) from error
    if len(data) <= MAX_BYTES and not unpacker.eof:
        raise DocumentError(tr_noop("The compressed SVG is cut off; get a whole copy of it."))
    return data


def _decoded(raw: bytes) -> str:
    """Decode by byte order mark, else as declared, else as UTF-8; what cannot be decoded is shown as U+FFFD.

    Encodings are those of the web (Encoding Standard): GBK, Shift_JIS, EUC-KR, Big5, windows-125x, KOI8-R …
    """
    import webencodings

    fallback = "utf-16be" if raw[:2] == b"\0<" else "utf-16le" if raw[:2] == b"<\0" else "utf-8"
    declared = _DECLARED.search(raw[:1000])
    if declared:
        label = declared[1].decode("ascii")
        # A declaration that can be read as ASCII is not in UTF-16, whatever it says.
        if webencodings.lookup(label) is not None and not label.lower().startswith("utf-16"):
            fallback = label
    text, _ = webencodings.decode(raw, fallback, errors="replace")
    return text
