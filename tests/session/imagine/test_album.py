"""Pictures that were imagined outlive the session that has them, however it ends."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from taureau.session import Album, Imagining
from taureau.session.imagine.imagining import Generation
from taureau.session.recovery.file_writer import FileWriter

FACTS = {"prompt": "a red fox", "model": "karlo", "seed": "3", "steps": "25", "guidance": "8"}


def pixels(shade: int) -> NDArray[np.uint8]:
    made = np.full((32, 32, 3), shade, np.uint8)
    made[8:20, 8:12] = (200, 30, 40)
    return made


class Life:
    """A session's pictures, from its start to its end."""

    def __init__(self, session, state) -> None:
        self.imagining = Imagining(session)
        self.writer = FileWriter()
        self.album = Album(self.imagining, state / "imagined", self.writer)
        self.said: list[str] = []
        self.imagining.notified.connect(lambda message: self.said.append(message.text))
        self.over = False

    def imagine(self, *shades: int) -> Generation:
        pictures = [self.imagining.tree.picture(pixels(shade), dict(FACTS)) for shade in shades]
        generation = Generation("a red fox", (), 0, len(pictures), pictures=pictures)
        self.imagining.tree.add(generation)
        return generation

    def shades(self) -> list[int]:
        return [int(picture.pixels[0, 0, 0]) for picture in self.imagining.tree.pictures()]

    def close(self) -> None:
        if not self.over:
            self.album.close()
        self.writer.close()

    def crash(self) -> None:
        """As the system ends a process: its locks go, its files stay."""
        self.over = True
        self.writer.close()
        for place in self.album._places:
            place.lock.release()


@pytest.fixture
def live(session, state, qtbot):
    lives: list[Life] = []

    def begin() -> Life:
        life = Life(session, state)
        lives.append(life)
        looked: list[str] = []
        life.album.load()
        life.writer.start(lambda: None, looked.append)
        qtbot.waitUntil(lambda: bool(looked))
        return life

    yield begin
    for life in lives:
        life.close()


@pytest.mark.parametrize("end", [Life.close, Life.crash])
def test_pictures_are_there_again_at_the_next_start(live, end):
    first = live()
    first.imagine(10, 20)
    end(first)
    second = live()
    assert second.shades() == [10, 20]
    back = next(iter(second.imagining.tree.pictures()))
    assert back.facts == FACTS
    assert np.array_equal(back.pixels, pixels(10))
    assert [one.title for one in second.imagining.tree.generations] == ["From last time"]
    second.imagine(30)
    end(second)
    assert sorted(live().shades()) == [10, 20, 30]


def test_what_was_kept_or_discarded_is_not_offered(live, tmp_path, state):
    first = live()
    kept, discarded, _, again = first.imagine(10, 20, 30, 40).pictures
    assert first.imagining.keep(kept, tmp_path / "fox.png")
    first.imagining.tree.discard(discarded)
    first.imagining.tree.discard(again)
    first.imagining.tree.bring_back()
    first.close()
    second = live()
    assert second.shades() == [30, 40]
    second.imagining.tree.discard(*second.imagining.tree.pictures())
    second.close()
    assert live().shades() == []
    assert not any(state.glob("imagined/*"))


def test_another_window_does_not_take_what_this_one_has(live):
    first = live()
    first.imagine(10)
    second = live()
    assert second.shades() == []
    second.imagine(20)
    first.close()
    second.close()
    assert sorted(live().shades()) == [10, 20]


def test_a_damaged_picture_is_set_aside_and_said(live, state):
    first = live()
    first.imagine(10, 20)
    first.close()
    path = sorted(state.glob("imagined/*/*.png"))[0]
    path.write_bytes(path.read_bytes()[:100])
    second = live()
    assert second.shades() == [20]
    assert second.said == ["A picture from last time could not be read."]
    assert len(list(path.parent.glob("0001.png.broken-*"))) == 1


def test_a_disk_that_takes_nothing_is_said_once(live, state, qtbot):
    state.mkdir(exist_ok=True)
    (state / "imagined").write_text("no folder")
    life = live()
    life.imagine(10, 20)
    qtbot.waitUntil(lambda: bool(life.said))
    assert life.said[0] == "The pictures will be gone when Taureau closes: no copy of them can be written."
    life.imagine(30)
    assert life.shades() == [10, 20, 30]


def test_what_lies_on_the_sheet_needs_no_copy(live, state):
    life = live()
    life.imagining.tree.add(
        Generation("The photo on the sheet", (), 0, 1, pictures=[life.imagining.tree.picture(pixels(5), {})])
    )
    life.close()
    assert not (state / "imagined").exists()
