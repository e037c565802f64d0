"""Whether what stands around a listed name makes it the body: its countries, telling words.

Also what speaks against it: "an ETA of 5 p.m." is no group, "outside the White House" no
government. Reads the word lists of `bodies.en`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import HYPHENS, POSSESSIVES, Page
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from onrecord.extract.entities.tables import Listed
    from onrecord.model import Report

# How far a supporting word may stand from the name.
_BESIDE = 2
# The longest name of a nation, in words: "Saint Vincent and the Grenadines".
LONGEST_NATION = 5
# What a name of so few letters shares with a common word, a country of the report cannot tell.
_TINY = 2
_ACTS = "armed.acts"
_ARMED_KINDS = frozenset({EntityKind.ARMED_GROUP, EntityKind.SECURITY_FORCE})
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


def filed_in(page: Page, report: Report) -> frozenset[str]:
    """Return the codes of the nations that the dateline names, by themselves or their capital."""
    places = report.dateline.places if report.dateline else ()
    parts = [part.strip() for place in places for part in place.split(",")]
    codes = (
        page.words.nation(part.title()) or page.words.capitals.get(part.lower()) for part in parts
    )
    return frozenset(code for code in codes if code)


def is_supported(page: Page, here: tuple[int, int], one: Listed, named: frozenset[str]) -> bool:
    """Say whether what stands around a name that is not sure makes it this body.

    Args:
        page: The report.
        here: Bounds of the name, in tokens.
        one: The body.
        named: Codes of the countries that the report names.
    """
    beside = _beside(page, here)
    if one.kind is EntityKind.ARMED_GROUP and is_civil(page, here):
        return False
    if beside & page.words.sets[_TELLING[one.kind]]:
        return True
    if one.kind is EntityKind.ARMED_GROUP and not one.common and beside & page.words.sets[_ACTS]:
        return True
    return one.kind is not EntityKind.NEWS_AGENCY and has_country(one, named)


def has_country(one: Listed, named: frozenset[str]) -> bool:
    """Say whether the report names the country of a body whose name is more than a common word."""
    if one.common or len(one.spelling) <= _TINY:
        return False
    return not named.isdisjoint(one.countries)


def tells(page: Page, here: tuple[int, int], kind: EntityKind, rivals: set[EntityKind]) -> bool:
    """Say whether the words beside a name that bodies of several kinds bear tell this kind.

    A word that may stand beside another of the kinds as well tells nothing.
    """
    sets = page.words.sets
    if kind is EntityKind.ORGANISATION and is_civil(page, here):
        return True
    if kind in _ARMED_KINDS and is_ranked(page, here):
        return True
    if kind is EntityKind.SECURITY_FORCE and EntityKind.NEWS_AGENCY in rivals:
        # Agencies go without the article: "the AFP said", "told AFP".
        article = page.lower[max(0, here[0] - 1) : here[0]] == ("the",)
        if article and not _beside(page, here) & page.words.sets["agency.sure"]:
            return True
    theirs = frozenset(word for other in rivals - {kind} for word in _words_for(page, other))
    own = _words_for(page, kind) - theirs - sets["contested.weak"]
    return bool(_beside(page, here) & own)


def is_ruled_out(page: Page, here: tuple[int, int], kind: EntityKind) -> bool:
    """Say whether the words around a name leave no room for a kind, however well it is known."""
    if is_ranked(page, here):
        return kind not in _ARMED_KINDS and kind is not EntityKind.GOVERNMENT
    return kind in _ARMED_KINDS and is_civil(page, here)


def is_civil(page: Page, here: tuple[int, int]) -> bool:
    """Say whether the words before a name make it a body of citizens: "press freedom group"."""
    index = here[0] - 1
    sets = page.words.sets
    while index >= 0 and (
        page.lower[index] in sets["contested.civil_bodies"] or page.lower[index] in HYPHENS
    ):
        index -= 1
    return index >= 0 and page.lower[index] in sets["contested.civil"]


def is_ranked(page: Page, here: tuple[int, int]) -> bool:
    """Say whether somebody with a military rank speaks for a body: "AFP spokesman Maj. Roe"."""
    speaker, rank = page.lower[here[1] : here[1] + 1], page.lower[here[1] + 1 : here[1] + 2]
    sets = page.words.sets
    return (
        bool(speaker and rank)
        and speaker[0] in sets["contested.speakers"]
        and rank[0] in sets["contested.ranks"]
    )


def is_party(page: Page, here: tuple[int, int], one: Listed, year: int | None) -> bool:
    """Say whether an armed group of old is a party by now: by the year, else by its words."""
    if one.party_since is None:
        return False
    if year is not None:
        return year > one.party_since
    return bool(_beside(page, here) & page.words.sets["contested.party"])


def _beside(page: Page, here: tuple[int, int]) -> set[str]:
    first, last = here
    return {*page.lower[max(0, first - _BESIDE) : first], *page.lower[last : last + _BESIDE]}


def _words_for(page: Page, kind: EntityKind) -> frozenset[str]:
    acts = page.words.sets[_ACTS] if kind is EntityKind.ARMED_GROUP else frozenset()
    return page.words.sets[_TELLING[kind]] | acts


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
