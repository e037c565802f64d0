"""How sure the reader must be: thresholds tuned on documents held out of training.

Each threshold in turn takes the value that does best, the others kept, until none changes; what is
best is what the benchmark's own scorer says of whole templates, and half as much of entities and a
little of which documents tell an incident at all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.encoding import Network
from onrecord.extract.events.learned.decoding import Decoding, Draft, decoded
from onrecord.extract.events.learned.names import Names
from onrecord.extract.events.learned.reader import IncidentsReader, Possible, aliases
from onrecord.extract.events.learned.roles import OF_MUC4, ROLES, TYPES
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from types import ModuleType

    from training.incidents.documents import Document

SLOTS = {
    "perpetrator": "perp_individual",
    "organisation": "perp_organization",
    "target": "physical_target",
    "victim": "victim",
    "weapon": "weapon",
}
"""The slots of a prediction that are scored, by role."""

START = Decoding(
    report=0.25,
    kind=0.2,
    roles={**dict.fromkeys(ROLES, 0.25), "people": 0.35},
    together=0.4,
    shared=0.6,
)
_STEPS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
_ENTITIES, _RELEVANT = 0.5, 0.15
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Read:
    """A document and what the reader makes of it."""

    document: Document
    row: dict[str, Any]
    possible: Possible


def reader(folder: Path) -> IncidentsReader:
    """Return the reader whose ONNX files lie in a folder, for documents already encoded."""
    names = ("incidents-words", "incidents-participants", "incidents-pairs")
    nets = [Network.of(folder / f"{name}.onnx") for name in names]
    return IncidentsReader(None, *nets)  # type: ignore[arg-type]


def read(found: IncidentsReader, document: Document) -> Possible:
    """Return what the reader makes of a document."""
    possible = found.read_words(
        document.lower.astype(np.float32), document.features, document.words, document.sentence
    )
    opening = {
        place
        for place, (start, end) in enumerate(document.spans)
        if document.text[start:end] in "([{"
    }
    return replace(possible, aliases=aliases(possible.participants, opening))


def templates(document: Document, drafts: Iterable[Draft]) -> list[dict[str, Any]]:
    """Return incidents as the scorer takes them, those of MUC-4's types."""
    return [
        {"incident_type": draft.kind}
        | {
            slot: [
                _string(document, one.best.first, one.best.last)
                for one in draft.fillers
                if ROLES[one.role] == role
            ]
            for role, slot in SLOTS.items()
        }
        for draft in drafts
        if draft.kind in TYPES[:OF_MUC4]
    ]


def _string(document: Document, first: int, last: int) -> str:
    start, end = document.spans[first][0], document.spans[last - 1][1]
    return " ".join(document.text[start:end].split())


def scores(reads: Sequence[Read], decoding: Decoding, names: Names, score: ModuleType) -> Any:  # noqa: ANN401 - the scorer's own
    """Return what the scorer says of some documents."""
    predictions = {
        one.document.name: templates(one.document, decoded(one.possible, decoding, names))
        for one in reads
    }
    return score.score([one.row for one in reads], predictions)


def worth(result: Any) -> float:  # noqa: ANN401 - the scorer's own
    """Return how good a result is, in one number."""
    return float(
        result["templates"]["micro"]["f1"]
        + _ENTITIES * result["entities"]["micro"]["f1"]
        + _RELEVANT * result["detection"]["relevant"]["f1"]
    )


def tuned(reads: Sequence[Read], score: ModuleType, *, tell: Callable[[str], None]) -> Decoding:
    """Return the thresholds that do best on some documents."""
    names = Names.of(open_library())

    def value(decoding: Decoding) -> float:
        return worth(scores(reads, decoding, names, score))

    best, most = START, value(START)
    for number in range(_ROUNDS):
        before = best
        for name in ("report", "kind", *SLOTS, "together", "shared"):
            for step in _STEPS:
                other = _changed(best, name, step)
                new = value(other)
                if new > most:
                    best, most = other, new
        tell(f"round {number + 1}: {most:.2f} {best}")
        if best == before:
            break
    return best


def _changed(decoding: Decoding, name: str, value: float) -> Decoding:
    if name in SLOTS:
        return replace(decoding, roles={**decoding.roles, name: value})
    changes: dict[str, Any] = {name: value}
    return replace(decoding, **changes)
