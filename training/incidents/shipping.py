"""From a trained network to what ships: ONNX files in 8 bits, thresholds, and a card."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.encoding import WIDTH
from onrecord.extract.events.learned.decoding import DECODING
from onrecord.extract.events.learned.participants import NUMBERS
from training.incidents.network import TABLES, Network
from training.incidents.stories import fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.extract.events.learned.decoding import Decoding

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "src" / "onrecord" / "data"
RESOURCES = ROOT / "resources"
CARD = ROOT / "docs" / "quality" / "incidents-model.md"

FILES = {
    "incidents-words": "From the encoder's lower half to what each word is in an incident, 8 bits",
    "incidents-participants": "From likely mentions to who takes part in which type of incident",
    "incidents-pairs": "Whether two participants belong to one incident",
}
"""Name of each resource (its file has the same name) and what it is."""

_OPSET = 17
_LICENCE = "Apache-2.0"
_SOURCE = (
    "python -m training incidents, from all-MiniLM-L6-v2 (Apache-2.0), MUC-4 (NOSC/NRaD 1991-92) "
    "and reports of our own; no text of the corpus is in it"
)


class _Words(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.words = network.words

    def forward(self, lower: Tensor, *features: Tensor) -> tuple[Tensor, Tensor]:
        given = {name: values.unsqueeze(0) for name, values in zip(TABLES, features, strict=True)}
        vectors, tags = self.words(lower.unsqueeze(0), given, None)
        return vectors.squeeze(0), tags.squeeze(0).softmax(-1)


def export(network: Network, folder: Path) -> None:
    """Write the three parts of a network as ONNX files into a folder."""
    words, mentions, participants = 31, 7, 5
    lower = torch.randn(words, WIDTH)
    none = torch.zeros(words, dtype=torch.long)
    _export(
        _Words(network),
        {"lower": lower} | dict.fromkeys(TABLES, none),
        {"vectors": ("words",), "tags": ("words",)},
        axes=dict.fromkeys(("lower", *TABLES), ("words",)),
        file=folder / "incidents-words.onnx",
    )
    first = torch.arange(mentions)
    _export(
        network.participants,
        {
            "words": lower,
            "first": first,
            "last": first + 2,
            "role": first % 6,
            "numbers": torch.randn(mentions, NUMBERS),
            "same": torch.ones(participants, mentions),
        },
        {"kinds": (), "likely": ("participants",), "together": ("participants",)},
        axes={
            "words": ("words",),
            "first": ("mentions",),
            "last": ("mentions",),
            "role": ("mentions",),
            "numbers": ("mentions",),
            "same": ("participants", "mentions"),
        },
        file=folder / "incidents-participants.onnx",
    )
    _export(
        network.pairs,
        {
            "vectors": torch.randn(participants, 256),
            "geometry": torch.randn(participants, participants, 2),
        },
        {"scores": ("participants", "participants")},
        axes={
            "vectors": ("participants",),
            "geometry": ("participants", "participants"),
        },
        file=folder / "incidents-pairs.onnx",
    )


def _export(
    module: nn.Module,
    inputs: Mapping[str, Tensor],
    outputs: Mapping[str, Sequence[str]],
    *,
    axes: Mapping[str, Sequence[str]],
    file: Path,
) -> None:
    """Write a part in 8 bits; `axes` and `outputs` name the sizes that vary, first axes first."""
    whole = file.with_name(f"{file.stem}-whole.onnx")
    names = {name: dict(enumerate(sizes)) for name, sizes in (axes | outputs).items() if sizes}
    torch.onnx.export(
        module.eval(),
        tuple(inputs.values()),
        str(whole),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=names,
        opset_version=_OPSET,
        dynamo=False,
    )
    quantize_dynamic(
        str(whole),
        str(file),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )


def write_meta(name: str) -> None:
    """Write what the manifest says of a file of weights, its version one higher if it changed."""
    target = RESOURCES / f"{name}.meta.toml"
    digest = hashlib.sha256((DATA / f"{name}.onnx").read_bytes()).hexdigest()
    before = tomllib.loads(target.read_text("utf-8")) if target.exists() else {}
    number = int(before.get("version", 0)) + (before.get("sha256") != digest)
    target.write_text(
        "# Written by `python -m training incidents --install`.\n"
        f"version = {number}\n"
        f'licence = "{_LICENCE}"\n'
        f'source = "{_SOURCE}"\n'
        f'summary = "{FILES[name]}"\n'
        f'file = "{name}.onnx"\n'
        "rows = 1\n"
        f'sha256 = "{digest}"\n',
        "utf-8",
    )


def install(work: Path, decoding: Decoding, *, card: str) -> None:
    """Put the weights of a finished run into onrecord/data, with thresholds and card."""
    for name in FILES:
        shutil.copy(work / f"{name}.onnx", DATA / f"{name}.onnx")
        write_meta(name)
    _write_decoding(decoding)
    CARD.write_text(card, "utf-8")
    subprocess.run([sys.executable, str(RESOURCES / "build_data.py")], check=True)  # noqa: S603


def _write_decoding(decoding: Decoding) -> None:
    target = RESOURCES / f"{DECODING}.toml"
    least = ("report", "kind", "together", "shared")
    lines = [
        "# Written by `python -m training incidents --install`: how sure the trained reader of",
        "# incidents must be, tuned on documents held out of its training.",
        "",
        "[least]",
        *(f"{name} = {getattr(decoding, name):.2f}" for name in least),
        "",
        "[roles]",
        *(f"{role} = {value:.2f}" for role, value in decoding.roles.items()),
        "",
    ]
    before = tomllib.loads(target.read_text("utf-8")) if target.exists() else {}
    now = tomllib.loads("\n".join(lines))
    meta = before.pop("meta", {"version": 0})
    lines += [
        "[meta]",
        f"version = {meta['version'] + (before != now)}",
        f'licence = "{_LICENCE}"',
        'source = "python -m training incidents, on documents of MUC-4 held out of training"',
        'summary = "How sure the trained reader of incidents must be"',
    ]
    target.write_text("\n".join(lines) + "\n", "utf-8")


def card(
    work: Path,
    corpus: Path,
    settings: Mapping[str, object],
    *,
    held_out: str,
    decoding: Decoding,
) -> str:
    """Return the model card.

    Args:
        work: Folder of the run.
        corpus: The corpus it learned from.
        settings: How it was trained, by name.
        held_out: What the scorer says of the documents held out.
        decoding: The thresholds.
    """
    tools = ("torch", "transformers", "onnx", "onnxruntime")
    sizes = [f"| `{name}.onnx` | {(work / f'{name}.onnx').stat().st_size:,} |" for name in FILES]
    digest = hashlib.sha256(corpus.read_bytes()).hexdigest()
    return "\n".join(
        [
            "# Model card: the reader of incidents",
            "",
            "Written by `python -m training incidents --install`. What it is for, how it was",
            "chosen and where it errs is in [Incidents](incidents.md).",
            "",
            "| What | |",
            "|---|---|",
            "| Starts from | lower half of the shared encoder, upper half of all-MiniLM-L6-v2 |",
            "| Learned from | MUC-4, training part: news of Latin America, 1988 to 1990 |",
            "| And from | our own `training/incidents/stories` |",
            f"| SHA-256 of the corpus | `{digest}` |",
            f"| SHA-256 of the stories | `{fingerprint()}` |",
            *(f"| {name} | {value} |" for name, value in settings.items()),
            f"| Tools | {', '.join(f'{tool} {version(tool)}' for tool in tools)} |",
            "| Licence of the weights | Apache-2.0 |",
            "| Limits | English; knows MUC-4's six types best, the others from few reports |",
            "",
            "| File | Bytes |",
            "|---|---|",
            *sizes,
            "",
            "| Least confidence | |",
            "|---|---|",
            *(
                f"| {name} | {getattr(decoding, name):.2f} |"
                for name in ("report", "kind", "together", "shared")
            ),
            *(f"| {role} | {value:.2f} |" for role, value in decoding.roles.items()),
            "",
            "On the documents of the training part that the thresholds were tuned on, before",
            "training went on with those too:",
            "",
            "```text",
            held_out,
            "```",
            "",
        ]
    )
