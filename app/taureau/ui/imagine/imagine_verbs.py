"""Buttons for the chosen image."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from taureau.imagine import Medium
from taureau.imagine.request import MAX_IMAGES, STROKES_THETA, THETA
from taureau.session import Picture
from taureau.session.imagine.imagining import STRIP
from taureau.session.language import tr
from taureau.ui.widgets.number_input import NumberField
from taureau.ui.widgets.parts import label, push_button
from taureau.ui.widgets.reset import Reset
from taureau.ui.widgets.theme import GRID

VARIATIONS = 4


class ImagineVerbs(QFrame):
    """A bar of buttons; two ask a question first: which image to blend with, and which words to steer by."""

    sketch_asked = Signal(object)  # Picture
    use_asked = Signal(object)  # Picture that is a drawing
    vary_asked = Signal(object, int)  # how often
    blend_asked = Signal(object, object, int)  # from which to which, in so many pictures
    steer_asked = Signal(object, str, str, float)  # before, after, theta
    keep_asked = Signal(object)
    discard_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._picture: Picture | None = None
        self._blending: Picture | None = None  # waits for its other end
        self.name = label("", "stage")
        self.sketch = push_button(
            tr("Sketch it"), icon="spline", tooltip=tr("Draw this picture, as if it were a photo")
        )
        self.use = push_button(
            tr("Use it"),
            icon="spline",
            tooltip=tr("Make this the drawing on the sheet; undo brings back what is there"),
        )
        self.vary = push_button(tr("Vary it"), icon="dices", tooltip=tr("Imagine more of the same"))
        self.times = count_field(
            tr("How many variations"), 1, VARIATIONS, tr("how many variations are made"), prefix="× "
        )
        self.blend = push_button(tr("Blend…"), tooltip=tr("Generate a strip of pictures from this one to another"))
        self.steps = count_field(
            tr("Pictures of the blend"), 2, STRIP, tr("pictures of the strip, both ends among them")
        )
        self.steer = push_button(tr("Steer…"), tooltip=tr("Change it from one sentence toward another"))
        self.keep = push_button(tr("Keep…"), icon="save", tooltip=tr("Write it into a file, with how it was made"))
        self.discard = push_button(
            tr("Discard"), icon="trash-2", tooltip=tr("Take the picture away (Delete); this can be undone")
        )
        self.never_mind = push_button(tr("Never mind"), tooltip=tr("Cancel the blend (Esc)"))
        self.buttons: tuple[QWidget, ...] = (
            self.sketch, self.use, self.vary, self.times, self.blend, self.steer, self.keep, self.discard,
        )  # fmt: skip
        self._in_pictures = label(tr("Pictures"), tooltip=self.steps.toolTip())
        self._in_pictures.setBuddy(self.steps)
        Reset(self, [self._in_pictures], [], lambda: self.steps.setValue(STRIP))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.name)
        row.addStretch(1)
        for widget in (*self.buttons, self._in_pictures, self.steps, self.never_mind):
            row.addWidget(widget)
        self.words = SteeringWords()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, GRID + GRID // 2, 3 * GRID, GRID + GRID // 2)
        column.setSpacing(GRID)
        column.addWidget(self.words)
        column.addLayout(row)
        for button, asked in (
            (self.sketch, self.sketch_asked),
            (self.use, self.use_asked),
            (self.keep, self.keep_asked),
            (self.discard, self.discard_asked),
        ):
            button.clicked.connect(lambda _=False, asked=asked: asked.emit(self._picture))
        self.vary.clicked.connect(lambda: self.vary_asked.emit(self._picture, round(self.times.value())))
        self.blend.clicked.connect(self._begin_to_blend)
        self.never_mind.clicked.connect(self._blend_no_more)
        self.steer.clicked.connect(lambda: self._show_words(not self.words.isVisible()))
        self.words.asked.connect(self._steer)
        self.words.hide()
        self._show_buttons(blending=False)
        self.hide()

    @property
    def room(self) -> int:
        """The width of the buttons beside a number of three digits, px."""
        margins = self._column.contentsMargins()
        name = self.name.fontMetrics().horizontalAdvance(tr("Picture 888"))
        widgets = (widget for widget in self.buttons if widget is not self.use)  # it takes the place of `sketch`
        return sum(widget.sizeHint().width() + GRID for widget in widgets) + name + margins.left() + margins.right()

    def set_picture(self, picture: Picture | None) -> None:
        """Set the chosen picture."""
        before, self._picture = self._picture, picture
        if picture is None:
            self._blend_no_more()
            self._show_words(False)
        elif self._blending is None:
            self.name.setText(tr("Picture {number}", number=picture.number))
        if picture is not None and (before is None or before.number != picture.number):
            # else it would go over what is being typed
            self.words.set_before(next(filter(None, map(picture.facts.get, ("to", "prompt", "shows"))), ""))
        self._show_buttons(blending=self._blending is not None)
        self.setVisible(picture is not None)

    def set_medium(self, medium: Medium) -> None:
        """Show the words and the distance that do well in this medium."""
        self.words.set_usual(STROKES_THETA if medium == "strokes" else THETA)
        of = "" if medium == "strokes" else tr("a photo of ")
        self.words.before.setPlaceholderText(tr("{of}a cat", of=of))
        self.words.after.setPlaceholderText(tr("{of}a lion", of=of))

    def pick(self, picture: Picture) -> None:
        """Handle a click on a picture; while a blend asks for its other end, this is it."""
        waits = self._blending
        if waits is not None and picture.number != waits.number:
            self._blend_no_more()
            self.blend_asked.emit(waits, picture, round(self.steps.value()))

    def leave(self) -> bool:
        """Cancel the question; return False if there is none."""
        asking = self._blending is not None or self.words.isVisible()
        self._blend_no_more()
        self._show_words(False)
        return asking

    def _begin_to_blend(self) -> None:
        self._blending = self._picture
        self._show_words(False)
        if self._picture is not None:
            self.name.setText(tr("Click the picture to blend {number} with", number=self._picture.number))
        self._show_buttons(blending=True)
        self.never_mind.setFocus()

    def _blend_no_more(self) -> None:
        self._blending = None
        if self._picture is not None:
            self.name.setText(tr("Picture {number}", number=self._picture.number))
        self._show_buttons(blending=False)

    def _show_buttons(self, *, blending: bool) -> None:
        for widget in self.buttons:
            widget.setVisible(not blending)
        drawn = self._picture is not None and self._picture.drawing is not None
        self.use.setVisible(drawn and not blending)
        self.sketch.setVisible(not drawn and not blending)
        for widget in (self._in_pictures, self.steps, self.never_mind):
            widget.setVisible(blending)

    def _show_words(self, shown: bool) -> None:
        self.words.setVisible(shown)
        if shown:
            (self.words.after if self.words.before.text() else self.words.before).setFocus()

    def _steer(self) -> None:
        before, after = self.words.before.text().strip(), self.words.after.text().strip()
        if self._picture is not None:
            self.steer_asked.emit(self._picture, before, after, self.words.far.value() / 100)


def count_field(name: str, low: int, default: int, what: str, *, prefix: str = "", unit: str = "") -> NumberField:
    """Return a field for a number of pictures, `low` to MAX_IMAGES; `what` begins its tooltip."""
    made = NumberField(name, low, MAX_IMAGES, unit=unit)
    made.setPrefix(prefix)
    made.setFixedWidth(6 * GRID)
    made.setValue(default)
    made.setToolTip(
        tr(
            "{upper}{value}, {low} to {MAX_IMAGES}.\nCtrl+Backspace goes back to {default}.",
            upper=what[:1].upper(),
            value=what[1:],
            low=low,
            MAX_IMAGES=MAX_IMAGES,
            default=default,
        )
    )
    Reset(made, [], [made], lambda: made.setValue(default))
    return made


class SteeringWords(QWidget):
    """The fields for steering: from which words, to which, and how far."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        self._usual = THETA
        self.far = NumberField(tr("How far"), 0, 100, unit=" %")
        self.far.setFixedWidth(8 * GRID)
        self.far.setValue(100 * THETA)
        far = self._far_name = label(tr("How far"))
        far.setBuddy(self.far)
        Reset(self, [far], [self.far], lambda: self.far.setValue(100 * self._usual))
        self.steer = push_button(tr("Steer"), tooltip=tr("Imagine the changed picture"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for field, said, example in (
            (self.before, tr("From"), tr("a photo of a cat")),
            (self.after, tr("To"), tr("a photo of a lion")),
        ):
            field.setPlaceholderText(example)
            field.setAccessibleName(tr("{said} which words", said=said))
            field.setToolTip(tr("What it shows") if said == "From" else tr("What it is to show"))
            field.textChanged.connect(self._show_missing)
            field.returnPressed.connect(self.steer.click)
            row.addWidget(label(said))
            row.addWidget(field, 1)
        row.addWidget(far)
        row.addWidget(self.far)
        row.addWidget(self.steer)
        self.steer.clicked.connect(self.asked)
        self.set_usual(THETA)
        self._show_missing()

    def set_usual(self, theta: float) -> None:
        """Set how far it usually goes, 0 … 1; a value that was changed stays."""
        if self.far.value() == 100 * self._usual:
            self.far.setValue(100 * theta)
        self._usual = theta
        tooltip = tr(
            "How far it goes from the picture: 0 % leaves it as it is, 100 % keeps nothing but the "
            "words;\n{value:.0f} % does well. Double-click the name to go back to it.",
            value=100 * theta,
        )
        for part in (self.far, self._far_name):
            part.setToolTip(tooltip)

    def set_before(self, sentence: str) -> None:
        self.before.setText(sentence)
        self.before.setCursorPosition(0)

    def _show_missing(self) -> None:
        before, after = self.before.text().split(), self.after.text().split()
        self.steer.setEnabled(bool(before) and bool(after) and before != after)
        missing = tr("Say what it shows and what it is to show") if not (before and after) else tr("Both are the same")
        self.steer.setToolTip(tr("Imagine the changed picture") if self.steer.isEnabled() else missing)
