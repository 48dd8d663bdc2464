"""Prompt styles: how a sentence is sent to a model."""

from __future__ import annotations

import re

STYLES = {  # templates for images that draw well
    "as-typed": "{}",
    "photo": "a photo of {}",
    "object": "a photo of {} on a plain white background",
    "line-drawing": "a simple line drawing of {}, black ink on white paper",
}

_PICTURES = "photo|photograph|picture|image|drawing|sketch|painting|illustration|watercolou?r|render|rendering"
_BEFORE = r"(?:(?!(?:an?|the|of|at|on|in|with|by|to|from|his|her|their|\w+ing)\b)[\w-]+\s+){0,4}?"  # "black and white"
SAYS_WHAT_IT_IS = re.compile(rf"^\s*(?:an?\s+|the\s+)?{_BEFORE}(?:{_PICTURES})s?\s+of\s+", re.IGNORECASE)


def as_sent(prompt: str, style: str) -> str:
    """Return the prompt in a style's template, with normalised whitespace.

    A style replaces the kind of picture that the prompt names itself: "a picture of a fox" -> "a photo of a fox".
    """
    prompt = " ".join(prompt.split())
    if STYLES[style] == "{}":
        return prompt
    before, after = STYLES[style].split("{}")
    shown = SAYS_WHAT_IT_IS.sub("", prompt).rstrip(" .,;:!").removesuffix(after) or prompt
    return f"{before}{shown}{after}"
