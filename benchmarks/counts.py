"""Sentences of our own with every figure in them marked: its interval, and what it counts.

`open` was looked at while the reader was built, `practice` and `plain` (by a third and a fourth
author) when it was mended; `sealed` never, only scored. A figure of the gold
and one read are one if their words overlap, the pairs that share most words first. A figure read
where the gold has none is wrong too ("spurious"), unless it is the bare article of somebody to whom
nothing is told to have happened ("a spokesman"), which the gold leaves out.

What befell those counted is asked of the reader sentence by sentence, whether or not it takes the
sentence alone for the report of an incident.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.voices import Outcome, Rate, Tally
from onrecord import wire
from onrecord.claims import casualties
from onrecord.claims.scene import Words, a_scene
from onrecord.model import Figure, FigureMention, Span
from onrecord.reading import read
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.reading import Kit

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "quality" / "figures"
OPEN = ("open", "practice", "plain")
"""The parts that developers look at."""

PARTS = (*OPEN, "sealed")
"""All parts."""

_MEASURES = (
    _INTERVAL := "intervals",
    _COUNTED := "what is counted",
    _FOUND := "figures found",
    _READ := "figures read that are figures",
    _EFFECT := "what befell them",
    _WHOM := "whom: nation and noun",
    _SEX_AGE := "sex and age",
    _ATTACKERS := "attackers told apart",
    _BEARING := "bearing (more, total, former)",
    _PARTS := "parts of a total",
)

# Letters by which a noun of the gold and a lemma are one: "houses" and "house".
_STEM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A figure as it was read.

    Attributes:
        mention: The figure.
        slot: What befell those counted; None where nothing is told, or it is not counted.
    """

    mention: FigureMention
    slot: str | None

    @property
    def figure(self) -> Figure:
        """Its number."""
        return self.mention.figure

    @property
    def is_idle_article(self) -> bool:
        """It is the article of somebody to whom nothing is told to have happened."""
        return self.slot is None and (self.figure.low, self.figure.high) == (1, 1)


@dataclass(frozen=True)
class Gold:
    """A figure as it is marked.

    Attributes:
        row: Its fields, as in the file.
        span: Its words.
    """

    row: Mapping[str, Any]
    span: Span

    @property
    def ends(self) -> tuple[float | None, float | None]:
        """Its interval."""
        return self.row["low"], self.row["high"]

    @property
    def is_people(self) -> bool:
        """It counts people."""
        return bool(self.row["unit"] == "people")

    @cached_property
    def slots(self) -> frozenset[str | None]:
        """What may be read of those counted: nothing for older events, either for a repetition."""
        told = self.row.get("counts", "none")
        slot = None if told == "none" else str(told)
        if self.row.get("background") or self.row.get("bearing") == "former":
            return frozenset({None})
        return frozenset({slot, None}) if self.row.get("points_back") else frozenset({slot})


def run(part: str, kit: Kit) -> Outcome:
    """Read the sentences of a part and hold what is read against the gold."""
    tally = Tally()
    words = Words.of(open_library())
    for row in rows(part):
        golds = list(_golds(row))
        _compare(row, golds, _read(row, kit, words), tally)
    rates = {name: Rate(tally.right[name], tally.of[name]) for name in _MEASURES}
    return Outcome(rates, tuple(tally.misses))


def rows(part: str) -> list[dict[str, Any]]:
    """Return the sentences of a part with their gold."""
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{part}.yaml").read_text("utf-8"))
    return found


def _golds(row: Mapping[str, Any]) -> Iterator[Gold]:
    """Yield the figures marked in a sentence; the same words twice are marked in their order."""
    last: dict[str, int] = {}
    for figure in row["figures"]:
        start = row["text"].index(figure["words"], last.get(figure["words"], 0))
        last[figure["words"]] = start + 1
        yield Gold(figure, Span(start, start + len(figure["words"])))


def _read(row: Mapping[str, Any], kit: Kit, words: Words) -> list[Read]:
    report = wire.story(row["text"], origin=row["id"])
    (analysis,) = kit.analyser.analyse([report])
    mentions = read(report, kit).mentions
    slots = dict(casualties.effects(a_scene(report, analysis, mentions, words)))
    return [Read(mention=mention, slot=slots.get(mention)) for mention in mentions.figures]


def _compare(row: Mapping[str, Any], golds: list[Gold], found: list[Read], tally: Tally) -> None:
    pairs = _paired(golds, found)
    for place, gold in enumerate(golds):
        one = found[pairs[place]] if place in pairs else None
        _count(row, gold, one, tally)
    for place, one in enumerate(found):
        if place not in pairs.values() and not one.is_idle_article:
            told = f"{row['id']}: “{one.mention.phrase.of(row['text'])}” is no figure of the gold"
            tally.count(_READ, told, good=False)
            tally.count(_INTERVAL, told, good=False)
            if one.slot is not None:
                tally.count(_COUNTED, told, good=False)


def _paired(golds: Sequence[Gold], found: Sequence[Read]) -> dict[int, int]:
    """Return which figure read is which of the gold: the closest pairs first."""
    shares = sorted(
        (
            (-_share(gold.span, one.mention.phrase), place, other)
            for place, gold in enumerate(golds)
            for other, one in enumerate(found)
            if gold.span.overlaps(one.mention.phrase)
        ),
    )
    pairs: dict[int, int] = {}
    for _, place, other in shares:
        if place not in pairs and other not in pairs.values():
            pairs[place] = other
    return pairs


def _share(one: Span, other: Span) -> float:
    """Return the letters two spans share, as a part of those either has."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def _count(row: Mapping[str, Any], gold: Gold, one: Read | None, tally: Tally) -> None:
    def told(what: object, wanted: object) -> str:
        return f"{row['id']}: “{gold.row['words']}” read as {what}, not {wanted}: {row['text']}"

    tally.count(_FOUND, told("nothing", gold.ends), good=one is not None)
    if one is None:
        tally.count(_INTERVAL, "", good=False)
        tally.count(_COUNTED, "", good=False)
        return
    figure = one.figure
    tally.count(_READ, "", good=True)
    ends = (figure.low, figure.high)
    tally.count(_INTERVAL, told(ends, gold.ends), good=ends == gold.ends)
    same_unit = _same_unit(gold, figure)
    befell = one.slot in gold.slots
    nation, noun = _whom(gold, figure)
    what = (figure.unit, one.slot, nation, noun)
    wanted = (gold.row["unit"], *sorted(str(slot) for slot in gold.slots))
    good = same_unit and befell and nation and noun
    tally.count(_COUNTED, told(what, wanted), good=good)
    if gold.is_people:
        tally.count(_EFFECT, "", good=befell)
        tally.count(_WHOM, "", good=nation and noun)
        _count_people(gold, one, tally, told=told)
    bearing = gold.row.get("bearing", "count")
    if {bearing, figure.bearing.value} != {"count"}:
        good = bearing == figure.bearing.value
        tally.count(_BEARING, told(figure.bearing.value, bearing), good=good)
    if "part_of" in gold.row or one.mention.part_of is not None:
        base = one.mention.part_of.of(row["text"]) if one.mention.part_of is not None else None
        good = _same_base(gold.row.get("part_of"), base, row["text"])
        tally.count(_PARTS, told(base, gold.row.get("part_of")), good=good)


def _same_unit(gold: Gold, figure: Figure) -> bool:
    mine, other = str(gold.row["unit"]).lower(), figure.unit.lower()
    return mine == other or (not gold.is_people and mine[:_STEM] == other[:_STEM])


def _whom(gold: Gold, figure: Figure) -> tuple[bool, bool]:
    """Say whether the nation is right, and the noun of those counted; both hold for things."""
    if not gold.is_people or figure.population is None:
        return True, True
    nation = gold.row.get("nationality") == figure.population.nationality
    wanted = str(gold.row.get("who") or "").lower().split()
    words = figure.population.words.lower().split()
    return nation, not wanted or any(word in words for word in wanted[-1:]) or wanted == words


def _count_people(gold: Gold, one: Read, tally: Tally, *, told: Any) -> None:  # noqa: ANN401
    people = one.figure.population
    if people is None:
        return
    for field, read_as in (("sex", people.sex), ("age", people.age)):
        if field in gold.row or read_as is not None:
            good = gold.row.get(field) == read_as
            tally.count(_SEX_AGE, told(read_as, gold.row.get(field)), good=good)
    attackers = people.role in open_library().lexicon("roles.en").entries["attackers"]["roles"]
    if attackers or gold.row.get("attackers"):
        good = attackers == bool(gold.row.get("attackers"))
        tally.count(_ATTACKERS, told(people.role, gold.row.get("attackers")), good=good)


def _same_base(wanted: str | None, base: str | None, text: str) -> bool:
    """Say whether two stretches of words, or none, are one total."""
    if wanted is None or base is None:
        return wanted == base
    start, other = text.index(wanted), text.index(base)
    return Span(start, start + len(wanted)).overlaps(Span(other, other + len(base)))
