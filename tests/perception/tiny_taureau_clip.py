"""The encoder that ships as its own training writes it: the real image tower, untaught, and a small text tower."""

from __future__ import annotations

from pathlib import Path

import torch
from taureau.perception import StrokeDecoder
from taureau.perception.taureau_clip import sentence_tower
from training.decoder.export import write_decoder, write_names
from training.encoder.export import TextTower, write_encoder
from training.encoder.model import PictogramModel

from tests.perception.tiny_sentences import minilm

SIDE = 64


def untaught(seed: int = 0) -> PictogramModel:
    """The network before its first lesson."""
    state = torch.get_rng_state()
    torch.manual_seed(seed)
    model = PictogramModel(sentence_width=32, hidden=48, width=24).eval()
    torch.set_rng_state(state)
    return model


def untaught_decoder(seed: int = 0) -> StrokeDecoder:
    """A small decoder of sentences to strokes before its first lesson."""
    state = torch.get_rng_state()
    torch.manual_seed(seed)
    styles = {"round": 60, "plain": 40, "plain/filled": 50}
    lessons = {"cat": [0, 2], "bicycle": [1]}
    decoder = StrokeDecoder(styles, lessons, width=32, image_width=24, strokes=6, hidden=24, blocks=1)
    torch.set_rng_state(state)
    return decoder.eval()


def shipped_by(model: PictogramModel, folder: Path) -> Path:
    """Write its files into a folder, as they ship."""
    whole = folder / "whole"
    whole.mkdir()
    text = TextTower.from_minilm(minilm(whole), ["a drawing of a cat"])
    write_encoder(model, text, folder / "taureau-clip", size=SIDE, notes={"training": "none"})
    write_decoder(untaught_decoder(), folder / "taureau-clip")
    names = [("cat", 9), ("bicycle", 5), ("fish", 3)]
    sentences = sentence_tower(folder / "taureau-clip")([f"a {name}" for name, _ in names])
    write_names(names, sentences, folder / "taureau-clip")
    return folder / "taureau-clip"


def shipped(folder: Path) -> Path:
    """The files of an untaught one, within a folder."""
    return shipped_by(untaught(), folder)
