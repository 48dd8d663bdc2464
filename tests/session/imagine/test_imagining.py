"""The family tree of what was imagined, by tiny models in the session's own thread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from taureau.document import Drawing, Layer, Stroke
from taureau.geometry import Curve
from taureau.session import ImagineSettings, Imagining, Runner, Session, engine_sketch
from taureau.weights import import_model

from tests.imagine.models import TinyModels
from tests.session.sketches import photo_pixels


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> TinyModels:
    """Karlo, its sister, and the CLIP that tells how far pictures agree with words."""
    made = TinyModels(tmp_path_factory.mktemp("models"))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in made.environment.items():
            patch.setenv(name, value)
        for model_id in ("karlo", "karlo-variations", "vit-l-14"):
            list(import_model(model_id, made.sources[model_id]))
    return made


@pytest.fixture
def session(imported: TinyModels, monkeypatch: pytest.MonkeyPatch, loop: object) -> Iterator[Session]:
    for name, value in imported.environment.items():
        monkeypatch.setenv(name, value)
    session = Session(Runner(engine_sketch))
    yield session
    assert session.close()


@pytest.fixture
def imagining(session: Session) -> Imagining:
    return Imagining(session)


def ready(imagining: Imagining) -> bool:
    return imagining.current is None and bool(imagining.tree.generations)


def test_a_family_grows_below_its_parents(imagining, qtbot):
    imagining.words("a red fox beside a blue hen", "as-typed", 2)
    imagining.words("a camel", "photo", 1)
    assert [one.active for one in imagining.tree.generations] == [True, True]
    assert imagining.waiting == 1
    qtbot.waitUntil(lambda: ready(imagining), timeout=30000)
    foxes, camel = imagining.tree.generations
    assert [picture.number for picture in imagining.tree.pictures()] == [1, 2, 3]
    agreement = foxes.pictures[1].agreement
    assert agreement is not None
    assert [thing.phrase for thing in agreement.things] == ["a red fox", "a blue hen"]
    assert [picture.facts["seed"] for picture in imagining.tree.pictures()] == ["0", "1", "0"]
    assert camel.pictures[0].facts["prompt"] == "a photo of a camel"
    assert foxes.environment == "Karlo on the processor, in full precision"

    imagining.vary(foxes.pictures[1], 1)
    imagining.blend(foxes.pictures[0], camel.pictures[0], 5, ImagineSettings(seed=4, steps=3, guidance=2.0))
    imagining.steer(camel.pictures[0], "a photo of a camel", "a photo of a horse", 0.4)
    qtbot.waitUntil(lambda: ready(imagining), timeout=60000)
    assert [(one.title, one.depth, len(one.pictures)) for one in imagining.tree.generations] == [
        ("a red fox beside a blue hen", 0, 2),
        ("Variations of 2", 1, 1),
        ("From 1 to 3", 1, 5),
        ("a camel", 0, 1),
        ("3, toward “a photo of a horse”", 1, 1),
    ]
    assert imagining.tree.generations[2].parents == (foxes.pictures[0], camel.pictures[0])
    strip = imagining.tree.generations[2].pictures
    asked = {(picture.facts["seed"], picture.facts["steps"], picture.facts["guidance"]) for picture in strip}
    assert asked == {("4", "3", "2")}
    assert strip[0].pixels.tobytes() != strip[4].pixels.tobytes()


def test_what_is_discarded_comes_back_to_its_place(imagining, qtbot):
    imagining.words("a camel", "as-typed", 3)
    qtbot.waitUntil(lambda: ready(imagining), timeout=30000)
    first, second, third = imagining.tree.pictures()
    imagining.tree.discard(second)
    imagining.tree.discard(first)
    assert list(imagining.tree.pictures()) == [third]
    imagining.tree.bring_back()
    imagining.tree.bring_back()
    assert list(imagining.tree.pictures()) == [first, second, third]
    assert not imagining.tree.discarded


def test_stopping_keeps_the_pictures_that_are_ready(imagining, qtbot):
    said = []
    imagining.notified.connect(said.append)
    imagining.words("a camel", "as-typed", 40)
    qtbot.waitUntil(lambda: len(list(imagining.tree.pictures())) >= 1, timeout=30000)
    imagining.stop()
    qtbot.waitUntil(lambda: ready(imagining), timeout=10000)
    count = len(list(imagining.tree.pictures()))
    assert 1 <= count < 40
    assert [message.text for message in said] == [f"Stopped; {count} of 40 pictures are ready."]


def test_a_drawing_waits_for_its_turn_and_is_drawn(imagining, session, qtbot):
    from taureau.session import Choices

    said = []
    session.notified.connect(said.append)
    assert imagining.current is None
    imagining.words("a camel", "as-typed", 2)
    session.source.photo = _photo()
    session.run.draw(Choices(preset="draft"))
    assert said[0].text == "This begins when the pictures of “a camel” are ready."
    assert session.run.state.stage == "Waiting for the pictures"
    qtbot.waitUntil(lambda: session.sheet.drawing is not None and not session.run.active, timeout=60000)
    assert len(list(imagining.tree.pictures())) == 2
    assert session.sheet.drawing.stroke_count > 0


def test_what_lies_on_the_sheet_is_varied(imagining, session, qtbot):
    layer = Layer("lines", (Stroke(Curve.line((10, 10), (190, 80)), 4.0),))
    session.sheet.replace(Drawing(200.0, 100.0, (layer,)), "draw")
    imagining.exchange.use_sheet()
    (taken,) = imagining.tree.pictures()
    assert taken.pixels.shape == (512, 512, 3)
    assert taken.pixels[:120].min() == 255  # it lies in the middle of a white square
    assert taken.pixels[130:380].min() < 60
    imagining.vary(taken, 1)
    qtbot.waitUntil(lambda: ready(imagining), timeout=30000)
    assert [one.depth for one in imagining.tree.generations] == [0, 1]


def test_a_request_that_cannot_be_is_said(imagining):
    said = []
    imagining.notified.connect(said.append)
    imagining.words("  ", "as-typed", 1)
    assert said[0].text == "This cannot be imagined: there is nothing to imagine: write what the picture is to show."
    assert imagining.tree.generations == []


def test_the_session_closes_while_pictures_are_made(imagining, session, qtbot):
    imagining.words("a camel", "as-typed", 40)
    imagining.words("a fox", "as-typed", 40)
    qtbot.waitUntil(lambda: len(list(imagining.tree.pictures())) >= 1, timeout=30000)
    assert session.close()


def test_a_kept_picture_remembers_how_it_was_made(imagining, qtbot, tmp_path):
    from PIL import Image

    imagining.words("a camel", "photo", 1)
    qtbot.waitUntil(lambda: ready(imagining), timeout=30000)
    (picture,) = imagining.tree.pictures()
    assert imagining.keep(picture, tmp_path / "camel.png")
    with Image.open(tmp_path / "camel.png") as kept:
        assert kept.info["prompt"] == "a photo of a camel"
        assert kept.size == (32, 32)
    assert not imagining.keep(picture, tmp_path / "no" / "folder.png")


def _photo():
    from taureau.photo import photo_from_array

    return photo_from_array(photo_pixels(), name="disc.png")


def test_discarding_while_pictures_come_loses_nothing(imagining, qtbot):
    imagining.words("a red fox beside a blue hen", "as-typed", 4)
    (generation,) = imagining.tree.generations
    qtbot.waitUntil(lambda: len(generation.pictures) == 1, timeout=30000)
    imagining.tree.discard(generation.pictures[0])
    qtbot.waitUntil(lambda: ready(imagining), timeout=30000)
    assert [picture.number for picture in generation.pictures] == [2, 3, 4]
    imagining.tree.bring_back()
    assert [picture.number for picture in generation.pictures] == [1, 2, 3, 4]
    assert all(picture.agreement is not None for picture in generation.pictures)


def test_all_pictures_of_a_stopped_request_can_be_brought_back(imagining, qtbot):
    imagining.words("a camel", "as-typed", 40)
    (generation,) = imagining.tree.generations
    qtbot.waitUntil(lambda: len(generation.pictures) == 1, timeout=30000)
    imagining.tree.discard(*generation.pictures)
    imagining.stop()
    qtbot.waitUntil(lambda: imagining.current is None, timeout=10000)
    imagining.tree.bring_back()
    assert generation in imagining.tree.generations
    assert generation.pictures[0].number == 1


def test_a_request_that_waits_is_stopped_at_once(imagining, session, qtbot):
    from taureau.session import Choices

    session.source.photo = _photo()
    session.run.draw(Choices(preset="draft"))
    session.run.pause()
    imagining.words("a camel", "as-typed", 2)
    assert imagining.current is not None
    imagining.stop()
    assert imagining.current is None
    assert imagining.tree.generations == []
    session.run.resume()
    qtbot.waitUntil(lambda: not session.run.active, timeout=60000)
    assert session.sheet.drawing is not None


def test_a_drawing_goes_before_what_was_asked_for_and_not_begun(imagining, session, qtbot):
    from taureau.session import Choices

    said = []
    session.notified.connect(said.append)
    imagining.words("a camel", "as-typed", 40)
    imagining.words("a fox", "as-typed", 40)
    session.source.photo = _photo()
    session.run.draw(Choices(preset="draft"))
    assert said[0].verb == "Stop the pictures"
    said[0].do()
    qtbot.waitUntil(lambda: session.sheet.drawing is not None and not session.run.active, timeout=60000)
    (fox,) = imagining.tree.generations
    assert fox.title == "a fox"
    assert fox.active
    imagining.stop_all()
    qtbot.waitUntil(lambda: imagining.current is None, timeout=30000)


def test_what_waits_says_for_what_and_can_be_stopped_by_itself(imagining, session, qtbot):
    from taureau.session import Choices

    said = []
    imagining.notified.connect(said.append)
    session.source.photo = _photo()
    session.run.draw(Choices(preset="draft"))
    imagining.words("a camel", "as-typed", 2)
    imagining.words("a fox", "as-typed", 1)
    imagining.words("an owl", "as-typed", 1)
    camel, fox, owl = imagining.tree.generations
    assert imagining.waits_for(camel) == "waits for the drawing"
    session.run.pause()
    assert imagining.waits_for(camel) == "waits for the drawing, which is paused"
    assert imagining.waits_for(owl) == "waits for “a fox”"
    imagining.stop(fox)
    assert [message.text for message in said] == ["“a fox” was stopped before it began."]
    assert imagining.tree.generations == [camel, owl]
    assert imagining.waits_for(owl) == "waits for “a camel”"
    session.run.resume()
    qtbot.waitUntil(lambda: ready(imagining), timeout=60000)
    assert imagining.waits_for(owl) == ""
    assert [len(one.pictures) for one in imagining.tree.generations] == [2, 1]


def test_what_was_asked_for_first_is_the_current_one_wherever_it_stands(imagining, qtbot):
    imagining.words("a camel", "as-typed", 1)
    qtbot.waitUntil(lambda: ready(imagining), timeout=30000)
    imagining.words("a fox", "as-typed", 40)
    imagining.vary(imagining.tree.generations[0].pictures[0], 1)
    assert [one.title for one in imagining.tree.generations] == ["a camel", "Variations of 1", "a fox"]
    assert imagining.current is imagining.tree.generations[2]
    imagining.stop()
    qtbot.waitUntil(lambda: ready(imagining), timeout=30000)
    assert len(imagining.tree.generations[1].pictures) == 1


def test_a_model_that_cannot_do_it_is_replaced_and_this_is_said(imagining, qtbot):
    said = []
    imagining.notified.connect(said.append)
    imagining.words("a camel", "as-typed", 1, ImagineSettings(model="karlo-variations"))
    assert said[0].text == "Karlo for variations cannot do this; Karlo does."
    qtbot.waitUntil(lambda: ready(imagining), timeout=30000)
    (camel,) = imagining.tree.pictures()
    imagining.vary(camel, 1, ImagineSettings(model="karlo"))
    qtbot.waitUntil(lambda: ready(imagining), timeout=30000)
    assert [picture.facts["model"] for picture in imagining.tree.pictures()] == ["karlo", "karlo"]
    assert len(said) == 1
