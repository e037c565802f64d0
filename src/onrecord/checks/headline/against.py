"""The headline's figures against those of the story below it."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.checks._tolls import counts_attackers, holds, is_link, names_more, sentence_text
from onrecord.checks.headline.titles import counts, titled
from onrecord.checks.headline.trapped import is_left
from onrecord.checks.headline.wording import query
from onrecord.intervals import Relation, agreement, meet, relation, total
from onrecord.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.checks._tolls import Toll
    from onrecord.checks.headline.titles import Titled
    from onrecord.intervals import Interval
    from onrecord.model import Query, Reading, Report

# A story gives its toll near its top; further down stand other days and other places.
_TOP = 3
# A group has at least two.
_GROUP = 2

# So many figures of a story may make a headline's together ("two men", "a girl" and "a boy").
_ADDENDS = 4
_MOST = 14


def against_headline(report: Report, reading: Reading, counted: Sequence[Toll]) -> Iterator[Query]:
    """Yield a query for each figure of the headline that the story contradicts."""
    if report.headline is None:
        return
    for one in titled(report.headline):
        witness = _witness(report, reading, one, counted)
        if witness is not None:
            own = _in_text(report, one)
            evidence = [witness.span] if own is None else [own, witness.span]
            words = " ".join(witness.span.of(report.text).split())
            message = f"The headline has “{one.words}” {one.slot}, the story “{words}” {one.slot}."
            yield query(reading, _severity(one, witness, counted), message, evidence)


def _witness(report: Report, reading: Reading, one: Titled, counted: Sequence[Toll]) -> Toll | None:
    """Return the figure of the story that a headline's figure cannot be; None where it may be."""
    same = [toll for toll in counted if toll.slot == one.slot]
    if any(_may_be(one, toll) for toll in counted) or _adds_up(one, same):
        return None
    if is_left(one, counted):
        return None
    for place, toll in enumerate(same):
        if _speaks(report, reading, one, toll) and (holds(toll) or place == 0):
            return toll
    return None


def _speaks(report: Report, reading: Reading, one: Titled, toll: Toll) -> bool:
    """Say whether a figure of the story says how many there were, and its sentence no other."""
    if not 0 <= toll.sentence < _TOP or toll.mention.part_of is not None:
        return False
    if is_link(report, toll):
        return False
    # "A man and his son": people told of one by one are not all counted.
    if toll.is_article or (toll.mention.others and toll.interval.low < _GROUP):
        return False
    alike = toll.is_general or (one.noun != "" and toll.noun == one.noun)
    text = sentence_text(report, reading, toll)
    # The first sentence tells of all; further down, people of one kind are some of them.
    if not alike and (toll.sentence > 0 or names_more(text)):
        return False
    near = abs(toll.interval.low - one.interval.low) <= 1
    besides = one.slot == "killed" and near and counts_attackers(text)
    return not besides and not counts(text, one.interval)


def _may_be(one: Titled, toll: Toll) -> bool:
    """Say whether a figure of the story may be the headline's: also one of a fate not told."""
    if toll.slot not in {one.slot, None} or (toll.slot is None and toll.is_article):
        return False
    if toll.slot is None and not toll.interval.is_exact:
        return False
    return relation(one.interval, toll.interval) is not Relation.CONTRADICTORY


def _adds_up(one: Titled, same: Sequence[Toll]) -> bool:
    """Say whether some of the figures of one fate make the headline's together."""
    # Parts of one total make another number together, but none with other totals.
    told = {toll.span for toll in same}
    groups: dict[Span | None, list[Interval]] = defaultdict(list)
    for toll in same:
        if toll.interval.high != 0:
            whole = toll.mention.part_of
            groups[whole if whole in told else None].append(toll.interval)
    return any(
        meet(total(some), one.interval) is not None
        for addends in groups.values()
        for size in range(2, _ADDENDS + 1)
        for some in combinations(addends[:_MOST], size)
    )


def _severity(one: Titled, witness: Toll, counted: Sequence[Toll]) -> Severity:
    """Return how sure the fault is: the story has one toll, and both figures are exact."""
    tolls = [toll.interval for toll in counted if toll.slot == one.slot and toll.is_general]
    exact = one.interval.is_exact and witness.interval.is_exact
    sure = exact and witness.is_general and witness.sentence <= 1
    return Severity.CORRECT if sure and agreement(tolls).interval is not None else Severity.QUERY


def _in_text(report: Report, one: Titled) -> Span | None:
    """Return where the words stand above the story; None where the headline is apart from it."""
    headline = report.headline or ""
    start = report.text.find(headline, 0, report.body.start) if headline else -1
    if start < 0:
        return None
    return Span(start + one.start, start + one.start + len(one.words))
