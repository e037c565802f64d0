"""Companies and joint ventures: which bear a name, and which have a code.

One SQLite file, opened read-only, made by `resources/build_companies.py` from reference data and
our own table `companies`. Where the file is missing or damaged, the rows of that table alone do:
less is known then, and nothing else changes.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import ResourceError
from onrecord.resources import Library
from onrecord.resources.bodies import BodyCode, BodyEntry, BodyName
from onrecord.resources.company_names import CompanyNames, plain_words
from onrecord.resources.exchanges import Exchanges

if TYPE_CHECKING:
    import sqlite3

logger = logging.getLogger(__name__)

TABLE = "companies"
"""Name of our own table, with the exchanges."""

NAME = "companies-listed"
"""Name of the large file."""

# Entries looked up again within a batch are mostly those of the last few hundred reports.
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Companies:
    """All companies we know. Safe to share between threads: it only ever reads.

    Attributes:
        names: How names are compared.
        exchanges: The exchanges.
        by_core: Returns the entries whose names have a core.
        by_key: Returns the entries whose codes have a key.
        resources: Names and versions of what it was made of, for provenance.
    """

    names: CompanyNames
    exchanges: Exchanges
    by_core: Callable[[str], tuple[BodyEntry, ...]]
    by_key: Callable[[str], tuple[BodyEntry, ...]]
    resources: tuple[str, ...]

    def find(self, name: str) -> tuple[BodyEntry, ...]:
        """Return the companies that bear or bore a name, the best known first."""
        return tuple(
            entry
            for entry in self.by_core(self.names.keys(name)[1])
            if any(self.names.are_one(name, known.name) for known in entry.all_names)
        )

    def by_code(self, scheme: str, value: str) -> tuple[BodyEntry, ...]:
        """Return the companies that have or had a code.

        Args:
            scheme: "ric", "ticker", "isin", "cik" or "wikidata".
            value: The code; a ticker without its exchange is that of any ("XOM").
        """
        return self._distinct(self.keys(scheme, value))

    def keys(self, scheme: str, value: str) -> tuple[str, ...]:
        """Return under what a code is filed; a ticker without its exchange under each."""
        if scheme != "ticker" or self.exchanges.of_code(scheme, value) is not None:
            return (self.exchanges.key(scheme, value),)
        places = dict.fromkeys(self.exchanges.by_ending.values())
        return tuple(f"{exchange}:{value}" for exchange in places)

    def _distinct(self, keys: Iterable[str]) -> tuple[BodyEntry, ...]:
        found = (entry for key in keys for entry in self.by_key(key))
        return tuple({entry.ref: entry for entry in found}.values())


def load_companies(library: Library, *, quiet: bool = False) -> Companies:
    """Open the large file; say so once where that fails, and go on with our own table.

    Args:
        library: Our data.
        quiet: Do not say it, since another reader of the same file has.

    Raises:
        ResourceError: That table is missing or damaged too.
    """
    table = library.lexicon(TABLE)
    try:
        path = library.path(NAME)
        companies = open_companies(path, table.entries, library.citation(NAME))
    except ResourceError as error:
        logger.log(
            logging.DEBUG if quiet else logging.WARNING,
            "only companies of our own table will be identified: %s",
            error,
        )
        companies = of_table(table.entries, table.citation)
    return replace(companies, resources=(table.citation, *companies.resources))


def of_table(entries: Mapping[str, Any], source: str) -> Companies:
    """Return what our own table alone knows.

    Args:
        entries: Content of the resource `companies`.
        source: Its name and version.
    """
    names, exchanges = CompanyNames.of(entries), Exchanges.of(entries)
    cores: dict[str, dict[str, BodyEntry]] = defaultdict(dict)
    keys: dict[str, dict[str, BodyEntry]] = defaultdict(dict)
    for entry in rows(entries, source):
        for known in entry.all_names:
            cores[names.keys(known.name)[1]][entry.ref] = entry
        for code in entry.codes:
            keys[exchanges.key(code.scheme, code.value)][entry.ref] = entry
    return Companies(
        names,
        exchanges,
        lambda core: tuple(cores.get(core, {}).values()),
        lambda key: tuple(keys.get(key, {}).values()),
        (),
    )


def open_companies(path: Path, entries: Mapping[str, Any], source: str) -> Companies:
    """Open the large file, read-only.

    Args:
        path: The file.
        entries: Content of the resource `companies`.
        source: Name and version of the file's resource.

    Raises:
        ResourceError: It is no such file.
    """
    # Only a run that names a company should pay for loading it.
    import sqlite3  # noqa: PLC0415

    # "immutable" spares the locks: the file is verified and nobody writes it.
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        connection.execute("SELECT content FROM body LIMIT 1").fetchone()
    except sqlite3.Error as error:
        raise ResourceError(NAME, "is not a readable register of companies") from error
    file = _File(connection, source)
    return Companies(
        CompanyNames.of(entries), Exchanges.of(entries), file.by_core, file.by_key, (source,)
    )


@dataclass(frozen=True, slots=True)
class _File:
    """The opened file."""

    connection: sqlite3.Connection
    source: str
    _known: dict[str, tuple[BodyEntry, ...]] = field(default_factory=dict, repr=False)

    def by_core(self, core: str) -> tuple[BodyEntry, ...]:
        return self._found("core", core)

    def by_key(self, key: str) -> tuple[BodyEntry, ...]:
        return self._found("code", key)

    def _found(self, table: str, key: str) -> tuple[BodyEntry, ...]:
        known = self._known.get(f"{table} {key}")
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            query = (
                f"SELECT content FROM {table} JOIN body ON body.id = body"  # noqa: S608 - ours
                " WHERE key = ? ORDER BY body.id"
            )
            found = self.connection.execute(query, (key,)).fetchall()
            known = tuple(unpacked(json.loads(content), self.source) for (content,) in found)
            self._known[f"{table} {key}"] = known
        return known


def rows(entries: Mapping[str, Any], source: str) -> Iterator[BodyEntry]:
    """Return the rows of our own table."""
    exchanges = Exchanges.of(entries)
    for section, kind in (("companies", "company"), ("ventures", "joint venture")):
        for row in entries[section]["listed"]:
            former = row.get("former", {})
            yield BodyEntry(
                ref=f"company:{'-'.join(plain_words(row['name']))}",
                name=row["name"],
                kind=kind,
                source=source,
                country=row.get("country"),
                country_since=row.get("country_since"),
                names=(
                    *(BodyName(name=name) for name in row.get("aliases", ())),
                    *(BodyName(name=name, until=year) for name, year in former.items()),
                ),
                codes=tuple(_codes(row, exchanges, source)),
                since=row.get("since"),
                until=row.get("until"),
                became=row.get("became"),
                partners=tuple(row.get("partners", ())),
                state_owned=row.get("state", False),
            )


def _codes(row: Mapping[str, Any], exchanges: Exchanges, source: str) -> Iterator[BodyCode]:
    """Return the codes of a row; one that followed another on its exchange held only then."""
    former = row.get("former_codes", {})
    changed = {exchanges.of_code(_scheme(code), code): year for code, year in former.items()}
    for code in row.get("codes", ()):
        scheme = _scheme(code)
        since = changed.get(exchanges.of_code(scheme, code))
        yield BodyCode(scheme=scheme, value=code, source=source, since=since)
    for code, year in former.items():
        yield BodyCode(scheme=_scheme(code), value=code, source=source, until=year)


def _scheme(code: str) -> str:
    return "ticker" if ":" in code else "ric"


def packed(entry: BodyEntry) -> dict[str, Any]:
    """Return an entry as the file holds it: what is unknown is left out."""
    row = {
        "ref": entry.ref,
        "name": entry.name,
        "kind": entry.kind,
        "source": entry.source,
        "country": entry.country,
        "country_since": entry.country_since,
        "names": [[name.name, name.until] for name in entry.names],
        "codes": [
            [code.scheme, code.value, code.source, code.since, code.until] for code in entry.codes
        ],
        "since": entry.since,
        "until": entry.until,
        "became": entry.became,
        "partners": list(entry.partners),
        "state_owned": entry.state_owned,
        "rank": entry.rank,
    }
    return {name: value for name, value in row.items() if value not in (None, [], 0)}


def unpacked(row: Mapping[str, Any], source: str) -> BodyEntry:
    """Return an entry of the file.

    Args:
        row: What the file holds.
        source: Name and version of the file's resource, put before where it has each thing from.
    """
    lists = {
        "names": tuple(BodyName(name=name, until=until) for name, until in row.get("names", ())),
        "codes": tuple(_unpacked_codes(row.get("codes", ()), source)),
        "partners": tuple(row.get("partners", ())),
        "source": f"{source}: {row['source']}",
    }
    return BodyEntry(**{**row, **lists})


def _unpacked_codes(codes: Iterable[list[Any]], source: str) -> Iterator[BodyCode]:
    for scheme, value, origin, since, until in codes:
        yield BodyCode(
            scheme=scheme,
            value=value,
            source=f"{source}: {origin}",
            since=since,
            until=until,
        )
