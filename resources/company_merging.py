"""How the rows of one company are put together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from company_drafts import Draft, entry_of

from onrecord.resources.bodies import BodyCode, BodyEntry
from onrecord.resources.company_names import CompanyNames
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

# Of these, companies of other countries have none, while "plc" and "Ltd" are taken in many.
AMERICAN = frozenset({"corp", "inc", "co"})


class Merger:
    """All rows, those of one company put together."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.names = CompanyNames.of(table)
        self.exchanges = Exchanges.of(table)
        self.drafts: list[Draft] = []
        self._cores: dict[str, list[Draft]] = defaultdict(list)
        self._keys: dict[str, list[Draft]] = defaultdict(list)
        self._symbols: dict[str, list[Draft]] = defaultdict(list)
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
        taken = {self._slot(code) for code in found.codes if code.until is None}
        for code in draft.codes:
            if self._slot(code) not in taken:
                found.codes.append(self._since_the_change(code, found))
        if found.entry is None and found.country is None:
            found.country = draft.country
        found.sites |= draft.sites
        found.doubtful += draft.doubtful
        self._file(found)

    def _file(self, draft: Draft) -> None:
        for name in (draft.name, *draft.others):
            shelf = self._cores[self.names.keys(name)[1]]
            if draft not in shelf:
                shelf.append(draft)
        listings = [(code.scheme, code.value) for code in draft.codes]
        for scheme, value in (*listings, *draft.doubtful):
            shelf = self._keys[self.exchanges.key(scheme, value)]
            if draft not in shelf:
                shelf.append(draft)
        for code in draft.codes:
            if symbol := self._symbol(code):
                self._symbols[symbol].append(draft)
        for site in draft.sites:
            self._sites[site].append(draft)

    def _same(self, draft: Draft) -> Draft | None:
        """Return the company that a row tells of, if it is filed and told for sure."""
        found = (*self._by_code(draft), *self._by_symbol(draft))
        by_code = [other for other in found if self._are_alike(draft, other)]
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

    def _by_symbol(self, draft: Draft) -> list[Draft]:
        """Return the companies with the same letters on an exchange, as ticker or Reuters code.

        On most exchanges they are one company's more often than not; its name must agree.
        """
        symbols = filter(None, map(self._symbol, draft.codes))
        return [
            other
            for symbol in symbols
            for other in self._symbols.get(symbol, ())
            if not self._conflict(draft, other)
        ]

    def _symbol(self, code: BodyCode) -> str | None:
        exchange = self.exchanges.of_code(code.scheme, code.value)
        if exchange is None or code.until is not None:
            return None
        bare = code.value.partition(":")[2] or code.value.rpartition(".")[0]
        return f"{exchange}:{bare.strip()}"

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
            and self._has_its_name(draft, other)
            and not self._conflict(draft, other)
        ]

    def _has_its_name(self, draft: Draft, other: Draft) -> bool:
        """Say whether a row has a present name of a company, and a country that agrees.

        Where neither country is against it, a name of one of the largest is nobody else's; only
        lists of small companies of many countries have it for others too ("Solaria").
        """
        present = (other.name, *(name for name, until in other.others.items() if until is None))
        if draft.country and other.country and draft.country != other.country:
            return False
        gone = other.entry is not None and other.entry.until is not None
        if other.rank == 0 and not gone and (not draft.country or draft.rank == 0):
            return self._may_be_incorporated(draft, other) and any(
                self._extends(draft.name, name) for name in present
            )
        named = any(self.names.are_one(draft.name, name) for name in present)
        return named and self._country_speaks_for(draft, other)

    def _extends(self, left: str, right: str) -> bool:
        """Say whether two names are one but for forms that one has more: "Nomura Holdings Inc"."""
        (mine, core), (other, its_core) = self.names.keys(left), self.names.keys(right)
        return core == its_core and (
            f"{mine} ".startswith(f"{other} ") or f"{other} ".startswith(f"{mine} ")
        )

    def _may_be_incorporated(self, draft: Draft, other: Draft) -> bool:
        """Say whether a row's form of law may be that of a company of the other's country."""
        home, form = other.country, self.names.keys(draft.name)[0].rpartition(" ")[2]
        return home is None or form not in AMERICAN or home in FORMS[form].split()

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
        """Say whether two rows have other codes of one kind, on one exchange for listings."""
        mine, its = self._filled(draft), self._filled(other)
        return any(mine[slot].isdisjoint(its[slot]) for slot in mine.keys() & its.keys())

    def _filled(self, draft: Draft) -> dict[str, set[str]]:
        """Return the codes of a row today by what a company has one of."""
        filled: dict[str, set[str]] = defaultdict(set)
        for code in draft.codes:
            if code.until is None:
                filled[self._slot(code)].add(self.exchanges.key(code.scheme, code.value))
        return filled

    def _slot(self, code: BodyCode) -> str:
        """Return of what a company has one: a number, a Reuters code or ticker of an exchange."""
        exchange = self.exchanges.of_code(code.scheme, code.value)
        if exchange is None:
            return code.scheme
        return exchange if exchange in self.exchanges.same else f"{code.scheme} {exchange}"

    def _since_the_change(self, code: BodyCode, draft: Draft) -> BodyCode:
        """Return a code of today; as of the year in which the company's former one gave way.

        So is an ISIN, which names a country, as of the year the company moved there.
        """
        exchange = self.exchanges.of_code(code.scheme, code.value)
        ended = [
            known.until
            for known in draft.codes
            if known.until is not None
            and exchange is not None
            and self.exchanges.of_code(known.scheme, known.value) == exchange
        ]
        moved = draft.entry.country_since if draft.entry and code.scheme == "isin" else None
        return replace(code, since=max(ended, default=moved))

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
        return [entry_of(draft) for draft in ordered if draft.entry or draft.codes or draft.country]

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
