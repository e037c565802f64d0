"""What a company does in an incident, by the words around its name."""

from __future__ import annotations

from functools import cache

import pytest

from factories import a_report, analysed
from onrecord.extract import entities
from onrecord.model import EntityKind, EntityMention
from onrecord.registry import MentionReader
from onrecord.resources import open_library


@cache
def reader() -> MentionReader:
    """Return the reader of entities with the data that ships."""
    return entities.build(open_library())


def role_in(text: str, name: str, kind: EntityKind = EntityKind.COMPANY) -> str | None:
    """Return what a body does in a text."""
    found = {
        mention.entity.name: mention.entity.role
        for mention in reader()(a_report(text), analysed(text))
        if isinstance(mention, EntityMention) and mention.entity.kind is kind
    }
    return found[name]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Six Danes working for the Danish engineering firm Halbeck Corp were seized.",
            "Halbeck Corp",
            "employer",
        ),
        ("Two nurses employed by Halbeck Corp are missing.", "Halbeck Corp", "employer"),
        ("Halbeck Corp won a contract to widen the road.", "Halbeck Corp", "contractor"),
        (
            "Halbeck Corp has a deal with the state oil company for drilling work near Adrar.",
            "Halbeck Corp",
            "contractor",
        ),
    ],
)
def test_employers_and_contractors_are_told(text: str, name: str, role: str) -> None:
    """By those who work for them, and by their contracts."""
    assert role in (role_in(text, name) or "").split(", ")


@pytest.mark.parametrize(
    "text",
    [
        "Halbeck Corp has a deal with the rebels.",
        "The men were looking for Halbeck Corp on Sunday.",
        "Halbeck Corp has offices in Oslo.",
        "The bridge was hit by Halbeck Corp trucks.",
    ],
)
def test_other_dealings_make_neither(text: str) -> None:
    """A deal is no contract, and who is looked for employs nobody."""
    assert role_in(text, "Halbeck Corp") is None


def test_a_venture_is_one() -> None:
    """Its name lists the partners."""
    text = "BCD has a deal with the Soramine-Vale-Norda Association for work there."
    role = role_in(text, "Soramine-Vale-Norda Association", EntityKind.JOINT_VENTURE)
    assert role == "joint venture of Soramine, Vale and Norda"
