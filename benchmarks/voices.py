"""Stories of our own with nested voices and non-answers, which no public corpus has.

The gold was written first, by people who had not seen what OnRecord reads there. `open` and
`practice` were looked at while the reader was built; `sealed` and `fresh` never, only scored. What
is read is paired with the gold one to one, by shared letters of cue, source and content.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import yaml
from scipy.optimize import linear_sum_assignment

from benchmarks.notation import Sentences, Told, sentences
from onrecord import wire
from onrecord.model import NON_ANSWERS, Attribution, Certainty, Span, Stance
from onrecord.reading import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading import Kit

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "quality" / "voices"
OPEN = ("open", "practice")
"""The parts that developers look at."""

PARTS = (*OPEN, "sealed", "fresh")
"""All parts."""

# A pair shares at least so much: a fifth of a cue, or most of what is said.
_LEAST = 0.4


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many.

    Attributes:
        right: The right ones.
        of: All.
    """

    right: int
    of: int

    def __str__(self) -> str:
        share = 100 * self.right / self.of if self.of else 100.0
        return f"{share:5.1f}  ({self.right} of {self.of})"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one part.

    Attributes:
        rates: By name of the measure, in the order they are printed.
        misses: What went wrong, one line each; for developers, and never printed for a sealed part.
    """

    rates: dict[str, Rate]
    misses: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(f"  {name:44}{rate}" for name, rate in self.rates.items())


def run(part: str, kit: Kit) -> Outcome:
    """Read the texts of a part and hold what is read against the gold."""
    tally = Tally()
    for one in golds(part):
        found = read(wire.story(one.text, origin=one.name), kit).mentions.attributions
        _compare(Pairing(one, found), tally)
    return tally.outcome()


def golds(part: str) -> list[Sentences]:
    """Return the texts of a part with their gold."""
    if (notation := FOLDER / f"{part}.txt").exists():
        return sentences(notation)
    return [
        Sentences(
            item["id"],
            item["text"],
            tuple(_told(item["text"], row, item["id"]) for row in item["attributions"]),
        )
        for item in yaml.safe_load((FOLDER / f"{part}.yaml").read_text("utf-8"))
    ]


_MEASURES = (
    _FOUND := "attributions found",
    _RIGHT := "attributions right",
    _WITHHELD_FOUND := "non-answers found",
    _WITHHELD_RIGHT := "non-answers right",
    _CHAIN_FOUND := "relay chains found",
    _CHAIN_RIGHT := "relay chains right",
    _STANCE := "stance",
    _SURENESS := "certainty and polarity",
    _WHO := "whom a pronoun or role noun stands for",
)


@dataclass(slots=True)
class Tally:
    """What was counted so far, by measure: "found" is recall, "right" precision.

    Attributes:
        right: How many were right.
        of: How many there were.
        misses: What was not, one line each.
    """

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, measure: str, told: str, *, good: bool) -> None:
        """Count one case."""
        self.of[measure] += 1
        self.right[measure] += good
        if not good:
            self.misses.append(f"{measure}: {told}")

    def outcome(self) -> Outcome:
        """Return the rates."""
        rates = {name: Rate(self.right[name], self.of[name]) for name in _MEASURES}
        return Outcome(rates, tuple(self.misses))


class Pairing:
    """One text: its gold attributions, those read, and which belong together."""

    def __init__(self, gold: Sentences, found: tuple[Attribution, ...]) -> None:
        self.name, self.text, self.golds, self.found = gold.name, gold.text, gold.told, found
        self.pairs = dict(_paired(gold.told, found))
        self.back = {place: number for number, place in self.pairs.items()}

    def told(self, one: Told | Attribution) -> str:
        """Return an attribution in words, with the name of its text."""
        return f"{self.name}: {_words(self.text, one)}"


def _compare(pairing: Pairing, tally: Tally) -> None:
    for number, gold in enumerate(pairing.golds):
        place = pairing.pairs.get(number)
        _count_gold(pairing, gold, None if place is None else pairing.found[place], tally)
    for place, one in enumerate(pairing.found):
        number = pairing.back.get(place)
        _count_found(pairing, one, None if number is None else pairing.golds[number], tally)


def _count_gold(pairing: Pairing, gold: Told, one: Attribution | None, tally: Tally) -> None:
    told = pairing.told(gold)
    tally.count(_FOUND, told, good=one is not None)
    if gold.stance in NON_ANSWERS:
        good = one is not None and one.stance in NON_ANSWERS
        tally.count(_WITHHELD_FOUND, told, good=good)
    if gold.chain:
        good = one is not None and _same_chain(gold.chain, one, pairing.text)
        tally.count(_CHAIN_FOUND, told, good=good)
    if one is None:
        return
    tally.count(_STANCE, f"{told} [{one.stance}]", good=one.stance is gold.stance)
    if gold.stance not in NON_ANSWERS:
        sure = one.certainty is gold.certainty and one.negated is gold.negated
        tally.count(_SURENESS, f"{told} [{one.certainty}]", good=sure)
    if gold.who is not None:
        good = _same_name(gold.who, one.source_name or "")
        tally.count(_WHO, f"{told} [{one.source_name}]", good=good)


def _count_found(pairing: Pairing, one: Attribution, gold: Told | None, tally: Tally) -> None:
    told = "read " + pairing.told(one)
    tally.count(_RIGHT, told, good=gold is not None)
    if one.stance in NON_ANSWERS:
        good = gold is not None and gold.stance in NON_ANSWERS
        tally.count(_WITHHELD_RIGHT, told, good=good)
    if one.within is not None:
        good = gold is not None and _same_chain(gold.chain, one, pairing.text)
        tally.count(_CHAIN_RIGHT, told, good=good)


def _told(text: str, row: dict[str, Any], name: str) -> Told:
    nth = row.get("nth") or {}

    def spans(words: Sequence[str], role: str) -> tuple[Span, ...]:
        found: list[Span] = []
        for number, part in enumerate(words):
            if not part:
                continue
            whole = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)")
            after = found[-1].end if found else 0
            places = [one.start() for one in whole.finditer(text, after)]
            turn = int(nth.get(role, 1)) if number == 0 else 1
            if len(places) < turn:
                raise ValueError(f"{part!r} does not occur {turn} times")
            found.append(Span(places[turn - 1], places[turn - 1] + len(part)))
        return tuple(found)

    try:
        return Told(
            source=spans([row["source"]], "source"),
            cue=spans([row["cue"]], "cue"),
            content=spans(row["content"], "content"),
            stance=Stance(row["stance"]),
            certainty=Certainty(row["certainty"]),
            negated=bool(row.get("negated")),
            chain=tuple(row.get("chain") or ()),
            who=row.get("who"),
        )
    except ValueError as error:
        raise ValueError(f"{name}: {row}: {error}") from error


def _letters(spans: Sequence[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _dice(one: Sequence[Span], other: Sequence[Span]) -> float:
    mine, theirs = _letters(one), _letters(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def _paired(golds: Sequence[Told], found: Sequence[Attribution]) -> list[tuple[int, int]]:
    """Pair gold and found by what they share; a cue counts double."""
    shared = np.zeros((len(golds), len(found)))
    for row, gold in enumerate(golds):
        for column, one in enumerate(found):
            cue, content = _dice(gold.cue, one.cue), _dice(gold.content, one.content)
            source = _dice(gold.source, one.source) if gold.source or one.source else 1.0
            if cue + content > _LEAST and (source or not gold.source):
                shared[row, column] = 2 * cue + content + source
    rows, columns = linear_sum_assignment(-shared)
    return [
        (int(row), int(column))
        for row, column in zip(rows, columns, strict=True)
        if shared[row, column] > 0
    ]


def _same_chain(chain: Sequence[str], one: Attribution, text: str) -> bool:
    """Say whether the sources around an attribution are the ones of the gold, in their order."""
    outer = one.chain()[1:]
    if len(outer) != len(chain):
        return False
    return all(
        _same_name(words, link.source_name or "")
        or any(_same_name(words, part.of(text)) for part in link.source)
        for words, link in zip(chain, outer, strict=True)
    )


def _same_name(one: str, other: str) -> bool:
    """Say whether one name holds the other, articles and case aside."""
    names = [" ".join(name.casefold().split()) for name in (one, other)]
    bare = [name.removeprefix("the ").removeprefix("a ").removeprefix("an ") for name in names]
    return bool(all(bare)) and (bare[0] in bare[1] or bare[1] in bare[0])


def _words(text: str, one: Told | Attribution) -> str:
    roles = (one.source, one.cue, one.content)
    parts = (" ... ".join(span.of(text) for span in spans) for spans in roles)
    return " | ".join(" ".join(part.split()) for part in parts) + f" <{one.stance}>"
