"""Gold: what annotators wrote, in words of the report."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from factories import analysed
from onrecord.extract.events.learned.roles import ROLES
from training.incidents.gold import MUC4_SLOTS, Gold, gold, mentions, of_muc4

PERPETRATOR, ORGANISATION, PEOPLE, WEAPON = map(
    ROLES.index, ("perpetrator", "organisation", "people", "weapon")
)


def gold_of(**named: list[list[str]]) -> Gold:
    """Return the gold of one attack."""
    return gold([({"attack"}, named)])


def mentioned(text: str, found: Gold) -> list[str]:
    """Return the stretches of a text that name a filler, in reading order."""
    analysis = analysed(text)
    places = sorted(mentions(analysis, found))
    return [analysis.span_of(first, last).of(text) for first, last, _ in places]


def named_in(found: Gold) -> list[tuple[int, set[str]]]:
    """Return role and strings of each filler."""
    return [(filler.role, {*filler.strings}) for filler in found.fillers]


# -- gold


def test_filler_of_two_incidents_is_one() -> None:
    """Those who come back in the next incident are the same."""
    found = gold(
        [
            ({"attack"}, {"perpetrator": [["Gunmen"]], "weapon": [["rifles"]]}),
            ({"bombing"}, {"perpetrator": [["the gunmen"]]}),
        ]
    )
    assert named_in(found) == [(PERPETRATOR, {"gunmen"}), (WEAPON, {"rifles"})]
    assert [one.fillers for one in found.templates] == [{0, 1}, {0}]
    assert [one.types for one in found.templates] == [{"attack"}, {"bombing"}]


def test_spellings_of_one_filler_are_put_together() -> None:
    """An incident that names it by more spellings tells the others of them."""
    found = gold(
        [
            ({"attack"}, {"organisation": [["FMLN"]]}),
            ({"bombing"}, {"organisation": [["FMLN", "Farabundo Marti Front"]]}),
        ]
    )
    (filler,) = found.fillers
    assert filler.strings == {"fmln", "farabundo marti front"}


def test_same_words_in_another_role_are_another() -> None:
    """A car can be struck and can carry the bomb."""
    assert len(gold_of(target=[["car"]], weapon=[["car"]]).fillers) == 2


def test_same_incident_twice_is_one() -> None:
    """Templates that differ only in what is not read are no two incidents."""
    one = ({"attack"}, {"perpetrator": [["gunmen"]]})
    assert len(gold([one, one]).templates) == 1


def test_strings_of_nothing_are_left_out() -> None:
    """An article or a mark names nobody."""
    assert gold_of(people=[["the", "-"]]).fillers == ()


def test_filler_is_found_by_any_of_its_strings() -> None:
    """In its role only."""
    found = gold_of(people=[["two guards", "guards"]], weapon=[["rifles"]])
    assert found.find(PEOPLE, "guards") == found.find(PEOPLE, "two guards") == 0
    assert found.find(WEAPON, "guards") is None
    assert found.find(PEOPLE, "clerks") is None


def test_line_of_muc4_is_gold() -> None:
    """Any of its types is right; slots and alternatives are those of the key."""
    template: dict[str, list[Any]] = {slot: [] for slot in MUC4_SLOTS.values()} | {
        "incident_type": [{"values": ["ATTACK", "BOMBING"]}],
        "perp_organization": [{"values": ["THE FMLN", "FARABUNDO MARTI FRONT"]}],
        "human_target_description": [{"values": ["TWO GUARDS"]}],
    }
    found = of_muc4({"templates": [template]})
    assert [one.types for one in found.templates] == [{"attack", "bombing"}]
    assert named_in(found) == [
        (ORGANISATION, {"fmln", "farabundo marti front"}),
        (PEOPLE, {"two guards"}),
    ]


# -- mentions


@pytest.mark.parametrize(
    ("text", "strings", "expected"),
    [
        ("Two guards died. The guards fled.", ["guards"], ["guards", "guards"]),
        ("Two guards died. The guards fled.", ["two guards"], ["Two guards"]),
        ("A car-bomb wrecked the car.", ["car bomb"], ["car-bomb"]),
        ("THE F.M.L.N. STRUCK.", ["FMLN"], ["F.M.L.N."]),
        ("The bodyguards fled.", ["guards"], []),
        ("Gunmen fled.", ["gunmen who fled"], []),
    ],
    ids=["twice", "longer", "hyphen", "full stops", "part of a word", "goes on"],
)
def test_stretch_is_a_mention_when_it_spells_a_string(
    text: str, strings: list[str], expected: list[str]
) -> None:
    """Without case, marks and articles, as the scorer compares."""
    assert mentioned(text, gold_of(people=[strings])) == expected


def test_longer_of_two_mentions_stands() -> None:
    """In one role; another role keeps its own within it."""
    text = "Two guards with rifles fled."
    found = gold_of(people=[["two guards with rifles", "guards"]], weapon=[["rifles"]])
    assert mentioned(text, found) == ["Two guards with rifles", "rifles"]


def test_mentions_say_which_filler_they_name() -> None:
    """As places in the list of the report."""
    found = gold_of(people=[["guards"]], weapon=[["rifles"]])
    analysis = analysed("The guards had rifles.")
    assert sorted(mentions(analysis, found)) == [(1, 2, 0), (3, 4, 1)]


def test_who_reads_gold_needs_no_torch() -> None:
    """A machine that only scores or tests has none."""
    program = (
        "import sys; sys.modules['torch'] = None\n"
        "import training.incidents.gold, training.incidents.renaming, training.incidents.stories\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=120)
    assert done.returncode == 0
