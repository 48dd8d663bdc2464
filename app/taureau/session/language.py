"""The language of the window: texts are translated where they are made, and remembered for a switch of it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from taureau.resources import resource
from taureau.wording import Wording

LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français"}  # in their own names
_MOST = 20_000  # texts that are remembered; the oldest are forgotten


@dataclass(frozen=True)
class _Made:
    """What a translated text was made from."""

    text: str
    comment: str
    n: int
    values: dict[str, Any]


class Translations:
    """Translates into the language in use; one for the process, as Qt's translators are."""

    def __init__(self) -> None:
        self._translators: list[QTranslator] = []
        self._made: OrderedDict[str, _Made] = OrderedDict()  # by the translated text

    def use(self, name: str) -> None:
        """Use one of LANGUAGES, or with "" the system's; English where that is not among them."""
        name = name or QLocale.system().name().partition("_")[0]
        if name == "en" or name not in LANGUAGES:  # the language of the sources
            self.install()
            return
        own, of_qt = QTranslator(), QTranslator()
        file = resource(f"translations/taureau_{name}.qm")
        if not own.load(str(file)):
            raise OSError(f"{file} is damaged; install the program again")
        of_qt.load(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self.install(of_qt, own)

    def install(self, *translators: QTranslator) -> None:
        """Translate by these from now on, the last one first; by none: nothing is translated."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = list(translators)
        for translator in translators:
            QCoreApplication.installTranslator(translator)

    def translated(self, text: str, comment: str, n: int, values: dict[str, Any]) -> str:
        wording: str | Wording = text
        if isinstance(wording, Wording):
            text, values = wording.template, {**wording.values, **values}
        values = {name: tr(one) if isinstance(one, Wording) else one for name, one in values.items()}
        found = QCoreApplication.translate("", text, comment or None, n) if text else ""
        if n >= 0:
            found = found.replace("(s)", "" if n == 1 else "s")  # where the source is shown, it says "%n stroke(s)"
        result = found.format(**values) if values else found
        self._made[result] = _Made(text, comment, n, values)
        self._made.move_to_end(result)
        if len(self._made) > _MOST:
            self._made.popitem(last=False)
        return result

    def again(self, shown: str) -> str:
        """Return a text that was translated before in the language that is in use now; any other as it is."""
        made = self._made.get(shown)
        if made is None:
            return shown
        values = {name: self.again(one) if isinstance(one, str) else one for name, one in made.values.items()}
        return self.translated(made.text, made.comment, made.n, values)


TRANSLATIONS = Translations()


def tr(text: str, comment: str = "", n: int = -1, /, **values: Any) -> str:
    """Return a text in the language of the window, with its `{fields}` filled in.

    `comment` tells translators which of two equal texts it is; `n` chooses the form of "%n stroke(s)".
    """
    return TRANSLATIONS.translated(text, comment, n, values)
