"""Bodies by name, from the tables of armed groups, agencies, and bodies of states and of many.

Each row gives one `Listed` for its name and one for each alias. A spelling is sure when the words
alone tell the body; an abbreviation of up to three letters is so only where the table has it as
well known, and a spelling that the table has as common never is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from onrecord.model import EntityKind
from onrecord.resources.bodies import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

# Abbreviations of up to so many letters stand for many things.
_SHORT = 3
_SEVERAL_WORDS = re.compile(r"[\s\-–/]")
_ARMED = "armed-group"
_AGENCY = "agency"
_GOVERNMENT = "government"
_INTERNATIONAL = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A body that a table lists.

    Attributes:
        name: Its name in the table, the same for all its aliases.
        ref: Its key over all tables, as the register has it ("armed-group:boko-haram",
            "government:us-state-department").
        kind: What it is.
        spelling: The name or alias matched, as written in the table.
        countries: Codes of the countries it belongs to.
        sure: The words alone tell it; others need support from what stands around them.
        common: The words mean something else as a rule; only a telling word beside them, or the
            body by another name in the report, supports them.
        seat: The words are also the name of a place.
        party_since: The year from which it has been a political party; None for what never was one.
    """

    name: str
    ref: str
    kind: EntityKind
    spelling: str
    countries: tuple[str, ...]
    sure: bool
    common: bool = False
    seat: bool = False
    party_since: int | None = None


def armed_groups(rows: Iterable[Mapping[str, Any]], known: frozenset[str]) -> Iterator[Listed]:
    """Return the armed groups by all their names.

    Args:
        rows: The table `armed.groups`.
        known: Short abbreviations that need no support.
    """
    return _listed(rows, _ARMED, partial(_is_known, known))


def agencies(rows: Iterable[Mapping[str, Any]], known: frozenset[str]) -> Iterator[Listed]:
    """Return the news agencies and broadcasters by all their names.

    Args:
        rows: The table `agencies.listed`.
        known: Names of one word that need no support: many an agency is called like a town.
    """
    return _listed(rows, _AGENCY, lambda name: name in known or _has_several_words(name))


def institutions(entries: Mapping[str, Any]) -> Iterator[Listed]:
    """Return the bodies of states and those of several states or none by all their names."""
    for section, prefix in (("government", _GOVERNMENT), ("international", _INTERNATIONAL)):
        known = frozenset(entries[section]["well_known"])
        yield from _listed(
            entries[section]["bodies"],
            prefix,
            partial(_is_known, known),
        )


def _listed(
    rows: Iterable[Mapping[str, Any]], prefix: str, is_sure: Callable[[str], bool]
) -> Iterator[Listed]:
    for row in rows:
        common, seats = row.get("common", ()), row.get("seat", ())
        country = row.get("country")
        ref, kind = _ref(row, prefix), _kind(row, prefix)
        for spelling in (row["name"], *row.get("aliases", ())):
            yield Listed(
                name=row["name"],
                ref=ref,
                kind=kind,
                spelling=spelling,
                countries=(country,) if country else tuple(row.get("countries", ())),
                sure=spelling not in common and is_sure(spelling),
                common=spelling in common,
                seat=spelling in seats,
                party_since=row["until"] if row.get("party") else None,
            )


def _ref(row: Mapping[str, Any], prefix: str) -> str:
    """Return the key of a body; that of a state's has the country: several have a "Home Office"."""
    country = f"{row['country'].lower()}-" if "country" in row else ""
    return f"{prefix}:{country}{slug(row['name'])}"


def _kind(row: Mapping[str, Any], prefix: str) -> EntityKind:
    if prefix == _ARMED:
        return EntityKind.ARMED_GROUP
    return EntityKind.NEWS_AGENCY if prefix == _AGENCY else EntityKind(row["kind"])


def _is_known(known: frozenset[str], spelling: str) -> bool:
    return spelling in known or _is_telling(spelling)


def _has_several_words(spelling: str) -> bool:
    return bool(_SEVERAL_WORDS.search(spelling))


def _is_telling(spelling: str) -> bool:
    """Say whether a name can hardly be anything else: words, or a long abbreviation."""
    return _has_several_words(spelling) or len(spelling) > _SHORT or not spelling.isupper()
