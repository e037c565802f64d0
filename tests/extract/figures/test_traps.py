"""Numbers that count nothing, and their neighbours that do."""

from __future__ import annotations

import pytest

from figures_read import ends_in, figures_in


@pytest.mark.parametrize(
    "text",
    [
        "It happened on March 12, 2013, at 5:30 p.m.",
        "It struck at ten past ten, or at half past six.",
        "The first half of 2022 was calm.",
        "Officers answered the 112 call and a 911 caller spoke.",
        "Guests of the Four Seasons and players of Twelve Angry Men were led out.",
        "The Seven Mile Road and the Three Mile Inn near 8 Mile Plains were closed off for hours.",
        "The Big Five banks were shut for the day.",
        "They met at Gate No. 2 of the university.",
        "It happened at 0430 GMT and as of 0700 clashes went on.",
        "John Roe, 45, of Leeds was seen.",
        "He was aged 45 and she was 45 years old.",
        "Ages 12 to 15 were listed.",
        "In 2013 and in the 1990s it was calm.",
        "The war ran from 1990 to 1995, and again in 2010-15.",
        "The 2014 raids were recalled.",
        "They fought for three long years, two days and 48 hours.",
        "He came on a two-day visit.",
        "Route 66, Highway 1, Flight 370, Room 101 and Unit 8200.",
        "The 5th Brigade and the 82nd Airborne came.",
        "He lives at 345 Burning Tree Dr and at 12 High Street.",
        "The team won 3-2, lost 1-4 and the court ruled 5-4.",
        "Voters backed it 52 to 48 and the panel voted 2-3.",
        "He fired a 9mm pistol and 7.62mm rounds.",
        "It was 7.62 x 39 and a 122-mm rocket.",
        "A T-72 tank, an F-16, a MiG-29 and a Boeing 737 were hit.",
        "They cited Resolution 1970 and Article 5.",
        "Call 555-1234 or 1-800-555-1234.",
        "It was 30 degrees Celsius, 30C and 86 F.",
        "It lies at 36.5 N, 12°30' E, or 34.195400 -82.161788.",
        "It was one of the worst attacks and at one point it grew.",
        "On the one hand one must wait; one day one will see.",
        "The one-way street was closed.",
        "The 9/11 attacks and the 9-11 attacks were recalled.",
        "The G20, the Group of 77 and the Gang of Four met.",
        "COVID-19, World War Two and Seal Team Six were named.",
        "The Guildford Four and the Chibok 200 were named.",
        "There was no immediate comment and no sign of him.",
        "One in three was sick and three in 10 were old.",
        "Oil costs $80 a barrel, $3 per litre and $5,000 a month.",
        "He came for the twenty-first time, three times in all.",
        "A three-car convoy, a 12-member panel and a six-man team came.",
        "Unemployment rose to 12 percent, by 2.5 percentage points.",
        "The price rose to 12 from 10.",
        "He won by 12 more than last year.",
        "Turn to page 12, chapter 3, Section 8 and No. 10.",
        "He took the 5 Interstate and the 55 Freeway.",
        "Both Leeds and York said so.",
        "He scores a goal; the score of 3-2 stood.",
        "They took in additional refugees.",
        "The blast came at 3 o’clock.",
        "It was one of a string of raids, and the number two challenge.",
        "The 6.2 quake shook Pct. 3 Commissioner Roe.",
        "At least 1 in 5 residents has fled.",
    ],
)
def test_no_count(text: str) -> None:
    """Dates, ages, names, scores, calibres and the like are no figures."""
    assert ends_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 45-year-old man was killed.", ("A 45-year-old man", 1, 1)),
        ("On May 1 300 people died.", ("300 people", 300, 300)),
        ("At the camp 12 people were held.", ("12 people", 12, 12)),
        ("About 2000 people came.", ("About 2000 people", 1900, 2100)),
        ("2000 people came in 2013.", ("2000 people", 2000, 2000)),
        ("One of the hostages was killed.", ("One of the hostages", 1, 1)),
        ("One man was killed.", ("One man", 1, 1)),
        ("In the raid one was killed.", ("one", 1, 1)),
        ("One policeman was killed, he said on day one.", ("One policeman", 1, 1)),
        ("He seized three AK-47s.", ("three AK-47s", 3, 3)),
        ("Scores of people came.", ("Scores of people", 40, None)),
        ("He has 12 children aged 3 to 15.", ("12 children", 12, 12)),
    ],
)
def test_count_beside_a_trap(text: str, expected: tuple[str, float, float | None]) -> None:
    """What looks like a trap, or stands beside one, is counted where it counts."""
    assert ends_in(text) == [expected]


def test_things_are_counted_by_their_noun() -> None:
    """Weapons, vehicles and houses are figures of their own unit."""
    text = "The army seized 12 rifles and two trucks and burned several houses."
    found = [(one.figure.low, one.figure.unit) for one in figures_in(text)]
    assert found == [(12, "rifles"), (2, "trucks"), (3, "houses")]
