"""What would be exported as the choices are, kept up with the drawing; and its writing, beside the event loop."""

from __future__ import annotations

import asyncio
import os

from PySide6.QtCore import QObject, QTimer, Signal

from taureau.export import ExportError, Plan, planned, write
from taureau.session.choices import counted
from taureau.session.core.session import Session
from taureau.session.export.export_choices import ExportChoices
from taureau.session.messages import Message, sentence

_REST = 30  # ms without a change after which it is thought through anew


class Exporting(QObject):
    """Has a plan, or a problem that says why there is none. It thinks only while somebody watches."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self.plan: Plan | None = None
        self.problem = ""  # why nothing can be written, in a sentence
        self.writing = False
        self.choices = ExportChoices()
        self._session = session
        self._watched = False
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._think)
        session.sheet.changed.connect(self._follow)
        session.selection.changed.connect(self._follow)
        session.file.changed.connect(self._follow)

    @property
    def selected_count(self) -> int:
        return len(self._selection)

    @property
    def _selection(self) -> frozenset[int]:
        return self._session.selection.marks.marked(self._session.sheet.drawing).selected

    def watch(self, watched: bool) -> None:
        """Whether anybody wants to know."""
        self._watched = watched
        self._rest.stop()
        if watched:
            self._think()

    def choose(self, choices: ExportChoices) -> None:
        if choices != self.choices:
            self.choices = choices
            self._follow()

    async def write(self) -> bool:
        """Write what the plan says; False when that failed, which is said."""
        self._think()
        plan = self.plan
        if plan is None or self.writing:
            return False
        self.writing = True
        self.changed.emit()
        try:
            await asyncio.to_thread(write, plan)
        except ExportError as error:
            self.problem = sentence(str(error))
        except MemoryError:
            self.problem = "There is not enough memory for this: take a lower resolution or a smaller size."
        finally:
            self.writing = False
        if self.problem:
            self.plan = None
            self.changed.emit()
            return False
        self.changed.emit()
        level = self._session.sheet.level
        advice = "" if level is None else f"These are all strokes, not only the {level} shown."
        self._session.notified.emit(Message(f"Exported {named(plan)}: {measures(plan)}.", advice, kind="notice"))
        return True

    def _follow(self) -> None:
        if self._watched:
            self._rest.start()

    def _think(self) -> None:
        self._rest.stop()
        if self.writing:  # what is being written is thought through
            self._rest.start()
            return
        self.plan, self.problem = None, ""
        drawing = self._session.sheet.drawing
        try:
            if drawing is None:
                raise ExportError("there is no drawing to export yet: draw one first")
            plan = planned(drawing, self.choices.request(self._selection), self.choices.path)
            own = self._session.file.path
            if own is not None and any(_same_file(sheet.path, own) for sheet in plan.sheets):
                raise ExportError(f"{own.name} is the drawing itself: choose another name")
            self.plan = plan
        except ExportError as error:
            self.problem = sentence(str(error))
        self.changed.emit()


def measures(plan: Plan) -> str:
    """What would be written, such as "120.0 × 90.0 mm, 16 strokes"."""
    composition = plan.composition
    words = [f"{composition.width_mm:.1f} × {composition.height_mm:.1f} mm"]
    if plan.export.pixels:
        words.append("{} × {} px".format(*composition.pixel_size))
    return ", ".join([*words, counted(plan.stroke_count)])


def named(plan: Plan) -> str:
    """The file, or how many."""
    return plan.sheets[0].path.name if len(plan.sheets) == 1 else f"{len(plan.sheets)} files"


def _same_file(path: os.PathLike[str], other: os.PathLike[str]) -> bool:
    return os.path.realpath(path) == os.path.realpath(other)
