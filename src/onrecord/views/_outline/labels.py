"""What the sections and slots of a brief are called, and countries by their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.resources import open_library


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A section of the incident schema.

    Attributes:
        name: Its name.
        title: Its title.
        slots: Label of each of its slots, by name, in order.
    """

    name: str
    title: str
    slots: Mapping[str, str]


@cache
def headings() -> tuple[Heading, ...]:
    """Return the sections of a brief, in order."""
    return tuple(
        Heading(
            name=section["name"],
            title=section["title"],
            slots={slot["name"]: slot["label"] for slot in section["slot"]},
        )
        for section in open_library().lexicon("incident-schema").entries["section"]
    )


def country_name(code: str) -> str:
    """Return a country's name, or its code where we have no name for it."""
    row = _nations().get(code)
    return code if row is None else str(row["name"])


@cache
def _nations() -> Mapping[str, Mapping[str, object]]:
    nations: Mapping[str, Mapping[str, object]] = (
        open_library().lexicon("nations").entries["nations"]
    )
    return nations
