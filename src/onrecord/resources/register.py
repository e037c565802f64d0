"""The register of bodies: one look-up over companies, armed groups, agencies, governments, nations.

Companies come from the file that `resources/build_companies.py` makes and, where that is missing or
damaged, from our own table alone; the others from the tables `armed-groups`, `news-agencies`,
`government-bodies` and `nations`. A name in capitals up to four letters long is found in capitals
only ("IS", not "is").

A ticker is found with its exchange and, behind names, without ("XOM").

What it hands out are candidates: which of them a report means is for its readers to tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from onrecord.resources import Library
from onrecord.resources.bodies import BodyEntry, BodyName, slug
from onrecord.resources.companies import Companies, load_companies
from onrecord.resources.company_names import plain_words

# Abbreviations up to this long are words as often when they are not in capitals.
_SHORT = 4

# Rank of companies that only a long list has: none of them outdoes another body of its name.
_LONG_LIST = 2

# What codes look like, by scheme.
_CODES = {
    "ric": re.compile(r"[A-Z0-9]{1,10}[a-z]?\.[A-Z]{1,3}"),
    "ticker": re.compile(r"[A-Za-z0-9]{2,8} ?: ?[A-Z0-9][A-Z0-9.\-]{0,6}"),
    "isin": re.compile(r"[A-Z]{2}[A-Z0-9]{9}[0-9]"),
    "wikidata": re.compile(r"Q[1-9][0-9]*"),
}

# Marks around a code in a report: "(BP.L)", "<BP.L>", "$BP".
_MARKED = re.compile(
    r"\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\]|<(?P<angle>[^<>]+)>|\$(?P<cash>\w+)"
)

# A ticker without its exchange: letters, as those of exchanges where they are written alone.
_SYMBOL = re.compile(r"[A-Z]{1,5}")


class How(StrEnum):
    """By what a body was found, the surest first."""

    CODE = "code"
    NAME = "exact name"
    FORM = "name without its form of law"
    OTHER = "other name"
    ABBREVIATION = "abbreviation"
    PEOPLE = "its people or adjective"
    FORMER = "former name"
    TICKER = "ticker, whatever the exchange"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A body that a name or code may mean.

    Attributes:
        entry: The body.
        how: By what it was found.
        until: For a former name or code, the year in which it gave way; else None.
    """

    entry: BodyEntry
    how: How
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """All bodies we know. Safe to share between threads: it only ever reads.

    Attributes:
        companies: Companies and joint ventures.
        others: All other bodies, by the words of each name, with the name as written.
        resources: Names and versions of what it was made of, for provenance.
    """

    companies: Companies
    others: Mapping[str, tuple[tuple[str, How, BodyEntry], ...]]
    resources: tuple[str, ...]

    def find(self, name: str) -> tuple[BodyEntry, ...]:
        """Return the bodies that bear or bore a name, the surest first; () if none does."""
        return tuple(candidate.entry for candidate in self.candidates(name))

    def by_code(self, scheme: str, value: str) -> tuple[BodyEntry, ...]:
        """Return the bodies that have or had a code.

        Args:
            scheme: "ric", "ticker", "isin", "cik" or "wikidata".
            value: The code; a ticker with the exchange before it ("NYSE:XOM").
        """
        return self.companies.by_code(scheme, value)

    def look_up(self, text: str) -> tuple[Candidate, ...]:
        """Return the bodies that a name or a code may mean, each with why, the surest first.

        Args:
            text: A name, or a code as it is written: "1963.T", "NYSE: XOM", an ISIN, "Q152057";
                a ticker alone ("XOM") is a name first. Brackets around it, and "$", are left out.
        """
        text = " ".join(text.split())
        marked = _MARKED.fullmatch(text)
        code = marked[marked.lastgroup or 0].strip() if marked else text
        for scheme, form in _CODES.items():
            if form.fullmatch(code) and (entries := self.by_code(scheme, code)):
                return tuple(self._by_code(entry, scheme, code) for entry in entries)
        listed = self._by_symbol(code) if _SYMBOL.fullmatch(code) else ()
        if marked and listed:
            return listed
        named = self.candidates(code)
        seen = {candidate.entry.ref for candidate in named}
        return (*named, *(one for one in listed if one.entry.ref not in seen))

    def _by_symbol(self, symbol: str) -> tuple[Candidate, ...]:
        """Return the companies whose ticker a word is today, on any exchange, the best known first.

        A former one needs its exchange: alone, it is another's by now as often.
        """
        entries = self.by_code("ticker", symbol)
        found = (self._by_code(entry, "ticker", symbol, How.TICKER) for entry in entries)
        return tuple(
            sorted((one for one in found if one.until is None), key=lambda one: one.entry.rank)
        )

    def _by_code(self, entry: BodyEntry, scheme: str, value: str, how: How = How.CODE) -> Candidate:
        keys, key = self.companies.keys(scheme, value), self.companies.exchanges.key
        ended = [one.until for one in entry.codes if key(one.scheme, one.value) in keys]
        # Of a code that it has on one exchange and had on another, the one of today counts.
        return Candidate(entry=entry, how=how, until=None if None in ended else ended[0])

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Return the bodies that a name may mean, each with why, the surest first."""
        found = [_as_company(entry, name, self.companies) for entry in self.companies.find(name)]
        seen = {candidate.entry.ref for candidate in found}
        for written, how, entry in self.others.get(_key(name), ()):
            if entry.ref not in seen and _fits(written, name):
                seen.add(entry.ref)
                found.append(Candidate(entry=entry, how=how))
        order = list(How)
        return tuple(sorted(found, key=lambda one: (order.index(one.how), one.entry.rank)))


def winner(candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the one that is meant, if a better reason or a better known name tells it.

    Args:
        candidates: The bodies that a name may mean, the surest first.
    """
    if not candidates:
        return None
    first, *others = candidates
    rivals = [one for one in others if one.how is first.how and one.entry.rank < _LONG_LIST]
    return first if first.entry.rank < _LONG_LIST and not rivals else _sole(candidates)


def _sole(candidates: Sequence[Candidate]) -> Candidate | None:
    first, *others = candidates
    return None if any(one.how is first.how for one in others) else first


def open_register(library: Library) -> Register:
    """Open the register; say so once where the large file fails, and go on without.

    Raises:
        ResourceError: The table `companies` or `nations` is missing or damaged.
    """
    companies = load_companies(library)
    resources = list(companies.resources)
    others: dict[str, list[tuple[str, How, BodyEntry]]] = defaultdict(list)
    for name, read in _TABLES.items():
        if name not in library.manifest:
            continue
        lexicon = library.lexicon(name)
        resources.append(lexicon.citation)
        for written, how, entry in read(lexicon.entries, lexicon.citation):
            others[_key(written)].append((written, how, entry))
    filed = {key: tuple(every) for key, every in others.items()}
    return Register(companies, filed, tuple(resources))


def _as_company(entry: BodyEntry, name: str, companies: Companies) -> Candidate:
    """Return how a company was found by a name."""
    names = companies.names
    full = names.keys(name)[0]
    exact = [known for known in entry.all_names if names.keys(known.name)[0] == full]
    near = [known for known in entry.all_names if names.are_one(known.name, name)]
    present = [known for known in (exact or near) if known.until is None]
    if not present and not any(known.until is None for known in near):
        until = max(known.until or 0 for known in near)
        return Candidate(entry=entry, how=How.FORMER, until=until)
    if not present:
        return Candidate(entry=entry, how=How.FORM)
    if any(known.name == entry.name for known in present):
        return Candidate(entry=entry, how=How.NAME if exact else How.FORM)
    return Candidate(entry=entry, how=_kind_of(name) if exact else How.FORM)


def _kind_of(name: str) -> How:
    return How.ABBREVIATION if name.isupper() and name.isalpha() else How.OTHER


def _key(name: str) -> str:
    return " ".join(plain_words(name))


def _fits(written: str, name: str) -> bool:
    """Say whether capitals fit: a short abbreviation is found in capitals only."""
    short = len(written) <= _SHORT and written.isupper()
    return name.isupper() or not short


_Named = Iterator[tuple[str, How, BodyEntry]]


def _listed(
    rows: list[Mapping[str, Any]], kind: str, prefix: str, source: str
) -> Iterator[tuple[str, How, BodyEntry]]:
    """Return the rows of a table under each of their names."""
    for row in rows:
        countries = [row["country"]] if "country" in row else row.get("countries", [])
        place = f"{row['country'].lower()}-" if "country" in row else ""
        entry = BodyEntry(
            ref=f"{prefix}:{place}{slug(row['name'])}",
            name=row["name"],
            kind=row["kind"] if prefix in {"government", "organisation"} else kind,
            source=source,
            country=countries[0] if len(countries) == 1 else None,
            names=tuple(BodyName(name=name) for name in row.get("aliases", ())),
            since=row.get("since"),
            until=row.get("until"),
            became=row.get("became"),
        )
        for known in entry.all_names:
            how = How.NAME if known.name == entry.name else _kind_of(known.name)
            yield known.name, how, entry


def _groups(entries: Mapping[str, Any], source: str) -> _Named:
    yield from _listed(entries["armed"]["groups"], "armed group", "armed-group", source)


def _agencies(entries: Mapping[str, Any], source: str) -> _Named:
    yield from _listed(entries["agencies"]["listed"], "news agency", "agency", source)


def _governments(entries: Mapping[str, Any], source: str) -> _Named:
    yield from _listed(entries["government"]["bodies"], "government", "government", source)
    yield from _listed(entries["international"]["bodies"], "organisation", "organisation", source)


def _nations(entries: Mapping[str, Any], source: str) -> _Named:
    for code, row in entries["nations"].items():
        entry = BodyEntry(
            ref=f"nation:{code}",
            name=row["name"],
            kind="nation",
            source=source,
            country=code,
            names=tuple(BodyName(name=name) for name in row["names"] if name != row["name"]),
        )
        for known in entry.all_names:
            how = How.NAME if known.name == entry.name else _kind_of(known.name)
            yield known.name, how, entry
        for word in dict.fromkeys((*row["people"], *row["adjectives"])):
            yield word, How.PEOPLE, entry


_TABLES: Mapping[str, Callable[[Mapping[str, Any], str], _Named]] = {
    "armed-groups": _groups,
    "news-agencies": _agencies,
    "government-bodies": _governments,
    "nations": _nations,
}
"""The tables of other bodies, by name, with how each is read."""
