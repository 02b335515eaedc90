"""What is the model made of? An encoder, a tagger of all layers, and heads that join and type the spans."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from dateline.reading.marks.layers import (
    DISTANCES,
    KINDS_OF_MODE,
    LAYERS,
    LINKS,
    STATES,
    STATUS_NAMES,
    TYPES,
)
from dateline.reading.marks.pieces import LOOKS

SPAN_WIDTH = 160
CLASS_WIDTH = 256
HIDDEN_DROPOUT = 0.1
"""While it learns. Attention has none: it would cost a fifth of the speed."""


class SpanHeads(nn.Module):
    """Scores links between spans and classes of triggers, from the encoder's vectors of a span's two ends."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.head = nn.Linear(2 * width, SPAN_WIDTH)
        self.tail = nn.Linear(2 * width, SPAN_WIDTH)
        self.head_layer = nn.Embedding(len(LAYERS), SPAN_WIDTH)
        self.tail_layer = nn.Embedding(len(LAYERS), SPAN_WIDTH)
        self.pair = nn.Parameter(torch.randn(len(LINKS), SPAN_WIDTH, SPAN_WIDTH) * 0.02)
        self.head_bias = nn.Linear(SPAN_WIDTH, len(LINKS))
        self.tail_bias = nn.Linear(SPAN_WIDTH, len(LINKS))
        self.distance = nn.Parameter(torch.zeros(len(LINKS), DISTANCES))
        self.hidden = nn.Linear(2 * width, CLASS_WIDTH)
        self.classes = nn.Linear(CLASS_WIDTH, len(TYPES) + len(KINDS_OF_MODE) + len(STATUS_NAMES))
        nn.init.zeros_(self.head_layer.weight)
        nn.init.zeros_(self.tail_layer.weight)

    def vectors(self, spans: Tensor, layers: Tensor) -> tuple[Tensor, Tensor]:
        """(n, SPAN_WIDTH) twice: each span as one that draws and as one that is drawn."""
        head = nn.functional.gelu(self.head(spans) + self.head_layer(layers))
        tail = nn.functional.gelu(self.tail(spans) + self.tail_layer(layers))
        return head, tail

    def scores(self, heads: Tensor, tails: Tensor, pairs: Tensor, links: Tensor, steps: Tensor) -> Tensor:
        """(n,): the score of each pair for its link.

        heads, tails: (spans, SPAN_WIDTH). pairs: (n, 2) numbers of heads and tails. steps: distances in steps.
        """
        drawn = torch.einsum("nd,lde->nle", heads, self.pair)
        a, b = pairs[:, 0], pairs[:, 1]
        score = (drawn[a, links] * tails[b]).sum(-1) + self.distance[links, steps]
        return score + self.head_bias(heads)[a, links] + self.tail_bias(tails)[b, links]

    def trigger_classes(self, spans: Tensor) -> Tensor:
        """(n, types + modes + statuses)."""
        return self.classes(nn.functional.gelu(self.hidden(spans)))


class MarkingModel(nn.Module):
    """The encoder with its tagger; `spans` are the heads that run outside the exported graph."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        config.type_vocab_size = LOOKS
        config.hidden_dropout_prob = HIDDEN_DROPOUT
        config.attention_probs_dropout_prob = 0.0
        self.encoder = BertModel._from_config(config, attn_implementation="eager", add_pooling_layer=False)
        self.tagger = nn.Linear(config.hidden_size, len(LAYERS) * len(STATES))
        self.spans = SpanHeads(config.hidden_size)

    @classmethod
    def begin(cls, folder: Path) -> MarkingModel:
        """A model on all-MiniLM-L6-v2's weights, all heads fresh."""
        from safetensors.torch import load_file

        model = cls(BertConfig.from_pretrained(folder))
        weights = load_file(folder / "model.safetensors")
        kind = "embeddings.token_type_embeddings.weight"
        # looks start at what every word of one sentence had, so that nothing changes before training does
        weights[kind] = weights[kind][:1].repeat(LOOKS, 1)
        missing, _ = model.encoder.load_state_dict(weights, strict=False)
        if [name for name in missing if "position_ids" not in name]:
            raise ValueError(f"{folder}: weights missing: {missing}")
        return model

    def forward_hidden(self, ids: Tensor, mask: Tensor, looks: Tensor) -> Tensor:
        """(batch, pieces, width)."""
        return self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=looks).last_hidden_state

    def forward(self, ids: Tensor, mask: Tensor, looks: Tensor) -> tuple[Tensor, Tensor]:
        """(batch, pieces, width) and (batch, pieces, layers * states)."""
        hidden = self.forward_hidden(ids, mask, looks)
        return hidden, self.tagger(hidden)
