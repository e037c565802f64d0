"""Rows of companies from several sources, and how those of one company are put together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.resources.bodies import BodyCode, BodyEntry, BodyName
from onrecord.resources.company_names import CompanyNames, plain_words
from onrecord.resources.exchanges import Exchanges

# Forms of law and the countries where companies take them: with its form, a short name is told from
# those of other countries.
FORMS = {
    "sa": "FR ES PT BR AR CH BE LU CL CO MX GR PE PL",
    "plc": "GB IE",
    "asa": "NO",
    "ag": "DE CH AT",
    "se": "DE FR LU",
    "ab": "SE",
    "oyj": "FI",
    "spa": "IT",
    "as": "DK NO TR CZ",
    "nv": "NL BE",
    "ltd": "JP AU IN HK ZA GB IL CA CN TW KR SG MY",
    "corp": "US CA JP KR TW FI",
    "inc": "US CA JP KR",
    "co": "US JP KR TW",
}


@dataclass(kw_only=True)
class Draft:
    """A company in the making.

    Attributes:
        name: Its name; `others`: its other names, with the year in which each gave way.
        source: Where the row is from.
        rank: 0 for our own table and large indices, 1 for other indices, 2 for long lists.
        sites: Web addresses without "www."; they tell that two rows are one company.
    """

    name: str
    source: str
    rank: int
    kind: str = "company"
    country: str | None = None
    others: dict[str, int | None] = field(default_factory=dict)
    codes: list[BodyCode] = field(default_factory=list)
    sites: set[str] = field(default_factory=set)
    entry: BodyEntry | None = None

    @classmethod
    def of(cls, entry: BodyEntry) -> Draft:
        """Return a row of our own table."""
        return cls(
            name=entry.name,
            source=entry.source,
            rank=0,
            kind=entry.kind,
            country=entry.country,
            others={known.name: known.until for known in entry.names},
            codes=list(entry.codes),
            entry=entry,
        )

    def add_code(self, scheme: str, value: str) -> None:
        """Add a code of this row's source, once."""
        if all((code.scheme, code.value) != (scheme, value) for code in self.codes):
            self.codes.append(BodyCode(scheme=scheme, value=value, source=self.source))


class Merger:
    """All rows, those of one company put together."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.names = CompanyNames.of(table)
        self.exchanges = Exchanges.of(table)
        self.drafts: list[Draft] = []
        self._cores: dict[str, list[Draft]] = defaultdict(list)
        self._keys: dict[str, list[Draft]] = defaultdict(list)
        self._sites: dict[str, list[Draft]] = defaultdict(list)

    def file(self) -> None:
        """File all rows so far under their names and codes."""
        for draft in self.drafts:
            self._file(draft)

    def add(self, draft: Draft, cores: frozenset[str] = frozenset()) -> None:
        """Add a row: to the company it tells of, or as a new one.

        Args:
            draft: The row.
            cores: Cores of all names of its list. A company that has a row of its own there under
                its name, and the code of another row, has that code by mistake.
        """
        for other in self._by_code(draft):
            core = self.names.keys(other.name)[1]
            if core in cores and core != self.names.keys(draft.name)[1]:
                self._take_codes(other, draft)
        found = self._same(draft)
        if found is None:
            self.drafts.append(draft)
            self._file(draft)
            return
        own = {self.names.keys(name)[0] for name in (found.name, *found.others)}
        for name in (draft.name, *draft.others):
            if self.names.keys(name)[0] not in own:
                found.others.setdefault(name, None)
        taken = {self.exchanges.of_code(code.scheme, code.value) for code in found.codes} - {None}
        for code in draft.codes:
            if self.exchanges.of_code(code.scheme, code.value) not in taken and not any(
                known.scheme == code.scheme and code.scheme in {"isin", "cik", "wikidata"}
                for known in found.codes
            ):
                found.codes.append(_since_the_move(code, found))
        if found.entry is None and found.country is None:
            found.country = draft.country
        found.sites |= draft.sites
        self._file(found)

    def _file(self, draft: Draft) -> None:
        for name in (draft.name, *draft.others):
            shelf = self._cores[self.names.keys(name)[1]]
            if draft not in shelf:
                shelf.append(draft)
        for code in draft.codes:
            shelf = self._keys[self.exchanges.key(code.scheme, code.value)]
            if draft not in shelf:
                shelf.append(draft)
        for site in draft.sites:
            self._sites[site].append(draft)

    def _same(self, draft: Draft) -> Draft | None:
        """Return the company that a row tells of, if it is filed and told for sure."""
        by_code = [other for other in self._by_code(draft) if self._are_alike(draft, other)]
        if by_code:
            return by_code[0]
        by_site = [
            other
            for site in sorted(draft.sites)
            for other in self._sites.get(site, ())
            if self.names.are_one(other.name, draft.name)
        ]
        if by_site and draft.rank > by_site[0].rank:
            return by_site[0]
        named = {id(other): other for other in self._named(draft)}
        return next(iter(named.values())) if len(named) == 1 else None

    def _by_code(self, draft: Draft) -> list[Draft]:
        keys = (self.exchanges.key(code.scheme, code.value) for code in draft.codes)
        return [other for key in keys for other in self._keys.get(key, ())]

    def _take_codes(self, other: Draft, draft: Draft) -> None:
        """Take from a company the codes that are another's."""
        if other.entry is not None:
            return
        keys = {self.exchanges.key(code.scheme, code.value) for code in draft.codes}
        other.codes = [
            code for code in other.codes if self.exchanges.key(code.scheme, code.value) not in keys
        ]
        for key in keys:
            if other in self._keys[key]:
                self._keys[key].remove(other)

    def _named(self, draft: Draft) -> list[Draft]:
        """Return the companies of a row's name whose country and codes do not speak against it."""
        core = self.names.keys(draft.name)[1]
        return [
            other
            for other in self._cores.get(core, ())
            if other.kind == draft.kind
            and any(
                until is None and self.names.are_one(draft.name, name)
                for name, until in ((other.name, None), *other.others.items())
            )
            and self._country_speaks_for(draft, other)
            and not self._conflict(draft, other)
        ]

    def _country_speaks_for(self, draft: Draft, other: Draft) -> bool:
        if draft.country and other.country:
            return draft.country == other.country
        full, core = self.names.keys(draft.name)
        form = full.rpartition(" ")[2] if full != core else ""
        home = draft.country or other.country
        if home and form in FORMS:
            return home in FORMS[form].split()
        return other.rank < 2 and len(core.split()) > 1  # noqa: PLR2004 - not a long list

    def _conflict(self, draft: Draft, other: Draft) -> bool:
        """Say whether two rows have other codes on one exchange, or two of one kind."""
        for code in draft.codes:
            exchange = self.exchanges.of_code(code.scheme, code.value)
            for known in other.codes:
                its = self.exchanges.of_code(known.scheme, known.value)
                mine, theirs = (
                    self.exchanges.key(code.scheme, code.value),
                    self.exchanges.key(known.scheme, known.value),
                )
                same_kind = code.scheme == known.scheme and code.scheme in {"isin", "cik"}
                if mine != theirs and ((exchange and exchange == its) or same_kind):
                    return code.scheme == known.scheme
        return False

    def _are_alike(self, draft: Draft, other: Draft) -> bool:
        """Say whether the names of two rows with one code have a word in common."""
        mine = {word for name in (draft.name, *draft.others) for word in self._words(name)}
        its = {word for name in (other.name, *other.others) for word in self._words(name)}
        return bool(mine & its)

    def _words(self, name: str) -> set[str]:
        return set(self.names.keys(name)[1].split())

    def entries(self) -> list[BodyEntry]:
        """Return all companies, the best known first."""
        self._part_codes()
        ordered = sorted(
            self.drafts, key=lambda draft: (draft.rank, self.names.keys(draft.name), draft.name)
        )
        return [_entry(draft) for draft in ordered if draft.entry or draft.codes or draft.country]

    def _part_codes(self) -> None:
        """Leave a code that two companies have to the one that is better known, or to none."""
        bearers: dict[str, list[Draft]] = defaultdict(list)
        for draft in self.drafts:
            present = (code for code in draft.codes if code.until is None)
            for key in {self.exchanges.key(code.scheme, code.value): None for code in present}:
                bearers[key].append(draft)
        for key, every in bearers.items():
            best = min(draft.rank for draft in every)
            first = [draft for draft in every if draft.rank == best]
            kept = first[0] if len(first) == 1 else None
            for draft in every:
                if len(every) > 1 and draft is not kept:
                    draft.codes = [
                        code
                        for code in draft.codes
                        if self.exchanges.key(code.scheme, code.value) != key
                    ]


def _since_the_move(code: BodyCode, draft: Draft) -> BodyCode:
    """Return a code; an ISIN, which names a country, as of the year a company moved there."""
    moved = draft.entry.country_since if draft.entry else None
    return replace(code, since=moved) if code.scheme == "isin" and moved else code


def _entry(draft: Draft) -> BodyEntry:
    own = draft.entry
    names = sorted(draft.others.items(), key=lambda item: (item[1] is not None, -(item[1] or 0)))
    return BodyEntry(
        ref=own.ref if own else _ref(draft),
        name=draft.name,
        kind=draft.kind,
        source=draft.source,
        country=draft.country,
        country_since=own.country_since if own else None,
        names=tuple(BodyName(name=name, until=until) for name, until in names),
        codes=tuple(draft.codes),
        since=own.since if own else None,
        until=own.until if own else None,
        became=own.became if own else None,
        partners=own.partners if own else (),
        state_owned=own.state_owned if own else False,
        rank=draft.rank,
    )


def _ref(draft: Draft) -> str:
    """Return an identifier: the first of its codes that no exchange can give to another."""
    for scheme in ("isin", "cik", "wikidata"):
        for code in draft.codes:
            if code.scheme == scheme:
                return f"{scheme}:{code.value}"
    return f"company:{'-'.join(plain_words(draft.name))}"
