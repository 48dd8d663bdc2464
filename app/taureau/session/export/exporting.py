"""The export plan, updated with the drawing and the choices, and its writing; both in other threads."""

from __future__ import annotations

import asyncio
import os

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from taureau.document import Unit, size_text
from taureau.export import ExportError, Plan, write
from taureau.session.choices import counted
from taureau.session.core.session import Session
from taureau.session.export.export_choices import ExportChoices
from taureau.session.export.planner import Planned, Planner
from taureau.session.export.plotting import Plotting
from taureau.session.language import tr
from taureau.session.messages import Message, sentence
from taureau.session.preferences import Preferences
from taureau.wording import tr_noop

_DELAY = 30  # ms without a change before the plan is made again


class Exporting(QObject):
    """Has a plan, or a problem that says why there is none; both are updated only while they are visible.

    While another plan is made, the last one stays.
    """

    changed = Signal()
    advanced = Signal(float)  # 0 … 1, while strokes are put in order

    def __init__(self, session: Session, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self.plan: Plan | None = None
        self.plotting: Plotting | None = None  # how the plan is plotted
        self.refused: Plan | None = None  # what the machine cannot plot, to be shown
        self.problem = ""  # why nothing can be written, in a sentence
        self.writing = False
        self.choices = ExportChoices()
        self._session, self._preferences = session, preferences
        self._watched = False
        self._timer = QTimer(self, interval=_DELAY, singleShot=True)
        self._timer.timeout.connect(self._update_plan)
        self._planner = Planner(self)
        self._planner.planned.connect(self._take)
        self._planner.advanced.connect(self.advanced)
        session.sheet.changed.connect(self._follow)
        session.selection.changed.connect(self._follow)
        session.file.changed.connect(self._follow)

    @property
    def selected_count(self) -> int:
        return len(self._selection)

    @property
    def has_areas(self) -> bool:
        """Whether the drawing has areas, which a plot leaves out or hatches."""
        drawing = self._session.sheet.drawing
        layers = () if drawing is None else drawing.layers
        return any(stroke.filled for layer in layers if layer.visible for stroke in layer.strokes)

    @property
    def _selection(self) -> frozenset[int]:
        return self._session.selection.marks.marked(self._session.sheet.drawing).selected

    def watch(self, watched: bool) -> None:
        """Set whether the plan is visible."""
        self._watched = watched
        self._timer.stop()
        if watched:
            self._update_plan()
        elif not self.writing:
            self._planner.cancel()

    def choose(self, choices: ExportChoices) -> None:
        if choices != self.choices:
            self.choices = choices
            self._follow()

    async def write(self) -> bool:
        """Write the plan's files; return False, with `problem` set, if that failed."""
        if self.writing:
            return False
        self._update_plan()
        self.writing = True
        self.changed.emit()
        try:
            if self._planner.working:
                self._take(await self._planner.result())
            if self.plan is not None:
                await asyncio.to_thread(write, self.plan)
        except ExportError as error:
            self._refuse(sentence(tr(str(error))))
        except MemoryError:
            self._refuse(tr("There is not enough memory for this: take a lower resolution or a smaller size."))
        finally:
            self.writing = False
        self.changed.emit()
        plan = self.plan
        if plan is None:
            return False
        level = self._session.sheet.level
        size = measures(plan, self._preferences.unit)
        advice = "" if level is None else tr("These are all strokes, not only the {level} shown.", level=level)
        self._session.notified.emit(
            Message(tr("Exported {named}: {size}.", named=named(plan), size=size), advice, kind="notice")
        )
        return True

    def close(self) -> None:
        """Stop planning, and wait for the thread."""
        self.watch(False)
        self._planner.close()

    def _follow(self) -> None:
        if self._watched:
            self._timer.start()

    def _update_plan(self) -> None:
        self._timer.stop()
        if self.writing:  # the plan must not change meanwhile
            self._timer.start()
            return
        self._planner.cancel()
        drawing = self._session.sheet.drawing
        try:
            if drawing is None:
                raise ExportError(tr_noop("there is no drawing to export yet: draw one first"))
            export = self.choices.request(self._selection, areas=self.has_areas)
            self._planner.start(drawing, export, self.choices.path)
        except ExportError as error:
            self._refuse(sentence(tr(str(error))))
            self.changed.emit()

    @Slot(object)
    def _take(self, planned: Planned) -> None:
        self.plan, self.plotting, self.refused, self.problem = planned.plan, planned.plotting, None, ""
        if planned.error is not None:
            self._refuse(sentence(tr(str(planned.error))))
            self.refused = planned.refused
        own = self._session.file.path
        sheets = () if self.plan is None else self.plan.sheets
        if own is not None and any(_same_file(sheet.path, own) for sheet in sheets):
            self._refuse(sentence(tr("{name} is the drawing itself: choose another name", name=own.name)))
        self.changed.emit()

    def _refuse(self, problem: str) -> None:
        self.plan, self.plotting, self.refused, self.problem = None, None, None, problem


def measures(plan: Plan, unit: Unit) -> str:
    """Return the size in a unit and the stroke count, such as "120.0 × 90.0 mm, 16 strokes"."""
    composition = plan.composition
    words = [size_text(composition.drawing.width, composition.drawing.height, unit)]
    if plan.export.pixels:
        words.append("{} × {} px".format(*composition.pixel_size))
    return ", ".join([*words, counted(plan.stroke_count)])


def named(plan: Plan) -> str:
    """Return the file's name, or the number of files."""
    return plan.sheets[0].path.name if len(plan.sheets) == 1 else tr("{len} files", len=len(plan.sheets))


def _same_file(path: os.PathLike[str], other: os.PathLike[str]) -> bool:
    return os.path.realpath(path) == os.path.realpath(other)
