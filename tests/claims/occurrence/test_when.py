"""When an incident happened, and on what footing that stands."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

import pytest

from factories import a_report, analysed, the_kit
from onrecord.claims.occurrence import Dating, Footing, dating, when
from onrecord.claims.occurrence.weights import Weights
from onrecord.model import Reading, Span, TimeRef
from onrecord.reading import read

WEDNESDAY = date(2024, 5, 15)


@cache
def the_reading(text: str, published_on: date | None) -> Reading:
    """Return the reading of a text."""
    return read(a_report(text, published_on=published_on), the_kit())


def spans_in(text: str, *words: str) -> list[Span]:
    """Return where words first stand in a text."""
    return [Span(text.index(one), text.index(one) + len(one)) for one in words]


def dated(text: str, *words: str, published_on: date | None = WEDNESDAY) -> Dating | None:
    """Return the dating of the incident that words tell of."""
    report = a_report(text, published_on=published_on)
    mentions = the_reading(text, published_on).mentions
    return dating(report, analysed(text), mentions, spans_in(text, *words))


def days(time: TimeRef) -> tuple[date | None, date | None]:
    """Return the first day of a time and the day after its last."""
    return (
        None if time.earliest is None else time.earliest.date(),
        None if time.latest is None else time.latest.date(),
    )


@pytest.mark.parametrize(
    ("text", "words", "day", "evidence"),
    [
        (
            "Gunmen stormed a hotel in Bamako on Monday, killing a guard, police said on Tuesday.",
            ("Gunmen", "a hotel", "killing", "a guard"),
            date(2024, 5, 13),
            "Monday",
        ),
        (
            "The army said on Tuesday that a bomb had killed two soldiers this morning.",
            ("a bomb", "killed", "two soldiers"),
            date(2024, 5, 15),
            "this morning",
        ),
        (
            "Rebels burned a school yesterday. Two weeks ago they had robbed a bank.",
            ("Rebels", "burned", "a school"),
            date(2024, 5, 14),
            "yesterday",
        ),
        (
            "A GRENADE WOUNDED A PRIEST IN THE CATHEDRAL LAST NIGHT, THE POLICE REPORTED TODAY.",
            ("GRENADE", "WOUNDED", "A PRIEST"),
            date(2024, 5, 14),
            "LAST NIGHT",
        ),
    ],
    ids=["the deed, not the saying", "inside what is said", "the nearer deed", "in capitals"],
)
def test_the_time_of_the_deed_dates_it(
    text: str, words: tuple[str, ...], day: date, evidence: str
) -> None:
    """Of several times the one that hangs on the deed counts."""
    found = dated(text, *words)
    assert found is not None
    assert found.evidence is not None
    assert (days(found.time)[0], found.footing) == (day, Footing.STATED)
    assert found.evidence.of(text) == evidence


def test_a_sentence_beside_it_may_date_it() -> None:
    """ "The killing took place on Sunday" dates the killing told before it, and is marked."""
    text = (
        "Rebels killed a priest, the minister said. The killing took place on Sunday in his house."
    )
    found = dated(text, "Rebels", "killed", "a priest")
    assert found is not None
    assert (days(found.time)[0], found.footing) == (date(2024, 5, 12), Footing.INHERITED)


def test_by_default_it_was_not_after_the_report() -> None:
    """No beginning is made up, and the default is marked as one."""
    found = dated("Attackers shot a judge.", "Attackers", "shot", "a judge")
    assert found is not None
    assert (found.footing, found.evidence, found.time.text) == (Footing.DEFAULT, None, "")
    assert (found.time.earliest, found.time.latest) == (None, datetime(2024, 5, 16, tzinfo=UTC))


def test_without_any_day_nothing_is_known() -> None:
    """A report that nobody dates dates nothing."""
    assert dated("Attackers shot a judge.", "Attackers", "a judge", published_on=None) is None


def test_spans_outside_the_story_say_nothing() -> None:
    """An incident without words of its own is bound by the day of the report alone."""
    text = "Talks resumed. Envoys met on Monday in Vienna."
    report = a_report(text, published_on=WEDNESDAY)
    mentions = the_reading(text, WEDNESDAY).mentions
    time = when(report, analysed(text), mentions, [])
    assert time is not None
    assert time.earliest is None


def test_days_that_words_join_are_one_time() -> None:
    """What went on "late last night and early this morning" began the day before."""
    text = "Three people were wounded in clashes late last night and early this morning."
    found = dated(text, "Three people", "wounded", "clashes")
    assert found is not None
    assert days(found.time) == (date(2024, 5, 14), date(2024, 5, 16))
    assert found.evidence is not None
    assert found.evidence.of(text) == "late last night and early this morning"


def test_an_hour_alone_is_no_doubt() -> None:
    """ "At dawn on 12 May": the hour does not speak against the day beside it."""
    text = "Clashes resumed at dawn on 12 May, and two guards were killed."
    found = dated(text, "two guards", "killed")
    assert found is not None
    assert days(found.time)[0] == date(2024, 5, 12)


def test_the_type_of_an_incident_tells_its_deed() -> None:
    """Of two deeds told beside it, the one of its type dates it."""
    text = (
        "The minister named the victims. The kidnapping took place on Sunday. "
        "The explosion took place on Monday."
    )
    report = a_report(text, published_on=WEDNESDAY)
    mentions = the_reading(text, WEDNESDAY).mentions
    told = spans_in(text, "the victims")
    first, second = (
        dating(report, analysed(text), mentions, told, kinds=[kind])
        for kind in ("kidnapping", "bombing")
    )
    assert first is not None
    assert second is not None
    assert (first.time.text, second.time.text) == ("Sunday", "Monday")


def test_other_weights_give_other_answers() -> None:
    """Who gives no weight to anything is left with the doubt."""
    text = "Gunmen stormed a hotel on Monday."
    report = a_report(text, published_on=WEDNESDAY)
    nothing = Weights(when={"any": -9.0}, where={}, country={}, least={})
    found = dating(
        report,
        analysed(text),
        the_reading(text, WEDNESDAY).mentions,
        spans_in(text, "Gunmen", "a hotel"),
        weights=nothing,
    )
    assert found is not None
    assert found.footing is Footing.DEFAULT
