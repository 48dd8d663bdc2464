"""Taureau draws a photo or a sentence with few, editable Bézier strokes.

    import taureau

    drawing = taureau.sketch("cat.jpg", strokes=12)
    taureau.save_svg(drawing, "cat.svg")

`sketch` returns the finished `Drawing`; `stream` yields the events of a request while it is drawn, with previews
that can be saved. A `Drawing` is an immutable value: layers of strokes, each a chain of cubic Bézier segments.
`load_svg`, `save_svg`, `export_drawing` and `export_film` read and write it.

Importing this package loads neither torch nor NumPy; each name is imported when it is first used. It sets the
environment variables of `taureau.threads` where they are not set, for torch and NumPy read them when they are imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from taureau.threads import set_thread_environment
from taureau.version import VERSION

if TYPE_CHECKING:
    from taureau.api import SketchError, UnknownWordsError, export_drawing, export_film, sketch, sketch_request, stream
    from taureau.document import DocumentError, Drawing, Layer, Stroke, load_svg, save_svg
    from taureau.engine import (
        Candidate,
        Finished,
        NotLearnt,
        Progress,
        Report,
        SketchRequest,
        Started,
        StrokeAdded,
        SubjectFound,
    )
    from taureau.errors import TaureauError
    from taureau.events import Event, Failed, Notice, StageChanged
    from taureau.export import ExportError
    from taureau.geometry import Curve
    from taureau.photo import PhotoError
    from taureau.weights import WeightsError

__version__ = VERSION

__all__ = [
    "Candidate",
    "Curve",
    "DocumentError",
    "Drawing",
    "Event",
    "ExportError",
    "Failed",
    "Finished",
    "Layer",
    "NotLearnt",
    "Notice",
    "PhotoError",
    "Progress",
    "Report",
    "SketchError",
    "SketchRequest",
    "StageChanged",
    "Started",
    "Stroke",
    "StrokeAdded",
    "SubjectFound",
    "TaureauError",
    "UnknownWordsError",
    "WeightsError",
    "__version__",
    "export_drawing",
    "export_film",
    "load_svg",
    "save_svg",
    "sketch",
    "sketch_request",
    "stream",
]

_MODULES = {
    "taureau.api": "SketchError UnknownWordsError export_drawing export_film sketch sketch_request stream",
    "taureau.document": "DocumentError Drawing Layer Stroke load_svg save_svg",
    "taureau.engine": "Candidate Finished NotLearnt Progress Report SketchRequest Started StrokeAdded SubjectFound",
    "taureau.errors": "TaureauError",
    "taureau.events": "Event Failed Notice StageChanged",
    "taureau.export": "ExportError",
    "taureau.geometry": "Curve",
    "taureau.photo": "PhotoError",
    "taureau.weights": "WeightsError",
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names.split()}

set_thread_environment()


def __getattr__(name: str) -> object:
    """Import a public name when it is first used (PEP 562)."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
