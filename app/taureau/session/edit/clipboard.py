"""Strokes on the system's clipboard, as SVG and picture that other programs read, and SVG that they write."""

from __future__ import annotations

import atexit
from collections.abc import Collection
from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from taureau.document import DocumentError, Drawing, bare, svg_to_drawing
from taureau.session.edit.transfer import SVG, offered, only
from taureau.session.language import tr
from taureau.session.messages import Message

_KINDS = (SVG, "image/x-inkscape-svg", "image/svg+xml-compressed")  # in the order of preference
_LOOKED_AT = 4096  # characters of a text in which an SVG must begin


class Clipboard:
    """Reads and writes one drawing."""

    def put(self, drawing: Drawing, places: Collection[int]) -> None:
        """Copy strokes, on a sheet of their drawing's size; raises DocumentError if they cannot be written."""
        clipboard = QGuiApplication.clipboard()
        clipboard.setMimeData(offered(only(drawing, places)))
        if not clipboard.ownsClipboard():  # without a system clipboard, data is of this process
            atexit.unregister(_empty)
            atexit.register(_empty)

    @property
    def holds_drawing(self) -> bool:
        """Return whether the clipboard offers SVG, judging by formats and the start of a text."""
        return self._svg() is not None

    def take(self) -> Drawing | Message:
        """Return a drawing of the visible strokes on the clipboard, else a message."""
        svg = self._svg()
        if svg is None:
            return Message(
                tr("The clipboard holds no drawing."), tr("Copy strokes here, or a drawing in another program.")
            )
        try:
            drawing = svg_to_drawing(svg)
        except DocumentError as error:
            return Message(tr("This cannot be pasted: {error}", error=error))
        layers = tuple(layer for layer in drawing.layers if layer.visible and layer.strokes)
        if not layers:
            return Message(
                tr("What was copied has no lines to paste."), tr("Text and pictures are not lines."), kind="notice"
            )
        return bare(replace(drawing, layers=layers))

    def _svg(self) -> bytes | str | None:
        data = QGuiApplication.clipboard().mimeData()
        for kind in _KINDS:
            if data.hasFormat(kind):
                return bytes(data.data(kind).data())
        text = data.text() if data.hasText() else ""
        return text if "<svg" in text[:_LOOKED_AT] else None


def _empty() -> None:
    """Drop data made by Python before the interpreter ends; Qt would free it in a static destructor and crash."""
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()
