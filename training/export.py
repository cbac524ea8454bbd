"""The trained network as the files that the package ships: int8 ONNX, tokenizer, labels, and a list of digests."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import nn

from kawat.encoder.model import DIGESTS, FILES, digest_of
from training.labels import describe
from training.network import HIDDEN, Network

OUTPUTS = ("states", "tags", "trigger", "mention", "pair")
OPSET = 17


class _Plain(nn.Module):
    """The network with outputs in a tuple, and word embeddings looked up in the graph."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        network = self.network
        states = network.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        trigger = network.compare(torch.tanh(network.trigger(states)))
        mention = torch.tanh(network.mention(states))
        return states, network.tags(states), trigger, mention, network.pair(states)


def export(network: Network, tokenizer: Path, folder: Path, extra: dict | None = None, quantised: bool = True) -> None:
    """Write the model's files into ``folder``. ``extra``: what else goes with the labels (thresholds, card)."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    network.settle()
    with tempfile.TemporaryDirectory() as scratch:
        raw, fused = Path(scratch) / "raw.onnx", Path(scratch) / "fused.onnx"
        axes = {0: "sentences", 1: "tokens"}
        ids = torch.ones(2, 8, dtype=torch.long)
        torch.onnx.export(
            _Plain(network),
            (ids, torch.ones_like(ids)),
            str(raw),
            input_names=["ids", "mask"],
            output_names=list(OUTPUTS),
            dynamic_axes=dict.fromkeys(("ids", "mask", *OUTPUTS), axes),
            opset_version=OPSET,
            dynamo=False,
        )
        options = FusionOptions("bert")
        model = optimizer.optimize_model(
            str(raw), "bert", num_heads=12, hidden_size=HIDDEN, optimization_options=options, opt_level=1
        )
        model.save_model_to_file(str(fused))
        target = folder / "model.onnx"
        if quantised:
            heads = [node.name for node in onnx.load(fused).graph.node if _is_head(node)]
            quantize_dynamic(
                fused,
                target,
                per_channel=True,
                weight_type=QuantType.QInt8,
                nodes_to_exclude=heads,
                extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
            )
        else:
            shutil.copy(fused, target)
    shutil.copy(tokenizer, folder / "tokenizer.json")
    (folder / "labels.json").write_text(json.dumps(describe() | (extra or {}), indent=1, ensure_ascii=False) + "\n")
    _write_digests(folder)


def write_labels(folder: Path, more: dict) -> None:
    """Add what was found out about the model in ``folder`` to its labels."""
    path = folder / "labels.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | more, indent=1, ensure_ascii=False) + "\n")
    _write_digests(folder)


def _write_digests(folder: Path) -> None:
    """Write the digests of the files in ``folder`` beside them, as the runtime checks them."""
    digests = {name: digest_of((folder / name).read_bytes()) for name in FILES}
    (folder / DIGESTS).write_text(json.dumps(digests, indent=1) + "\n")


def _is_head(node: onnx.NodeProto) -> bool:
    """Whether a node belongs to the heads, which stay in 32 bits: they are small."""
    return node.op_type in ("MatMul", "Gemm") and "/encoder/" not in node.name and "encoder" not in node.name
