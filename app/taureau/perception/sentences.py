"""The bundled text tower: MiniLM (arXiv 2002.10957) with a reduced vocabulary, frozen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from taureau.perception.bert import Bert, BertShape

TOKENIZER = "tokenizer.json"


class SentenceTower(nn.Module):
    """Embeds sentences as the mean of BERT's last states over their tokens (arXiv 1908.10084), as unit vectors.

    `config` is a `BertShape` as read from a file. Sentences longer than its positions are truncated.
    """

    def __init__(self, config: Mapping[str, Any], tokenizer: Path) -> None:
        super().__init__()
        from tokenizers import Tokenizer

        self.network = Bert(BertShape(**config))
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(int(config["max_position_embeddings"]))
        self._tokenizer.enable_padding(pad_id=int(config["pad_token_id"]))
        self.eval().requires_grad_(False)

    @property
    def width(self) -> int:
        return self.network.shape.hidden_size

    @property
    def vocabulary_size(self) -> int:
        return self.network.shape.vocab_size

    def knows(self, token: str) -> bool:
        """Return whether a word, or a piece of one, is in the vocabulary."""
        return self._tokenizer.token_to_id(token) is not None

    def tokens(self, sentence: str) -> list[str]:
        """Return the tokens of a sentence."""
        return list(self._tokenizer.encode(sentence).tokens)

    @torch.no_grad()
    def forward(self, sentences: Sequence[str]) -> Tensor:
        """Return unit embeddings of sentences, [K, width], in float32."""
        device = next(self.network.parameters()).device
        read = self._tokenizer.encode_batch(list(sentences))
        tokens = torch.tensor([sentence.ids for sentence in read], device=device)  # [K, T]
        real = torch.tensor([sentence.attention_mask for sentence in read], device=device)
        states = self.network(tokens, real)  # [K, T, width]
        weight = real[..., None].to(states.dtype)
        mean = (states * weight).sum(1) / weight.sum(1)
        return nn.functional.normalize(mean.float(), dim=-1)
