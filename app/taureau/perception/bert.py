"""BERT's encoder (arXiv 1810.04805) for inference, with the names of transformers' `BertModel` in its state dict.

Importing transformers' own takes as long as drawing a sentence: it brings torch's compiler and torch.distributed.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True)
class BertShape:
    """The sizes of a network, named as in transformers' configuration files; the activation is GELU."""

    vocab_size: int
    hidden_size: int
    intermediate_size: int
    num_hidden_layers: int
    num_attention_heads: int
    max_position_embeddings: int
    type_vocab_size: int
    pad_token_id: int
    layer_norm_eps: float = 1e-12
    hidden_act: str = "gelu"

    def __post_init__(self) -> None:
        if self.hidden_act != "gelu":
            raise ValueError(f"the activation must be gelu, not {self.hidden_act}")


class Bert(nn.Module):
    """Token embeddings and transformer layers, without the pooler."""

    def __init__(self, shape: BertShape) -> None:
        super().__init__()
        self.shape = shape
        self.embeddings = _Embeddings(shape)
        self.encoder = _Encoder(shape)

    def forward(self, tokens: Tensor, real: Tensor) -> Tensor:
        """Token ids [K, T], of the first type, and which of them are no padding [K, T] -> last states [K, T, width]."""
        states: Tensor = self.encoder(self.embeddings(tokens), real.bool()[:, None, None])
        return states


class _Embeddings(nn.Module):
    def __init__(self, shape: BertShape) -> None:
        super().__init__()
        width = shape.hidden_size
        self.word_embeddings = nn.Embedding(shape.vocab_size, width, padding_idx=shape.pad_token_id)
        self.position_embeddings = nn.Embedding(shape.max_position_embeddings, width)
        self.token_type_embeddings = nn.Embedding(shape.type_vocab_size, width)
        self.LayerNorm = nn.LayerNorm(width, eps=shape.layer_norm_eps)

    def forward(self, tokens: Tensor) -> Tensor:
        places = torch.arange(tokens.shape[1], device=tokens.device)
        states = self.word_embeddings(tokens) + self.position_embeddings(places) + self.token_type_embeddings.weight[0]
        embedded: Tensor = self.LayerNorm(states)
        return embedded


class _Encoder(nn.Module):
    def __init__(self, shape: BertShape) -> None:
        super().__init__()
        self.layer = nn.ModuleList(_Layer(shape) for _ in range(shape.num_hidden_layers))

    def forward(self, states: Tensor, attended: Tensor) -> Tensor:
        for layer in self.layer:
            states = layer(states, attended)
        return states


class _Layer(nn.Module):
    """Self-attention and a two-layer network, each added to its input and normalised."""

    def __init__(self, shape: BertShape) -> None:
        super().__init__()
        self.attention = _Attention(shape)
        self.intermediate = _Dense(shape.hidden_size, shape.intermediate_size)
        self.output = _Added(shape.intermediate_size, shape)

    def forward(self, states: Tensor, attended: Tensor) -> Tensor:
        states = self.attention(states, attended)
        added: Tensor = self.output(functional.gelu(self.intermediate.dense(states)), states)
        return added


class _Attention(nn.Module):
    def __init__(self, shape: BertShape) -> None:
        super().__init__()
        self.self = _Projections(shape)
        self.output = _Added(shape.hidden_size, shape)

    def forward(self, states: Tensor, attended: Tensor) -> Tensor:
        query, key, value = self.self(states)
        mixed = functional.scaled_dot_product_attention(query, key, value, attended)
        added: Tensor = self.output(mixed.transpose(1, 2).flatten(2), states)
        return added


class _Projections(nn.Module):
    def __init__(self, shape: BertShape) -> None:
        super().__init__()
        self._heads = shape.num_attention_heads
        self.query, self.key, self.value = (nn.Linear(shape.hidden_size, shape.hidden_size) for _ in range(3))

    def forward(self, states: Tensor) -> list[Tensor]:
        """Query, key and value, [K, heads, T, width / heads] each."""
        projections = self.query, self.key, self.value
        return [project(states).unflatten(-1, (self._heads, -1)).transpose(1, 2) for project in projections]


class _Dense(nn.Module):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.dense = nn.Linear(inputs, outputs)


class _Added(_Dense):
    """A projection that is added to the states before it."""

    def __init__(self, inputs: int, shape: BertShape) -> None:
        super().__init__(inputs, shape.hidden_size)
        self.LayerNorm = nn.LayerNorm(shape.hidden_size, eps=shape.layer_norm_eps)

    def forward(self, found: Tensor, states: Tensor) -> Tensor:
        normal: Tensor = self.LayerNorm(states + self.dense(found))
        return normal
