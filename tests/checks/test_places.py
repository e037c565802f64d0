"""The desk check for a place spelt in two ways."""

from __future__ import annotations

import pytest

from factories import read_story
from onrecord.checks import places
from onrecord.model import Query, Severity
from readings import a_report


def checked(text: str) -> tuple[Query, ...]:
    """Return what the check finds in a story."""
    return places.CHECK.run(a_report(text), read_story(text))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # Both on the map under one entry.
        (
            "Police in Kathmandu said two died. The road from Katmandu was shut.",
            "Kathmandu",
            "Katmandu",
        ),
        # One on the map, the other taken for a place.
        (
            "A blast hit a school in Maiduguri on Monday. Residents of Maidugari heard it.",
            "Maiduguri",
            "Maidugari",
        ),
        (
            "Gunmen shot five men near Khuzdar in Pakistan. The dead were taken to Khuzder.",
            "Khuzdar",
            "Khuzder",
        ),
        # One of them, or both, known to nobody.
        (
            "Gunmen seized the gas plant at Tal Hamrouna. A road to Tal Hamruna was shut.",
            "Tal Hamrouna",
            "Tal Hamruna",
        ),
        (
            "Bombs fell on Aleppo and Idlib. The road to Allepo was cut.",
            "Aleppo",
            "Allepo",
        ),
        # In a dateline all letters are capitals.
        (
            "KHUZDAR, Pakistan - Gunmen shot five men in Khuzdar. They were taken to Khuzder.",
            "Khuzdar",
            "Khuzder",
        ),
        # Two romanisations.
        (
            "A tanker burned off Hodeida on Monday. The port of Hudaydah was shut.",
            "Hodeida",
            "Hudaydah",
        ),
    ],
)
def test_place_in_two_spellings_is_misspelt_once(text: str, first: str, second: str) -> None:
    """One of the two is wrong, or the story should keep to one."""
    (query,) = checked(text)
    assert query.severity is Severity.REFILE
    assert query.message == f"“{first}” and “{second}” look like one place in two spellings."
    assert [span.of(text) for span in query.evidence] == [first, second]
    assert len(query.cited) == 2 or text.count(". ") == 0


@pytest.mark.parametrize(
    "text",
    [
        # Two places, however alike.
        "A mine fell in near Marlow in Georgia on Monday. Men from Marlowe came to help.",
        "Clashes broke out in Niger and in Nigeria on Monday.",
        "Troops moved from Austria to Australia on Monday.",
        "Police in Bloomington, Illinois, and in Bloomingdale, Illinois, were called.",
        "Rebels left Bangui for Bangassou on Monday.",
        "Fighting raged in Lower Dir on Monday. Upper Dir was calm.",
        "Soldiers held Beni, Butembo and Goma. Benin sent help.",
        "Rescuers came from Chiang Mai and from Chiang Rai on Monday.",
        # One place in forms of its name, or under another name.
        "Rebels held Deir al-Zor on Monday. The governor of Deir ez-Zor fled.",
        "The mayor of Kiev said so. Kyiv has been calm.",
        "The ferry sank off Zamboanga. Survivors came to Zamboanga City.",
        "A shop burned in Marseille. Firemen in Marseilles were tired.",
        "Boats left Port-au-Prince on Monday. The harbour of Port au Prince was full.",
        # The report explains it.
        "The port of Odessa, also spelt Odesa, was shelled on Monday.",
        # A street, a family, a month.
        "Two men were shot on Garrisa Road in Garissa on Monday.",
        "Two men were shot in Parkton. In Parkson Street a third was hurt.",
        "Two men were hurt in Augusta. In August the mill was shut.",
        # Capitals that are no place: nothing puts anything there.
        "Two men were shot in Maiduguri. Maidugary Stores was shut.",
    ],
)
def test_places_that_may_be_two_ring_no_alarm(text: str) -> None:
    """What tells real places apart is not taken for a slip."""
    assert checked(text) == ()


def test_same_slip_is_told_once() -> None:
    """Each spelling is shown where it stands first."""
    text = (
        "Men in Maiduguri ran. Men in Maidugari ran. Women in Maiduguri ran. Women in Maidugari "
        "ran."
    )
    (query,) = checked(text)
    assert [span.start for span in query.evidence] == [7, 29]
