"""Decoding: from how likely who takes part in what, to incidents."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.extract.events.learned.candidates import Candidate
from onrecord.extract.events.learned.decoding import Decoding, Draft, decoded
from onrecord.extract.events.learned.names import Names
from onrecord.extract.events.learned.reader import Participant, Possible
from onrecord.extract.events.learned.roles import ROLES, TYPES

SURE = Decoding(report=0.5, kind=0.4, roles=dict.fromkeys(ROLES, 0.5), together=0.5, shared=0.6)
NAMES = Names({})


def possible(
    *named: tuple[str, str, float], kind: str = "attack", sure: float = 0.9, apart: float = 0.9
) -> Possible:
    """Return what the reader makes of a report in which some may take part in one type.

    Args:
        named: Role, name and how likely each takes part.
        kind: The type.
        sure: How likely the report tells of one.
        apart: How likely each two belong to one incident.
    """
    kinds = np.zeros(len(TYPES), np.float32)
    kinds[TYPES.index(kind)] = sure
    participants = []
    for place, (role, name, value) in enumerate(named):
        likely = np.zeros(len(TYPES), np.float32)
        likely[TYPES.index(kind)] = value
        mention = Candidate(3 * place, 3 * place + 1, ROLES.index(role))
        participants.append(Participant(ROLES.index(role), name, (mention,), likely))
    together = np.full((len(named), len(named)), apart, np.float32)
    return Possible(kinds, tuple(participants), together)


def told(drafts: tuple[Draft, ...]) -> list[list[tuple[str, int]]]:
    """Return role and first word of the fillers of each incident."""
    return [[(ROLES[one.role], one.best.first) for one in draft.fillers] for draft in drafts]


def test_who_is_likely_enough_takes_part() -> None:
    """Each role has a threshold of its own."""
    found = possible(("perpetrator", "gunmen", 0.6), ("victim", "ann lee", 0.4))
    assert told(decoded(found, SURE, NAMES)) == [[("perpetrator", 0)]]
    lower = replace(SURE, roles={**SURE.roles, "victim": 0.3})
    assert told(decoded(found, lower, NAMES)) == [[("perpetrator", 0), ("victim", 3)]]


@pytest.mark.parametrize(("sure", "incidents"), [(0.9, 1), (0.45, 0), (0.3, 0)])
def test_report_that_hardly_tells_of_one_tells_of_none(sure: float, incidents: int) -> None:
    """The likeliest type decides whether a report tells of an incident at all."""
    found = possible(("perpetrator", "gunmen", 0.9), sure=sure)
    assert len(decoded(found, SURE, NAMES)) == incidents


def test_type_tells_of_itself() -> None:
    """An incident bears its type, and how likely the report tells of one."""
    (draft,) = decoded(possible(("weapon", "bomb", 0.8), kind="bombing"), SURE, NAMES)
    assert draft.kind == "bombing"
    assert draft.confidence == pytest.approx(0.9)


def test_what_was_struck_apart_is_two_incidents() -> None:
    """The attacker of both is in both."""
    found = possible(
        ("target", "bank", 0.9), ("target", "school", 0.8), ("perpetrator", "rebels", 0.7)
    )
    assert len(decoded(found, SURE, NAMES)) == 1
    found.together[0, 1] = found.together[1, 0] = 0.1
    assert told(decoded(found, SURE, NAMES)) == [
        [("perpetrator", 6), ("target", 0)],
        [("perpetrator", 6), ("target", 3)],
    ]


def test_attacker_of_one_of_two_is_in_that_one() -> None:
    """Where no incident is likely enough to share it, the likeliest has it."""
    found = possible(
        ("target", "bank", 0.9),
        ("target", "school", 0.8),
        ("perpetrator", "rebels", 0.7),
        apart=0.1,
    )
    found.together[1, 2] = found.together[2, 1] = 0.4
    assert told(decoded(found, SURE, NAMES)) == [
        [("target", 0)],
        [("perpetrator", 6), ("target", 3)],
    ]


def test_one_name_is_one_participant() -> None:
    """What a report calls the same in brackets stands once, by its likelier name."""
    found = possible(("organisation", "red dawn", 0.9), ("organisation", "rd", 0.7))
    same = replace(found, aliases=frozenset({frozenset({0, 1})}))
    (draft,) = decoded(same, SURE, NAMES)
    (filler,) = draft.fillers
    assert [mention.first for mention in filler.mentions] == [0, 3]
    assert filler.confidence == pytest.approx(0.9)


def test_what_was_struck_is_not_the_weapon_too() -> None:
    """Words have the role they are likelier in; a body and its men may share them."""
    found = possible(("target", "mine", 0.9), ("weapon", "mine", 0.6))
    weapon = replace(found.participants[1], mentions=found.participants[0].mentions)
    both = replace(found, participants=(found.participants[0], weapon))
    assert told(decoded(both, SURE, NAMES)) == [[("target", 0)]]
    found = possible(("perpetrator", "the rd", 0.9), ("organisation", "rd", 0.6))
    body = replace(found.participants[1], mentions=found.participants[0].mentions)
    both = replace(found, participants=(found.participants[0], body))
    assert told(decoded(both, SURE, NAMES)) == [[("perpetrator", 0), ("organisation", 0)]]
