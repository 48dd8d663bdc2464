"""The window in other languages: no text is missed, and a switch shows what a new window would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from taureau.document import PENS
from taureau.session.language import LANGUAGES, TRANSLATIONS, tr
from taureau.session.preferences import LANGUAGE
from taureau.ui.shell.pages import Pages
from taureau.ui.widgets.pen_choice import PenChoice
from taureau.ui.widgets.retranslation import retranslate, shown_texts, within

from tests.ui.sheets import LEFT

OPEN, SHUT = "⟦", "⟧"
_BRACKETED = re.compile(f"{OPEN}[^{OPEN}{SHUT}]*{SHUT}")
_WORD = re.compile(r"[A-Za-z]{3,}")
_NAMES = re.compile(  # of programs, formats, models, files and keys, and of what is the user's own
    r"Taureau|CLIPasso|CLIP|Inkscape|Illustrator|SVG|PDF|PNG|WebP|G-code|HPGL|AxiDraw|GRBL|EfficientNet-Lite0|English|Deutsch|Français|Ctrl|Shift|Alt"
    r"|Esc|Del|Return|Enter|Backspace|Home|End|PgUp|PgDown|CPU|fake|dpi|rrggbb|\S*\.png|\S*\.svg|\S*/\S*|Above|Below"
    r"|Hidden|Locked|Drawing|GIF|Lottie"
)


class Brackets(QTranslator):
    """A language in which every text stands in brackets."""

    def translate(self, context: str, text: str, comment: str | None = None, n: int = -1) -> str | None:
        return f"{OPEN}{text}{SHUT}" if context == "" else None


@pytest.fixture
def bracketed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    translator = Brackets()
    monkeypatch.setattr(TRANSLATIONS, "use", lambda name: None)
    TRANSLATIONS.install(translator)
    yield
    TRANSLATIONS.install()


def unbracketed(windows, *names: str) -> list[str]:
    """Texts with words that did not pass through a translation, except for these names."""
    found = []
    for thing in within(windows):
        shown = [*shown_texts(thing).items()]
        if isinstance(thing, QComboBox):
            shown += [("item", thing.itemText(place)) for place in range(thing.count())]
        for name, text in shown:
            rest = re.sub(r"<[^>]*>", "", text)
            for own in sorted(names, key=len, reverse=True):
                rest = rest.replace(own, "")
            while _BRACKETED.search(rest):
                rest = _BRACKETED.sub("", rest)
            if _WORD.search(_NAMES.sub("", rest)):
                found.append(f"{type(thing).__name__}.{name}: {text!r}")
    return sorted(set(found))


def names_in(window, *others: str) -> list[str]:
    """Names and licences of the catalogue, and others."""
    models = [entry.model for entry in (*window.models.encoders, *window.models.imaginers, *window.models.mask_models)]
    return [*others, *(model.name for model in models), *(model.licence for model in models)]


def all_pages(window) -> None:
    """Build and show every page and dialog."""
    for name, page in vars(Pages).items():
        if isinstance(page, cached_property) and hasattr(getattr(window.pages, name), "show_page"):
            getattr(window.pages, name).show_page()
    window.gallery.show()


def hide_pages(window) -> None:
    for name, page in vars(Pages).items():
        if isinstance(page, cached_property):
            getattr(window.pages, name).close()
    window.gallery.page.close()


def test_no_text_of_the_window_and_its_pages_misses_its_translation(bracketed, request, sketch, qtbot, tmp_path):
    window = request.getfixturevalue("rows")
    window.sees_panel.section.heading.click()
    window.ask_panel.draw.fold.click()
    all_pages(window)
    qtbot.wait(50)
    window.session.selection.select_all()
    window.refresh.flush()
    missed = unbracketed([window], *names_in(window, tmp_path.name))
    hide_pages(window)
    assert not missed, "\n".join(missed)


def test_no_text_of_a_run_misses_its_translation(bracketed, request, sketch, qtbot):
    window = request.getfixturevalue("with_photo")
    missed = []
    QTest.mouseClick(window.ask_panel.button, LEFT)
    sketch.go_on(2)
    qtbot.waitUntil(lambda: window.session.sheet.preview is not None)
    window.session.run.pause()
    missed += unbracketed([window], *names_in(window))
    window.session.run.keep()
    sketch.go_on()
    qtbot.waitUntil(lambda: not window.session.run.active)
    window.refresh.flush()
    missed += unbracketed([window], *names_in(window))
    assert not missed, "\n".join(sorted(set(missed)))


@pytest.mark.parametrize("name", ["de", "fr"])
def test_a_switch_of_the_language_shows_what_a_new_window_would(rows, qtbot, name):
    all_pages(rows)
    rows.preferences.set_value(LANGUAGE, name)
    try:
        qtbot.wait(20)
        rows.refresh.flush()
        assert rows.verbs.save.text().replace("&", "") == {"de": "Speichern", "fr": "Enregistrer"}[name]
        assert rows.sees_panel.section.heading.text() == {"de": "Sieht", "fr": "Voit"}[name]
        english = {source for source in translated_sources(name) if len(source) > 12}
        left = [
            f"{type(thing).__name__}.{prop}: {text}"
            for thing in within([rows])
            for prop, text in shown_texts(thing).items()
            if text in english
        ]
        assert not left, "\n".join(left)
        rows.preferences.set_value(LANGUAGE, "en")
        assert rows.verbs.save.text() == "&Save"
    finally:
        hide_pages(rows)
        rows.preferences.set_value(LANGUAGE, "en")


def translated_sources(name: str) -> set[str]:
    """The sources whose translation into this language differs from them."""
    import xml.etree.ElementTree as ET

    from taureau.resources import resource

    tree = ET.parse(resource(f"translations/taureau_{name}.ts"))
    return {
        message.findtext("source", "")
        for message in tree.iter("message")
        if message.findtext("translation") not in ("", message.findtext("source"))
    }


def test_the_menu_of_languages_is_in_their_own_names(window):
    names = [action.text() for action in window.verbs.languages.values() if isinstance(action, QAction)]
    assert names[1:] == list(LANGUAGES.values())
    assert window.verbs.languages[window.preferences.value(LANGUAGE)].isChecked()


def test_a_text_that_was_made_is_made_again_with_what_is_in_it(qapp):
    TRANSLATIONS.use("en")
    shown = tr("Open {page}", page=tr("%n stroke(s)", "", 3))
    assert shown == "Open 3 strokes"
    TRANSLATIONS.use("de")
    try:
        assert TRANSLATIONS.again(shown) == "3 Striche öffnen"
        assert TRANSLATIONS.again("never translated") == "never translated"
    finally:
        TRANSLATIONS.use("en")


def test_an_edited_line_is_told_of_again_after_a_switch(rows):
    rows.preferences.set_value(LANGUAGE, "de")
    try:
        rows.session.selection.select((0,))
        rows.editing.lines.reverse()
        done = rows.session.sheet.undo_stack.undoText()
        assert "umkehren" in done
        rows.preferences.set_value(LANGUAGE, "en")
        assert TRANSLATIONS.again(done) == "reverse 1 stroke"
    finally:
        rows.preferences.set_value(LANGUAGE, "en")


def test_pens_made_in_one_language_are_named_in_another_after_a_switch(qtbot):
    TRANSLATIONS.use("de")
    try:
        pens = PenChoice("")
        qtbot.addWidget(pens)
        german = [pens.itemText(row) for row in range(pens.count())]
        TRANSLATIONS.use("en")
        retranslate([pens])
        english = [pens.itemText(row) for row in range(pens.count())]
        assert english[1:] == [kind.label for kind in PENS.values()]
        assert english != german
    finally:
        TRANSLATIONS.use("en")
