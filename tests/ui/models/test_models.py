"""The page of models and the choice of the encoder, through real clicks, from a real server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from taureau.session import Runner, Session
from taureau.ui.shell.main_window import MainWindow
from taureau.ui.widgets.parts import breakable
from taureau.weights import fetch, import_model

from tests.session.sketches import SteppedSketch
from tests.weights.little import PADDED, SAFE, LittleCatalogue
from tests.weights.server import Served, Server, serving

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        running.files["/little"] = Served(PADDED)
        yield running


@pytest.fixture(autouse=True)
def little(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LittleCatalogue:
    made = LittleCatalogue(tmp_path / "catalogue.json", tmp_path / "models", tmp_path / "config")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    for model_id in ("little", "rn101", "datacomp-vit-b-32-256"):
        made.add_encoder(model_id, url=f"{server.url}/little", size=len(PADDED))
    return made


@pytest.fixture
def page(window, qtbot):
    window.verbs.models.trigger()
    qtbot.waitExposed(window.pages.models)
    return window.pages.models


def visible(care) -> list[str]:
    return [button.text() for button in care.buttons if button.isVisible()]


def test_a_model_from_its_fetch_to_its_removal(page, little, qtbot):
    care = page.cares["little"]
    assert care.standing.text() == "Not on this machine"
    assert visible(care) == ["Fetch", "Import"]
    qtbot.mouseClick(care.fetch, LEFT)
    qtbot.waitUntil(lambda: care.standing.text() == "On this machine, 4 MB")
    assert visible(care) == ["Verify", "Remove"]
    assert (little.models / "little" / "little.safetensors").read_bytes() == PADDED
    qtbot.mouseClick(care.verify, LEFT)
    qtbot.waitUntil(lambda: care.result.text() == "The files are intact.")
    qtbot.mouseClick(care.remove, LEFT)
    assert care.standing.text() == "Remove Little little from this machine?"
    assert visible(care) == ["Remove", "Leave it"]
    qtbot.mouseClick(care.rather_not, LEFT)
    assert visible(care) == ["Verify", "Remove"]
    qtbot.mouseClick(care.remove, LEFT)
    qtbot.mouseClick(care.really, LEFT)
    qtbot.waitUntil(lambda: care.standing.text() == "Not on this machine")
    assert not (little.models / "little").exists()


def test_progress_is_shown_and_stopping_keeps_what_came(page, server, qtbot):
    server.files["/little"].hangs_after = 2_000_000
    care = page.cares["little"]
    qtbot.mouseClick(care.fetch, LEFT)
    qtbot.waitUntil(lambda: care.standing.text().startswith("Fetching "))
    assert care.standing.text().endswith(" of 4 MB")
    assert visible(care) == ["Stop"]
    assert care.bar.isVisible()
    qtbot.mouseClick(care.stop, LEFT)
    server.files["/little"].hangs_after = None
    server.go_on.set()
    qtbot.waitUntil(lambda: visible(care) == ["Go on fetching", "Import", "Remove"])
    qtbot.mouseClick(care.fetch, LEFT)
    qtbot.waitUntil(lambda: care.standing.text() == "On this machine, 4 MB")


def test_what_goes_wrong_is_said_in_place(page, server, qtbot):
    server.files.clear()
    care = page.cares["little"]
    qtbot.mouseClick(care.fetch, LEFT)
    qtbot.waitUntil(care.result.isVisible)
    assert care.result.text().startswith("There is no such file any more")
    assert visible(care) == ["Fetch", "Import"]


def test_import_from_a_file(page, little, tmp_path, qtbot):
    (tmp_path / "stick.safetensors").write_bytes(PADDED)
    care = page.cares["little"]
    care.from_file.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    field = QApplication.activeModalWidget().findChild(QLineEdit)
    QTest.keyClicks(field, str(tmp_path / "stick.safetensors"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: care.standing.text() == "On this machine, 4 MB")
    assert visible(care) == ["Verify", "Remove"]


def test_the_builtin_encoder_can_only_be_verified(page, qtbot):
    care = page.cares["builtin"]
    assert care.standing.text() == "Built in"
    assert visible(care) == ["Verify"]
    qtbot.mouseClick(care.verify, LEFT)
    qtbot.waitUntil(lambda: care.result.text() == "The files are intact.")


def test_damage_is_said_and_can_be_removed(page, little, tmp_path, qtbot):
    care = page.cares["little"]
    qtbot.mouseClick(care.fetch, LEFT)
    qtbot.waitUntil(lambda: care.standing.text() == "On this machine, 4 MB")
    (little.models / "little" / "little.safetensors").write_bytes(SAFE)
    page.close()
    page.show_model("little")
    assert care.standing.text() == "Broken"
    assert "bytes instead of" in care.result.text()
    assert "Remove" in visible(care)


def test_the_window_closes_while_a_model_is_being_fetched(page, window, server, little, qtbot):
    server.files["/little"].hangs_after = 2_000_000
    qtbot.mouseClick(page.cares["little"].fetch, LEFT)
    qtbot.waitUntil(lambda: page.cares["little"].standing.text().startswith("Fetching "))
    assert window.close()
    assert (little.models / ".little.fetch" / "little.safetensors.part").stat().st_size > 0


@pytest.fixture
def draw(with_photo, qtbot):
    """The panel with the choice of the encoder in sight."""
    qtbot.mouseClick(with_photo.ask_panel.draw.fold, LEFT)
    return with_photo.ask_panel.draw


def test_without_clip_the_standard_preset_needs_nothing(draw):
    assert draw.preset.value == "standard"
    assert not draw.need.isVisible()
    assert not draw.encoder.list.isEnabled()
    assert draw.encoder.purpose.text() == "Draft and Standard draw with the encoder that comes with Taureau."


@pytest.mark.parametrize(("preset", "model_id"), [("fine", "datacomp-vit-b-32-256"), ("clipasso", "rn101")])
def test_a_preset_whose_encoder_is_missing_explains_itself_and_has_it_fetched_in_place(
    preset, model_id, draw, with_photo, qtbot, sketch, little
):
    panel = with_photo.ask_panel
    qtbot.mouseClick(draw.preset.button(preset), LEFT)
    assert draw.need.isVisible()
    assert f"Little {model_id}: Tests." in draw.need.why.text()
    assert draw.need.terms.text() == "MIT. Free to use."
    assert not panel.button.isEnabled()
    assert panel.button.toolTip() == f"Little {model_id} is not here yet"
    QTest.keyClick(with_photo, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sketch.requests == []
    qtbot.mouseClick(draw.need.care.fetch, LEFT)
    qtbot.waitUntil(panel.button.isEnabled)
    assert not draw.need.isVisible()
    assert (little.models / model_id / "little.safetensors").is_file()
    qtbot.mouseClick(panel.button, LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 1)
    assert (sketch.requests[0].preset, sketch.requests[0].encoder) == (preset, "builtin")


def test_an_encoder_of_the_list_is_drawn_with(draw, with_photo, qtbot, sketch):
    qtbot.mouseClick(draw.preset.button("fine"), LEFT)
    draw.encoder.list.setFocus()
    QTest.keyClick(draw.encoder.list, Qt.Key.Key_Down)
    assert draw.encoder.value == "little"
    assert draw.encoder.list.currentText() == "Little little (not here)"
    assert draw.encoder.purpose.text() == "Tests."
    assert draw.need.model_id == "little"
    qtbot.mouseClick(draw.need.care.fetch, LEFT)
    qtbot.waitUntil(lambda: draw.encoder.list.currentText() == "Little little")
    assert not draw.need.isVisible()
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 1)
    assert sketch.requests[0].encoder == "little"
    qtbot.mouseClick(draw.preset.button("standard"), LEFT)
    assert with_photo.ask_panel.choices.encoder == "builtin"


def test_the_start_is_the_recipes_where_clip_draws(draw, qtbot):
    assert draw.start.isVisible()
    qtbot.mouseClick(draw.preset.button("clipasso"), LEFT)
    assert not draw.start.isVisible()
    qtbot.mouseClick(draw.preset.button("draft"), LEFT)
    assert draw.start.isVisible()


def test_where_clip_is_here_the_fine_preset_is_the_default(little, loop, appearance, settings, server):
    (model,) = (entry for entry in little.entries if entry["id"] == "rn101")
    list(fetch(model["id"]))
    window = MainWindow(Session(Runner(SteppedSketch())), appearance, settings)
    try:
        assert window.ask_panel.choices.preset == "fine"
        assert window.ask_panel.draw.need.missing == ""
    finally:
        window.close()
        window.deleteLater()


def test_both_lead_to_the_page(draw, with_photo, qtbot):
    qtbot.mouseClick(draw.encoder.all, LEFT)
    qtbot.waitUntil(with_photo.pages.models.isVisible)
    with_photo.pages.models.close()
    qtbot.mouseClick(draw.preset.button("fine"), LEFT)
    qtbot.mouseClick(draw.need.others, LEFT)
    qtbot.waitUntil(with_photo.pages.models.isVisible)


def test_what_an_encoder_needs_comes_into_sight_in_a_low_window(draw, with_photo, qtbot):
    with_photo.resize(1024, 600)
    qtbot.mouseClick(draw.preset.button("fine"), LEFT)
    draw.encoder.choose("little")
    button = draw.need.care.fetch
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect().height() == button.height())


def test_every_control_of_the_page_has_a_name_and_a_tooltip(page):
    from PySide6.QtWidgets import QAbstractButton

    buttons = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert len(buttons) >= 5
    assert [button.text() for button in buttons if not (button.accessibleName() or button.text())] == []
    assert [button.text() for button in buttons if not button.toolTip()] == []
    assert page.cares["little"].fetch.accessibleName() == "Fetch Little little"


def test_a_model_that_another_program_brought_is_there_when_the_window_comes_back(window, little, tmp_path, qtbot):
    (tmp_path / "stick.safetensors").write_bytes(PADDED)
    list(import_model("datacomp-vit-b-32-256", tmp_path / "stick.safetensors"))
    qtbot.mouseClick(window.ask_panel.draw.preset.button("fine"), LEFT)
    assert window.ask_panel.draw.need.isVisible()
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: not window.ask_panel.draw.need.isVisible())


def test_long_addresses_break_into_lines():
    said = "cannot read https://example.org/a/b8cca3fd41ae0c99ba7e8951adf17d267cdb84cd/ViT.pt: try and/or again"
    assert breakable(said).replace("\u200b", "") == said
    assert max(len(piece) for piece in re.split("[\u200b ]", breakable(said))) <= 17
    assert breakable("no address here") == "no address here"


def test_a_broken_catalogue_is_said_and_the_window_draws_all_the_same(
    tmp_path, monkeypatch, loop, appearance, settings, qtbot
):
    (tmp_path / "broken.json").write_text("{")
    monkeypatch.setenv("TAUREAU_CATALOGUE", str(tmp_path / "broken.json"))
    window = MainWindow(Session(Runner(SteppedSketch())), appearance, settings)
    window.show()
    try:
        assert window.ask_panel.draw.need.missing == ""
        qtbot.mouseClick(window.ask_panel.draw.preset.button("fine"), LEFT)
        assert window.ask_panel.draw.need.missing == "The catalogue has no encoder for this"
        window.verbs.models.trigger()
        texts = [text.text().replace("\u200b", "") for text in window.pages.models.findChildren(QLabel)]
        assert any("broken.json is broken" in text for text in texts)
    finally:
        window.close()
        window.deleteLater()


def test_a_pack_is_made_and_taken_in(page, little, qtbot, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    _answer_folder(monkeypatch, stick)
    qtbot.mouseClick(page.import_pack, LEFT)
    qtbot.waitUntil(lambda: "is no pack of models" in page.refusal.text())
    (tmp_path / "in.safetensors").write_bytes(PADDED)
    list(import_model("little", tmp_path / "in.safetensors"))
    page.show_model("little")
    qtbot.mouseClick(page.pack, LEFT)
    care = page.cares["little"]
    qtbot.waitUntil(lambda: care.result.text() == "Packed, with its licence.")
    qtbot.mouseClick(care.remove, LEFT)
    qtbot.mouseClick(care.really, LEFT)
    qtbot.waitUntil(lambda: care.standing.text() == "Not on this machine")
    qtbot.mouseClick(page.import_pack, LEFT)
    qtbot.waitUntil(lambda: care.standing.text().startswith("On this machine"))
    assert not page.refusal.isVisible()


def _answer_folder(monkeypatch, folder):
    """Let every dialog that asks for a folder be answered with this one."""

    async def answered(*_):
        return folder

    monkeypatch.setattr("taureau.ui.models.models_page.ask_for_folder", answered)
