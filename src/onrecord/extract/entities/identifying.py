"""Which company of the register a name means: its codes and its country, where that is sure.

A name identifies only what the report already takes for a company or joint venture, or, where it
has several words and is well known ("Occidental Petroleum"), for an organisation, which is a
company then; and only where one entry fits it: by the fullest name in the report (by another name
only if a code agrees), in the year of the report, with nothing against it. A code or country of the
report that is another's speaks against an entry. Companies that are not well known, whose names
many share, need something for them too: a code or ticker, the country, their full name with its
form of law, or several words that are nobody else's.

What is added says that it is from the register, and is what held in the year of the report:
Statoil of 2013 keeps its name and gets no code of Equinor's. Names and codes that the report has
are never changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onrecord.extract.entities.codes import listing
from onrecord.model import EntityKind, EntityMention, EntityRef, Identifier
from onrecord.resources.bodies import BodyCode, BodyEntry
from onrecord.resources.companies import Companies

KINDS = frozenset({EntityKind.COMPANY, EntityKind.JOINT_VENTURE, EntityKind.ORGANISATION})

# Bodies met again within a batch are mostly those of the last few hundred reports.
_REMEMBERED = 20_000

# Reports go on naming a company for a while after it is gone.
_AFTERLIFE_YEARS = 1

# Companies that only a long list has give way to others of their name.
_LONG_LIST = 2

# Only one of each of these is a body's; the others are listings, of which it may have several.
_SOLE = frozenset({"isin", "cik", "wikidata"})

# A ticker in brackets without its exchange looks like an abbreviation.
_SYMBOL = re.compile(r"[A-Z]{1,5}")

_NAMELESS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a report tells of a company.

    Attributes:
        entity: The company, as the report has it.
        listings: Its codes with their schemes, tickers with their exchange where that stands there.
        year: The year of the report; None where that is unknown.
    """

    entity: EntityRef
    listings: tuple[tuple[str, str], ...]
    year: int | None


@dataclass(frozen=True, slots=True)
class Identifying:
    """Finds the companies of reports in the register. Safe to share between threads.

    Attributes:
        companies: The companies known.
    """

    companies: Companies
    _known: dict[_Told, EntityRef] = field(default_factory=dict, repr=False, compare=False)

    def identified(
        self, mentions: Sequence[EntityMention], text: str, year: int | None
    ) -> tuple[EntityMention, ...]:
        """Return the mentions, those of companies with what the register adds.

        Args:
            mentions: The mentions of one report, each with all that the report says of its body.
            text: The text of the report.
            year: The year it was published; None where unknown.
        """
        listings: dict[int, dict[tuple[str, str], None]] = defaultdict(dict)
        for mention in mentions:
            for code in _listings(mention, text):
                listings[mention.group][code] = None
        return tuple(
            replace(
                mention,
                entity=self._with_codes(
                    _Told(mention.entity, tuple(listings[mention.group]), year)
                ),
            )
            if mention.entity.kind in KINDS and mention.entity.named
            else mention
            for mention in mentions
        )

    def _with_codes(self, told: _Told) -> EntityRef:
        found = self._known.get(told)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[told] = self._looked_up(told)
        return found

    def _looked_up(self, told: _Told) -> EntityRef:
        entry = self.find(told.entity, told.listings, told.year)
        if entry is None:
            return told.entity
        kind = told.entity.kind
        if kind is EntityKind.ORGANISATION:
            if entry.rank or not self._has_several_words(told.entity.name):
                return told.entity
            kind = EntityKind(entry.kind)
        return replace(
            told.entity,
            kind=kind,
            country=told.entity.country or entry.home_in(told.year),
            identifiers=(*told.entity.identifiers, *self._added(entry, told)),
        )

    def find(
        self, entity: EntityRef, listings: tuple[tuple[str, str], ...], year: int | None
    ) -> BodyEntry | None:
        """Return the one entry that a company of a report fits; None if none or several do.

        Args:
            entity: The company.
            listings: Its codes in the report, by scheme, tickers with their exchange if known.
            year: The year of the report; None where unknown.
        """
        told = _Told(entity, listings, year)
        coded = {entry.ref: entry for code in listings for entry in self.companies.by_code(*code)}
        named = self.companies.find(entity.name) if _NAMELESS.sub("", entity.name) else ()
        agreed = [
            entry
            for name in (entity.name, *entity.aliases)
            for entry in self.companies.find(name)
            if entry.ref in coded
        ]
        if coded:
            # A code that is another's speaks against all: it or the name is wrong.
            return _sole(agreed)
        fitting = [entry for entry in named if self._fits(entry, told)]
        symbols = self._by_symbols(entity)
        for better in (
            lambda entry: entry.ref in symbols,
            lambda entry: _is_at_home(entry, told),
            lambda entry: entry.rank < _LONG_LIST,
            lambda entry: self._has_its_form(entry, entity.name),
            lambda entry: self._is_named(entry, told),
        ):
            fitting = [entry for entry in fitting if better(entry)] or fitting
        found, alone = _sole(fitting), len(named) == 1
        if found and found.ref in symbols:
            return found
        return found if found and self._is_supported(found, told, alone=alone) else None

    def _by_symbols(self, entity: EntityRef) -> frozenset[str]:
        """Return the companies whose ticker the report has as a short name: "Halbeck (HLBK)"."""
        return frozenset(
            entry.ref
            for alias in entity.aliases
            if _SYMBOL.fullmatch(alias)
            for entry in self.companies.by_code("ticker", alias)
        )

    def _is_supported(self, entry: BodyEntry, told: _Told, *, alone: bool) -> bool:
        """Say whether a name is enough, or the country or its form of law speaks for an entry.

        Args:
            entry: The company.
            told: What the report tells of it.
            alone: No other company has the name.
        """
        if entry.rank == 0 or _is_at_home(entry, told):
            return True
        told_apart = entry.rank < _LONG_LIST and self._has_several_words(told.entity.name) and alone
        return told_apart or self._has_its_form(entry, told.entity.name)

    def _has_several_words(self, name: str) -> bool:
        return " " in self.companies.names.keys(name)[1]

    def _fits(self, entry: BodyEntry, told: _Told) -> bool:
        """Say whether nothing speaks against an entry."""
        home, country = entry.home_in(told.year), told.entity.country
        if home and country and home != country:
            return False
        if not _existed(entry, told.year) or self._is_listed_otherwise(entry, told):
            return False
        named = self._is_named(entry, told) or not _was_renamed(entry, told.year)
        return named or _is_at_home(entry, told)

    def _is_named(self, entry: BodyEntry, told: _Told) -> bool:
        """Say whether an entry had the name of the report in its year."""
        renamed = _was_renamed(entry, told.year)
        return any(
            self.companies.names.are_one(known.name, told.entity.name)
            and known.held_in(told.year)
            and (known.until is not None or not renamed)
            for known in entry.all_names
        )

    def _has_its_form(self, entry: BodyEntry, name: str) -> bool:
        """Say whether a name is an entry's with its form of law: "Halbeck Inc"."""
        full, core = self.companies.names.keys(name)
        return full != core and any(
            self.companies.names.keys(known.name)[0] == full for known in entry.all_names
        )

    def _is_listed_otherwise(self, entry: BodyEntry, told: _Told) -> bool:
        """Say whether the report has a code of an exchange where the entry has another.

        Where Reuters codes are not tickers with an ending, one says nothing of the other.
        """
        its = {self._place(code.scheme, code.value) for code in entry.codes} - {None}
        return any(self._place(*code) in its for code in told.listings)

    def _place(self, scheme: str, value: str) -> tuple[str, str] | None:
        """Return of what a company has one: a code of an exchange, of a scheme if they differ."""
        exchange = self.companies.exchanges.of_code(scheme, value)
        if exchange is None:
            return None
        return exchange, "" if exchange in self.companies.exchanges.same else scheme

    def _added(self, entry: BodyEntry, told: _Told) -> Iterable[Identifier]:
        """Yield the codes that an entry had in the year of the report and the report has not."""
        exchanges = self.companies.exchanges
        seen = {exchanges.key(*code) for code in told.listings}
        bare = {value for scheme, value in told.listings if scheme == "ticker" and ":" not in value}
        for code in sorted(entry.codes, key=_order):
            key = exchanges.key(code.scheme, code.value)
            symbol = code.value.rpartition(":")[2]
            if key in seen or not code.held_in(told.year) or symbol in bare:
                continue
            seen.add(key)
            yield code.identifier


def _listings(mention: EntityMention, text: str) -> Iterable[tuple[str, str]]:
    """Yield the codes that stand beside a mention, tickers with their exchange."""
    schemes = {code.value: code.scheme for code in mention.entity.identifiers}
    for span in mention.identifier_spans:
        value = span.of(text)
        if value in schemes:
            yield schemes[value], listing(text, span) if schemes[value] == "ticker" else value


def _sole(entries: Sequence[BodyEntry]) -> BodyEntry | None:
    """Return the entry if all are one."""
    refs = {entry.ref for entry in entries}
    return entries[0] if len(refs) == 1 else None


def _is_at_home(entry: BodyEntry, told: _Told) -> bool:
    """Say whether the report gives a company the country of an entry."""
    country = told.entity.country
    return country is not None and country == entry.home_in(told.year)


def _existed(entry: BodyEntry, year: int | None) -> bool:
    """Say whether a company was there in a year, as far as is known."""
    if year is None:
        return entry.until is None
    return (entry.since or year) <= year <= (entry.until or year) + _AFTERLIFE_YEARS


def _was_renamed(entry: BodyEntry, year: int | None) -> bool:
    """Say whether an entry had other names than its present one in a year."""
    return year is not None and any(
        known.until is not None and year < known.until for known in entry.names
    )


def _order(code: BodyCode) -> tuple[bool, str]:
    """Put listings before numbers."""
    return code.scheme in _SOLE, code.scheme
