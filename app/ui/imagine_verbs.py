"""What can be done with a picture that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.imagine.request import THETA
from app.session import Picture
from app.ui.number_row import NumberRow
from app.ui.parts import label, push_button
from app.ui.theme import GRID


class ImagineVerbs(QFrame):
    """A bar of verbs; two of them ask on: which picture to blend with, and which words to steer by."""

    sketch_asked = Signal(object)  # Picture
    vary_asked = Signal(object)
    blend_asked = Signal(object, object)  # from which to which
    steer_asked = Signal(object, str, str, float)  # before, after, theta
    keep_asked = Signal(object)
    discard_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._picture: Picture | None = None
        self._blending: Picture | None = None  # waits for its other end
        self.name = label("", "stage")
        self.sketch = push_button("Sketch it", icon="spline", tooltip="Draw this picture, as if it were a photo")
        self.vary = push_button("Vary it", icon="dices", tooltip="Imagine more of the same")
        self.blend = push_button("Blend with…", tooltip="Imagine what lies between this picture and another one")
        self.steer = push_button("Steer…", tooltip="Change it from what one sentence says toward what another one says")
        self.keep = push_button("Keep…", icon="save", tooltip="Write the picture into a file, with how it was made")
        self.discard = push_button("Discard", icon="trash-2", tooltip="Take the picture away; this can be undone")
        self.never_mind = push_button("Never mind", tooltip="Blend with none")
        self.buttons = (self.sketch, self.vary, self.blend, self.steer, self.keep, self.discard)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.name)
        row.addStretch(1)
        for button in (*self.buttons, self.never_mind):
            row.addWidget(button)
        self.words = _SteeringWords()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, GRID + GRID // 2, 3 * GRID, GRID + GRID // 2)
        column.setSpacing(GRID)
        column.addWidget(self.words)
        column.addLayout(row)
        for button, asked in (
            (self.sketch, self.sketch_asked),
            (self.vary, self.vary_asked),
            (self.keep, self.keep_asked),
            (self.discard, self.discard_asked),
        ):
            button.clicked.connect(lambda _=False, asked=asked: asked.emit(self._picture))
        self.blend.clicked.connect(self._begin_to_blend)
        self.never_mind.clicked.connect(self._blend_no_more)
        self.steer.clicked.connect(lambda: self._show_words(not self.words.isVisible()))
        self.words.asked.connect(self._steer)
        self.words.hide()
        self.never_mind.hide()
        self.hide()

    def set_picture(self, picture: Picture | None) -> None:
        """The picture that is chosen; while one waits to be blended, this is its other end."""
        waits, before, self._picture = self._blending, self._picture, picture
        if waits is not None and picture is not None and picture.number != waits.number:
            self._blend_no_more()
            self.blend_asked.emit(waits, picture)
        if picture is None:
            self._blend_no_more()
            self._show_words(False)
        elif self._blending is None:
            self.name.setText(f"Picture {picture.number}")
            if before is None or before.number != picture.number:  # else it would go over what is being typed
                self.words.set_before(picture.facts.get("to") or picture.facts.get("prompt", ""))
        self.setVisible(picture is not None)

    def leave(self) -> bool:
        """Ask no further; False where nothing is being asked."""
        asking = self._blending is not None or self.words.isVisible()
        self._blend_no_more()
        self._show_words(False)
        return asking

    def _begin_to_blend(self) -> None:
        self._blending = self._picture
        self._show_words(False)
        if self._picture is not None:
            self.name.setText(f"Click the picture to blend {self._picture.number} with")
        self._show_buttons(blending=True)
        self.never_mind.setFocus()

    def _blend_no_more(self) -> None:
        self._blending = None
        if self._picture is not None:
            self.name.setText(f"Picture {self._picture.number}")
        self._show_buttons(blending=False)

    def _show_buttons(self, *, blending: bool) -> None:
        for button in self.buttons:
            button.setVisible(not blending)
        self.never_mind.setVisible(blending)

    def _show_words(self, shown: bool) -> None:
        self.words.setVisible(shown)
        if shown:
            (self.words.after if self.words.before.text() else self.words.before).setFocus()

    def _steer(self) -> None:
        before, after = self.words.before.text().strip(), self.words.after.text().strip()
        if self._picture is not None:
            self.steer_asked.emit(self._picture, before, after, self.words.far.value / 100)


class _SteeringWords(QWidget):
    """From which words to which, and how far."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.far = NumberRow(
            "How far",
            low=0,
            high=100,
            slider_high=60,
            default=100 * THETA,
            unit=" %",
            tooltip="0 % leaves the picture as it is, 100 % keeps nothing but the words; 25 to 50 % do well.",
        )
        self.steer = push_button("Steer", tooltip="Imagine the changed picture")
        fields = QHBoxLayout()
        fields.setSpacing(GRID)
        for field, said, example in (
            (self.before, "From", "a photo of a cat"),
            (self.after, "To", "a photo of a lion"),
        ):
            field.setPlaceholderText(example)
            field.setAccessibleName(f"{said} which words")
            field.setToolTip("What it shows" if said == "From" else "What it is to show")
            field.textChanged.connect(self._look)
            field.returnPressed.connect(self.steer.click)
            fields.addWidget(label(said))
            fields.addWidget(field, 1)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.far, 1)
        row.addWidget(self.steer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(fields)
        column.addLayout(row)
        self.steer.clicked.connect(self.asked)
        self._look()

    def set_before(self, sentence: str) -> None:
        self.before.setText(sentence)
        self.before.setCursorPosition(0)

    def _look(self) -> None:
        before, after = self.before.text().split(), self.after.text().split()
        self.steer.setEnabled(bool(before) and bool(after) and before != after)
        missing = "Say what it shows and what it is to show" if not (before and after) else "Both say the same"
        self.steer.setToolTip("Imagine the changed picture" if self.steer.isEnabled() else missing)
