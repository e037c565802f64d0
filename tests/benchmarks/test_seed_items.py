"""How the founding story's expected file is laid out into items."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from benchmarks.seed import EXPECTED, TABLE, MissingRowError, items

FILE = Path(__file__).resolve().parents[3] / "shared" / "seeds" / EXPECTED

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FILE.is_file(), reason="the founding story is not in ../shared/seeds"),
]


def test_every_part_of_the_file_has_its_items() -> None:
    """Names are unique, and what must not be found comes beside what must."""
    laid_out = items(yaml.safe_load(FILE.read_text("utf-8")))
    names = [item.name for item in laid_out]
    assert len(names) == len(set(names))
    assert {name.split(".")[0] for name in names} == {
        "report",
        "incident",
        "figures",
        "checks_on_figures",
        "sources",
        "unknowns",
        "entities",
        "background",
        "desk_checks",
        "not",
    }
    assert all(item.is_forbidden == item.name.startswith("not.") for item in laid_out)


def test_every_row_of_words_is_used() -> None:
    """A row for an item that the file does not have would look like a promise."""
    text = FILE.read_text("utf-8")
    rows = tomllib.loads(TABLE.read_text("utf-8"))["words"]
    names = {item.name for item in items(yaml.safe_load(text))}
    stems = {re.sub(r"\.(claimed_by|via)$", "", name) for name in names}
    assert set(rows) <= names | stems


def test_new_item_in_free_words_asks_for_its_row() -> None:
    """Nothing that the file asks for may slip by."""
    expected = yaml.safe_load(FILE.read_text("utf-8"))
    expected["unknowns"].append("Who paid for it?")
    number = len(expected["unknowns"])
    with pytest.raises(MissingRowError, match=rf"unknowns\.{number}"):
        items(expected)
