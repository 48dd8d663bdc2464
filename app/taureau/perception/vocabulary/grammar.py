"""Articles, numbers, plurals and small words of the languages in which prompts are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, normalize

ARTICLES = {
    "en": frozenset(
        ["a", "an", "the", "some", "one", "my", "your", "our", "his", "her", "their", "this", "that", "these", "those"]
    ),
    "de": frozenset(["ein", "eine", "einen", "einem", "einer", "eines", "der", "die", "das", "den", "dem", "des"]),
    "fr": frozenset(["un", "une", "le", "la", "les", "des", "du", "de", "l'", "d'"]),
    "es": frozenset(["un", "una", "unos", "unas", "el", "la", "los", "las"]),
    "it": frozenset(["un", "uno", "una", "un'", "il", "lo", "la", "i", "gli", "le", "l'"]),
    "pt": frozenset(["um", "uma", "uns", "umas", "o", "a", "os", "as"]),
    "nl": frozenset(["een", "de", "het", "'t"]),
    "sv": frozenset(["en", "ett", "den", "det", "de"]),
    "da": frozenset(["en", "et", "den", "det", "de"]),
    "nb": frozenset(["en", "ei", "et", "den", "det", "de"]),
    "hu": frozenset(["egy", "a", "az"]),
    "vi": frozenset(["một", "cái", "con", "chiếc", "cây", "quả"]),
    "ms": frozenset(["sebuah", "seekor", "seorang", "sebiji"]),
}
ENGLISH_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NUMBERS = {
    "en": ENGLISH_NUMBERS[1:],
    "de": ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"],
    "fr": ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
    "es": ["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"],
    "it": ["due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"],
    "pt": ["dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez"],
    "nl": ["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"],
    "sv": ["två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"],
    "da": ["to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"],
    "nb": ["to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"],
    "pl": ["dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć", "dziesięć"],
    "ru": ["два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"],
    "uk": ["два", "три", "чотири", "п'ять", "шість", "сім", "вісім", "дев'ять", "десять"],
    "zh": ["两", "三", "四", "五", "六", "七", "八", "九", "十"],
}
PLURALS = {  # endings that words lose, longest first, with what takes their place
    "de": (("innen", "in"), ("en", ""), ("er", ""), ("n", ""), ("e", ""), ("s", "")),
    "fr": (("eaux", "eau"), ("aux", "al"), ("s", ""), ("x", "")),
    "es": (("ces", "z"), ("es", ""), ("s", "")),
    "it": (("i", "o"), ("i", "e"), ("e", "a")),
    "pt": (("ões", "ão"), ("ães", "ão"), ("es", ""), ("s", "")),
    "nl": (("en", ""), ("s", "")),
    "sv": (("or", "a"), ("ar", ""), ("er", "")),
    "da": (("er", ""), ("e", "")),
    "nb": (("er", ""), ("e", "")),
}
NOUN_FIRST = frozenset(("fr", "es", "it", "pt", "vi", "ms"))  # adjectives follow their noun
SPACELESS = frozenset(("zh", "ja", "th"))
FUNCTION_WORDS = frozenset(
    [
        "with",
        "without",
        "on",
        "in",
        "into",
        "at",
        "by",
        "of",
        "off",
        "under",
        "over",
        "above",
        "below",
        "beneath",
        "behind",
        "beside",
        "near",
        "next",
        "to",
        "from",
        "for",
        "and",
        "or",
        "as",
        "like",
        "through",
        "across",
        "along",
        "around",
        "between",
        "inside",
        "outside",
        "against",
        "up",
        "down",
        "is",
        "are",
        "was",
        "who",
        "which",
        "where",
        "while",
    ]
)
_IRREGULAR = {
    "mice": "mouse", "geese": "goose", "feet": "foot", "teeth": "tooth", "men": "man", "women": "woman",
    "children": "child", "oxen": "ox", "leaves": "leaf", "wolves": "wolf", "knives": "knife", "loaves": "loaf",
    "scarves": "scarf", "shelves": "shelf", "dice": "die", "cacti": "cactus", "people": "person",
}  # fmt: skip
_MANY = {one: many for many, one in _IRREGULAR.items()}
_MEASURE = re.compile(  # 一辆, 两只, 3个: a number and the measure word of the thing
    r"^(?:[一二两三四五六七八九十\d几]+|有|这|那)?[个只隻辆輛条條头頭匹把张張本朵棵座架艘件顶頂双雙杯瓶块塊片支枝根台幅颗顆副间間所]?的?"
)
_JAPANESE_COUNT = re.compile(r"^[一二三四五六七八九十\d]+[台匹頭羽本枚個冊杯軒着足人]?の?")
_INSTEAD = {"Cc": " ", "Cf": "", "Cn": "", "Co": "", "Cs": ""}  # by category: controls and what is no letter
_VARIATION = "\ufe0f"  # shows the character before it as an emoji
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*['’]?", re.UNICODE)
_POSSESSIVE = re.compile(r"(?<=\w\w)'s\b")
_ELISION = re.compile(r"^([ldLD]|un|Un|UN)['’](?=\w)")
_SCRIPTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("[\u3040-\u30ff]"), ("ja",)),
    (re.compile("[\u4e00-\u9fff]"), ("zh", "ja")),
    (re.compile("[\uac00-\ud7af]"), ("ko",)),
    (re.compile("[\u0400-\u04ff]"), ("ru", "uk")),
    (re.compile("[\u0900-\u097f]"), ("hi",)),
    (re.compile("[\u0980-\u09ff]"), ("bn",)),
    (re.compile("[\u0e00-\u0e7f]"), ("th",)),
)


def plain(text: str) -> str:
    """Return text in NFKC and lower case on one line, without control characters, quotes and end marks."""
    letters = (_INSTEAD.get(category(letter), letter) for letter in normalize("NFKC", text.replace(_VARIATION, "")))
    spaced = "".join(letters)
    return " ".join(spaced.casefold().split()).strip(' .,;:!?"“”„«»「」。！？…')


def on_one_line(text: str) -> str:
    """Return text with a space for each control character, and single spaces."""
    return " ".join("".join(" " if category(letter) in ("Cc", "Cs") else letter for letter in text).split())


def tokens(text: str) -> list[str]:
    """Return the words of plain text; "l'avion" and "ice-cream" are two each."""
    parts = (part for word in _TOKEN.findall(_POSSESSIVE.sub("", text.replace("’", "'"))) for part in _split(word))
    return [part for part in parts if part]


def _split(word: str) -> tuple[str, ...]:
    elided = _ELISION.match(word)
    return (elided[0], word[elided.end() :]) if elided else (word,)


def languages_by_script(text: str) -> tuple[str, ...]:
    """Return the languages that text can be in by its script; empty for Latin."""
    return next((languages for script, languages in _SCRIPTS if script.search(text)), ())


def languages_by_determiner(words: list[str]) -> list[str]:
    """Return the languages in which the first of several words is an article or a number."""
    first = words[0]
    small = {*ARTICLES, *NUMBERS} if len(words) > 1 else ()
    return [one for one in sorted(small) if first in ARTICLES.get(one, ()) or first in NUMBERS.get(one, ())]


def number_in(words: list[str], language: str) -> int:
    """Return the number that words begin with, after articles; 1 where there is none."""
    for word in words:
        if word.isdecimal():
            return int(word)
        if word in NUMBERS.get(language, ()):
            return 2 + NUMBERS[language].index(word)
        if word not in ARTICLES.get(language, ()):
            break
    return 1


def without_determiners(words: list[str], language: str) -> list[str]:
    """Return the words after articles and numbers; all of them where nothing would be left."""
    first = 0
    small = ARTICLES.get(language, frozenset()) | set(NUMBERS.get(language, ()))
    while first < len(words) and (words[first] in small or words[first].isdecimal()):
        first += 1
    return words[first:] or words


def without_measure(text: str, language: str) -> str:
    """Return Chinese or Japanese text without a number and measure word at its beginning."""
    pattern = _JAPANESE_COUNT if language == "ja" else _MEASURE
    return pattern.sub("", text, count=1) or text


def singulars(word: str, language: str = "en") -> Iterator[str]:
    """Yield what a word may be the plural of, the most likely first; the word itself is not among them."""
    if language != "en":
        for ending, instead in PLURALS.get(language, ()):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                yield word.removesuffix(ending) + instead
        return
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    if word.endswith("es") and len(word) > 4:
        yield word[:-1]
        yield word[:-2]
    elif word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        yield word[:-1]


def counted(name: str, number: int) -> str:
    """Return "a bicycle", "an owl", "two dogs", "glasses"."""
    if number > 1:
        many = ENGLISH_NUMBERS[number - 1] if number <= len(ENGLISH_NUMBERS) else str(number)
        return f"{many} {plural(name)}"
    *_, head = name.split()
    if head in _IRREGULAR or (head.endswith("s") and not head.endswith(("ss", "us"))):
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def plural(name: str) -> str:
    """Return the plural of a name; one that ends with an s remains as it is."""
    *before, head = name.split()
    if head in _MANY:
        head = _MANY[head]
    elif head.endswith(("ch", "sh", "x", "z", "ss")):
        head += "es"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        head = head[:-1] + "ies"
    elif not head.endswith("s") and head not in ("sheep", "fish", "deer"):
        head += "s"
    return " ".join((*before, head))
