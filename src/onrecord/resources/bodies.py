"""What reference data tell of a body: its names and codes, each with the years in which they held.

An entry is what the register hands out, whatever table or file it comes from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from onrecord.model import Identifier

_NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyName:
    """A name of a body.

    Attributes:
        name: The name, as written.
        until: The year in which it gave way to another; None for a name in use.
    """

    name: str
    until: int | None = None

    def held_in(self, year: int | None) -> bool:
        """Say whether the name was in use in a year; None: the present."""
        return self.until is None or (year is not None and year <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyCode:
    """A code of a body.

    Attributes:
        scheme: Which naming: "ric", "ticker", "isin", "cik" or "wikidata".
        value: The code; a ticker comes with our code of its exchange ("NYSE:XOM").
        source: Which resource has it, and from where ("companies/1: SEC").
        since: The first year in which it held; None where that is open or unknown.
        until: The year in which it gave way; None for a code in use.
    """

    scheme: str
    value: str
    source: str
    since: int | None = None
    until: int | None = None

    def held_in(self, year: int | None) -> bool:
        """Say whether the code is sure to have held in a year; None: always.

        In the year of a change both the old and the new one may stand.
        """
        if year is None:
            return self.since is None and self.until is None
        return (self.since or year) <= year <= (self.until or year)

    @property
    def identifier(self) -> Identifier:
        """The code as readings hold it."""
        return Identifier(scheme=self.scheme, value=self.value, source=self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyEntry:
    """A company, armed group, agency, government body, organisation or nation.

    Attributes:
        ref: Its identifier in our data ("company:equinor", "cik:320193", "nation:NO").
        name: Its present name.
        kind: What it is, in the words of `EntityKind`, or "nation".
        country: ISO 3166-1 alpha-2 code of its home; None where it has none, several, or in doubt.
        country_since: The year from which `country` holds; None where it always did.
        names: Its other names, present ones first.
        codes: Its codes, present ones first.
        since: The year in which it began; None where unknown.
        until: The year in which it ended; None where it goes on or that is unknown.
        became: Name of what took it over; None where nothing did.
        partners: For a joint venture, who takes or took part in it, by present name.
        state_owned: A state owns most of it or controls it.
        rank: How well known it is, 0 the best: 0 for our own tables and members of the largest
            share indices, 1 for members of others, 2 for long lists, whose names many share.
        source: Which resource it comes from, and from where that has it.
    """

    ref: str
    name: str
    kind: str
    source: str
    country: str | None = None
    country_since: int | None = None
    names: tuple[BodyName, ...] = ()
    codes: tuple[BodyCode, ...] = ()
    since: int | None = None
    until: int | None = None
    became: str | None = None
    partners: tuple[str, ...] = ()
    state_owned: bool = False
    rank: int = 0

    @property
    def all_names(self) -> tuple[BodyName, ...]:
        """Its present name and all others."""
        return (BodyName(name=self.name), *self.names)

    def home_in(self, year: int | None) -> str | None:
        """Return the code of its country in a year, where that is sure."""
        if self.country_since is None or (year is not None and year > self.country_since):
            return self.country
        return None


def slug(name: str) -> str:
    """Return a name as identifiers have it: small letters and digits, hyphens between them."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NOT_IN_KEYS.sub("-", plain.lower()).strip("-")
