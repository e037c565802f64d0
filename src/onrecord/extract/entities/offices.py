"""Offices whose titles name their field: "Secretary of State", "Police Minister".

The words of the field are part of the title and no body that the office is held at; the nation
before the title is its country.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.entities.drafts import Page

# The longest field behind an office, in words: "Secretary of Health and Human Services".
_LONGEST_FIELD = 7
_LINKS = frozenset({"of", "for"})
_INSIDE = frozenset({"and", "of", "the", ",", "&"})


def office_before(page: Page, end: int) -> int | None:
    """Return the noun of a title with its field behind it, that ends here; None if there is none.

    "Secretary of State", "Minister for Foreign Affairs".
    """
    sentence = page.analysis.sentence_of(end - 1)
    for index in range(end - 2, max(sentence.first - 1, end - _LONGEST_FIELD), -1):
        if page.lower[index] in page.words.sets["person.offices"]:
            return (
                index if page.lower[index + 1] in _LINKS and _is_field(page, index, end) else None
            )
        if not (page.is_capital(index) or page.lower[index] in _INSIDE | _LINKS):
            return None
    return None


def nation_of_title(page: Page, start: int, end: int) -> tuple[str, int] | None:
    """Return code and end of a nation at the start of a title, or right before it.

    Behind "former" and the like the title stays whole: "Former U.S. Secretary of State".
    """
    lead = start
    while lead < end and page.lower[lead] in page.words.sets["person.before_nation"]:
        lead += 1
    for stop in range(end - 1, lead, -1):
        nation = page.nation_before(stop) if lead > start else None
        if nation is not None and nation[1] == lead:
            return nation[0], start
    for stop in range(end - 1, start, -1):
        nation = page.nation_before(stop)
        if nation is not None and nation[1] <= start:
            return nation[0], stop
    nation = page.nation_before(start)
    return (nation[0], start) if nation else None


def is_of_office(page: Page, index: int) -> bool:
    """Say whether a force's noun is the field of an office: the police of "Police Minister"."""
    return page.lower[index] in page.words.sets["person.office_fields"] and (
        page.lower[index + 1 : index + 2] != ()
        and page.lower[index + 1] in page.words.sets["person.offices"]
    )


def _is_field(page: Page, office: int, end: int) -> bool:
    """Say whether the words behind an office are capitals or of portfolios, the last a noun."""
    field = range(office + 2, end)
    portfolios = page.words.sets["government.portfolios"]
    return (
        len(field) > 0
        and page.lower[end - 1] not in _INSIDE
        and all(
            page.is_capital(index) or page.lower[index] in _INSIDE | portfolios for index in field
        )
        and page.words.nation(page.text(office + 2, end)) is None
    )
