"""A window offscreen, with a sketch that moves when the test lets it; Qt warnings and what is left behind fail."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from taureau.session import Runner, Session
from taureau.session.language import TRANSLATIONS
from taureau.ui.shell.main_window import MainWindow
from taureau.ui.widgets.appearance import Appearance

from tests.session.conftest import asyncio_on_qt, no_session_is_left, no_thread_is_left, state  # noqa: F401 - fixtures
from tests.session.sketches import SteppedSketch, photo_pixels
from tests.ui.bench import Bench
from tests.ui.sheets import ROWS

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))  # offscreen, of its own limits


@pytest.fixture(scope="session", autouse=True)
def metric() -> Iterator[None]:
    """The unit of lengths does not depend on the machine."""
    usual = QLocale()
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(usual)


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    appearance = Appearance(qapp)
    appearance.set_mode("light")
    yield appearance
    shiboken6.delete(appearance)


@pytest.fixture
def sketch() -> SteppedSketch:
    return SteppedSketch(steps=4)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture(scope="session")
def looked_through() -> Iterator[set[str]]:
    """Modules that the collector need not look through again; diffusers alone brings 500,000 objects."""
    yield set()
    gc.unfreeze()


@pytest.fixture
def quick_collector(looked_through: set[str]) -> None:
    """Each window's garbage is collected at its end; whatever lives before it is set apart, when modules have come."""
    if not looked_through.issuperset(sys.modules):
        gc.collect()
        gc.freeze()
        looked_through.update(sys.modules)


@pytest.fixture
def in_english() -> Iterator[None]:
    """Whatever the test's window speaks, the next test finds English."""
    yield
    TRANSLATIONS.use("en")


@pytest.fixture
def window(
    qtbot: QtBot,
    loop: object,
    quick_collector: None,
    in_english: None,
    appearance: Appearance,
    settings: QSettings,
    sketch: SteppedSketch,
) -> Iterator[MainWindow]:
    window = MainWindow(Session(Runner(sketch)), appearance, settings)
    window.resize(1200, 800)
    window.show()
    qtbot.waitExposed(window)
    yield window
    sketch.go_on()
    window.session.sheet.undo_stack.setClean()
    window.session.run.discard()
    assert window.close()
    window.deleteLater()
    qtbot.wait(1)
    assert not shiboken6.isValid(window)
    gc.collect()
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)] == []


@pytest.fixture
def bench(qtbot: QtBot, appearance: Appearance, sketch: SteppedSketch) -> Iterator[Bench]:
    """The canvas with the tools and a session, a tenth of the cost of a window."""
    bench = Bench(Session(Runner(sketch)))
    bench.resize(1000, 720)
    bench.show()
    qtbot.waitExposed(bench)
    yield bench
    assert bench.session.close()
    bench.close()
    bench.deleteLater()
    qtbot.wait(1)
    assert not shiboken6.isValid(bench)


@pytest.fixture
def photo_file(tmp_path: Path) -> Path:
    path = tmp_path / "disc.png"
    Image.fromarray(photo_pixels()).save(path)
    return path


@pytest.fixture
def with_photo(window: MainWindow, photo_file: Path, open_in_window: Callable[[Path], None]) -> MainWindow:
    open_in_window(photo_file)
    return window


@pytest.fixture
def rows(with_photo: MainWindow) -> MainWindow:
    """A window with six lines, one above the other, of which the third is locked and the fourth hidden."""
    with_photo.session.sheet.set_drawing(ROWS)
    return with_photo


@pytest.fixture
def open_in_window(window: MainWindow, qtbot: QtBot) -> Callable[[Path], None]:
    from taureau.ui.shell.incoming import Incoming

    def open_it(path: Path) -> None:
        with qtbot.waitSignal(window.session.source.photo_changed):
            window.files.take(Incoming(path=path))
        window.refresh.flush()

    return open_it
