"""Ages that cannot be: not that of the year of birth, or two of one person.

*Born.* "Smith, 45, who was born in 1990" in a report of 2013: he is 22 or 23. An age too great for
the report's day is wrong for certain. One too small may be that of another day the report tells
of (when he died, when he was tried), so it is asked about, and not at all where the report names a
year in which it would be right.

*Two ages.* "A 45-year-old teacher, Ann Cole" and "Cole, 54," are asked about where both names are
of one person beyond doubt: nobody else in the report bears the last name.

An age is read where wires put it: "Cole, 45,", "Cole (45)", "Cole, aged 45", "45-year-old Cole",
"a 45-year-old teacher, Ann Cole". Before a name it counts only beside one noun for a person: in
"a 13-year-old boy met Cole" and "a 13-year-old friend of Cole" it is somebody else's. "Then 45" and
"at 45" are of another time and left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.extract.figures.lexicon import FigureLexicon
from onrecord.model import EntityKind, Query, Reading, Report, Severity, Span
from onrecord.registry import Check
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.model import EntityMention

NAME = "ages"

# Below, numbers behind names are scores and lists; nobody is older than the oldest on record.
_YOUNGEST, _OLDEST = 5, 122
# How far before a name the words "a 45-year-old teacher, " begin.
_BACK = 80


@dataclass(frozen=True, slots=True)
class Aged:
    """A person with an age, or with a birth.

    Attributes:
        group: The person, as the reading numbers bodies.
        number: The age in years, or the year of birth.
        span: The words.
        exact: The day of birth; None where only the year is told, and of an age.
    """

    group: int
    number: int
    span: Span
    exact: date | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """What ages and births look like.

    Attributes:
        behind: Finds an age behind a name.
        before: Finds an age in the words before a name, with those between.
        closing: Finds what closes a name set off by commas.
        apart: Words between an age and a name by which it is of another person.
        roles: Words for people by what they are or do, lower case.
        many: Those of them that count several, and do not tell it by an ending.
        born: Finds a year of birth, perhaps with the day.
        year: Finds years.
        double: Finds two ages in one phrase.
        kin: Finds words of families, in which a name is borne by several.
        months: Number of each month, by its name in lower case.
    """

    behind: re.Pattern[str]
    before: re.Pattern[str]
    closing: re.Pattern[str]
    apart: frozenset[str]
    roles: frozenset[str]
    many: frozenset[str]
    born: re.Pattern[str]
    year: re.Pattern[str]
    double: re.Pattern[str]
    kin: re.Pattern[str]
    months: Mapping[str, int]


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return the ages that do not fit a birth, and the people with two."""
    people = [one for one in reading.mentions.entities if one.entity.kind is EntityKind.PERSON]
    ages = [aged for person in people if (aged := _age_of(report, person)) is not None]
    found = (
        *_births(report, reading, people, ages),
        *_twice(report, reading, people, ages),
        *_doubles(report, reading),
    )
    return tuple(sorted(found, key=lambda query: query.evidence))


def _age_of(report: Report, person: EntityMention) -> Aged | None:
    """Return the age that stands with a name; None where none does."""
    wording, name = _wording(), person.name_span
    behind = wording.behind.match(report.text, name.end)
    found = behind or _age_before(report, name)
    if found is None:
        return None
    number = next(int(digits) for digits in found.groups() if digits)
    if not _YOUNGEST <= number <= _OLDEST:
        return None
    first, last = min(name.start, found.start()), max(name.end, found.end())
    return Aged(person.group, number, Span(first, last))


def _age_before(report: Report, name: Span) -> re.Match[str] | None:
    """Return the age that stands before a name and is its bearer's; None where there is none."""
    wording = _wording()
    start = max(report.body.start, name.start - _BACK)
    found = wording.before.search(report.text, start, name.start)
    if found is None or not _is_one_person_only(found["who"]):
        return None
    if found["comma"] and not wording.closing.match(report.text, name.end):
        return None
    return found


def _is_one_person_only(who: str) -> bool:
    """Say whether words between an age and a name are one noun for one person, or none at all."""
    words, wording = who.split(), _wording()
    if not words:
        return True
    *others, last = (word.lower() for word in words)
    is_plural = last in wording.many or last.removesuffix("s") in wording.roles - {last}
    if last not in wording.roles or is_plural:
        return False
    return wording.apart.isdisjoint(others)


def _births(
    report: Report, reading: Reading, people: list[EntityMention], ages: list[Aged]
) -> Iterator[Query]:
    """Yield each age that does not fit the birth of its person."""
    if report.published_on is None:
        return
    for born in _born(report, reading, people):
        for aged in ages:
            if aged.group != born.group:
                continue
            low, high = _possible(born, report.published_on)
            if low <= aged.number <= high or _is_of_another_year(report, born, aged, high):
                continue
            yield _query(
                reading,
                (aged.span, born.span),
                Severity.CORRECT if aged.number > high else Severity.QUERY,
                f"Born {_when(born)}, one is {_years(low, high)} on {_day(report.published_on)}, "
                f"not {aged.number}.",
            )


def _born(report: Report, reading: Reading, people: list[EntityMention]) -> Iterator[Aged]:
    """Yield each birth whose person is the one named before it in its sentence."""
    wording = _wording()
    for found in wording.born.finditer(report.text, report.body.start, report.body.end):
        sentence = next((one for one in reading.sentences if one.covers(Span(*found.span()))), None)
        if sentence is None:
            continue
        named = [one for one in people if sentence.start <= one.span.start < found.start()]
        groups = {one.group for one in named} or _one_of(report, reading, people, sentence)
        if len(groups) != 1:
            continue
        year = int(found["year"])
        yield Aged(groups.pop(), year, Span(*found.span()), _birthday(found, year))


def _one_of(
    report: Report, reading: Reading, people: list[EntityMention], sentence: Span
) -> set[int]:
    """Return the one person of the sentence before, for one that begins with "he" or "she"."""
    if not re.match(r"(?:He|She)\b", sentence.of(report.text)):
        return set()
    place = reading.sentences.index(sentence)
    before = reading.sentences[place - 1] if place else None
    return {one.group for one in people if before is not None and before.covers(one.span)}


def _possible(born: Aged, day: date) -> tuple[int, int]:
    """Return the ages that somebody born then can have on a day."""
    if born.exact is None:
        return max(0, day.year - born.number - 1), day.year - born.number
    had = (day.month, day.day) >= (born.exact.month, born.exact.day)
    age = day.year - born.number - (0 if had else 1)
    return age, age


def _is_of_another_year(report: Report, born: Aged, aged: Aged, high: int) -> bool:
    """Say whether a report names a year in which an age too small for today would be right."""
    if aged.number > high:
        return False
    years = {int(found[0]) for found in _wording().year.finditer(report.text)}
    return bool(years & {born.number + aged.number, born.number + aged.number + 1})


def _twice(
    report: Report, reading: Reading, people: list[EntityMention], ages: list[Aged]
) -> Iterator[Query]:
    """Yield each person with two ages."""
    first: dict[int, Aged] = {}
    told: set[int] = set()
    for aged in ages:
        known = first.setdefault(aged.group, aged)
        if known.number == aged.number or aged.group in told:
            continue
        spans = (known.span, aged.span)
        if _is_one_person(report, people, aged.group) and not _tells_of_kin(report, spans):
            told.add(aged.group)
            name = next(one.entity.name for one in people if one.group == aged.group)
            yield _query(
                reading,
                spans,
                Severity.QUERY,
                f"{name} is {known.number} in one place and {aged.number} in another.",
            )


def _is_one_person(report: Report, people: list[EntityMention], group: int) -> bool:
    """Say whether nobody else of a report bears the last name of a person."""
    names = [one.name_span.of(report.text).split() for one in people if one.group == group]
    last = {name[-1].lower() for name in names if name}
    others = {
        word.lower()
        for one in people
        if one.group != group
        for word in one.name_span.of(report.text).split()
    }
    firsts = {name[0].lower() for name in names if len(name) > 1}
    return len(last) == 1 and len(firsts) <= 1 and not last & others


def _tells_of_kin(report: Report, spans: tuple[Span, ...]) -> bool:
    """Say whether words of families stand around ages: a father and a son may bear one name."""
    around = (report.text[max(0, one.start - _BACK) : one.end + _BACK] for one in spans)
    return any(_wording().kin.search(words) for words in around)


def _doubles(report: Report, reading: Reading) -> Iterator[Query]:
    """Yield each phrase with two ages: "a 45-year-old man aged 54"."""
    for found in _wording().double.finditer(report.text, report.body.start, report.body.end):
        if found["one"] != found["other"]:
            yield _query(
                reading,
                (Span(*found.span()),),
                Severity.QUERY,
                f"One person is {found['one']} and {found['other']} years old.",
            )


def _query(reading: Reading, evidence: tuple[Span, ...], severity: Severity, message: str) -> Query:
    ordered = tuple(sorted(evidence))
    return Query(
        check=NAME,
        severity=severity,
        message=message,
        suggestion="Find out how old the person is.",
        evidence=ordered,
        cited=cited(reading, ordered),
    )


def _birthday(found: re.Match[str], year: int) -> date | None:
    month = found["month"] or found["month_after"]
    if month is None:
        return None
    number = int(found["day"] or found["day_before"])
    try:
        return date(year, _wording().months[month.lower()], number)
    except ValueError:
        return None


def _when(born: Aged) -> str:
    return f"in {born.number}" if born.exact is None else f"on {_day(born.exact)}"


def _years(low: int, high: int) -> str:
    return str(high) if low == high else f"{low} or {high}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


@cache
def _wording() -> Wording:
    library = open_library()
    kin = "|".join(library.lexicon("calendar-checks.en").entries["ages"]["kin"])
    rows = library.lexicon("checks.en").entries["calendar"]["months"]
    months = {word.lower(): number for number, row in enumerate(rows, start=1) for word in row}
    month = "|".join(word for row in rows for word in row)
    day = (
        rf"(?:(?P<month>{month})\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+"
        rf"|(?P<day_before>\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month_after>{month})\.?,?\s+"
        rf"|(?:{month})\.?,?\s+)?"
    )
    home = r"[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){0,3}"
    place = r"(?:in\s+[A-Z][\w'-]+(?:[\s,]+[A-Z][\w'-]+){0,3},?\s+)?"
    return Wording(
        behind=re.compile(
            r",\s+(?:aged\s+|age\s+)?(\d{1,3})(?=\s*[,.;)]|\s+years\s+old)(?!\.\d|,\d)"
            r"|\s+\((?:aged\s+)?(\d{1,3})\)|\s+aged\s+(\d{1,3})\b"
        ),
        before=re.compile(
            r"\b(\d{1,3})-year-old\s+(?P<who>(?:[\w-]+(?:\s+|(?=,))){0,4}?)"
            rf"(?:(?:(?:from|in|of)\s+{home})?(?P<comma>,\s+)|(?:named|called|identified\s+as)\s+)?$"
        ),
        closing=re.compile(r"[,.;:)]"),
        apart=frozenset(library.lexicon("calendar-checks.en").entries["ages"]["apart"]),
        roles=frozenset(FigureLexicon.of(library).roles),
        many=frozenset(library.lexicon("calendar-checks.en").entries["ages"]["many"]),
        born=re.compile(
            rf"\b[Bb]orn\s+{place}(?:on|in)?\s*{day}{place}(?:in\s+)?(?P<year>(?:19|20)\d\d)\b"
            r"(?!s|-\d)"
        ),
        year=re.compile(r"\b(?:19|20)\d\d\b"),
        double=re.compile(
            r"\b(?P<one>\d{1,3})-year-old\s+(?:[a-z-]+\s+){1,3}aged\s+(?P<other>\d{1,3})\b"
        ),
        kin=re.compile(rf"\b(?:{kin})\b\.?", re.IGNORECASE),
        months=months,
    )


CHECK = Check(
    name=NAME,
    summary="The age of a person fits the birth, and is one throughout.",
    run=check,
)
