"""The counts of people a report tells, each with what befell them and who says so.

What the desk checks of figures share: which counts are of the same thing, which cannot overlap, and
whether words nearby explain why two differ.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.intervals import Interval
from onrecord.model import Bearing, Figure, PlaceUse, Standing
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model import Claim, FigureMention, Population, Reading, Report, Span

PEOPLE = "people"

FIGURE = "#"
"""What stands for a figure in the words of its sentence."""

_SOME = re.compile(r"\bof\s+(?:the|them|those|these|his|her|its|their|our)\b", re.IGNORECASE)

# What ends a sentence, or the words that lead to a list; words that headlines begin with capitals.
_ENDS = frozenset(".!?:;,…”\"’')")
_LONG_WORD = re.compile(r"[^\W\d_][\w'’-]{4,}")
_FEWEST_WORDS = 3
_ARTICLE = re.compile(r"an?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """So many people, and what befell them.

    Attributes:
        slot: What befell them, as named in the incident schema; None where nothing is claimed.
        interval: How many.
        span: The words that count them.
        sentence: Place of the sentence, from 0; -1 for words that stand in none.
        population: Who they are.
        source: Who says so; None for the report's own voice.
        mention: The figure.
        is_article: It is "a man", which counts one person and no group.
        is_some: It is "one of the guards", who are counted elsewhere if at all.
        speaks: They say something in the report: "two officials said".
    """

    slot: str | None
    interval: Interval
    span: Span
    sentence: int
    population: Population
    source: str | None
    mention: FigureMention
    is_article: bool
    is_some: bool
    speaks: bool

    @property
    def noun(self) -> str:
        """The last word for the people, lower case; "" where no noun stands."""
        words = self.population.words.lower().split()
        return words[-1] if words else ""

    @property
    def is_general(self) -> bool:
        """It may count people of any kind, so that figures of some kinds are its parts."""
        described = (self.population.nationality, self.population.sex, self.population.age)
        words = self.population.words.lower()
        return not any(described) and (words in _words("totals") or self.noun in _words("general"))


def tolls(report: Report, reading: Reading) -> tuple[Toll, ...]:
    """Return the people a report counts, in reading order, but for what it says is not so."""
    claims = {
        claim.evidence: claim
        for claim in reading.claims
        if isinstance(claim.value, Figure) and claim.slot in _words("slots")
    }
    speaking = tuple(part for one in reading.mentions.attributions for part in one.source)
    found = (
        _toll(report, reading, mention, claims, speaking=speaking)
        for mention in reading.mentions.figures
    )
    return tuple(one for one in found if one is not None)


def _toll(
    report: Report,
    reading: Reading,
    mention: FigureMention,
    claims: Mapping[Span, Claim],
    *,
    speaking: Sequence[Span],
) -> Toll | None:
    figure = mention.figure
    claim = claims.get(mention.phrase)
    interval = Interval.find_of(figure)
    if figure.unit != PEOPLE or figure.population is None or interval is None:
        return None
    told = claim is not None and claim.standing is Standing.INCIDENT and not claim.negated
    voice = None if claim is None or claim.attribution is None else claim.attribution.source_name
    return Toll(
        slot=claim.slot if claim is not None and told else None,
        interval=interval,
        span=mention.phrase,
        sentence=sentence_of(reading, mention.phrase),
        population=figure.population,
        source=None if voice is None else voice.lower(),
        mention=mention,
        is_article=_ARTICLE.match(mention.phrase.of(report.text)) is not None,
        is_some=_SOME.search(mention.phrase.of(report.text)) is not None,
        speaks=_speaks(report.text, mention.phrase, speaking),
    )


def _speaks(text: str, span: Span, speaking: Sequence[Span]) -> bool:
    """Say whether people are a source, or one of two: "an officer and two guards said"."""
    joined = text[: span.start].endswith(("and ", ", "))
    return any(part.start == span.start or (joined and part.covers(span)) for part in speaking)


def sentence_of(reading: Reading, span: Span) -> int:
    """Return the place of the sentence a span starts in, from 0; -1 where it is in none."""
    for place, sentence in enumerate(reading.sentences):
        if sentence.start <= span.start < sentence.end:
            return place
    return -1


def holds(toll: Toll) -> bool:
    """Say whether a figure is told as so many, now: not as more, nor as what no longer holds."""
    return toll.mention.figure.bearing in {Bearing.COUNT, Bearing.TOTAL} and not toll.mention.others


def same_voice(one: Toll, other: Toll) -> bool:
    """Say whether the same voice may have said both; the report may tell what a source told it."""
    return one.source == other.source or None in (one.source, other.source)


def are_apart(one: Toll, other: Toll) -> bool:
    """Say whether nobody can be among both: by nation, sex, age, or by what befell them."""
    pairs = (
        (one.population.nationality, other.population.nationality),
        (one.population.sex, other.population.sex),
        (_age(one), _age(other)),
        (_fate(one), _fate(other)),
        (_role(one), _role(other)),
    )
    return any(left and right and left != right for left, right in pairs)


def _age(toll: Toll) -> str | None:
    """Return child or adult; "women" and "soldiers" are told apart from "children"."""
    if toll.population.age is not None:
        return "child" if toll.population.age == "child" else "adult"
    return "adult" if toll.noun in _words("adults") else None


def _fate(toll: Toll) -> str | None:
    return toll.slot if toll.slot in _words("fates") else None


def _role(toll: Toll) -> str | None:
    return toll.population.role if toll.population.role in _words("roles") else None


def is_changing(text: str) -> bool:
    """Say whether words tell that a figure has changed: "rose", "revised", "initially"."""
    return _phrases("changing").search(text) is not None


def is_explained(text: str) -> bool:
    """Say whether words tell why a figure is another than before: it changed, or is of others."""
    return is_changing(text) or _phrases("differing").search(text) is not None


def counts_attackers(text: str) -> bool:
    """Say whether a figure may count those who attacked: "killing nine soldiers and himself".

    Args:
        text: Its sentence, with "#" in its place. Attackers before it are who did it, unless a word
            of counting stands there too ("the gunman was among the #").
    """
    before, _, behind = text.lower().partition(FIGURE)
    told = _words("attackers")
    return not told.isdisjoint(re.findall(r"[a-z]+", behind)) or (
        not told.isdisjoint(re.findall(r"[a-z]+", before))
        and _phrases("among").search(before) is not None
    )


def names_more(text: str) -> bool:
    """Say whether words add people whom a figure does not count: "and a driver"."""
    return _phrases("adding").search(text) is not None


def were_taken(text: str) -> bool:
    """Say whether words tell that people were brought to a hospital."""
    return _phrases("taken").search(text) is not None


def sentence_text(report: Report, reading: Reading, toll: Toll) -> str:
    """Return the sentence a figure stands in with a sign for it; "" where it is in none."""
    if toll.sentence < 0:
        return ""
    sentence = reading.sentences[toll.sentence]
    before, behind = report.text[sentence.start : toll.span.start], toll.span.end
    return f"{before}{FIGURE}{report.text[behind : sentence.end]}"


def is_link(report: Report, toll: Toll) -> bool:
    """Say whether a figure stands in a line that is the headline of another story.

    Pages put such lines between the paragraphs: capitals throughout, and no full stop.
    """
    line = next((one for one in report.paragraphs[1:] if one.covers(toll.span)), None)
    if line is None or line.of(report.text).rstrip()[-1:] in _ENDS:
        return False
    words = [word for word in _LONG_WORD.findall(line.of(report.text)) if word[0].isalpha()]
    small = [word for word in words if word[0].islower()]
    return len(words) >= _FEWEST_WORDS and not small


def is_elsewhere(reading: Reading, first: Toll, later: Toll) -> bool:
    """Say whether the later sentence names a time or place that the first one does not."""
    lead, sentence = reading.sentences[first.sentence], reading.sentences[later.sentence]
    times = [one.time.earliest for one in reading.mentions.times if lead.covers(one.span)]
    if any(
        sentence.covers(one.span) and one.time.earliest not in times
        for one in reading.mentions.times
    ):
        return True
    places = _places(reading, lead)
    return bool(_places(reading, sentence) - places)


def _places(reading: Reading, sentence: Span) -> set[str]:
    return {
        mention.place.name
        for mention in reading.mentions.places
        if sentence.covers(mention.span) and mention.use is not PlaceUse.BODY
    }


@cache
def _phrases(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _table()[name])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()[name])


def _table() -> Mapping[str, list[str]]:
    table: Mapping[str, list[str]] = open_library().lexicon("checks.en").entries["tolls"]
    return table
