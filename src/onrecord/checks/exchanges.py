"""A code that does not fit its exchange, or the company: "BP.PA", "(NYSE: 7203)", "Eni (ENI.PA)".

Three things are looked at. Whether an exchange gives codes of that form at all: Tokyo's have four
digits, New York's are letters; one that cannot be is wrong as it stands. Whether the company is
listed there: its own symbol with the ending of an exchange where the register does not know it, or
any code of an exchange that lists no companies of its country. And whether a company has another
code on the same exchange. The last two are for the editor to ask about: no register knows all
listings.

Precision comes first: nothing is said of listings of companies that the register does not know by
one entry with a country and a listing, nor of exchanges where companies of that country are often
listed as well; of short names that two exchanges share ("TSE"); nor of codes that are another
company's, which the check of codes tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks._listings import as_written, companies, is_reviewed, queries_of_codes, year_of
from onrecord.model import Query, Reading, Report, Severity, Span
from onrecord.registry import Check
from onrecord.resources.exchanges import symbol

if TYPE_CHECKING:
    from onrecord.model import EntityMention
    from onrecord.resources.bodies import BodyCode, BodyEntry
    from onrecord.resources.exchanges import Exchange

NAME = "exchanges"


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return a query for each code that cannot be one of its exchange, or of its company there."""
    return queries_of_codes(report, reading, _query)


def _query(report: Report, reading: Reading, mention: EntityMention, span: Span) -> Query | None:
    scheme, value = as_written(report, mention, span)
    exchange = companies().exchanges.of_code(scheme, value)
    if exchange is None:
        return None
    known = companies().exchanges.known[exchange]
    if scheme == "ticker" and value.partition(":")[0].strip() in known.shared:
        return None
    written = span.of(report.text)
    wrong = _misformed(known, symbol(scheme, value), written)
    severity, ask = Severity.CORRECT, "Correct the code or the exchange."
    if wrong is None:
        wrong = _unlisted(report, mention, (scheme, value), exchange)
        severity, ask = Severity.QUERY, "Ask where the company is listed, and under what code."
    if wrong is None:
        return None
    evidence = (mention.name_span, span)
    return Query(
        check=NAME,
        severity=severity,
        message=wrong,
        suggestion=ask,
        evidence=evidence,
        cited=cited(reading, evidence),
    )


def _misformed(exchange: Exchange, code: str, written: str) -> str | None:
    """Return what is wrong with the form of a code; None where nothing is."""
    if exchange.form is None or exchange.form.fullmatch(code):
        return None
    return f"{written} is no code of {exchange.name}, whose codes are {exchange.looks}."


def _unlisted(
    report: Report, mention: EntityMention, code: tuple[str, str], exchange: str
) -> str | None:
    """Return why a company is not likely to have a code; None where it may well."""
    entry = _company(report, mention)
    if entry is None or companies().by_code(*code):
        return None
    listed = _listings(entry)
    known = companies().exchanges.known
    name = " ".join(mention.name_span.of(report.text).split())
    own = listed.get(exchange)
    if own is not None:
        told = f"The code of {name} on {known[exchange].name} is {_shown(own)}, not {code[1]}."
        return told if _is_other(report, entry, exchange, code) else None
    home = entry.country
    if home is None or not listed or any(_is_in(one, exchange) for one in listed):
        return None
    # The entry may have come to its country since: then its former listings are open too.
    if entry.country_since is not None or known[exchange].lists_often(home):
        return None
    same = any(_root(*code) == _root(one.scheme, one.value) for one in listed.values())
    if not (same or known[exchange].domestic):
        return None
    where = ", ".join(f"{known[one].name} ({_shown(own)})" for one, own in listed.items())
    return f"{name} is not known to be listed on {known[exchange].name}; it is on {where}."


def _company(report: Report, mention: EntityMention) -> BodyEntry | None:
    """Return the one company that bears a name, with codes that are sure to be its own."""
    for name in (mention.name_span.of(report.text), mention.entity.name):
        found = companies().find(" ".join(name.split()))
        if len(found) == 1:
            return found[0] if is_reviewed(found[0], report) else None
    return None


def _listings(entry: BodyEntry) -> dict[str, BodyCode]:
    """Return the exchanges that a company is or was listed on, each with its first code there."""
    listed: dict[str, BodyCode] = {}
    for code in entry.codes:
        exchange = companies().exchanges.of_code(code.scheme, code.value)
        if exchange is not None:
            listed.setdefault(exchange, code)
    return listed


def _is_in(listed: str, exchange: str) -> bool:
    """Say whether two exchanges are of one country, where a share is often traded on both."""
    known = companies().exchanges.known
    return known[listed].country == known[exchange].country


def _is_other(report: Report, entry: BodyEntry, exchange: str, code: tuple[str, str]) -> bool:
    """Say whether a code is surely another than all that a company ever had on an exchange.

    Only where codes are of digits and the company has one. A code that ends in its own is the same
    share in another currency (80700 for 700 of Hong Kong).
    """
    register = companies().exchanges
    if exchange not in register.same or not register.known[exchange].form:
        return False
    there = [one for one in entry.codes if register.of_code(one.scheme, one.value) == exchange]
    year = year_of(report)
    told = symbol(*code)
    own = {symbol(one.scheme, one.value).lstrip("0") for one in there}
    return (
        told.isdigit()
        and len(there) == 1
        and there[0].held_in(year)
        and not any(told.endswith(one) for one in own)
    )


def _root(scheme: str, value: str) -> str:
    """Return the symbol of a code without the small letter that marks a class of shares."""
    return symbol(scheme, value).rstrip("abcdefghijklmnopqrstuvwxyz")


def _shown(code: BodyCode) -> str:
    return code.value.replace(":", ": ") if code.scheme == "ticker" else code.value


CHECK = Check(
    name=NAME,
    summary="A code has the form of its exchange, and the company is listed there.",
    run=check,
)
