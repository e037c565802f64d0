"""How sure the reader must be: thresholds tuned on documents held out of training.

Each threshold in turn takes the value that does best, the others kept, until none changes; what is
best is what the benchmark's own scorer says of whole templates, and half as much of entities and a
little of which documents tell an incident at all; and, half as much as templates, what is found in
stories of our own, where a wrong filler costs more than a missing one (F0.5).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.encoding import Network
from onrecord.extract.events.learned.candidates import spelt
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

STARTS = tuple(
    Decoding(report=least, kind=least, roles=dict.fromkeys(ROLES, least), together=0.35, shared=0.5)
    for least in (0.2, 0.35, 0.5)
)
"""Where the search begins: it goes one threshold at a time, and ends on the nearest hill."""

_STEPS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
_ENTITIES, _RELEVANT, _OWN = 0.5, 0.15, 0.5
# Precision before recall: van Rijsbergen's F with a beta of one half.
_BETA = 0.5
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Read:
    """A document and what the reader makes of it.

    Attributes:
        document: The document.
        row: Its line in the corpus; None for a story of our own.
        possible: What the reader makes of it.
    """

    document: Document
    row: dict[str, Any] | None
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
    """Return what the scorer says of the documents of the corpus."""
    rows = {one.document.name: one.row for one in reads if one.row is not None}
    predictions = {
        one.document.name: templates(one.document, decoded(one.possible, decoding, names))
        for one in reads
        if one.document.name in rows
    }
    return score.score(list(rows.values()), predictions)


def own_score(reads: Iterable[Read], decoding: Decoding, names: Names) -> float:
    """Return F0.5, in percent, of the fillers of our own stories, whatever their incidents."""
    right = read_in_all = wanted = 0
    for one in reads:
        if one.row is not None:
            continue
        document = one.document
        found = {
            (filler.role, spelt(document.words, filler.best))
            for draft in decoded(one.possible, decoding, names)
            for filler in draft.fillers
        }
        named = {document.gold.find(*filler) for filler in found}
        wrong = sum(document.gold.find(*filler) is None for filler in found)
        right += len(named - {None})
        read_in_all += len(named - {None}) + wrong
        wanted += len(document.gold.fillers)
    weight = _BETA**2
    return 100 * (1 + weight) * right / max(1.0, weight * wanted + read_in_all)


def worth(result: Any) -> float:  # noqa: ANN401 - the scorer's own
    """Return how good a result on the corpus is, in one number."""
    return float(
        result["templates"]["micro"]["f1"]
        + _ENTITIES * result["entities"]["micro"]["f1"]
        + _RELEVANT * result["detection"]["relevant"]["f1"]
    )


def tuned(reads: Sequence[Read], score: ModuleType, *, tell: Callable[[str], None]) -> Decoding:
    """Return the thresholds that do best on some documents."""
    names = Names.of(open_library())

    def value(decoding: Decoding) -> float:
        own = own_score(reads, decoding, names)
        return worth(scores(reads, decoding, names, score)) + _OWN * own

    found = [_climbed(start, value, tell) for start in STARTS]
    return max(found, key=value)


def _climbed(
    start: Decoding, value: Callable[[Decoding], float], tell: Callable[[str], None]
) -> Decoding:
    """Return the thresholds on the hill above others."""
    best, most = start, value(start)
    for number in range(_ROUNDS):
        before = best
        for name in ("report", "kind", *ROLES, "together", "shared"):
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
    if name in ROLES:
        return replace(decoding, roles={**decoding.roles, name: value})
    changes: dict[str, Any] = {name: value}
    return replace(decoding, **changes)
