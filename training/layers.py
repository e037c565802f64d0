"""Layers of PyTorch's in operations that ONNX has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torch.nn import functional

if TYPE_CHECKING:
    from torch import Tensor, nn


def plain(layer: nn.TransformerEncoderLayer, x: Tensor, mask: Tensor | None = None) -> Tensor:
    """Return what a layer does when it is not trained.

    Args:
        layer: The layer, its norms first.
        x: Vectors, (batch, places, width).
        mask: Which places are real, (batch, places); None where all are.
    """
    own = layer.self_attn
    width, heads = own.embed_dim, own.num_heads
    parts = functional.linear(layer.norm1(x), own.in_proj_weight, own.in_proj_bias).view(
        x.shape[0], x.shape[1], 3, heads, width // heads
    )
    query, key, value = (parts[:, :, number].transpose(1, 2) for number in range(3))
    weights = query @ key.transpose(-1, -2) / (width // heads) ** 0.5
    if mask is not None:
        weights = weights.masked_fill(~mask[:, None, None, :], -1e9)
    mixed = (weights.softmax(-1) @ value).transpose(1, 2).reshape(x.shape[0], x.shape[1], width)
    x = x + own.out_proj(mixed)
    inner: Tensor = layer.linear2(functional.gelu(layer.linear1(layer.norm2(x))))
    return x + inner
