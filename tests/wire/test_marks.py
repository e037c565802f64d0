"""Marks by which a desk vouches for words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import wire
from onrecord.wire.marks import place_as_it_came, with_marks, without_marks


@pytest.mark.parametrize(
    ("text", "clean", "checks"),
    [
        ("It is 120 km (CQ) (90 miles) off.", "It is 120 km (90 miles) off.", ()),
        ("JCG Corp (cq) said so.", "JCG Corp said so.", ()),
        ("JCG Corp[CQ] said so.", "JCG Corp said so.", ()),
        ("He is 41 (CQ ages).", "He is 41.", ("ages",)),
        ("On Monday [CQ weekday, clock] it ended.", "On Monday it ended.", ("weekday", "clock")),
        ("He said: “Go.” (CQ: quotations)", "He said: “Go.”", ("quotations",)),
    ],
)
def test_mark_is_cut_out_and_kept(text: str, clean: str, checks: tuple[str, ...]) -> None:
    """With the blanks before it, so that the words around it meet as they would."""
    found, (mark,) = without_marks(text)
    assert found == clean
    assert mark.checks == checks
    assert with_marks(found, (mark,)) == text


@pytest.mark.parametrize(
    "text",
    [
        "Congressional Quarterly (CQ) said so.",
        "A photographer (CQ Roll Call) was there.",
        "(CQ) stands before the words.",
        "CQ said so.",
        "He called on CQ (the magazine).",
        "The word\n(CQ) on the next line.",
        "A mark left open (CQ units said so.",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    """Names, abbreviations and brackets of other kinds are words of the report."""
    assert without_marks(text) == (text, ())


def test_report_reads_as_if_it_had_no_marks() -> None:
    """Dateline, credits and paragraphs are those of the clean story."""
    story = (
        "KIDAL (CQ), Mali, May 15, 2024 (Agency) - Gunmen came to Kidal on Wednesday (CQ weekday)."
        "\n\nThey left [CQ].\n\n(Reporting by Ida Wone (CQ); Editing by Jo Blum)\n"
    )
    clean = without_marks(story)[0]
    marked = wire.story(story, origin="<test>")
    plain = wire.story(clean, origin="<test>")
    assert len(marked.cleared) == 4
    assert (marked.text, marked.paragraphs, marked.dateline, marked.credits) == (
        (plain.text, plain.paragraphs, plain.dateline, plain.credits)
    )


def test_headline_given_apart_loses_its_marks() -> None:
    """A feed carries them as well."""
    report = wire.story("Gunmen came.", origin="<test>", headline="JCG Corp (CQ) halts work")
    assert report.headline == "JCG Corp halts work"


PIECES = st.sampled_from(
    ["(CQ)", " (CQ)", "[cq names]", "word", " ", ".", "12", "\n", "(", ")", "CQ", "é", "Club Q"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_marks_put_back_give_the_text_as_it_came(text: str) -> None:
    """To the letter, and every place of the clean text is found in it."""
    clean, cleared = without_marks(text)
    assert with_marks(clean, cleared) == text
    assert all(text[place_as_it_came(at, cleared)] == clean[at] for at in range(len(clean)))
