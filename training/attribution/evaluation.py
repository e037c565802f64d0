"""How well the shipped weights read the documents held out of training, and how far to trust them.

What is measured is what ships: the ONNX files, run by OnRecord's own code.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from benchmarks import scorers
from onrecord.encoding import Network as OnnxNetwork
from onrecord.encoding.encoder import Encoder
from onrecord.extract.attribution.learned import LearnedReader, settled
from onrecord.extract.attribution.quotations import Quotations
from training.attribution.run import tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from onrecord.extract.attribution.calibration import Calibration
    from onrecord.extract.attribution.learned import Found
    from training.attribution.documents import Document

LEAST = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6)
_BINS = 10


def evaluate(documents: Sequence[Document], scorer: Path, data: Path) -> str:
    """Return the figures of the trained reader alone as a page.

    Args:
        documents: Documents held out of training.
        scorer: The benchmark's scorer.
        data: The folder of the weights.
    """
    reader = LearnedReader(
        Encoder(OnnxNetwork.of(data / "encoder.onnx"), tokenizer()),
        OnnxNetwork.of(data / "attribution-finder.onnx"),
        OnnxNetwork.of(data / "attribution-reader.onnx"),
    )
    read = [reader.read(one.analysis, Quotations.of(one.analysis), one.drafts) for one in documents]
    score = scorers.scorer(scorer).score
    lines = [
        f"On the {len(documents)} documents of the training part that were held out, the trained",
        "reader alone (F1; the benchmark's own scorer; SGC: source given content):",
        "",
        "| Least confidence | Partial | P | R | Word for word | Content, soft | SGC |",
        "|---|---|---|---|---|---|---|",
    ]
    gold = {one.docid: one.row for one in documents}
    for least in LEAST:
        predicted = {
            document.docid: _line(document, settled(possible, least=least))
            for document, possible in zip(documents, read, strict=True)
        }
        result = score(gold, predicted)
        whole, content = result["scores"]["whole"], result["scores"]["content"]
        lines.append(
            f"| {least} | {whole['partial']['F1']:.1f} | {whole['partial']['P']:.1f} "
            f"| {whole['partial']['R']:.1f} | {whole['words']['F1']:.1f} "
            f"| {content['soft']['F1']:.1f} | {result['source_given_content']['overlap']:.1f} |"
        )
    return "\n".join(lines)


def reliability(pairs: Sequence[tuple[float, bool]], calibration: Calibration) -> Iterator[str]:
    """Yield how often there was an attribution, by the confidence that is shown.

    Args:
        pairs: Confidences as the readers give them, and whether there was one.
        calibration: What they are worth.
    """
    shown = [(calibration.of_confidence(said), right) for said, right in pairs]
    yield "How often there is an attribution where rules and readers together say so, by the"
    yield "confidence shown (what the line was fitted to; `attribution.md` has other documents):"
    yield ""
    yield "| Confidence | Mean | Right | Of |"
    yield "|---|---|---|---|"
    for place in range(_BINS):
        inside = [one for one in shown if min(_BINS - 1, math.floor(one[0] * _BINS)) == place]
        if inside:
            mean = sum(worth for worth, _ in inside) / len(inside)
            right = 100 * sum(good for _, good in inside) / len(inside)
            low, high = place / _BINS, (place + 1) / _BINS
            yield f"| {low:.1f} to {high:.1f} | {mean:.2f} | {right:.0f} % | {len(inside)} |"


def _line(document: Document, found: Sequence[Found]) -> dict[str, Any]:
    tokens = document.analysis.tokens

    def span(words: tuple[int, int]) -> list[int]:
        return [tokens[words[0]].span.start, tokens[words[1] - 1].span.end]

    return {
        "docid": document.docid,
        "attributions": [
            {
                "source": [] if one.source is None else [span(one.source)],
                "cue": [span(one.cue)],
                "content": [span(part) for part in one.content],
            }
            for one in found
        ],
    }
