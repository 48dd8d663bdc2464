"""The translations that ship: none is missing or out of date, and each keeps the fields and plurals of its text."""

from __future__ import annotations

import importlib.util
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
_spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
assert _spec is not None
assert _spec.loader is not None
translations = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(translations)


def messages(file: Path) -> dict[tuple[str, str], list[str]]:
    """The translations, several where there are plurals, by text and comment; none where one is unfinished."""
    found = {}
    for message in ET.parse(file).iter("message"):
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        done = translation.get("type") != "unfinished" and all(forms)
        found[message.findtext("source", ""), message.findtext("comment", "")] = forms if done else []
    return found


@pytest.fixture(scope="module")
def gathered(tmp_path_factory) -> Path:
    """The .ts files as they would be gathered now, compiled too."""
    folder = tmp_path_factory.mktemp("translations")
    for file in FOLDER.glob("*.ts"):
        shutil.copy(file, folder)
    translations.gather(folder)
    translations.compile_all(folder)
    return folder


@pytest.mark.parametrize("name", translations.LANGUAGES)
def test_every_text_of_the_sources_is_translated_and_no_other(gathered, name):
    kept, now = messages(FOLDER / f"taureau_{name}.ts"), messages(gathered / f"taureau_{name}.ts")
    assert sorted(now.keys() - kept.keys()) == []
    assert sorted(kept.keys() - now.keys()) == []
    assert [text for text, forms in kept.items() if not forms] == []


@pytest.mark.parametrize("name", translations.LANGUAGES)
def test_what_the_program_reads_is_what_the_translators_wrote(gathered, name):
    assert (FOLDER / f"taureau_{name}.qm").read_bytes() == (gathered / f"taureau_{name}.qm").read_bytes()


@pytest.mark.parametrize("name", ["de", "fr"])
def test_fields_shortcuts_and_line_ends_stay(name):
    wrong = []
    for (source, _), forms in messages(FOLDER / f"taureau_{name}.ts").items():
        for form in forms:
            same_fields = sorted(re.findall(r"\{[^}]*\}|%n", form)) == sorted(re.findall(r"\{[^}]*\}|%n", source))
            same_letters = form.count("&") == source.count("&")
            if not (same_fields and same_letters and form.count("\n") == source.count("\n")):
                wrong.append((source, form))
    assert wrong == []
