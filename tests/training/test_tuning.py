"""Tuning: what thresholds are worth on stories of our own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.extract.events.learned.candidates import Candidate
from onrecord.extract.events.learned.decoding import Decoding
from onrecord.extract.events.learned.names import Names
from onrecord.extract.events.learned.reader import Participant, Possible
from onrecord.extract.events.learned.roles import ROLES, TYPES
from training.incidents.documents import Document
from training.incidents.gold import gold
from training.incidents.tuning import Read, own_score

WORDS = ("gunmen", "killed", "a", "guard", "near", "soldiers")
NAMES = Names({})
SURE = Decoding(report=0.5, kind=0.5, roles=dict.fromkeys(ROLES, 0.5), together=0.5, shared=0.5)


def read(*likely: tuple[str, str, float]) -> Read:
    """Return a story of one attack, and how likely its words take part in it.

    Args:
        likely: Role, word and how likely.
    """
    kinds = np.zeros(len(TYPES), np.float32)
    kinds[0] = 0.9
    participants = []
    for role, word, value in likely:
        rates = np.zeros(len(TYPES), np.float32)
        rates[0] = value
        place = WORDS.index(word)
        mention = Candidate(place, place + 1, ROLES.index(role))
        participants.append(Participant(ROLES.index(role), word, (mention,), rates))
    document = Document(
        name="a guard",
        text=" ".join(WORDS),
        spans=(),
        words=WORDS,
        sentence=np.ones(len(WORDS), np.int64),
        features={},
        lower=np.zeros((len(WORDS), 1), np.float16),
        gold=gold([({"attack"}, {"perpetrator": [["gunmen"]], "people": [["guard"]]})]),
        mentions=(),
        of_muc4=False,
    )
    together = np.ones((len(likely), len(likely)), np.float32)
    return Read(document, None, Possible(kinds, tuple(participants), together))


def test_all_found_and_nothing_else_is_all() -> None:
    """Both fillers, in their roles."""
    found = read(("perpetrator", "gunmen", 0.9), ("people", "guard", 0.9))
    assert own_score([found], SURE, NAMES) == pytest.approx(100)


def test_right_words_in_a_wrong_role_are_wrong() -> None:
    """A guard is no attacker."""
    found = read(("perpetrator", "guard", 0.9))
    assert own_score([found], SURE, NAMES) == 0


def test_wrong_filler_costs_more_than_a_missing_one() -> None:
    """Precision before recall."""
    missing = read(("perpetrator", "gunmen", 0.9))
    wrong = read(
        ("perpetrator", "gunmen", 0.9), ("people", "guard", 0.9), ("people", "soldiers", 0.9)
    )
    assert own_score([missing], SURE, NAMES) > own_score([wrong], SURE, NAMES) > 0


def test_documents_of_the_corpus_are_scored_by_their_own_scorer() -> None:
    """Only our own stories count here."""
    found = replace(read(("perpetrator", "gunmen", 0.9)), row={})
    assert own_score([found], SURE, NAMES) == 0
