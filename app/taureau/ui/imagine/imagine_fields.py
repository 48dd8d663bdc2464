"""Settings of image generation that are rarely needed."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from taureau.imagine import Medium
from taureau.imagine.request import MAX_GUIDANCE, MAX_STEPS, MIN_STEPS, Device
from taureau.session import ImagineSettings, Models
from taureau.session.choices import MAX_SEED, STROKES_RANGE
from taureau.session.language import tr
from taureau.ui.widgets.check_box import CheckBox
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.number_input import NumberField
from taureau.ui.widgets.parts import label, tool_button
from taureau.ui.widgets.reset import Reset
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

MIN_GUIDANCE = 1.0
_USUAL = tr_noop("usual")  # as the model's makers have it
_STEPS_USUAL, _GUIDANCE_USUAL, _STROKES_USUAL = MIN_STEPS - 1, 0.5, 0  # below what can be asked for
_DEVICES = {"auto": tr_noop("Auto"), "cpu": tr_noop("Processor")}


class ImagineFields(QWidget):
    """Seed, steps, guidance, model and device of the next request for pixels; the strokes of one for drawings."""

    def __init__(self, models: Models) -> None:
        super().__init__()
        self._models = models
        self.seed = NumberField(tr("Seed"), 0, MAX_SEED)
        self.dice = tool_button(icon="dices", tooltip=tr("Take another seed"))
        self.new_each_time = CheckBox(
            tr("New each time"),
            tr("Take another seed for each request; without it, the same request makes the same pictures"),
        )
        self.new_each_time.setChecked(True)
        self.steps = NumberField(tr("Steps"), _STEPS_USUAL, MAX_STEPS)
        self.steps.setSpecialValueText(tr(_USUAL))
        self.guidance = NumberField(tr("Guidance"), _GUIDANCE_USUAL, MAX_GUIDANCE, step=0.5, decimals=1)
        self.guidance.setSpecialValueText(tr(_USUAL))
        self.guidance.editingFinished.connect(self._keep_guidance_in_range)
        self.strokes = NumberField(tr("Strokes at most"), _STROKES_USUAL, STROKES_RANGE[1])
        self.strokes.setSpecialValueText(tr(_USUAL))
        self.model = DropDown(tr("Model"), "")
        self.device = DropDown(tr("Device"), "")
        for device, name in _DEVICES.items():
            self.device.addItem(tr(name), device)
            self.device.set_item(self.device.count() - 1, tr(name))
        self._lay_out()
        self.dice.clicked.connect(self._roll)
        self.seed.lineEdit().textEdited.connect(lambda: self.new_each_time.setChecked(False))
        models.changed.connect(lambda _: self._list_models())
        self._list_models()
        self._back_to_usual()
        self._roll()

    def set_medium(self, medium: Medium) -> None:
        """Show the settings of this medium."""
        self._of_pixels.setVisible(medium == "pixels")
        self._of_strokes.setVisible(medium == "strokes")

    def take(self, medium: Medium) -> ImagineSettings:
        """Return the settings for a request, and advance the seed if it is new each time."""
        if medium == "strokes":
            return ImagineSettings(medium, round(self.strokes.value()) or None, seed=None)
        steps, guidance = round(self.steps.value()), self.guidance.value()
        settings = ImagineSettings(
            seed=round(self.seed.value()),
            steps=steps if steps >= MIN_STEPS else None,
            guidance=guidance if guidance >= MIN_GUIDANCE else None,
            model=self.asked_model,
            device=cast(Device, self.device.currentData()),
        )
        if self.new_each_time.isChecked():
            self._roll()
        return settings

    @property
    def asked_model(self) -> str:
        """The id of the chosen model; empty for the best installed one."""
        return str(self.model.currentData() or "")

    def _roll(self) -> None:
        self.seed.setValue(random.randint(0, MAX_SEED))

    def _keep_guidance_in_range(self) -> None:
        if _GUIDANCE_USUAL < self.guidance.value() < MIN_GUIDANCE:
            self.guidance.setValue(MIN_GUIDANCE)

    def _back_to_usual(self) -> None:
        self.steps.setValue(_STEPS_USUAL)
        self.guidance.setValue(_GUIDANCE_USUAL)

    def _list_models(self) -> None:
        """List the installed models; hide the list if there is only one."""
        here = [entry.model for entry in self._models.imaginers if entry.state.present]
        wanted = {"": tr("The best here")} | {model.id: model.name for model in here}
        if [self.model.itemData(place) for place in range(self.model.count())] != list(wanted):
            asked = self.asked_model
            self.model.clear()
            for place, (model_id, name) in enumerate(wanted.items()):
                self.model.addItem(name, model_id)
                self.model.set_item(place, name)
            self.model.setCurrentIndex(max(0, self.model.findData(asked)))
        for widget in (self.model, self._model_name):
            widget.setVisible(len(here) > 1)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        tooltip = tr(
            "The first picture's, 0 to {MAX_SEED:,}; the next ones have the next numbers. The same seed makes "
            "the\nsame picture again of the same words. Double-click the name for another one.",
            MAX_SEED=MAX_SEED,
        )
        first.addWidget(_name(tr("Seed"), self.seed, tooltip, self._roll))
        first.addWidget(self.seed)
        first.addWidget(self.dice)
        first.addWidget(self.new_each_time)
        first.addSpacing(2 * GRID)
        steps = tr(
            "How often a picture is gone over in each stage, {MIN_STEPS} to {MAX_STEPS}: more take longer.",
            MIN_STEPS=MIN_STEPS,
            MAX_STEPS=MAX_STEPS,
        )
        guidance = tr(
            "How closely a picture keeps to what is asked, 1 to {MAX_GUIDANCE:g}: more is plainer and less varied.",
            MAX_GUIDANCE=MAX_GUIDANCE,
        )
        for name, field, usual, about in (
            (tr("Steps"), self.steps, _STEPS_USUAL, steps),
            (tr("Guidance"), self.guidance, _GUIDANCE_USUAL, guidance),
        ):
            tooltip = tr("{about}\nDouble-click the name to go back to the model’s usual number.", about=about)
            first.addWidget(_name(name, field, tooltip, partial(field.setValue, usual)))
            first.addWidget(field)
            first.addSpacing(2 * GRID)
        first.addStretch(1)
        tooltip = tr(
            "Which model imagines; where it cannot do what is asked, the best one that is here does.\n"
            "Double-click the name to leave the choice to Taureau."
        )
        self._model_name = _name(tr("Model"), self.model, tooltip, lambda: self.model.setCurrentIndex(0))
        tooltip = tr(
            "Automatic: on the graphics card where there is a usable one. Processor: slower, and it needs no memory\n"
            "of the graphics card. Double-click the name to go back to automatic."
        )
        second.addWidget(_name(tr("Device"), self.device, tooltip, lambda: self.device.setCurrentIndex(0)))
        second.addWidget(self.device)
        second.addSpacing(2 * GRID)
        second.addWidget(self._model_name)
        second.addWidget(self.model)
        second.addStretch(1)
        tooltip = tr(
            "The most strokes that a drawing has, 1 to {value}; the usual number is what the thing "
            "takes.\nDouble-click the name to go back to the usual number.",
            value=STROKES_RANGE[1],
        )
        third = QHBoxLayout()
        third.addWidget(
            _name(tr("Strokes at most"), self.strokes, tooltip, lambda: self.strokes.setValue(_STROKES_USUAL))
        )
        third.addWidget(self.strokes)
        third.addStretch(1)
        self._of_pixels, self._of_strokes = _rows(first, second), _rows(third)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._of_pixels)
        column.addWidget(self._of_strokes)


def _rows(*rows: QHBoxLayout) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID)
    for row in rows:
        row.setSpacing(GRID)
        column.addLayout(row)
    return made


def _name(text: str, control: NumberField | QComboBox, tooltip: str, go_back: Callable[[], None]) -> QLabel:
    """Return the control's label, with a tooltip and a double-click that resets it."""
    made = label(text, tooltip=tooltip)
    made.setBuddy(control)
    made.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    control.setToolTip(tooltip)
    Reset(control, [made], [control], go_back)
    return made
