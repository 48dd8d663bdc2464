"""What is seen: a real encoder, tiny, looks at photo and drawing in a thread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from taureau.engine.runs.classify import classify
from taureau.photo import photo_from_array
from taureau.session import Models, Runner, Seeing, Session
from taureau.session.files.opening import Opened

from tests.perception.tiny_clip import bring, clip_catalogue
from tests.session.sketches import SteppedSketch, photo_pixels


class Watched:
    """A session with a photo, and somebody who watches what is seen in it."""

    def __init__(self) -> None:
        self.sketch = SteppedSketch(steps=3)
        self.session = Session(Runner(self.sketch))
        self.models = Models()
        self.seeing = Seeing(self.session, self.models)
        self.seeing.set_labels("cat, dog, cat , a  cup")
        self.seeing.watch(True)

    def take_photo(self) -> None:
        self.session.file.begin(Opened(photo=photo_from_array(photo_pixels(), name="disc")))

    def close(self) -> None:
        self.sketch.go_on()
        self.session.run.discard()
        assert self.session.close()
        assert self.seeing.close()
        self.models.close()


@pytest.fixture
def watched(loop: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    clip_catalogue(tmp_path, monkeypatch)
    bring("vit-b-32", "vit", tmp_path)
    made = Watched()
    yield made
    made.close()


def test_the_photo_is_named_as_the_command_line_names_it(watched: Watched, qtbot: QtBot) -> None:
    watched.take_photo()
    qtbot.waitUntil(lambda: watched.seeing.answer is not None, timeout=60_000)
    answer = watched.seeing.answer
    assert answer is not None
    assert answer.problem == ""
    assert list(answer.question.labels) == ["cat", "dog", "a cup"]
    expected = classify(photo_pixels(), ["cat", "dog", "a cup"], "vit-b-32")
    assert answer.photo == {belief.label: belief.probability for belief in expected}
    assert answer.drawing == {}
    assert answer.sentences["dog"][1] == "a sketch of a dog"


def test_the_drawing_is_looked_at_while_it_is_drawn(watched: Watched, qtbot: QtBot, request: Any) -> None:
    from taureau.session import Choices

    watched.take_photo()
    qtbot.waitUntil(lambda: watched.seeing.answer is not None, timeout=60_000)
    photo = watched.seeing.answer.photo
    watched.session.run.draw(Choices(strokes=3))
    watched.sketch.go_on(1)
    qtbot.waitUntil(lambda: bool(watched.seeing.answer.drawing), timeout=20_000)
    answer = watched.seeing.answer
    assert watched.session.run.active
    assert answer.question.drawing is watched.session.sheet.preview
    assert sum(answer.drawing.values()) == pytest.approx(1, abs=1e-5)
    assert answer.photo is photo  # it was not looked at again
    watched.sketch.go_on()
    qtbot.waitUntil(lambda: watched.seeing.answer.question.drawing is watched.session.sheet.drawing is not None)
    assert watched.seeing.answer.drawing != answer.drawing


def test_other_labels_are_other_questions(watched: Watched, qtbot: QtBot) -> None:
    watched.take_photo()
    watched.seeing.set_labels("horse, rider")  # while it may already be looking
    qtbot.waitUntil(lambda: watched.seeing.answer is not None, timeout=60_000)
    assert set(watched.seeing.answer.photo) == {"horse", "rider"}
    watched.seeing.set_labels("horse")
    assert watched.seeing.answer is None
    qtbot.wait(50)
    assert not watched.seeing.looking


def test_nobody_watches_nothing_is_looked_at(watched: Watched, qtbot: QtBot) -> None:
    watched.seeing.watch(False)
    watched.take_photo()
    qtbot.wait(50)
    assert not watched.seeing.looking
    watched.seeing.watch(True)
    qtbot.waitUntil(lambda: watched.seeing.answer is not None, timeout=60_000)


def test_an_encoder_that_comes_is_asked_at_once(
    loop: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    clip_catalogue(tmp_path, monkeypatch)
    made = Watched()
    made.take_photo()
    qtbot.wait(50)
    assert (made.seeing.reader, made.seeing.looking) == (None, False)
    bring("vit-b-32", "vit", tmp_path)
    made.models.look()
    assert made.seeing.reader == "vit-b-32"
    qtbot.waitUntil(lambda: made.seeing.answer is not None, timeout=60_000)
    made.close()


def test_damage_is_said(watched: Watched, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "models" / "vit-b-32" / "open_clip_model.safetensors"
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    watched.take_photo()
    qtbot.waitUntil(lambda: watched.seeing.answer is not None, timeout=60_000)
    assert "is not the file that came" in watched.seeing.answer.problem
    damaged = watched.seeing.answer
    watched.session.sheet.changed.emit()
    qtbot.wait(50)
    assert watched.seeing.answer is damaged  # it is not asked again, which would read the file again
    bring("vit-b-32", "vit", tmp_path)
    watched.models.changed.emit("vit-b-32")
    qtbot.waitUntil(lambda: watched.seeing.answer is not None, timeout=60_000)
    assert watched.seeing.answer.problem == ""
