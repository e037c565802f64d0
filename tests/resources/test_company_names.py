"""When two names of companies are one."""

from __future__ import annotations

import pytest

from onrecord.resources import open_library
from onrecord.resources.company_names import CompanyNames, plain_words

NAMES = CompanyNames.of(open_library().lexicon("companies").entries)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Halbeck Corp", "Halbeck Corporation"),
        ("Halbeck", "HALBECK PLC"),
        ("Halbeck Co. Ltd", "Halbeck"),
        ("Mott & Dalby", "Mott and Dalby, Inc."),
        ("Société Minière S.A.", "Societe Miniere SA"),
        ("The Halbeck Company", "Halbeck Co"),
        ("PT Halbeck Indonesia", "Halbeck Indonesia"),
        ("Dalby A/S", "Dalby"),
        ("Miner’s Friend", "Miner's Friend"),
    ],
)
def test_capitals_accents_and_forms_make_no_other_name(left: str, right: str) -> None:
    """Names are one if one goes without its form, or both have the same."""
    assert NAMES.are_one(left, right)
    assert NAMES.are_one(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Halbeck Inc", "Halbeck Plc"),
        ("Halbeck Mining", "Halbeck"),
        ("JGC Corp", "JCG Corp"),
        ("Halbeck Oil", "Halbeck Gas"),
    ],
)
def test_other_words_and_other_forms_make_another_name(left: str, right: str) -> None:
    """An Inc. and a plc of one name are two companies as often as not."""
    assert not NAMES.are_one(left, right)


@pytest.mark.parametrize("name", ["The", "Group", "Holding", "S.A.", "Co"])
def test_a_form_alone_is_a_name(name: str) -> None:
    """Something is left of every name."""
    assert all(NAMES.keys(name))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("A.P. Moller-Maersk", ["ap", "moller", "maersk"]),
        ("E.ON", ["e", "on"]),
        ("AT&T", ["at", "and", "t"]),
        ("Ørsted", ["orsted"]),
        ("!!!", []),
        ("", []),
    ],
)
def test_names_are_taken_apart(name: str, words: list[str]) -> None:
    """Points of abbreviations go, other marks part words."""
    assert plain_words(name) == words
