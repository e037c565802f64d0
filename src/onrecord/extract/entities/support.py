"""Whether what stands around a listed name makes it the body: its countries, telling words.

Also what speaks against it: "an ETA of 5 p.m." is no group, "outside the White House" no
government. Reads the word lists of `bodies.en`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import POSSESSIVES, Page
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from onrecord.extract.entities.tables import Listed

# How far a supporting word may stand from the name.
_BESIDE = 2
# The longest name of a nation, in words: "Saint Vincent and the Grenadines".
LONGEST_NATION = 5
# What a name of so few letters shares with a common word, a country of the report cannot tell.
_TINY = 2
_ACTS = "armed.acts"
# Which words beside a name of each kind speak for it.
_TELLING = {
    EntityKind.ARMED_GROUP: "armed.support",
    EntityKind.NEWS_AGENCY: "agency.support",
    EntityKind.GOVERNMENT: "government.support",
    EntityKind.SECURITY_FORCE: "government.support",
    EntityKind.ORGANISATION: "organisations.support",
}


def countries_named(page: Page) -> frozenset[str]:
    """Return the codes of the nations whose names or people the report names."""
    upper = page.analysis.upper_case
    words = [token.text.capitalize() if upper else token.text for token in page.tokens]
    names = (
        " ".join(words[first : first + count])
        for first, word in enumerate(words)
        if word[:1].isupper()
        for count in range(1, LONGEST_NATION + 1)
    )
    codes = (page.words.nation(name) for name in names)
    return frozenset(code for code in codes if code)


def is_supported(page: Page, here: tuple[int, int], one: Listed, named: frozenset[str]) -> bool:
    """Say whether what stands around a name that is not sure makes it this body.

    Args:
        page: The report.
        here: Bounds of the name, in tokens.
        one: The body.
        named: Codes of the countries that the report names.
    """
    first, last = here
    beside = {*page.lower[max(0, first - _BESIDE) : first], *page.lower[last : last + _BESIDE]}
    if beside & page.words.sets[_TELLING[one.kind]]:
        return True
    if one.kind is EntityKind.ARMED_GROUP and not one.common and beside & page.words.sets[_ACTS]:
        return True
    if one.common or one.kind is EntityKind.NEWS_AGENCY or len(one.spelling) <= _TINY:
        return False
    return not named.isdisjoint(one.countries)


def is_contradicted(page: Page, here: tuple[int, int]) -> bool:
    """Say whether the words around an abbreviation give it its other meaning.

    "An ETA of", "ETA: 17.30", "her IRA", "IRA contributions".
    """
    first, last = here
    before = page.lower[first - 1] if first else ""
    behind = page.lower[last] if last < len(page.lower) else ""
    sets = page.words.sets
    return (
        before in sets["unsure.not_behind"]
        or behind in sets["unsure.not_before"]
        or (behind[:1].isdigit())
    )


def is_place(page: Page, here: tuple[int, int]) -> bool:
    """Say whether the name of a seat stands for the place: "outside the White House"."""
    first, last = here
    if page.lower[last : last + 1] and page.lower[last] in POSSESSIVES:
        return False
    index = first - 1
    while index >= 0 and page.lower[index] in page.words.sets["government.before_seat"]:
        index -= 1
    return index >= 0 and page.lower[index] in page.words.sets["government.around"]
