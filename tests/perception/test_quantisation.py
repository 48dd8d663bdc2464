"""The word table in one byte a number: small, near what it was, and packed once only."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from taureau.perception.quantisation import SCALES, WORDS, packed_words, unpacked_words
from taureau.perception.sentences import SentenceTower
from taureau.resources import resource

from tests.perception.tiny_sentences import minilm

SENTENCES = ["a cat", "a drawing of a dog", "a red circle above a blue square", "rare boats resting"]


def test_rows_are_near_what_they_were_and_what_is_packed_stays() -> None:
    rows = torch.randn(50, 32, generator=torch.Generator().manual_seed(0)) * torch.logspace(-3, 0, 50)[:, None]
    rows[7] = 0
    state = {WORDS: rows, "other": torch.ones(3)}
    packed = packed_words(state)
    assert packed[WORDS].dtype == torch.int8
    assert packed[WORDS].shape == rows.shape
    assert all(torch.equal(packed[key], packed_words(packed)[key]) for key in packed)
    whole = unpacked_words(packed)
    assert whole.keys() == state.keys()
    off = (whole[WORDS] - rows).abs().amax(1)
    assert bool((off <= 0.51 * packed[SCALES].float() + 1e-9).all())
    assert torch.equal(unpacked_words(state)[WORDS], rows)


def test_sentences_hardly_move(tmp_path: Path) -> None:
    minilm(tmp_path)
    config = json.loads((tmp_path / "config.json").read_text(encoding="utf-8"))
    state = {key: value for key, value in load_file(tmp_path / "model.safetensors").items() if "pooler" not in key}
    read = []
    for some in (state, unpacked_words(packed_words(state))):
        tower = SentenceTower(config, tmp_path / "tokenizer.json")
        tower.network.load_state_dict(some)
        read.append(tower(SENTENCES))
    cosines = (read[0] * read[1]).sum(1)
    assert float((1 - cosines).max()) < 1e-2
    assert not torch.equal(*read)


def test_what_ships_is_packed() -> None:
    weights = load_file(resource("models/taureau-clip") / "text.safetensors")
    assert weights[WORDS].dtype == torch.int8
    assert weights[SCALES].dtype == torch.float16
