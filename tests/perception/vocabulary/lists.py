"""Words to try the vocabulary by: everyday things in five languages, and words of no language."""

from __future__ import annotations

from pathlib import Path

NONSENSE = (
    "xqzvy", "blorp", "frindle", "glarpid", "quonzle", "vextrimo", "zibbertwosh", "plinquat", "drozzick", "mervaloo",
    "skwentil", "jubbrack", "thwimple", "norgast", "klepvit", "oomblick", "wazzorn", "fludgerine", "triskwob",
    "yampolent",
)  # fmt: skip
LANGUAGES = ("en", "de", "fr", "es", "zh")
SAME = {  # other right names
    "aeroplane": ("plane", "airplane"), "sailing boat": ("sailboat",), "cherry": ("cherries",), "cup": ("teacup",),
    "apple": ("red apple",), "rabbit": ("hare", "bunny"), "bicycle": ("bike",), "pig": ("hog",),
    "mushroom": ("fungus",),
    "ice cream": ("icecream", "soft ice cream"), "hat": ("top hat",), "shoe": ("shoes", "athletic shoe"),
    "car": ("automobile",), "key": ("keys",), "star": ("stars",), "lamp": ("light bulb",), "cake": ("shortcake",),
    "shirt": ("t shirt", "t-shirt"), "clock": ("watch",), "sheep": ("ewe",), "cow": ("dairy cow",),
    "glasses": ("eyeglasses",),
}  # fmt: skip


def everyday() -> list[dict[str, str]]:
    """Return sixty everyday things, each as it is typed in each of the languages."""
    lines = (Path(__file__).parent / "everyday.tsv").read_text(encoding="utf-8").splitlines()
    return [dict(zip(LANGUAGES, line.split("\t"), strict=True)) for line in lines]


def is_right(sentence: str, name: str) -> bool:
    """Return whether a sentence is about a thing, alone."""
    bare = sentence.removeprefix("an ").removeprefix("a ")
    return bare == name or bare in SAME.get(name, ())
