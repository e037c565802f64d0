"""Where the reader of incidents errs: each filler of the gold and of the predictions by its fate.

Templates are paired as the scorer pairs them. A gold filler is found; or its words are cut
otherwise; or it stands in another incident, or in another role; or it is missed, in a report that
was read as telling an incident, or in one that was not. A predicted filler that is not right stands
in another incident or role than the gold has it, or is none: in a report with incidents, or in one
that tells none (generic, old or of soldiers only).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.scorers import scorer

if TYPE_CHECKING:
    from pathlib import Path

Fillers = list[frozenset[str]]


@dataclass(slots=True)
class Fates:
    """How many fillers met which fate, by role.

    Attributes:
        gold: Of the gold.
        predicted: Of the predictions.
        templates: Of whole templates.
    """

    gold: Counter[tuple[str, str]] = field(default_factory=Counter)
    predicted: Counter[tuple[str, str]] = field(default_factory=Counter)
    templates: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        lines = []
        for title, counts in (("Gold fillers", self.gold), ("Wrongly read", self.predicted)):
            fates = sorted({fate for _, fate in counts})
            roles = sorted({role for role, _ in counts})
            lines += [f"| {title} | {' | '.join(roles)} | all |", "|---" * (len(roles) + 2) + "|"]
            for fate in fates:
                row = [counts[role, fate] for role in roles]
                lines.append(f"| {fate} | {' | '.join(map(str, row))} | {sum(row)} |")
            lines.append("")
        lines += [f"{fate}: {number}" for fate, number in sorted(self.templates.items())]
        return "\n".join(lines)


def fates(gold: Path, predicted: Path) -> Fates:
    """Return what became of the fillers of a file of gold and one of predictions."""
    rules = scorer(gold.parent / "score.py")
    predictions = rules.read_predictions(predicted)
    found = Fates()
    for document in rules.read_gold(gold):
        golds = rules.gold_templates(document)
        given = rules.predicted_templates(predictions.get(document["docid"], []))
        mapping, _, _ = rules.align(golds, given)
        partner = {place: number for number, place in mapping}
        for place, template in enumerate(golds):
            mine = given[partner[place]] if place in partner else None
            found.templates[_template_fate(template, mine, given)] += 1
            for role in rules.ROLES:
                for strings, _ in template["roles"][role]:
                    found.gold[role, _gold_fate(strings, role, mine, given)] += 1
        for number, template in enumerate(given):
            theirs = golds[dict(mapping)[number]] if number in dict(mapping) else None
            for role in rules.ROLES:
                for strings in template["roles"][role]:
                    fate = _predicted_fate(strings, role, theirs, golds)
                    if fate:
                        found.predicted[role, fate] += 1
    return found


def _template_fate(template: Any, mine: Any, given: list[Any]) -> str:  # noqa: ANN401 - the scorer's own
    if mine is not None:
        return "template found"
    if not given:
        return "template missed, report read as without incident"
    if any(one["type"] in template["types"] for one in given):
        return "template missed, one of its type read"
    return "template missed, only other types read"


def _gold_fate(strings: frozenset[str], role: str, mine: Any, given: list[Any]) -> str:  # noqa: ANN401 - the scorer's own
    if mine is not None and any(one <= strings for one in mine["roles"][role]):
        return "1 found"
    if mine is not None and any(_overlap(one, strings) for one in mine["roles"][role]):
        return "2 words cut otherwise"
    if any(one <= strings for other in given for one in other["roles"][role]):
        return "3 in another incident"
    if any(
        one <= strings for other in given for fillers in other["roles"].values() for one in fillers
    ):
        return "4 in another role"
    return "5 missed" if given else "6 missed with its report"


def _predicted_fate(strings: frozenset[str], role: str, theirs: Any, golds: list[Any]) -> str:  # noqa: ANN401 - the scorer's own
    """Return the fate of a predicted filler; "" where it is right."""
    if theirs is not None and any(strings <= one for one, _ in theirs["roles"][role]):
        return ""
    if theirs is not None and any(_overlap(strings, one) for one, _ in theirs["roles"][role]):
        return "2 words cut otherwise"
    if any(strings <= one for other in golds for one, _ in other["roles"][role]):
        return "3 of another incident"
    if any(
        strings <= one
        for other in golds
        for fillers in other["roles"].values()
        for one, _ in fillers
    ):
        return "4 of another role"
    return "5 of none" if golds else "6 in a report without incident"


def _overlap(some: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether a string of one shares a word with a string of the other."""
    words = {word for one in some for word in one.split()}
    return any(words & set(other.split()) for other in others)
