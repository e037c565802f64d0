"""The figures of one slot that count towards a toll, and which of them count other people.

Left out is what is denied, doubted, no longer so or no count of people; what is a stated part of a
figure of the slot; and what says again what was said. Two figures count other people where the
words for the people say so, where they are joined in one breath ("three children and two adults"),
or where one adds to the other ("two more"). Sentences further apart than two may tell of another
incident, so that nothing is added across them.

"Two more" adds to the figure told last before it, by the same voice or by the report itself, and to
what that one adds to or is joined to; never to a toll set anew, which may hold them already, and
not where the figure told last is of another slot ("one was killed and two others hurt"). As many
more told again are the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.intervals import Interval
from onrecord.model import Bearing, Certainty, Figure, Standing
from onrecord.reconcile.people import are_apart, are_of_two_nations, is_general, named, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model import Claim, FigureMention, Reading, Report, Span

Chain = tuple[str, ...]

# How many sentences figures that are added up may stand apart. Beyond, on train reports, as many
# sums were of two incidents as of one.
_REACH = 2

_SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many people, told of one slot by one voice.

    Attributes:
        claim: The claim.
        figure: Its value.
        interval: How many it can be.
        chain: Who says so, from the first voice outwards; () for the report itself.
        sentence: Place of the sentence it stands in, from 0; -1 for the head.
    """

    claim: Claim
    figure: Figure
    interval: Interval
    chain: Chain
    sentence: int

    @property
    def start(self) -> int:
        """Where it stands in the text."""
        return self.claim.evidence.start

    @property
    def adds(self) -> bool:
        """It counts people beside those told of before."""
        return self.figure.bearing is Bearing.MORE

    @property
    def is_total(self) -> bool:
        """It takes the place of the figures before it."""
        return self.figure.bearing is Bearing.TOTAL

    @property
    def is_general(self) -> bool:
        """It counts people of any kind."""
        return is_general(self.figure)


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of one slot, and what they add to.

    Attributes:
        every: The counts in reading order.
        beside: By the place of a count, the places of those it is told to be beside.
    """

    every: tuple[Count, ...]
    beside: Mapping[int, frozenset[int]]

    def are_apart(self, one: int, other: int) -> bool:
        """Say whether two counts are of people none of whom is among both."""
        if other in self.beside[one] or one in self.beside[other]:
            return True
        first, second = self.every[one], self.every[other]
        return _are_near(first, second) and are_apart(first.figure, second.figure)


def counts(report: Report, reading: Reading, claims: Sequence[Claim], slot: str) -> Counts:
    """Return the counts of one slot among the claims of one event of a report."""
    told = sorted(
        (one for claim in dict.fromkeys(claims) if (one := _count(reading, claim)) is not None),
        key=lambda count: (count.claim.evidence, count.claim.slot, count.claim.claim_id),
    )
    mentions = {mention.phrase: mention for mention in reading.mentions.figures}
    wholes = {count.claim.evidence: count.figure for count in told if count.claim.slot == slot}
    every = tuple(count for count in told if not _is_part(count, mentions, wholes))
    own = [place for place, count in enumerate(every) if count.claim.slot == slot]
    joined = {place for place in own if _is_joined(report, reading, every, place)}
    beside: dict[int, frozenset[int]] = {}
    for place in own:
        beside[place] = _beside(every, place, beside, joined=place in joined)
    return _without_repeats(every, beside, joined)


def _are_near(one: Count, other: Count) -> bool:
    return abs(one.sentence - other.sentence) <= _REACH


def _count(reading: Reading, claim: Claim) -> Count | None:
    """Return the count of a claim that says so many are so, for sure."""
    figure = claim.value
    if not isinstance(figure, Figure) or figure.unit != "people":
        return None
    if claim.slot not in words("slots", "counted") or figure.bearing is Bearing.FORMER:
        return None
    if claim.negated or claim.standing is not Standing.INCIDENT or claim.certainty not in _SURE:
        return None
    interval = Interval.find_of(figure)
    if interval is None:
        return None
    chain = () if claim.attribution is None else claim.attribution.chain()
    names = tuple(link.source_name for link in chain if link.source_name)
    return Count(
        claim=claim,
        figure=figure,
        interval=interval,
        chain=names,
        sentence=sentence_of(reading, claim.evidence),
    )


def sentence_of(reading: Reading, span: Span) -> int:
    """Return the place of the sentence a span starts in, from 0; -1 where it is in the head."""
    return bisect_right([one.start for one in reading.sentences], span.start) - 1


def _is_part(
    count: Count, mentions: Mapping[Span, FigureMention], wholes: Mapping[Span, Figure]
) -> bool:
    """Say whether a count is a stated part of one of the slot: "seven, including two women".

    No Norwegian is among two Canadians, whatever the numbers come to.
    """
    mention = mentions.get(count.claim.evidence)
    if mention is None or mention.part_of is None or mention.part_of == count.claim.evidence:
        return False
    whole = wholes.get(mention.part_of)
    return whole is not None and not are_of_two_nations(count.figure, whole)


def _beside(
    every: Sequence[Count], place: int, before: Mapping[int, frozenset[int]], *, joined: bool
) -> frozenset[int]:
    """Return the counts of its slot before it that a count is told to be beside."""
    if place == 0 or every[place - 1].claim.slot != every[place].claim.slot:
        return frozenset()
    last, count = every[place - 1], every[place]
    adds = count.adds and last.chain in ((), count.chain) and _are_near(last, count)
    told = joined or (adds and not last.is_total)
    return before[place - 1] | {place - 1} if told else frozenset()


def _is_joined(report: Report, reading: Reading, every: Sequence[Count], place: int) -> bool:
    """Say whether a count is told in one breath with the one before it, as of other people each.

    "A teacher, two students and a guard": a comma joins where "and" follows, but not behind a
    general word, of which the rest may be the parts.
    """
    if place == 0:
        return False
    between = _between(report, reading, every[place - 1 : place + 1])
    if between is None:
        return False
    if _joint().fullmatch(between) is not None:
        return not _is_one(report, every[place - 1], every[place])
    if between.strip() != "," or every[place - 1].is_general:
        return False
    behind = _between(report, reading, every[place : place + 2])
    return behind is not None and _joint().fullmatch(behind) is not None


def _is_one(report: Report, one: Count, other: Count) -> bool:
    """Say whether two words may tell of one: "Ann Roe, a clerk and a mother"."""
    if (one.interval.high, other.interval.high) != (1, 1):
        return False
    before = report.text[: one.start].lower().split()
    return bool(before) and (before[-1].endswith(",") or before[-1] in words("joined", "told_of"))


def _between(report: Report, reading: Reading, pair: Sequence[Count]) -> str | None:
    """Return the words between two counts of one slot, voice and sentence; None if they are not."""
    if len(pair) < 2 or pair[0].claim.slot != pair[1].claim.slot:  # noqa: PLR2004 - a pair
        return None
    first, second = (count.claim.evidence for count in pair)
    if first.end > second.start or pair[0].chain != pair[1].chain:
        return None
    if not any(one.covers(first) and one.covers(second) for one in reading.sentences):
        return None
    return report.text[first.end : second.start].lower()


def _without_repeats(
    every: Sequence[Count], beside: Mapping[int, frozenset[int]], joined: set[int]
) -> Counts:
    """Return counts without those that say the same again: the first stands for all of them.

    What "two more" were first told beside stands too: said again, it may be of more than those.
    """
    said: dict[tuple[object, ...], int] = {}
    stands: dict[int, int] = {}
    for place in beside:
        count = every[place]
        who = "" if count.adds else named(count.figure).lower()
        key = (count.chain, count.interval, who, count.figure.bearing)
        first = said.setdefault(key, place)
        # "A man and a man" are two.
        stands[place] = place if place in joined and first in beside[place] else first
    kept = sorted(set(stands.values()))
    number = {place: at for at, place in enumerate(kept)}
    return Counts(
        tuple(every[place] for place in kept),
        {
            number[place]: frozenset(number[stands[one]] for one in beside[place]) - {number[place]}
            for place in kept
        },
    )


@cache
def _joint() -> re.Pattern[str]:
    joins = "|".join(re.escape(word) for word in sorted(words("joined", "words")))
    before = "|".join(re.escape(word) for word in sorted(words("joined", "before")))
    return re.compile(rf"\s*,?\s*(?:{joins})\s+(?:(?:{before})\s+)*")
