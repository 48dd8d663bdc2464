"""Parts of speech and singulars of English words, by textblob's copy of pattern (De Smedt & Daelemans, JMLR 2012)."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType


def tags(words: Sequence[str]) -> list[str]:
    """Return the part of speech of each word of a sentence, as named by the Penn Treebank."""
    return [tag for _, tag in _english().tag(" ".join(words), tokenize=False)]


def singular(noun: str) -> str:
    """Return a noun in the singular; one in the singular as it is."""
    return str(_english().inflect.singularize(noun))


@cache
def _english() -> ModuleType:
    """Import textblob's module of English on first use, without the package's own code.

    That imports NLTK, which is not used here, and with it SciPy and scikit-learn where they are installed: more than a
    second and 130 MB.
    """
    spec = None if "textblob" in sys.modules else find_spec("textblob")
    if spec is not None:
        sys.modules["textblob"] = module_from_spec(spec)  # knows where its parts are
    try:
        import_module("textblob.en.inflect")
        return import_module("textblob.en")
    finally:
        if spec is not None:
            del sys.modules["textblob"]  # a later import runs the package's own code
