"""Build `src/onrecord/data/companies.sqlite` from installable packages and our own table.

    python resources/build_companies.py SOURCES

SOURCES is a folder that holds the unpacked packages, each under its own name:

    pytickersymbols        1.17.10, from PyPI (MIT): members of twenty share indices, with ISIN
    edgartools             5.62.1, from PyPI (MIT): the SEC's list of companies (public domain)
    name-suggestion-index  8.0.20260918, from npm (BSD-3-Clause): labels of Wikidata (CC0)

The SEC's list is a Parquet file, so this needs `pyarrow`; nothing of it is needed to run OnRecord.
The same inputs give the same bytes. When the file changes, copy the printed row count into
`companies-listed.meta.toml` and run `build_data.py`.

What goes in: what two of the sources, or one and the name of the exchange, agree on. A code that
two companies have is left out of the one that is less well known, a country the rows disagree on is
left out, and a row is merged with another only by a code, or by name where country or form of law
agree, or where it is one of the largest and neither country nor code is against it. Symbols of the
indices are tickers, which are Reuters codes only where both are the number of the share.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

from company_drafts import Draft  # noqa: E402 - the package is not installed here
from company_merging import Merger  # noqa: E402
from company_sources import indices, labels, sec  # noqa: E402

from onrecord.resources.bodies import BodyEntry  # noqa: E402
from onrecord.resources.companies import packed, rows  # noqa: E402

TARGET = HERE.parent / "src" / "onrecord" / "data" / "companies.sqlite"

SCHEMA = """
CREATE TABLE body (id INTEGER PRIMARY KEY, content TEXT NOT NULL);
CREATE TABLE core (key TEXT NOT NULL, body INTEGER NOT NULL, PRIMARY KEY (key, body)) WITHOUT ROWID;
CREATE TABLE code (key TEXT NOT NULL, body INTEGER NOT NULL, PRIMARY KEY (key, body)) WITHOUT ROWID;
"""


def everything(sources: Path) -> Merger:
    """Return all companies, merged, the best known first."""
    table = tomllib.loads((HERE / "companies.toml").read_text("utf-8"))
    nations = tomllib.loads((HERE / "nations.toml").read_text("utf-8"))["nations"]
    states = tomllib.loads((HERE / "regions.toml").read_text("utf-8"))["places"]["state"]
    merger = Merger(table)
    for entry in rows(table, "companies.toml"):
        merger.drafts.append(Draft.of(entry))
    merger.file()
    seats = [row["name"] for row in states]
    for draft in indices(sources / "pytickersymbols", nations, seats, merger.names):
        merger.add(draft)
    # Of two rows of one name, the one with a listing is the company's: Rio Tinto plc, not Ltd.
    filed = sorted(sec(sources / "edgartools"), key=lambda draft: len(draft.codes) == 1)
    cores = frozenset(merger.names.keys(draft.name)[1] for draft in filed)
    for draft in filed:
        merger.add(draft, cores)
    for draft in labels(sources / "name-suggestion-index", nations):
        merger.add(draft)
    return merger


def write(merger: Merger) -> int:
    """Write the file and return how many companies are in it."""
    TARGET.unlink(missing_ok=True)
    database = sqlite3.connect(TARGET)
    database.executescript(SCHEMA)
    entries: list[BodyEntry] = merger.entries()
    for number, entry in enumerate(entries, start=1):
        content = json.dumps(packed(entry), ensure_ascii=False, separators=(",", ":"))
        database.execute("INSERT INTO body VALUES (?, ?)", (number, content))
        cores = {merger.names.keys(known.name)[1] for known in entry.all_names}
        keys = {merger.exchanges.key(code.scheme, code.value) for code in entry.codes}
        for table, found in (("core", cores), ("code", keys)):
            rows_of_it = ((key, number) for key in sorted(found) if key)
            database.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows_of_it)  # noqa: S608
    database.commit()
    database.execute("VACUUM")
    database.close()
    return len(entries)


def main() -> int:
    """Build the file from the folder named on the command line."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the script and its one argument
        sys.stderr.write((__doc__ or "") + "\n")
        return 2
    merger = everything(Path(sys.argv[1]))
    count = write(merger)
    sys.stdout.write(f"rows = {count}, {TARGET.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
