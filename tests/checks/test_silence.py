"""What a desk does not want to hear of, and why."""

from __future__ import annotations

import pytest

from onrecord import wire
from onrecord.checks.silence import Accepted, Settings, misnamed, sifted, suggestion
from onrecord.model import Citation, Query, Report, Severity, Span
from onrecord.registry import ReadReport, Result
from readings import a_reading, where

STORY = "JCG Corp hired JGC Corporation. It lies 120 km (90 miles) off."


def read(text: str) -> ReadReport:
    """Return a report, its marks cut out, with its sentences parted at full stops."""
    report = wire.story(text, origin="story.txt")
    return ReadReport(report, a_reading(report))


def a_query(report: Report, check: str, *words: str, sentence: int) -> Query:
    """Return what a check found in these words of a sentence."""
    return Query(
        check=check,
        severity=Severity.CORRECT,
        message="It is wrong.",
        suggestion="Ask.",
        evidence=tuple(where(report, one) for one in words),
        cited=(Citation(0, sentence),),
    )


def sift(text: str, settings: Settings) -> tuple[Result, Result]:
    """Return what becomes of a finding on the names and one on the units of a story."""
    newer = read(text)
    names = a_query(newer.report, "names", "JCG Corp", "JGC Corporation", sentence=1)
    units = a_query(newer.report, "units", "120 km", "90 miles", sentence=2)
    first, second = sifted([names, units], newer, settings)
    return first, second


def test_nothing_is_silenced_unasked() -> None:
    """No settings, no marks."""
    assert [one.silenced for one in sift(STORY, Settings())] == [None, None]


@pytest.mark.parametrize(
    ("text", "silenced"),
    [
        (STORY.replace("120 km", "120 km (CQ)"), [False, True]),
        (STORY.replace("JCG Corp", "JCG Corp [cq]"), [True, False]),
        (STORY.replace("120 km", "120 km (CQ units)"), [False, True]),
        (STORY.replace("120 km", "120 km (CQ names)"), [False, False]),
        (STORY.replace("120 km", "120 km (CQ names, units)"), [False, True]),
        (STORY.replace("off.", "off. (CQ)"), [False, True]),
        (STORY.replace("Corporation.", "Corporation. (CQ)"), [True, False]),
    ],
)
def test_mark_silences_its_sentence(text: str, silenced: list[bool]) -> None:
    """All checks, or those it names; the mark may stand behind the full stop."""
    assert [one.silenced is not None for one in sift(text, Settings())] == silenced


def test_reason_names_the_mark() -> None:
    """Who reads the list of what is silenced finds it."""
    _, units = sift(STORY.replace("120 km", "120 km (CQ units)"), Settings())
    assert units.silenced == "marked (CQ units) in sentence 2"


def test_check_is_skipped_by_name() -> None:
    """The other is heard."""
    settings = Settings(origin="onrecord.toml", skip=frozenset({"units"}))
    assert [one.silenced for one in sift(STORY, settings)] == [None, "skipped in onrecord.toml"]


@pytest.mark.parametrize(
    ("words", "silenced"),
    [
        ("JCG Corp", True),
        ("jcg  corp", True),
        ("JCG", True),
        ("JCG Cor", False),
        ("KDG Corp", False),
        ("120 km", False),
    ],
)
def test_words_are_accepted_whole(words: str, *, silenced: bool) -> None:
    """Of the check named, whatever their capitals and blanks."""
    accepted = (Accepted(check="names", words=words),)
    names, units = sift(STORY, Settings(origin="onrecord.toml", accepted=accepted))
    assert (names.silenced is not None) is silenced
    assert units.silenced is None


def test_words_of_the_older_version_are_accepted_too() -> None:
    """What a comparison finds may have no words in the newer one."""
    older, newer = read("Ida Wone denied it. It rained."), read("It rained.")
    query = Query(
        check="dropped-claims",
        severity=Severity.QUERY,
        message="It is gone.",
        suggestion="Ask.",
        evidence=(),
        cited=(),
        before=(Span(0, 8),),
    )
    settings = Settings(accepted=(Accepted(check="dropped-claims", words="Ida Wone"),))
    (result,) = sifted([query], newer, settings, older)
    assert result.silenced is not None


@pytest.mark.parametrize(
    ("ceiling", "severity"),
    [(Severity.NOTE, Severity.NOTE), (Severity.CORRECT, Severity.CORRECT)],
)
def test_severity_is_lowered(ceiling: Severity, severity: Severity) -> None:
    """To the gravest the desk allows the check."""
    names, _ = sift(STORY, Settings(ceilings={"names": ceiling}))
    assert names.query.severity is severity


def test_severity_is_never_raised() -> None:
    """What adds up stays so, whatever the desk allows."""
    newer = read(STORY)
    query = Query(
        check="units",
        severity=Severity.OK,
        message="Fine.",
        suggestion=None,
        evidence=(),
        cited=(),
    )
    (result,) = sifted([query], newer, Settings(ceilings={"units": Severity.REFILE}))
    assert result.query.severity is Severity.OK


def test_mark_that_names_no_check_is_remarked_on() -> None:
    """It would silence nothing, unseen."""
    report = read(STORY.replace("120 km", "120 km (CQ unit)")).report
    (remark,) = misnamed(report, ("names", "units"))
    assert remark == "story.txt: “unit” in the mark “(CQ unit)” is no check. Did you mean 'units'?"


def test_far_name_gets_the_list() -> None:
    """Where none is near."""
    assert suggestion("zzz", ("names", "units")) == "There is: names, units."
