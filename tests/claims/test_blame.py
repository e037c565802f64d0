"""Blame: who says that a body did it, and in which words, by the scale of MUC-4."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factories import a_report
from hand_built import a_filler, claimed, said_by, span_of, the_scene
from onrecord.claims.blame import (
    ACCUSED,
    ACQUITTED,
    BY_AUTHORITIES,
    CLAIMED,
    FACT,
    POSSIBLE,
    SLOTS,
    blame,
    blame_of,
)
from onrecord.model import (
    Attribution,
    Certainty,
    EntityKind,
    EntityRef,
    Mentions,
    Report,
    SourceClass,
    Span,
    Stance,
)
from onrecord.resources import open_library
from onrecord.resources.taxonomy import Taxonomy

GROUP = "the Red Dawn"
ATTACK = "The attack on the farm was the work of the Red Dawn, Ana Paz said."
DAWN = EntityRef(name="Red Dawn", kind=EntityKind.ARMED_GROUP)


def blamed(
    report: Report, *voices: Attribution, names: tuple[str, ...] = (GROUP,)
) -> tuple[str, Attribution | None, Span]:
    """Return how a group is blamed that a report names in these words."""
    scene = the_scene(report, Mentions(attributions=voices))
    return blame(scene, a_filler(report, "attacker_organisation", *names, named=True))


def paz_says(
    report: Report,
    stance: Stance = Stance.ASSERTS,
    *,
    source_class: SourceClass | None = None,
    certainty: Certainty = Certainty.CERTAIN,
    negated: bool = False,
) -> Attribution:
    """Return that Ana Paz says the first sentence of a report."""
    content = report.text[: report.text.index(", Ana Paz")]
    return said_by(
        report,
        "Ana Paz",
        "said",
        content,
        stance=stance,
        source_class=source_class,
        certainty=certainty,
        negated=negated,
    )


def test_what_the_report_itself_tells_is_told_as_fact() -> None:
    """In nobody's voice, without a hedge: the report's doing, no finding of ours."""
    report = a_report("On Monday the Red Dawn attacked a farm.")
    assert blamed(report) == (FACT, None, span_of(report, GROUP))


def test_group_that_claims_it_is_its_own_voice() -> None:
    """Its name is the source of a claim of responsibility."""
    report = a_report("On Monday the Red Dawn said it had bombed the bank.")
    voice = said_by(
        report,
        GROUP,
        "said",
        "it had bombed the bank",
        stance=Stance.CLAIMS_RESPONSIBILITY,
        source_class=SourceClass.ARMED_GROUP,
    )
    assert blamed(report, voice) == (CLAIMED, voice, span_of(report, GROUP))


@pytest.mark.parametrize(
    ("source_class", "expected"),
    [
        (SourceClass.SECURITY_FORCE, BY_AUTHORITIES),
        (SourceClass.OFFICIAL, BY_AUTHORITIES),
        (SourceClass.WITNESS, ACCUSED),
        (None, ACCUSED),
    ],
    ids=["police", "minister", "witness", "nobody we know"],
)
def test_accusation_keeps_who_accuses(source_class: SourceClass | None, expected: str) -> None:
    """MUC-4 keeps apart whom the authorities accuse."""
    report = a_report(ATTACK)
    voice = paz_says(report, Stance.ACCUSES, source_class=source_class)
    assert blamed(report, voice)[:2] == (expected, voice)


@pytest.mark.parametrize(
    "text",
    [
        "Suspected rebels of the Red Dawn attacked a farm.",
        "The bombing was blamed on the Red Dawn.",
        "The bombing was attributed to the Red Dawn.",
        "Gunmen who are presumed to be of the Red Dawn attacked a farm.",
    ],
)
def test_words_of_blame_without_a_voice_accuse(text: str) -> None:
    """Somebody suspects them, though nobody is named who does."""
    assert blamed(a_report(text))[:2] == (ACCUSED, None)


def test_words_of_blame_in_the_voice_of_police_are_theirs() -> None:
    """ "Police said suspected rebels of the Red Dawn did it"."""
    report = a_report("Suspected rebels of the Red Dawn did it, Ana Paz said.")
    voice = paz_says(report, source_class=SourceClass.SECURITY_FORCE)
    assert blamed(report, voice)[:2] == (BY_AUTHORITIES, voice)


def test_what_a_voice_plainly_says_is_told_as_fact_in_that_voice() -> None:
    """The claim keeps the voice; the scale has no lower step for it."""
    report = a_report(ATTACK)
    voice = paz_says(report, source_class=SourceClass.OFFICIAL)
    assert blamed(report, voice)[:2] == (FACT, voice)


@pytest.mark.parametrize(
    "text",
    [
        "Perhaps the Red Dawn attacked the farm.",
        "Officials do not rule out the Red Dawn.",
    ],
)
def test_words_of_doubt_leave_it_possible(text: str) -> None:
    """Named, but blamed by nobody."""
    assert blamed(a_report(text))[:2] == (POSSIBLE, None)


@pytest.mark.parametrize(
    ("certainty", "negated"),
    [(Certainty.POSSIBLE, False), (Certainty.UNKNOWN, False), (Certainty.CERTAIN, True)],
    ids=["may", "does not commit herself", "says not"],
)
def test_voice_that_does_not_stand_by_it_leaves_it_possible(
    certainty: Certainty, *, negated: bool
) -> None:
    """What its only voice doubts or denies is not told as fact."""
    report = a_report(ATTACK)
    voice = paz_says(report, certainty=certainty, negated=negated)
    assert blamed(report, voice)[:2] == (POSSIBLE, voice)


def test_strongest_mention_counts() -> None:
    """A claim of its own, then an accusation, then what is told as fact, then what is possible."""
    # given
    report = a_report(
        "Perhaps this Red Dawn did it. Our Red Dawn struck on Monday in the town of Kidal in Mali, "
        "where it has many men. The Red Dawn is behind it, Ana Paz said. The RDF said it did it."
    )
    content = "The Red Dawn is behind it"
    names = ("this Red Dawn", "Our Red Dawn", "The Red Dawn", "The RDF")
    accuses = said_by(report, "Ana Paz", "said", content, stance=Stance.ACCUSES)
    claims = said_by(report, "The RDF", "said", "it did it", stance=Stance.CLAIMS_RESPONSIBILITY)
    # when
    found = [blamed(report, accuses, claims, names=names[:count]) for count in (1, 2, 3, 4)]
    # then
    assert [kind for kind, _, _ in found] == [POSSIBLE, FACT, ACCUSED, CLAIMED]
    assert [span.of(report.text) for _, _, span in found] == list(names)


@pytest.mark.parametrize("kind", SLOTS)
def test_claim_tells_how_sure_the_blame_is(kind: str) -> None:
    """What was written into a claim can be read out of it again."""
    # given
    report = a_report(ATTACK)
    accuser = paz_says(report, Stance.ACCUSES, source_class=SourceClass.SECURITY_FORCE)
    # when
    claim = claimed(
        report,
        SLOTS[kind],
        DAWN,
        GROUP,
        attribution=accuser if kind == BY_AUTHORITIES else None,
        certainty=Certainty.POSSIBLE if kind == POSSIBLE else None,
    )
    # then
    assert blame_of(replace(claim, negated=kind == ACQUITTED)) == kind


def test_other_claims_tell_of_no_blame() -> None:
    """A commander leads; that blames nobody."""
    report = a_report(ATTACK)
    assert blame_of(claimed(report, "commander", DAWN, GROUP)) is None


def test_kinds_of_blame_are_those_of_the_schema() -> None:
    """Each has its word in MUC-4."""
    taxonomy = Taxonomy.of(open_library())
    assert {kind for kind in SLOTS if taxonomy.find_blame(kind) is None} == set()
