"""The desk check of corrections."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factories import a_report, the_kit
from onrecord.checks import corrections
from onrecord.model import Query, Severity
from onrecord.reading import read

STORY = "BAYA, May 14 - Gunmen killed 14 people near Baya on Monday, police said.\n\nThey fled."


def checked(text: str, *, headline: str | None = None) -> tuple[Query, ...]:
    """Return what the check finds in a story."""
    report = replace(a_report(text), headline=headline)
    return corrections.CHECK.run(report, read(report, the_kit()))


@pytest.mark.parametrize(
    "text",
    [
        f"CORRECTED-Gunmen kill 14 in raid\n\n{STORY}",
        f"CORRECTED: Gunmen kill 14 in raid\n\n{STORY}",
        f"{STORY}\n\nThis story has been corrected.",
        f"{STORY}\n\n(This version corrects an error in an earlier report.)",
        f"(Corrects second paragraph)\n\n{STORY}",
        f"(Corrects May 14 story)\n\n{STORY}",
        f"Eds: CORRECTS 2nd graf.\n\n{STORY}",
        f"Editor's note: This article was corrected.\n\n{STORY}",
        f"CORRECTION APPENDED.\n\n{STORY}",
        f"REFILE-Gunmen kill 14 in raid\n\n{STORY}",
    ],
)
def test_notice_that_says_nothing_is_asked_about(text: str) -> None:
    """Whoever saw the first version does not learn what in it was wrong."""
    (query,) = checked(text)
    assert query.severity is Severity.QUERY
    assert query.suggestion == "Ask what was corrected, and from what to what."
    assert len(query.evidence) == 1


def test_label_in_a_headline_of_its_own_is_asked_about() -> None:
    """Feeds give the headline apart from the text, and there is nothing there to point at."""
    (query,) = checked(STORY, headline="CORRECTED-Gunmen kill 14 in raid")
    assert (query.severity, query.evidence) == (Severity.QUERY, ())


@pytest.mark.parametrize(
    "text",
    [
        f"(Corrects spelling of minister's name in paragraph 4)\n\n{STORY}",
        f"CORRECTION: In an earlier version, the place of the raid was incorrect.\n\n{STORY}",
    ],
)
def test_notice_without_values_is_noted(text: str) -> None:
    """It says what is corrected, but not from what to what."""
    (query,) = checked(text)
    assert query.severity is Severity.NOTE


@pytest.mark.parametrize(
    "text",
    [
        f"(Corrects number of dead in second paragraph to 14, not 41)\n\n{STORY}",
        f"CORRECTED-Gunmen kill 14\n\n(Corrects number of dead to 14, not 41)\n\n{STORY}",
        f"(Corrects place to Baya, not Derba, in first paragraph)\n\n{STORY} Derba is near.",
        f"{STORY}\n\nThis story has been corrected to show that 14 people died, not 41.",
        f"{STORY}\n\nCorrection:\n\nAs first published, the story misstated the toll. It was 14.",
        (
            f"{STORY}\n\n*This article was corrected because an earlier version said 41 had "
            f"died when "
            "14 had."
        ),
        f"(Refiles to fix typo in headline)\n\n{STORY}",
        f"(Refiles to add dropped word in paragraph 2)\n\n{STORY}",
        f"Corrections officers found two knives in a cell.\n\n{STORY}",
        f"{STORY}\n\nThe army corrected its toll to 14 from 41.",
        f"{STORY}\n\nEds: Updates with quotes, background.",
        f"{STORY}\n\nIn 1998, 41 houses burned there.\n\n(Corrects number of dead to 14, not 41)",
        f"(Corrects dead to 14 from 41)\n\n{STORY} The toll was revised down from 41.",
        STORY,
    ],
)
def test_proper_notices_are_left_alone(text: str) -> None:
    """And what only looks like a notice."""
    assert checked(text) == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            (
                "(Corrects number of dead to 14, not 41)\n\nGunmen raided a mine near Baya.\n\n"
                "Fourteen people were killed, police said. In all, 41 people were killed."
            ),
            "41",
        ),
        (
            (
                "(Corrects name of mayor to Smyth, not Smith)\n\nMayor John Smyth said the town "
                "would rebuild.\n\nSmith said the market would open."
            ),
            "Smith",
        ),
        (
            (
                "(Corrects day to Tuesday from Wednesday)\n\nGunmen raided a mine on Wednesday, "
                "police said.\n\nThe men fled."
            ),
            "Wednesday",
        ),
        (
            (
                "Gunmen took nine trucks from a depot in Derba, police said.\n\nThey fled.\n\n"
                "This story has been corrected to say that the depot is in Baya, not Derba."
            ),
            "Derba",
        ),
        (
            (
                "Gunmen took nine trucks from a depot in Derba, police said.\n\n"
                "(Corrects number of trucks from nine to six)"
            ),
            "nine",
        ),
    ],
)
def test_corrected_word_that_still_stands_is_wrong(text: str, wrong: str) -> None:
    """The notice says so itself."""
    (query,) = checked(text)
    assert query.severity is Severity.CORRECT
    assert query.message.startswith(f"“{wrong}” was corrected to ")
    assert len(query.evidence) == 2
