"""How often incidents are dated and placed as the key has it, by the benchmark's own scorer.

Two ways: each incident told by the fillers of its gold template, and as the trained reader tells
it, where that is an incident of the gold. The reader has learned from these documents too, so the
second way flatters it, if not the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from benchmarks.tasks.muc4 import templates
from onrecord.model import Reading
from training.occurrence.cases import Incident, locations, taxonomy, told_by_gold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import ModuleType

    from onrecord.claims.occurrence.weights import Weights
    from training.occurrence.documents import Document

WeightsOf = Callable[["Document"], "Weights"]


@dataclass(frozen=True, slots=True)
class Shares:
    """Right answers and cases.

    Attributes:
        date: The day or days.
        country: The country.
        leaf: The most specific place.
        none: No more than the country, where the key knows no more.
    """

    date: tuple[int, int]
    country: tuple[int, int]
    leaf: tuple[int, int]
    none: tuple[int, int]

    def __str__(self) -> str:
        parts = (
            ("date", self.date),
            ("country", self.country),
            ("most specific place", self.leaf),
            ("no place where the key has none", self.none),
        )
        return ", ".join(
            f"{name} {100 * right / max(1, cases):.1f} ({right} of {cases})"
            for name, (right, cases) in parts
        )


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A document and the incidents told of in it.

    Attributes:
        document: The document.
        incidents: Its incidents.
        templates: The template of each, as the scorer reads it, yet without time and place.
        gold: The gold's templates, as the scorer reads them.
        pairs: Which template is which of the gold, by place.
    """

    document: Document
    incidents: tuple[Incident, ...]
    templates: tuple[dict[str, Any], ...]
    gold: tuple[dict[str, Any], ...]
    pairs: tuple[tuple[int, int], ...]

    @classmethod
    def by_gold(cls, document: Document, score: ModuleType) -> Told:
        """Return the incidents of the gold, told by their fillers."""
        rows = score.gold_as_prediction(document.row)
        return cls._paired(document, told_by_gold(document, score), rows, score)

    @classmethod
    def as_read(cls, document: Document, score: ModuleType) -> Told:
        """Return the incidents that the trained reader found, with the gold of those it matches."""
        found, rows = [], []
        for incident in document.mentions.incidents:
            alone = Reading(
                report_id=document.report.report_id,
                sentences=(),
                mentions=replace(document.mentions, incidents=(incident,)),
                claims=(),
                warnings=(),
                kit="",
            )
            spans = [span for filler in incident.fillers for span in filler.mentions]
            kind = taxonomy().find_type(incident.code)
            for row in templates(document.report, alone):
                if isinstance(row, dict) and kind is not None:
                    told = tuple(spans) or (incident.span,)
                    found.append(Incident(document, told, kind.events))
                    rows.append(row)
        return cls._paired(document, found, rows, score)

    @classmethod
    def _paired(
        cls,
        document: Document,
        incidents: Sequence[Incident],
        rows: Sequence[Any],
        score: ModuleType,
    ) -> Told:
        gold = score.gold_templates(document.row)
        predicted = score.predicted_templates(rows)
        pairs, _, _ = score.align(gold, predicted)
        found = [*incidents]
        for place, right in pairs:
            found[place] = replace(found[place], template=gold[right]["source"])
        return cls(document, tuple(found), tuple(predicted), tuple(gold), tuple(pairs))


def shares(told: Iterable[Told], weights_of: WeightsOf, score: ModuleType) -> Shares:
    """Measure how often the answers are right, where the templates are those of the gold.

    Args:
        told: The documents, with their incidents.
        weights_of: The weights for each.
        score: The benchmark's scorer.
    """
    facts: Counter[str] = Counter()
    for one in told:
        weights = weights_of(one.document)
        answered = [
            template | {"source": template["source"] | incident.answers(weights)}
            for template, incident in zip(one.templates, one.incidents, strict=True)
        ]
        facts.update(score.fact_counts(one.gold, answered, one.pairs))
        for place, right in one.pairs:
            wanted = locations(one.gold[right]["source"], score)
            if wanted and not any(names for _, names in wanted):
                named = score.parse_location(answered[place]["source"]["incident_location"])[1]
                facts.update(none=1, none_right=not named)
    return Shares(
        date=(facts["date_exact"], facts["date"]),
        country=(facts["country_right"], facts["country"]),
        leaf=(facts["leaf_right"], facts["leaf"]),
        none=(facts["none_right"], facts["none"]),
    )
