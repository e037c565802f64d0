"""Readings: what holds for any report, alone or in a batch."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import a_report, read_story, the_kit
from onrecord.errors import UnsupportedLanguageError
from onrecord.language import Analyser
from onrecord.model import Analysis, Attribution, Failure, Reading, Report, Span, canonical
from onrecord.reading import read, read_all

STORY = (
    "Gunmen stormed a hotel in Bamako on Tuesday, killing at least 12 people, police said.\n\n"
    '"We heard shots," said a witness, Awa Traore. It was unclear who was behind the attack.'
)
SPANISH = (
    "La policía informó el martes que al menos doce personas murieron en un ataque contra un "
    "hotel en el norte del país, según las autoridades locales."
)

LEAD = "The army said on Tuesday that it was looking into what had happened to the men in the camp."

# Words and marks of which odd stories are made.
SCRAPS = st.sampled_from(
    [
        "Gunmen", "killed", "at least", "12", "people", "in", "Mali", "police", "said", ".", ",",
        '"', "“", "”", "'", "(", ")", "\n\n", "\n", "\t", "-", "—", "on Tuesday", "according to",
        "1,300 km", "(825 miles)", "BP (BP.L)", "an", "Irishman", "it was unclear if", "could not",
        "comment", "denied", "é", "😀", "\u202e", "\x00", "ÅÄÖ", "1990", "…", "AL-SHABAAB", "the",
    ]
)  # fmt: skip


def every_span(reading: Reading) -> list[Span]:
    """Return every span of a reading."""
    spans = [mention.span for mention in reading.mentions.every()]
    spans.extend(claim.evidence for claim in reading.claims)
    for attribution in reading.mentions.attributions:
        spans.extend([*attribution.source, *attribution.cue, *attribution.content])
    return spans


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(SCRAPS, min_size=1, max_size=60))
def test_no_text_breaks_a_reading_and_all_spans_lie_in_it(scraps: list[str]) -> None:
    """Odd text is not an error, and every span points into the text the user gave."""
    # English enough that the language gate lets the rest through.
    text = f"{LEAD} {' '.join(scraps)}"
    reading = read_story(text)
    assert all(span.end <= len(text) for span in every_span(reading))
    assert all(
        first.end <= then.start
        for first, then in zip(reading.sentences, reading.sentences[1:], strict=False)
    )


def test_reading_twice_gives_the_same_to_the_byte() -> None:
    """A reading is a pure function of a report and a kit."""
    report = a_report(STORY)
    assert canonical(read(report, the_kit())) == canonical(read(report, the_kit()))


def test_batch_reads_as_one_by_one() -> None:
    """What a report says does not depend on its neighbours."""
    reports = [a_report(STORY), a_report("Rebels freed two pilots in Chad."), a_report(STORY + " ")]
    together = [canonical(reading) for _, reading in read_all(reports, the_kit())]
    assert together == [canonical(read(report, the_kit())) for report in reports]


def test_report_in_another_language_is_refused_alone() -> None:
    """We say so instead of reading it as English."""
    with pytest.raises(UnsupportedLanguageError) as caught:
        read(a_report(SPANISH), the_kit())
    assert caught.value.language == "es"


def test_report_in_another_language_costs_only_itself_in_a_batch() -> None:
    """The rest of the batch is read, in order."""
    outcomes = [outcome for _, outcome in read_all([a_report(SPANISH), a_report(STORY)], the_kit())]
    assert isinstance(outcomes[0], Failure)
    assert outcomes[0].error == "UnsupportedLanguageError"
    assert isinstance(outcomes[1], Reading)


def test_one_report_that_breaks_a_stage_costs_only_itself() -> None:
    """Whatever an extractor raises becomes the failure of that report."""

    # given
    def breaks_on_rebels(report: Report, _analysis: Analysis) -> tuple[Attribution, ...]:
        if "Rebels" in report.text:
            raise RuntimeError("no rebels here")
        return ()

    kit = replace(the_kit(), readers=(("broken", breaks_on_rebels),))
    reports = [a_report("Rebels freed two pilots in Chad."), a_report(STORY)]
    # when
    outcomes = [outcome for _, outcome in read_all(reports, kit)]
    # then
    assert outcomes[0] == Failure(origin="<test>", error="RuntimeError", message="no rebels here")
    assert isinstance(outcomes[1], Reading)


def test_one_report_that_breaks_the_engine_costs_only_itself() -> None:
    """If the engine fails on a batch, its reports are read one by one."""

    # given
    class Fragile(Analyser):
        """An engine that cannot bear one word."""

        def analyse(self, reports):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            """Analyse, unless a report speaks of rebels."""
            waiting = list(reports)
            if any("Rebels" in report.text for report in waiting):
                raise MemoryError("too much")
            return super().analyse(waiting)

    whole = the_kit().analyser
    kit = replace(
        the_kit(), analyser=Fragile(*(getattr(whole, field.name) for field in fields(whole)))
    )
    reports = [a_report("Rebels freed two pilots in Chad."), a_report(STORY)]
    # when
    outcomes = [outcome for _, outcome in read_all(reports, kit)]
    # then
    assert isinstance(outcomes[0], Failure)
    assert outcomes[0].error == "MemoryError"
    assert isinstance(outcomes[1], Reading)


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ('"We ran, he said. It was over.', True),
        ('"We ran," he said. "It was over."', False),
        ("“We ran, he said.\n\n“It was over,” he said.", False),
        ("It wasn't over; the soldiers' camp burned.", False),
    ],
)
def test_open_quotation_is_warned_of(text: str, *, warned: bool) -> None:
    """A quotation left open is odd; one that goes on in the next paragraph is not."""
    codes = {oddity.code for oddity in read_story(text).warnings}
    assert ("open-quotation" in codes) == warned


def test_missing_date_is_warned_of() -> None:
    """Without a date, "on Tuesday" stays undated, and the reader is told."""
    codes = {oddity.code for oddity in read_story(STORY, published_on=None).warnings}
    assert "no-date" in codes
