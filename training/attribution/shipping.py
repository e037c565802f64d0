"""From a trained network to what ships: ONNX files, in 8 bits where it saves most, and a card."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import onnx
import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from onrecord.encoding import WIDTH
from onrecord.extract.attribution.calibration import Calibration
from training.attribution import calibration
from training.attribution.documents import load
from training.attribution.evaluation import evaluate, reliability
from training.attribution.network import PAIR_TABLES, START, WORD_TABLES, Network
from training.attribution.own import fingerprint
from training.attribution.run import CHECKPOINT, tokenizer
from training.attribution.voices import voices

if TYPE_CHECKING:
    from collections.abc import Callable

    from transformers import BertConfig

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "src" / "onrecord" / "data"
RESOURCES = ROOT / "resources"
CARD = ROOT / "docs" / "quality" / "attribution-model.md"

_OPSET = 17
# The third of six layers gives this; readers of incidents start from it.
_HALFWAY = "/encoder/encoder/layer.2/output/LayerNorm/LayerNormalization_output_0"
_LOWER = "lower"

# Name of the resource, its file, and what it is.
FILES = {
    "encoder": ("encoder.onnx", "MiniLM-L6 tuned on attribution, 8 bits: word pieces to vectors"),
    "encoder-pieces": ("encoder-pieces.json", "The pieces MiniLM cuts words into"),
    "attribution-finder": ("attribution-finder.onnx", "From vectors to words that head a cue"),
    "attribution-reader": ("attribution-reader.onnx", "Who and what around a possible cue"),
    "attribution-stances": ("attribution-stances.onnx", "From vectors to what each cue does"),
    "attribution-withheld": ("attribution-withheld.onnx", "Who and what around a non-answer"),
}
_LICENCE = "Apache-2.0"
_SOURCE = (
    "python -m training attribution, from all-MiniLM-L6-v2 (Apache-2.0) and PolNeAR "
    "(Newell, Margolin and Ruths 2018); no text of the corpus is in it"
)


def ship(work: Path, corpus: Path, *, tell: Callable[[str], None]) -> None:
    """Put the weights of a finished run into onrecord/data, with their card."""
    export_voices(voices(work), work)
    for name, (file, _) in FILES.items():
        shutil.copy(work / file, DATA / file)
        _write_meta(name, file)
    subprocess.run([sys.executable, str(RESOURCES / "build_data.py")], check=True)  # noqa: S603
    documents = [one for one in load(corpus, work, tokenizer(), tell=tell) if one.held_out]
    pairs = calibration.counted(documents)
    points = calibration.points(pairs)
    calibration.write(points)
    subprocess.run([sys.executable, str(RESOURCES / "build_data.py")], check=True)  # noqa: S603
    said, worth = zip(*points, strict=True)
    figures = [
        evaluate(documents, corpus.parent / "score.py", DATA),
        *reliability(pairs, Calibration(said, worth)),
    ]
    CARD.write_text(_card(work, corpus, "\n".join(figures)), "utf-8")
    tell(f"wrote {CARD.relative_to(ROOT)}")


class _Encoder(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder
        # Written out in full, so that `_fused` knows attention by its shape.
        self.encoder.set_attn_implementation("eager")

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        states: Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return states


class _Finder(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, *features: Tensor) -> tuple[Tensor, Tensor]:
        known = self.network.known(vectors, dict(zip(WORD_TABLES, features, strict=True)))
        return torch.sigmoid(self.network.finder(known).squeeze(-1)), known


class _Stances(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, *features: Tensor) -> tuple[Tensor, Tensor]:
        known = self.network.known(vectors, dict(zip(WORD_TABLES, features, strict=True)))
        return self.network.stances(known.unsqueeze(0)).squeeze(0).softmax(-1), known


class _Reader(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, known: Tensor, index: Tensor, head: Tensor, mask: Tensor, *pairs: Tensor
    ) -> tuple[Tensor, Tensor]:
        seen = dict(zip(PAIR_TABLES, pairs, strict=True))
        roles, valid = self.network.read(known, index, head, pairs=seen, mask=mask)
        return roles.softmax(-1), torch.sigmoid(valid)


def export(network: Network, folder: Path) -> None:
    """Write the network as ONNX files into a folder, with MiniLM's pieces."""
    ids = torch.randint(1000, 2000, (2, 17))
    _export(
        _Encoder(network),
        {"ids": ids, "mask": torch.ones_like(ids)},
        {"states": {0: "windows", 1: "pieces"}},
        folder / "encoder-whole.onnx",
    )
    _fuse(folder / "encoder-whole.onnx", network.encoder.config)
    _quantise(folder / "encoder-whole.onnx", folder / "encoder.onnx")
    show_lower_half(folder / "encoder.onnx")
    _heads(
        network, _Finder(network), folder, ("heading", "attribution-finder", "attribution-reader")
    )
    shutil.copy(START / "tokenizer.json", folder / "encoder-pieces.json")


def export_voices(network: Network, folder: Path) -> None:
    """Write the second reader as ONNX files into a folder."""
    _heads(
        network,
        _Stances(network),
        folder,
        ("stances", "attribution-stances", "attribution-withheld"),
    )


def _heads(network: Network, finder: nn.Module, folder: Path, names: tuple[str, str, str]) -> None:
    """Write a finder and the reader behind it; what the finder gives is named first."""
    given, found, read = names
    words, cues, near = 31, 3, 11
    none = torch.zeros(words, dtype=torch.long)
    beside = torch.zeros(cues, near, dtype=torch.long)
    vectors = torch.randn(words, WIDTH)
    _export(
        finder,
        {"vectors": vectors} | dict.fromkeys(WORD_TABLES, none),
        {given: {0: "words"}, "known": {0: "words"}},
        folder / f"{found}.onnx",
    )
    known = network.known(vectors, dict.fromkeys(WORD_TABLES, none)).detach()
    _export(
        _Reader(network),
        {
            "known": known,
            "index": torch.randint(0, words, (cues, near)),
            "head": torch.randint(0, near, (cues,)),
            "mask": torch.ones(cues, near, dtype=torch.bool),
        }
        | dict.fromkeys(PAIR_TABLES, beside),
        {"roles": {0: "cues", 1: "near"}, "valid": {0: "cues"}},
        folder / f"{read}-whole.onnx",
    )
    _quantise(folder / f"{read}-whole.onnx", folder / f"{read}.onnx")


def show_lower_half(file: Path) -> None:
    """Let an encoder give what its lower half makes of each piece, beside what all of it does."""
    model = onnx.load(file)
    if any(output.name == _LOWER for output in model.graph.output):
        return
    model.graph.node.append(onnx.helper.make_node("Identity", [_HALFWAY], [_LOWER]))
    sizes = ["windows", "pieces", WIDTH]
    model.graph.output.append(onnx.helper.make_tensor_value_info(_LOWER, TensorProto.FLOAT, sizes))
    onnx.save(model, file)


def _quantise(whole: Path, small: Path) -> None:
    quantize_dynamic(
        str(whole),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )


def _fuse(file: Path, sizes: BertConfig) -> None:
    """Put the many small steps of attention and its neighbours into one each: a fifth less time."""
    fused = optimize_model(
        str(file),
        model_type="bert",
        num_heads=sizes.num_attention_heads,
        hidden_size=sizes.hidden_size,
        opt_level=0,
    )
    if fused.get_fused_operator_statistics()["Attention"] != sizes.num_hidden_layers:
        raise RuntimeError(f"{file}: ONNX Runtime's optimiser does not know this attention")
    fused.save_model_to_file(str(file))


_AXES = {1: {0: "words"}, 2: {0: "cues", 1: "near"}}


def _export(
    module: nn.Module, inputs: dict[str, Tensor], outputs: dict[str, dict[int, str]], file: Path
) -> None:
    axes: dict[str, dict[int, str]] = {}
    for name, tensor in inputs.items():
        if "ids" in inputs:
            axes[name] = {0: "windows", 1: "pieces"}
        elif name in {"vectors", "known"}:
            axes[name] = {0: "words"}
        elif name == "head":
            axes[name] = {0: "cues"}
        else:
            axes[name] = _AXES[tensor.dim()]
    torch.onnx.export(
        module.eval(),
        tuple(inputs.values()),
        str(file),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=axes | outputs,
        opset_version=_OPSET,
        dynamo=False,
    )


def _write_meta(name: str, file: str) -> None:
    """Write what the manifest says of a file of weights, its version one higher if it changed."""
    target = RESOURCES / f"{name}.meta.toml"
    digest = hashlib.sha256((DATA / file).read_bytes()).hexdigest()
    before = tomllib.loads(target.read_text("utf-8")) if target.exists() else {}
    number = int(before.get("version", 0)) + (before.get("sha256") != digest)
    target.write_text(
        "# Written by `python -m training attribution --install`.\n"
        f"version = {number}\n"
        f'licence = "{_LICENCE}"\n'
        f'source = "{_SOURCE}"\n'
        f'summary = "{FILES[name][1]}"\n'
        f'file = "{file}"\n'
        "rows = 1\n"
        f'sha256 = "{digest}"\n',
        "utf-8",
    )


def _card(work: Path, corpus: Path, figures: str) -> str:
    """Return the model card."""
    kept = torch.load(work / CHECKPOINT, weights_only=True)
    settings = kept["settings"]
    sizes = [f"| `{file}` | {(DATA / file).stat().st_size:,} |" for file, _ in FILES.values()]
    digest = hashlib.sha256(corpus.read_bytes()).hexdigest()
    tools = ("torch", "transformers", "onnx", "onnxruntime")
    return "\n".join(
        [
            "# Model card: the reader of attributions",
            "",
            "Written by `python -m training attribution --install`. What it is for, how it was",
            "chosen and where it errs is in [Attribution](attribution.md).",
            "",
            "| What | |",
            "|---|---|",
            "| Starts from | all-MiniLM-L6-v2 (22.7 million parameters, uncased, Apache-2.0) |",
            "| Learned from | PolNeAR, training part: political news of seven US outlets |",
            f"| SHA-256 of the corpus | `{digest}` |",
            "| Stances and non-answers from | our own `training/attribution/sentences` |",
            f"| SHA-256 of the sentences, encoder | `{kept['sentences']}` |",
            f"| SHA-256 of the sentences, stances | `{fingerprint()}` |",
            *(f"| {name} | {value} |" for name, value in settings.items()),
            f"| Tools | {', '.join(f'{tool} {version(tool)}' for tool in tools)} |",
            "",
            "| File | Bytes |",
            "|---|---|",
            *sizes,
            "",
            figures,
            "",
        ]
    )
