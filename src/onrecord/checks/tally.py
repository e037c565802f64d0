"""One group counted in two ways: "gunmen took six engineers", then "the seven engineers".

Words that point back ("the seven hostages", "all seven") must find a group of as many that was told
of. They are left alone where any earlier count of people may be meant, where some of them together
make as many, or one less another; where anybody joins or leaves the group between; and where an
earlier count of the same people is not exact. "The men" of a report that counts one group alone,
and "the three men in custody" after an arrest, point back too.

Known limit: a group told by its members' names is not counted.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

from onrecord.checks._evidence import cited
from onrecord.checks._measures import number
from onrecord.checks._tolls import holds, is_changing, tolls
from onrecord.intervals import difference, meet, total
from onrecord.model import Granularity, Query, Reading, Report, Severity
from onrecord.registry import Check
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.checks._tolls import Toll
    from onrecord.model import Span

NAME = "tally"

# A group has at least two.
_GROUP = 2
# So many earlier counts may make a later one together.
_ADDENDS = 4
_MOST = 14
# How far before a count its verb begins.
_BEFORE = 20
# Times that put a sentence before the story: "in 2011".
_COARSE = frozenset({Granularity.MONTH, Granularity.YEAR, Granularity.LONGER})


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return the first later count of each group that differs from the one before."""
    counted = tolls(report, reading)
    # The type of an incident is claimed only of a report that tells of one.
    if not any(claim.slot == "type" for claim in reading.claims) and not any(
        one.slot is not None or _is_held(report, reading, one) or _is_carried_off(report, one)
        for one in counted
    ):
        return ()  # nobody was struck: delegates and players come in many groups
    found: dict[tuple[Span, int], Query] = {}
    for place, later in enumerate(counted):
        if not _points_back(report, later) or not _is_news(reading, later):
            continue
        earlier = counted[:place]
        before = _group_before(report, later, earlier) or _men_before(
            report, reading, later, earlier
        )
        if before is not None and _in_custody().match(report.text, later.span.end):
            # "The three men in custody" are those arrested, or others than those told of.
            before = before if _is_held(report, reading, before) else None
        if before is None or _may_be_told(reading, later, earlier):
            continue
        if _is_moved(report, reading, before, later):
            continue
        found.setdefault((before.span, later.interval.low), _query(report, reading, before, later))
    return tuple(sorted(found.values(), key=lambda query: query.evidence))


def _points_back(report: Report, toll: Toll) -> bool:
    """Say whether a figure is of a group told of before: "the seven hostages", "all seven"."""
    whole = toll.mention.part_of is None and toll.mention.definite and holds(toll)
    if not whole or not toll.interval.is_exact or toll.interval.low < _GROUP:
        return False
    before = report.text[max(0, toll.span.start - 12) : toll.span.start].lower()
    pointing = re.search(r"\b(the|these|those|all|all the|all of the)\s+$", before)
    if pointing is None:
        return False
    # "The two robbers who got away": words behind pick out some.
    held = _in_custody().match(report.text, toll.span.end) is not None
    if not held and _narrowing().match(report.text, toll.span.end) is not None:
        return False
    return bool(toll.noun) or "all" in pointing.group()


def _is_news(reading: Reading, toll: Toll) -> bool:
    if toll.sentence < 0:
        return False
    sentence = reading.sentences[toll.sentence]
    return not any(
        sentence.covers(mention.span) and mention.time.granularity in _COARSE
        for mention in reading.mentions.times
    )


def _group_before(report: Report, later: Toll, earlier: Sequence[Toll]) -> Toll | None:
    """Return the last earlier count of the people that a figure points back to.

    Returns:
        That count; None where there is none, or one that is not exact.
    """
    alike = [
        one
        for one in earlier
        if one.sentence >= 0 and (_are_alike(later, one) or _are_taken(report, later, one))
    ]
    groups = [
        one for one in alike if not (one.is_article or one.is_some) and one.mention.part_of is None
    ]
    if not groups or not all(holds(one) and one.interval.is_exact for one in groups):
        return None
    return groups[-1] if groups[-1].interval.low >= _GROUP else None


def _men_before(
    report: Report, reading: Reading, later: Toll, earlier: Sequence[Toll]
) -> Toll | None:
    """Return the one group told of, for "the five men" in a report that calls that one "the men".

    Returns:
        That count; None where there is none, more than one, or one that is not exact.
    """
    groups = [one for one in earlier if not one.is_article and not one.is_some]
    if len(groups) != 1 or later.noun not in _words()["sexed"]:
        return None
    (one,) = groups
    struck = one.slot in _words()["taken"] or any(
        _in_sentence(_any_of(told), report, reading, one) for told in ("arrest", "seized")
    )
    plain = one.sentence >= 0 and one.population.sex is None and one.mention.part_of is None
    if not (struck and plain and holds(one) and one.interval.is_exact):
        return None
    between = report.text[one.span.end : later.span.start]
    called = re.search(rf"\bthe\s+{later.noun}\b", between, re.IGNORECASE) is not None
    return one if called and one.interval.low >= _GROUP else None


def _is_held(report: Report, reading: Reading, one: Toll) -> bool:
    """Say whether the sentence of a count tells of an arrest."""
    return _in_sentence(_any_of("arrest"), report, reading, one)


def _in_sentence(words: re.Pattern[str], report: Report, reading: Reading, one: Toll) -> bool:
    if one.sentence < 0:
        return False
    return words.search(reading.sentences[one.sentence].of(report.text)) is not None


def _are_alike(later: Toll, one: Toll) -> bool:
    """Say whether a figure points back to people of these words, or of this fate."""
    if later.noun and later.noun in one.population.words.lower().split():
        return True
    if one.noun and not one.is_general and one.noun in later.population.words.lower().split():
        return True  # "17 crew", "the 19 crew members"
    if one.slot is None:
        return False
    fate = _fates().get(later.noun)
    return fate == one.slot if later.noun else one.slot in _fates().values()


def _are_taken(report: Report, later: Toll, one: Toll) -> bool:
    """Say whether "hostages" points back to people of whom words tell that they were taken."""
    taken = _fates().get(later.noun) == "kidnapped"
    return taken and one.slot is None and _is_carried_off(report, one)


def _is_carried_off(report: Report, one: Toll) -> bool:
    """Say whether the verb right before a count tells that those people were taken."""
    before = report.text[max(0, one.span.start - _BEFORE) : one.span.start]
    return not one.is_article and _carried_off().search(before) is not None


def _may_be_told(reading: Reading, later: Toll, earlier: Sequence[Toll]) -> bool:
    """Say whether a group told of may have as many: one, some together, or what is left of one."""
    # "An army officer said": one who is not struck is none of a group.
    earlier = [one for one in earlier if one.slot is not None or not one.is_article]
    # "One of the surveyors": some of a group do not add to it.
    earlier = [one for one in earlier if not one.is_some or one.interval == later.interval]
    told = [one.interval for one in earlier]
    if any(meet(one, later.interval) is not None for one in told):
        return True
    if any(
        mention.figure.low == later.interval.low and mention.phrase.end <= later.span.start
        for mention in reading.mentions.figures
    ):
        return True
    # A part is no more people than its total told of already.
    wholes = [one.interval for one in earlier if one.mention.part_of is None][-_MOST:]
    intervals = [interval for interval in wholes if interval.high != 0]
    if any(
        meet(total(some), later.interval) is not None
        for size in range(2, _ADDENDS + 1)
        for some in combinations(intervals, size)
    ):
        return True
    lefts = (difference(one, other) for one in intervals for other in told)
    return any(
        left is not None and left.high != 0 and meet(left, later.interval) is not None
        for left in lefts
    )


def _is_moved(report: Report, reading: Reading, before: Toll, later: Toll) -> bool:
    """Say whether anybody joins or leaves the group between two counts, or they may be others."""
    own = reading.sentences[before.sentence].end
    # "Six nurses were freed": all of them, and nobody is left.
    whole = _whole_moved().match(report.text, before.span.end, own)
    start = whole.end() if whole is not None else before.span.end
    between = report.text[start : reading.sentences[later.sentence].end]
    # Whoever leaves makes a group no larger.
    moved = _any_of("joining") if before.interval.low < later.interval.low else _moving()
    return is_changing(between) or moved.search(between) is not None


def _query(report: Report, reading: Reading, before: Toll, later: Toll) -> Query:
    words = [" ".join(toll.span.of(report.text).split()) for toll in (before, later)]
    evidence = (before.span, later.span)
    return Query(
        check=NAME,
        severity=Severity.QUERY,
        message=f"“{words[0]}” is “{words[1]}” further down, and nothing tells why.",
        suggestion=(
            f"Ask whether there are {number(before.interval.low)} or {number(later.interval.low)}."
        ),
        evidence=evidence,
        cited=cited(reading, evidence),
    )


@cache
def _narrowing() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _words()["narrowing"])
    return re.compile(rf"\s+(?:{words})\b", re.IGNORECASE)


@cache
def _in_custody() -> re.Pattern[str]:
    """Return what tells where those are who were arrested, and picks nobody out."""
    words = "|".join(_words()["custody"])
    return re.compile(rf"\s+in\s+(?:police\s+)?(?:{words})\b", re.IGNORECASE)


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words()[name])})\b", re.IGNORECASE)


@cache
def _carried_off() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words()['carried_off'])})\s+$", re.IGNORECASE)


@cache
def _moving() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _words()["moving"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _whole_moved() -> re.Pattern[str]:
    """Return what follows a group that leaves as a whole: "abducted in May were handed over"."""
    words = "|".join(re.escape(word) for word in _words()["moving"])
    turns = "|".join(_words()["turns"])
    return re.compile(
        rf"(?:\s+(?!(?:{turns})\b)[\w'’-]+)*?\s+(?:were|are|have\s+been|had\s+been)\s+(?:{words})\b",
        re.IGNORECASE,
    )


@cache
def _fates() -> Mapping[str, str]:
    """Return what befell the people of a noun, as named in the incident schema."""
    table: Mapping[str, Sequence[str]] = _words()["fates"]
    return {noun: slot for slot, nouns in table.items() for noun in nouns}


def _words() -> Mapping[str, Any]:
    words: Mapping[str, Any] = open_library().lexicon("checks.en").entries["tally"]
    return words


CHECK = Check(
    name=NAME,
    summary="A group that words point back to is counted as before.",
    run=check,
)
