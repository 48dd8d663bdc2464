"""A sentence encoder of MiniLM's classes and files, small, with weights by chance."""

from __future__ import annotations

import json
import string
from pathlib import Path

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing
from transformers import BertConfig, BertModel

SPECIAL = ("[PAD]", "[unused0]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
WORDS = ("a", "of", "photo", "drawing", "cat", "dog", "boat", "rare", "1984", "rest", "##ing", "##s", "猫")
CONFIG = {
    "hidden_size": 32, "intermediate_size": 64, "layer_norm_eps": 1e-12, "num_attention_heads": 4,
    "num_hidden_layers": 2, "pad_token_id": 0, "type_vocab_size": 2, "hidden_act": "gelu",
}  # fmt: skip


def minilm(folder: Path, seed: int = 0) -> Path:
    """Write the files of a whole sentence encoder into a folder, as its package has them."""
    pieces = [*SPECIAL, *string.ascii_lowercase, *(f"##{letter}" for letter in string.ascii_lowercase), *WORDS]
    vocabulary = {piece: index for index, piece in enumerate(dict.fromkeys(pieces))}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer, tokenizer.pre_tokenizer = BertNormalizer(), BertPreTokenizer()
    ends = [("[CLS]", vocabulary["[CLS]"]), ("[SEP]", vocabulary["[SEP]"])]
    tokenizer.post_processor = TemplateProcessing("[CLS] $A [SEP]", special_tokens=ends)
    tokenizer.add_special_tokens([token for token in SPECIAL if not token.startswith("[unused")])
    tokenizer.save(str(folder / "tokenizer.json"))
    config = {**CONFIG, "vocab_size": len(vocabulary), "max_position_embeddings": 80}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    state = torch.get_rng_state()
    torch.manual_seed(seed)
    save_file(BertModel(BertConfig(**config)).state_dict(), folder / "model.safetensors")
    torch.set_rng_state(state)
    return folder
