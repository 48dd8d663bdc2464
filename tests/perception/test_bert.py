"""Our BERT computes what transformers' does, from the same weights."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from taureau.perception.bert import Bert, BertShape
from transformers import BertConfig, BertModel

from tests.perception.tiny_sentences import minilm


def test_states_are_those_of_transformers(tmp_path: Path) -> None:
    minilm(tmp_path)
    config = json.loads((tmp_path / "config.json").read_text(encoding="utf-8"))
    state = {key: value for key, value in load_file(tmp_path / "model.safetensors").items() if "pooler" not in key}
    ours, theirs = Bert(BertShape(**config)).eval(), BertModel(BertConfig(**config), add_pooling_layer=False).eval()
    ours.load_state_dict(state)
    theirs.load_state_dict(state)
    tokens = torch.randint(6, config["vocab_size"], (3, 9), generator=torch.Generator().manual_seed(0))
    real = torch.ones_like(tokens)
    real[1, 4:] = real[2, 7:] = 0
    with torch.no_grad():
        found = ours(tokens, real)
        wanted = theirs(input_ids=tokens, attention_mask=real).last_hidden_state
    assert torch.allclose(found[real.bool()], wanted[real.bool()], atol=1e-5)


def test_another_activation_is_refused(tmp_path: Path) -> None:
    minilm(tmp_path)
    config = json.loads((tmp_path / "config.json").read_text(encoding="utf-8"))
    with pytest.raises(ValueError, match="must be gelu, not relu"):
        BertShape(**{**config, "hidden_act": "relu"})
