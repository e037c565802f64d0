"""Datelines of the world's wires, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import wire
from onrecord.model import Dateline

PLACE_DAY_AGENCY = [
    ("TUNIS, Feb 9 (Reuters) - Gunmen stormed a museum.", ("TUNIS",), "Reuters"),
    ("KABUL (AP) — A bomb killed three people.", ("KABUL",), "AP"),
    ("GENEVA/ANKARA, Mar. 3 (AFP) – Talks collapsed.", ("GENEVA", "ANKARA"), "AFP"),
    ("BEIRUT and DAMASCUS, Syria (AP) — Shells fell.", ("BEIRUT", "DAMASCUS, Syria"), "AP"),
    ("Mogadishu, Somalia (CNN) -- A car bomb went off.", ("Mogadishu, Somalia",), "CNN"),
    ("NAIROBI, Kenya — A grenade wounded four people.", ("NAIROBI, Kenya",), None),
    ("HAWTHORNE — The name of a victim was released.", ("HAWTHORNE",), None),
    ("(Reuters) - Gunmen shot a mayor.", (), "Reuters"),
    ("Jan 16 (Reuters) - Gunmen shot a mayor.", (), "Reuters"),
    ("Baghdad, (Agency) - Gunmen shot a judge.", ("Baghdad",), "Agency"),
    ("MOSUL, Iraq, Jan 3 - Gunmen shot a judge.", ("MOSUL, Iraq",), None),
    ("(AP) GREENVILLE, N.C. - A man shot four people.", ("GREENVILLE, N.C.",), "AP"),
    ("BUFFALO, N.Y. (WIVB) — A boy has died.", ("BUFFALO, N.Y.",), "WIVB"),
    ("ST. LOUIS (KMOV) – A boy has died.", ("ST. LOUIS",), "KMOV"),
    ("MOSCOW, May 5. /TASS/. Police held two men.", ("MOSCOW",), "TASS"),
    ("Srinagar, Jan 16 (PTI) Militants attacked a post.", ("Srinagar",), "PTI"),
    ("Tehran, Jan 16, IRNA – Gunmen attacked a post.", ("Tehran",), "IRNA"),
    ("TOKYO, Jan 16, Kyodo - Two men were held.", ("TOKYO",), "Kyodo"),
    ("UNITED NATIONS, Jan 16 (Reuters) - The council met.", ("UNITED NATIONS",), "Reuters"),
    ("PORT-AU-PRINCE, Haiti (AP) _ Gunmen fled.", ("PORT-AU-PRINCE, Haiti",), "AP"),
    ("N'DJAMENA, Feb 3 (Xinhua) -- Rebels fled.", ("N'DJAMENA",), "Xinhua"),
    ("RIO DE JANEIRO (Reuters) - Gunmen fled.", ("RIO DE JANEIRO",), "Reuters"),
    ("NEW DELHI, Jan 16 (IANS) Two men were held.", ("NEW DELHI",), "IANS"),
    ("SEOUL, Jan. 16 (Yonhap) -- Two men were held.", ("SEOUL",), "Yonhap"),
    ("SANA'A, Jan. 16 (Saba) - Two men were held.", ("SANA'A",), "Saba"),
    ("ISLAMABAD, Pakistan, Jan. 16 — Gunmen fled.", ("ISLAMABAD, Pakistan",), None),
    ("Berlin (dpa) - Police held two men.", ("Berlin",), "dpa"),
    ("KANO, Nigeria, Friday (Reuters) - Gunmen fled.", ("KANO, Nigeria",), "Reuters"),
    ('LIMA (EFE).- "They shot at us," a miner said.', ("LIMA",), "EFE"),
    ("McALLEN, Texas (AP) — Two men were held.", ("McALLEN, Texas",), "AP"),
    ("BETHLEHEM (Ma'an) – Two men were held.", ("BETHLEHEM",), "Ma'an"),
    ("KABUL, Jan. 16 (PAN): Two men were held.", ("KABUL",), "PAN"),
    ("JERUSALEM, Jan. 16 -- (Xinhua) Two men were held.", ("JERUSALEM",), "Xinhua"),
    (
        "SRINAGAR, India/ISLAMABAD (Reuters) - Shells fell.",
        ("SRINAGAR, India", "ISLAMABAD"),
        "Reuters",
    ),
    (
        "SARAJEVO, Bosnia and Herzegovina (AP) — Shells fell.",
        ("SARAJEVO, Bosnia and Herzegovina",),
        "AP",
    ),
    ("NEAR MOSUL, Iraq (Reuters) - Shells fell.", ("NEAR MOSUL, Iraq",), "Reuters"),
    ("Kampala, Uganda | AFP | Two men were held.", ("Kampala, Uganda",), "AFP"),
    ("Islamabad, Pakistan (CNN)Two men were held.", ("Islamabad, Pakistan",), "CNN"),
    ("(CNN)Two men were held.", (), "CNN"),
    ("PESHAWAR: A bomb killed three people.", ("PESHAWAR",), None),
    ("LISBON (PORTUGAL), 16 Jan (Lusa) -- Two men fled.", ("LISBON (PORTUGAL)",), "Lusa"),
    ("DAMASCUS (SYRIA), NO DATE (SANA) -- Two men fled.", ("DAMASCUS (SYRIA)",), "SANA"),
    ("New Delhi: Two men were held.", ("New Delhi",), None),
    ("Beirut – The army said so.", ("Beirut",), None),
    ("Colombo, Sri Lanka — Two men were held.", ("Colombo, Sri Lanka",), None),
    ("ISTANBUL\n\nTwo men were held on Friday.", ("ISTANBUL",), None),
]

WITH_FULL_DATE = [
    ("BOGOTA, 7 JAN 90 (EFE) -- [TEXT] GUERRILLAS CUT A PIPELINE.", ("BOGOTA",), date(1990, 1, 7)),
    ("SAN SALVADOR, 3 JAN 90 -- [REPORT] THREE DIED.", ("SAN SALVADOR",), date(1990, 1, 3)),
    ("PARIS/TUNIS, Jan. 16, 2013 (AFP) – Gunmen fled.", ("PARIS", "TUNIS"), date(2013, 1, 16)),
    ("London, 16 January 2013 - Police held two men.", ("London",), date(2013, 1, 16)),
    ("MANILA | Thu Jan 17, 2013 Gunmen shot a mayor.", ("MANILA",), date(2013, 1, 17)),
    ("date 2014-05-02 ABUJA Islamist militants struck.", ("ABUJA",), date(2014, 5, 2)),
    ("2014-05-02 ABUJA Islamist militants struck.", ("ABUJA",), date(2014, 5, 2)),
    ("2014-05-02 NEW YORK A man was shot dead.", ("NEW YORK",), date(2014, 5, 2)),
    ("2014-05-02 MADRID ETA militants struck.", ("MADRID",), date(2014, 5, 2)),
    ("2014-05-02 ETA militants struck.", (), date(2014, 5, 2)),
    ("2014-05-02 Militants struck.", (), date(2014, 5, 2)),
    ("16 January 2013 - Gunmen struck.", (), date(2013, 1, 16)),
    ("LAGOS, Wednesday, January 16, 2013 - Gunmen fled.", ("LAGOS",), date(2013, 1, 16)),
    ("March 5, 2014 (JUBA) - Gunmen fled.", ("JUBA",), date(2014, 3, 5)),
    ("WASHINGTON (Jan. 16, 2013) — Gunmen fled.", ("WASHINGTON",), date(2013, 1, 16)),
    ("MINSK, 16.01.2013 (BelTA) - Two men were held.", ("MINSK",), date(2013, 1, 16)),
]

NO_DATELINES = [
    "ETA militants shot a mayor.",
    "NATO forces killed three people.",
    "NATO - the alliance - said three people had died.",
    "US troops killed three people.",
    "UN says three people died.",
    "AL QAEDA fighters seized a town.",
    "FARC rebels seized a town.",
    "BP said 12 people were missing.",
    "UPDATE 2 - Gunmen shot a mayor.",
    "BREAKING NEWS: Gunmen shot a mayor.",
    "EXCLUSIVE - Gunmen shot a mayor.",
    "NEW: Police say a man died.",
    "Iraq: bomb kills 12 in a market.",
    "By Friday evening, police had arrested two men.",
    "January 16, 2013 was a dark day for the town.",
    "Jane Doe (Labour) - the minister - spoke first.",
    "On Jan. 16 - a Friday - gunmen struck.",
    "GUERRILLAS ATTACK A TOWN -- POLICE SAID THREE DIED.",
    "SHOOTING - Gunmen shot a mayor.",
    "HOSTAGE CRISIS: Gunmen seize a hotel.",
    "Hope: A town in mourning after a blast.",
    "Witness: He shot my son.",
    "AP, Baghdad - a desk.",
    "Police (AP) said three people had died.",
]


def dateline_of(text: str, published_on: date | None = None) -> Dateline | None:
    """Return the dateline of a story."""
    return wire.story(text, origin="<test>", published_on=published_on).dateline


@pytest.mark.parametrize(("text", "places", "agency"), PLACE_DAY_AGENCY)
def test_dateline_names_places_and_agency(
    text: str, places: tuple[str, ...], agency: str | None
) -> None:
    """Places and agency are told as written; a day without a year stays open."""
    dateline = dateline_of(text)
    assert dateline is not None
    assert (dateline.places, dateline.agency, dateline.filed_on) == (places, agency, None)


@pytest.mark.parametrize(("text", "places", "day"), WITH_FULL_DATE)
def test_dateline_with_a_year_dates_the_story(
    text: str, places: tuple[str, ...], day: date
) -> None:
    """A full date is the day of filing and, where nothing else says, of publication."""
    report = wire.story(text, origin="<test>")
    assert report.dateline is not None
    assert (report.dateline.places, report.dateline.filed_on) == (places, day)
    assert report.published_on == day


@pytest.mark.parametrize("text", NO_DATELINES)
def test_what_only_looks_like_a_dateline_is_story(text: str) -> None:
    """No dateline is better than a wrong one."""
    report = wire.story(text, origin="<test>")
    assert report.dateline is None
    assert report.body.of(report.text) == text


@pytest.mark.parametrize("text", [text for text, *_ in PLACE_DAY_AGENCY + WITH_FULL_DATE])
def test_story_starts_behind_its_dateline(text: str) -> None:
    """Dateline and story meet, and share no letter."""
    report = wire.story(text, origin="<test>")
    assert report.dateline is not None
    assert text[report.dateline.span.end : report.body.start].strip() == ""
    assert report.dateline.span.start == 0
    assert report.body.end == len(text)


@pytest.mark.parametrize(
    ("published", "filed"),
    [
        (date(2013, 1, 17), date(2013, 1, 16)),
        (date(2012, 12, 30), date(2013, 1, 16)),
        (None, None),
    ],
)
def test_day_without_a_year_is_the_one_nearest_publication(
    published: date | None, filed: date | None
) -> None:
    """The year is never guessed, only taken from what dates the report."""
    dateline = dateline_of("TUNIS, Jan 16 (Reuters) - Gunmen fled.", published)
    assert dateline is not None
    assert dateline.filed_on == filed


def test_dateline_may_take_several_lines() -> None:
    """Web editions put place and day above, the agency before the story."""
    # given
    text = "MANILA | Thu Jan 17, 2013 1:20am EST\n\n(Reuters) - Gunmen shot a mayor."
    # when
    dateline = dateline_of(text)
    # then
    assert dateline is not None
    assert (dateline.places, dateline.agency) == (("MANILA",), "Reuters")
    assert dateline.filed_on == date(2013, 1, 17)
    assert dateline.span.of(text).endswith("(Reuters) -")
