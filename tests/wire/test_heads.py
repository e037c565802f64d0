"""What stands above a story: headlines, dates, bylines, and where the story starts."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import wire

LEAD = "Gunmen shot a mayor in a market town on Sunday, police said."


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("Mayor shot in market town\n\n", "Mayor shot in market town"),
        ("Mayor shot in market town\nBy Jane Doe\n\n", "Mayor shot in market town"),
        ("Mayor shot in market town\n\nThird attack this year\n\nBy Jane Doe\n\n", None),
        ("Mayor shot in market town.\n\nLAGOS (Reuters) - ", "Mayor shot in market town."),
        ("× Mayor shot in market town\n\nLAGOS — ", "× Mayor shot in market town"),
        ("Mayor shot Posted: Sunday, July 19, 2015 6:17 PM EDT\n\n", "Mayor shot"),
        ("Please enable Javascript to watch this video\n\n", None),
        ("A guard at the gate. (AP Photo/Jane Doe)\n\nLAGOS (AP) — ", None),
    ],
)
def test_lines_above_the_story_are_left_out(above: str, headline: str | None) -> None:
    """A headline is told apart; what else stands above is no part of the story."""
    report = wire.story(f"{above}{LEAD}", origin="<test>")
    assert report.body.of(report.text) == LEAD
    if headline is not None:
        assert report.headline == headline


@pytest.mark.parametrize(
    "text",
    [
        "Mayor shot in market town",
        "Mayor shot in market town\n",
        (
            "Gunmen on motorcycles attacked a village in the north of the country on\n"
            "Sunday and shot dead six people, the governor of the province said."
        ),
        (
            "Six people were shot dead on Sunday when gunmen attacked a village in the north of "
            "the country\n\nThe governor called for calm."
        ),
        "Jane Doe\n\nwas shot on Sunday in her home in a village.",
        "Six people were shot.\n\nThe governor called for calm.",
    ],
)
def test_lead_is_not_taken_for_a_headline(text: str) -> None:
    """In doubt a line belongs to the story."""
    report = wire.story(text, origin="<test>")
    assert report.headline is None
    assert report.body.start == 0


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 16 January 2013", date(2013, 1, 16)),
        ("Posted on Jan. 16, 2013 at 9:30 a.m. EST", date(2013, 1, 16)),
        ("16 January 2013 Last updated at 14:02 GMT", date(2013, 1, 16)),
        ("Wed Jan 16, 2013 2:20pm EST", date(2013, 1, 16)),
        ("First published on Wed 16 Jan 2013 12.00 GMT", date(2013, 1, 16)),
        ("2013-01-16T14:02:00Z", date(2013, 1, 16)),
        ("Date: 16/01/2013", date(2013, 1, 16)),
        ("Wednesday, 16th of January, 2013", date(2013, 1, 16)),
        ("By Jane Doe | January 16, 2013", date(2013, 1, 16)),
        ("Posted 3:57 AM, January 16, 2013, by Jane Doe", date(2013, 1, 16)),
        ("Updated 14:02 GMT", None),
        ("Updated 2 hours ago", None),
        ("Published: 03/04/2013", None),
        ("Published: 31 February 2013", None),
    ],
)
def test_date_line_gives_the_day_of_publication(line: str, day: date | None) -> None:
    """Only a full date that can be read in one way is taken."""
    report = wire.story(f"Mayor shot in market town\n{line}\n\n{LEAD}", origin="<test>")
    assert report.published_on == day
    assert report.body.of(report.text).endswith(LEAD)


def test_given_date_outweighs_the_text() -> None:
    """The provider knows better than a line of the page."""
    text = f"Published: 16 January 2013\n\n{LEAD}"
    report = wire.story(text, origin="<test>", published_on=date(2014, 2, 3))
    assert report.published_on == date(2014, 2, 3)


def test_headline_repeated_in_the_text_is_left_out() -> None:
    """Corpora often glue the headline to the story; the dateline stands behind it."""
    # given
    text = f"Mayor shot in  market town. LAGOS — {LEAD}"
    # when
    report = wire.story(text, origin="<test>", headline="Mayor Shot in Market Town")
    # then
    assert report.headline == "Mayor Shot in Market Town"
    assert report.body.of(report.text) == LEAD
    assert report.dateline is not None
    assert report.dateline.places == ("LAGOS",)


@pytest.mark.parametrize(
    "line",
    [
        "ENDS",
        "-30-",
        "___",
        "Our Standards: The Thomson Reuters Trust Principles.",
        "Copyright 2013 The Associated Press. All rights reserved.",
        "© 2013 The Daily Test",
        "Follow Jane Doe on Twitter @janedoe",
        "Advertisement",
        "Read more: Who are the gunmen?",
    ],
)
def test_standing_lines_are_no_part_of_the_story(line: str) -> None:
    """What every page carries tells nothing of the incident."""
    other = "The governor called for calm."
    report = wire.story(f"{LEAD}\n\n{line}\n\n{other}\n\n{line}", origin="<test>")
    assert [paragraph.of(report.text) for paragraph in report.paragraphs] == [LEAD, other]


def test_text_of_standing_lines_alone_is_still_a_report() -> None:
    """Nothing is thrown away when there is nothing else."""
    report = wire.story("Advertisement\n\nENDS", origin="<test>")
    assert len(report.paragraphs) == 2
