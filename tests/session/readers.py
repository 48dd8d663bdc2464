"""A tiny CLIP with random weights in a models folder of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.weights import import_model
from tests.perception.tiny_clip import register, saved, tiny_clip
from tests.weights.little import LittleCatalogue, one_file


def little_reader(folder: Path, monkeypatch: pytest.MonkeyPatch, *, here: bool) -> LittleCatalogue:
    """A catalogue in which the model "vit-b-32" is a tiny one that reads words; `here`: whether it is imported."""
    made = LittleCatalogue(folder / "catalogue.json", folder / "models", folder / "config")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    made.add("vit-b-32", [one_file()], architecture=register("vit", folder), reads_text=True)
    file = saved(tiny_clip("vit"), folder, "safetensors")
    if here:
        list(import_model("vit-b-32", file))
    return made
