"""What each package knows of companies, as rows to be merged."""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from company_drafts import Draft

from onrecord.resources.company_names import CompanyNames, plain_words

# Indices of the largest companies: their members are known by name alone.
LARGE = frozenset(
    (
        "AEX|BEL 20|CAC_40|DAX|DOW JONES|EURO STOXX 50|FTSE 100|IBEX 35|NIKKEI 225"
        "|OMX Helsinki 25|OMX Stockholm 30|S&P 100|Switzerland 20"
    ).split("|")
)
# The exchange of an index, by the ending of its members' symbols; members of American ones have
# none and take theirs from the SEC.
EXCHANGES = {
    "AS": "AMS",
    "BR": "EBR",
    "PA": "EPA",
    "DE": "ETR",
    "L": "LSE",
    "MC": "BME",
    "T": "TYO",
    "HE": "HEL",
    "ST": "STO",
    "SW": "SWX",
}
HOMES = {"AS": "NL", "BR": "BE", "PA": "FR", "DE": "DE", "L": "GB", "MC": "ES", "T": "JP"}
HOMES |= {"HE": "FI", "ST": "SE", "SW": "CH"}
# On these the Reuters code is the symbol with its ending, as written in the index: both are the
# number of the share. Elsewhere they differ for some (BA.L of the index is BAES.L).
SAME = frozenset({"TYO"})
SYMBOL = re.compile(r"([A-Z0-9]{1,10}(?:-[A-Z])?)\.([A-Z]{1,2})")
# A class of shares: such symbols differ between vendors.
CLASS = re.compile(r"-[A-Z]$")

# Notes behind a name: "Rio Tinto (corporation)", "ALBANY INTERNATIONAL CORP /DE/".
NOTE = re.compile(
    r"\s*\([^)]*(?:brand|company|corporation|conglomerate|retailer)\)|\s*/[A-Z]{2,}/?$|\\.*$"
)

# What is in the SEC's list and is no company that does something.
FUNDS = re.compile(
    r"\b(?:ETF|FUND|FUNDS|ETN|TRUST SERIES|ACQUISITION|GRAYSCALE|ISHARES|PROSHARES|SPDR"
    r"|OPPORTUNITIES|INCOME TRUST|MUNICIPAL|BITCOIN|ETHEREUM)\b",
    re.IGNORECASE,
)
SEC_EXCHANGES = {"NYSE": "NYSE", "Nasdaq": "NASDAQ"}

# What makes a label of Wikidata a company's, in the line that describes it.
COMPANY = re.compile(
    r"\b(?:company|corporation|conglomerate|airline|bank|carmaker|automaker|manufacturer|retailer"
    r"|insurer|utility|brewery|multinational|telecommunications operator|mobile operator)\b"
)
NO_COMPANY = re.compile(
    r"\b(?:former|defunct|brand|chain|subsidiary|program|agency|ministry|party|place|city|product"
    r"|service|division|department|district|cooperative|group of)\b"
)
LABEL = re.compile(r"[A-Z0-9&À-Þ][\w&'’.,!+\- ]{1,60}")

# Forms that stay in capitals, and small words, when a name all in capitals is written as a name.
SHORT = 3
WORDS = {"corp": "Corp", "inc": "Inc", "ltd": "Ltd", "co": "Co", "plc": "plc", "of": "of"}
WORDS |= {"and": "and", "the": "the", "for": "for", "de": "de", "new": "New", "oil": "Oil"}
WORDS |= {"gas": "Gas", "air": "Air", "sun": "Sun", "bay": "Bay", "red": "Red", "one": "One"}


def indices(
    folder: Path, nations: dict[str, Any], states: list[str], names: CompanyNames
) -> Iterator[Draft]:
    """Read the members of the share indices."""
    sys.path.insert(0, str(folder.parent if (folder / "indices_data.py").exists() else folder))
    from pytickersymbols.indices_data import INDICES  # noqa: PLC0415 - a source, not a dependency

    homes = {name: code for code, row in nations.items() for name in row["names"]}
    homes |= dict.fromkeys((*states, "D.C."), "US")
    members: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for index, content in sorted(INDICES.items()):
        for row in content["companies"]:
            members[NOTE.sub("", row["name"]).strip()].append((index, row))
    owners = _owners(members, names)
    for name, found in members.items():
        if len(name) > 1:
            yield _member(name, found, homes, owners)


def _owners(
    members: dict[str, list[tuple[str, dict[str, Any]]]], names: CompanyNames
) -> dict[str, int]:
    """Count the names that have an ISIN: one of two names is one of them's by mistake.

    Names that differ only by their form of law are one.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for name, found in members.items():
        for _, row in found:
            for isin in row.get("isins", ()):
                owners[isin].add(names.keys(name)[1])
    return {isin: len(bearers) for isin, bearers in owners.items()}


def _member(
    name: str,
    found: list[tuple[str, dict[str, Any]]],
    homes: dict[str, str],
    owners: dict[str, int],
) -> Draft:
    isins = {isin for _, row in found for isin in row.get("isins", ()) if is_isin(isin)}
    isins = {isin for isin in isins if owners[isin] == 1}
    draft = Draft(
        name=name,
        source="pytickersymbols 1.17.10",
        rank=0 if any(index in LARGE for index, _ in found) else 1,
        country=_home(found, isins, homes),
        sites={site for _, row in found if (site := _site(row.get("metadata", {}).get("website")))},
    )
    if len(isins) == 1:
        draft.add_code("isin", next(iter(isins)))
    for _, row in found:
        if listing := _listing(row):
            # Rows whose ISIN is shared, or that have two, may mix two companies (Smiths' symbol is
            # under SES): where their web address is no second source, the listing is in doubt.
            sure = len(isins) == 1 or _is_its_site(name, row)
            draft.add_code(*listing) if sure else draft.doubtful.append(listing)
    return draft


def _is_its_site(name: str, row: dict[str, Any]) -> bool:
    """Say whether a web address has the first word of a name: "sap.com"."""
    site = _site(row.get("metadata", {}).get("website")) or ""
    return site.startswith(plain_words(name)[0])


def _listing(row: dict[str, Any]) -> tuple[str, str] | None:
    """Return the listing of a member, where its other symbols or its page confirm it."""
    symbol, traded = row.get("symbol") or "", row.get("metadata", {}).get("traded_as", "")
    match = SYMBOL.fullmatch(symbol)
    if match and match.group(2) in EXCHANGES and not CLASS.search(match.group(1)):
        exchange, ticker = EXCHANGES[match.group(2)], match.group(1)
        others = {other.get("yahoo") for other in row.get("symbols", ())}
        if symbol in others or re.search(rf":\s*{re.escape(ticker)}\b", traded):
            same = exchange in SAME
            return ("ric", symbol) if same else ("ticker", f"{exchange}:{ticker}")
    elif symbol.isalpha() and symbol.isupper():
        for word, exchange in (("NYSE", "NYSE"), ("Nasdaq", "NASDAQ"), ("NASDAQ", "NASDAQ")):
            if re.search(rf"\b{word}\s*:\s*{symbol}\b", traded):
                return "ticker", f"{exchange}:{symbol}"
    return None


def _home(
    found: list[tuple[str, dict[str, Any]]], isins: set[str], homes: dict[str, str]
) -> str | None:
    """Return the country that all rows of a company name, if its ISIN or seat agrees."""
    told = {homes.get((row.get("country") or "").rpartition(",")[2].strip()) for _, row in found}
    told.discard(None)
    if not told and len(isins) == 1:
        # Where an ISIN's country is that of the exchange too, it is where the company is at home.
        return _listed_home(found, next(iter(isins))[:2])
    if len(told) != 1:
        return None
    (country,) = told
    seats = " ".join(row.get("metadata", {}).get("headquarters", "") for _, row in found)
    seat = any(code == country and re.search(rf"\b{name}\b", seats) for name, code in homes.items())
    agreed = {isin[:2] for isin in isins} == {country} if isins else seat
    return country if agreed else None


def _listed_home(found: list[tuple[str, dict[str, Any]]], country: str) -> str | None:
    endings = {(row.get("symbol") or "").rpartition(".")[2] for _, row in found}
    return country if country in {HOMES.get(ending) for ending in endings} else None


def is_isin(text: str) -> bool:
    """Say whether a text is an ISIN: two letters, nine more, the right last digit (ISO 6166)."""
    if not re.fullmatch(r"[A-Z]{2}[A-Z0-9]{9}[0-9]", text):
        return False
    digits = "".join(str(int(character, 36)) for character in text)
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def sec(folder: Path) -> Iterator[Draft]:
    """Read the SEC's list: one row for each company, with its number and main tickers."""
    import pyarrow.parquet  # noqa: PLC0415 - only who builds needs it

    path = next(folder.rglob("company_tickers.parquet"))
    companies: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in pyarrow.parquet.read_table(path).to_pylist():
        companies[row["cik"]].append(row)
    for cik, found in companies.items():
        name = NOTE.sub("", found[0]["name"]).strip()
        if FUNDS.search(name):
            continue
        draft = Draft(name=as_name(name), source="SEC, by edgartools 5.62.1", rank=2)
        draft.add_code("cik", str(int(cik)))
        listed: set[str] = set()
        for row in found:
            exchange = SEC_EXCHANGES.get(row["exchange"] or "")
            # The list has the main share of a company first; classes and rights follow.
            if exchange and exchange not in listed and row["ticker"].isalpha():
                listed.add(exchange)
                draft.add_code("ticker", f"{exchange}:{row['ticker']}")
        yield draft


def as_name(name: str) -> str:
    """Return a name in capitals as others write it: "MICROSOFT CORP" as "Microsoft Corp"."""
    if name != name.upper():
        return name
    return " ".join(_as_word(word) for word in name.split())


def _as_word(word: str) -> str:
    plain = word.strip(".,").lower()
    if plain in WORDS:
        return word.lower().replace(plain, WORDS[plain])
    parts = re.split(r"([-/&.])", word)
    return "".join(part if len(part.strip(",")) <= SHORT else part.capitalize() for part in parts)


def labels(folder: Path, nations: dict[str, Any]) -> Iterator[Draft]:
    """Read the companies among Wikidata's labels, where their line tells one country."""
    content = json.loads((folder / "dist/wikidata/wikidata.min.json").read_text("utf-8"))
    homes: dict[str, set[str]] = defaultdict(set)
    for code, row in nations.items():
        for word in (*row["names"], *row["adjectives"]):
            homes[word].add(code)
    places = re.compile(
        r"\b(?:" + "|".join(sorted(map(re.escape, homes), key=len, reverse=True)) + r")(?!\w)"
    )
    for number, row in sorted(content["wikidata"].items(), key=lambda item: int(item[0][1:])):
        name, told = row.get("label", ""), row.get("description", "")
        if not COMPANY.search(told) or NO_COMPANY.search(told) or not LABEL.fullmatch(name):
            continue
        countries = set().union(*(homes[word] for word in places.findall(told)), set())
        if len(countries) != 1:
            continue
        draft = Draft(
            name=name,
            source="Wikidata, by name-suggestion-index 8.0.20260918",
            rank=2,
            country=next(iter(countries)),
            sites={site for address in row.get("officialWebsites", ()) if (site := _site(address))},
        )
        draft.add_code("wikidata", number)
        yield draft


def _site(address: str | None) -> str | None:
    """Return the host of a web address without "www."."""
    if not address:
        return None
    host = re.sub(r"^https?://", "", address.strip().lower()).partition("/")[0]
    return host.removeprefix("www.") or None
