"""Bodies of states: governments and ministries, and the forces that serve them.

"The Irish government", "the Japanese Foreign Ministry", "Ministry of Mines", "Algeria has allowed";
"Algerian troops", "riot police", "the Colombian National Police", "the U.S. Coast Guard". A
ministry is known by its country and its portfolio, whichever way round it is written: "Algeria's
oil ministry" and "the Algerian Ministry of Petroleum" are one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import HYPHENS, POSSESSIVES, Draft, Page
from onrecord.extract.entities.offices import is_of_office
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from onrecord.model import Sentence

MINISTRY_RANK = 3
FORCE_RANK = 6
NATION_RANK = 9
# Words in the name of a ministry that say nothing of its portfolio.
_FORM = frozenset({"ministry", "of", "and", "for", "the", "affairs"})
# Ministries that stand alone; "department" and "office" need a portfolio with a capital.
_MINISTRY = "ministry"
_MOST_BEFORE = 5


def states(page: Page) -> tuple[Draft, ...]:
    """Return the governments, ministries and forces a report names."""
    found = []
    for sentence in page.analysis.sentences:
        for index in range(sentence.first, sentence.last):
            draft = (
                _ministry(page, sentence, index)
                or _government(page, sentence, index)
                or _force(page, sentence, index)
                or _nation(page, index)
            )
            if draft is not None:
                found.append(draft)
    return tuple(found)


def _ministry(page: Page, sentence: Sentence, index: int) -> Draft | None:
    sets = page.words.sets
    if page.lower[index] not in sets["government.ministries"]:
        return None
    first = index
    while first > sentence.first and page.lower[first - 1] in sets["government.portfolios"]:
        first -= 1
    while first < index and page.lower[first] == "and":
        first += 1
    end = _portfolio_behind(page, sentence, index)
    ministry = page.lower[index] == _MINISTRY
    if first == index and end == index + 1:
        return None
    if not ministry and not page.is_capital(index):
        return None
    return _of_state(page, (first, end), rank=MINISTRY_RANK, named=page.is_capital(index))


def _portfolio_behind(page: Page, sentence: Sentence, index: int) -> int:
    """Return the end of "Ministry of Mines and Energy"."""
    if page.lower[index + 1 : index + 2] != ("of",):
        return index + 1
    end = index + 2
    while end < sentence.last and (
        page.lower[end] in page.words.sets["government.portfolios"]
        or (page.is_capital(end) and page.words.nation(page.tokens[end].text) is None)
    ):
        end += 1
    while end > index + 2 and page.lower[end - 1] == "and":
        end -= 1
    return end if end > index + 2 else index + 1


def _portfolio(page: Page, first: int, end: int) -> str | None:
    """Return what all names of a ministry's portfolio have in common; None of another body."""
    words = page.lower[first:end]
    if _MINISTRY not in words:
        return None
    same = page.words.portfolios
    return " ".join(sorted({same.get(word, word) for word in words} - _FORM)) + f" {_MINISTRY}"


def _of_state(page: Page, bounds: tuple[int, int], *, rank: int, named: bool) -> Draft:
    """Return a government body with the nation before or behind it."""
    first, end = bounds
    nation = page.nation_before(first)
    start = nation[1] if nation else first
    name = page.text(start, end)
    if nation and page.lower[first - 1] in POSSESSIVES:
        start, name = first, page.text(first, end)
    country = nation[0] if nation else None
    bare = _portfolio(page, first, end) or page.text(first, end).lower()
    return Draft(
        first=start,
        last=end,
        core=(start, end),
        kind=EntityKind.GOVERNMENT,
        name=name,
        key=f"government:{country or ''}:{bare}",
        rank=rank,
        named=named or country is not None,
        country=country,
    )


def _government(page: Page, sentence: Sentence, index: int) -> Draft | None:
    """Return "the Irish government", "the government of Malta"."""
    sets = page.words.sets
    if page.lower[index] not in sets["government.bodies"] or page.tokens[index].tag[:2] != "NN":
        return None
    first = index
    while first > sentence.first and (
        page.lower[first - 1] in sets["adjectives.political"] or page.lower[first - 1] in HYPHENS
    ):
        first -= 1
    if page.nation_before(first):
        return _of_state(page, (first, index + 1), rank=MINISTRY_RANK, named=True)
    if page.lower[index + 1 : index + 2] == ("of",):
        for end in range(min(sentence.last, index + 7), index + 2, -1):
            start = index + 2 + (page.lower[index + 2] == "the")
            code = page.words.nations.get(page.text(start, end)) if end > start else None
            if code:
                return Draft(
                    first=index,
                    last=end,
                    core=(index, end),
                    kind=EntityKind.GOVERNMENT,
                    name=page.text(index, end),
                    key=f"government:{code}:{page.lower[index]}",
                    rank=MINISTRY_RANK,
                    country=code,
                )
    return None


def _force(page: Page, sentence: Sentence, index: int) -> Draft | None:
    sets = page.words.sets
    word = page.lower[index]
    guard = _guard(page, sentence, index)
    if guard is None and (word not in sets["forces.nouns"] or page.tokens[index].tag[:2] != "NN"):
        return None
    if guard is None and index + 1 < sentence.last and page.tokens[index + 1].tag in {"NN", "NNS"}:
        return None
    if is_of_office(page, index):
        return None
    first = index if guard is None else guard
    while first > max(sentence.first, index - _MOST_BEFORE) and (
        page.lower[first - 1] in sets["forces.sorts"] or page.lower[first - 1] in HYPHENS
    ):
        first -= 1
    nation = page.nation_before(first)
    place = _place_before(page, sentence, first) if nation is None else first
    if word in sets["forces.weak"] and nation is None and first == index:
        return None
    start = nation[1] if nation else place
    country = nation[0] if nation else None
    if nation and page.lower[first - 1] in POSSESSIVES:
        start = first
    end = index + 1
    while end < sentence.last and page.lower[end] in sets["forces.going_on"]:
        end += 1
    name = page.text(start, end)
    named = any(page.is_capital(one) for one in range(start + 1, index + 1))
    if (
        start == sentence.first
        and not named
        and page.lower[start] in sets["forces.nouns"] | sets["forces.sorts"]
    ):
        name = name[0].lower() + name[1:]
    return Draft(
        first=start,
        last=end,
        core=(start, end),
        kind=EntityKind.SECURITY_FORCE,
        name=name,
        key=f"force:{country or ''}:{name.lower()}",
        rank=FORCE_RANK,
        named=page.is_capital(index) and start < index,
        country=country,
    )


def _guard(page: Page, sentence: Sentence, index: int) -> int | None:
    """Return where the name of a guard that ends here starts: "coast guard"; None if it is none."""
    for words in page.words.phrases["forces.guards"]:
        first = index + 1 - len(words)
        if first >= sentence.first and page.lower[first : index + 1] == words:
            return first
    return None


def _place_before(page: Page, sentence: Sentence, first: int) -> int:
    """Return where a place before a force starts: "Nairobi police"."""
    start = first
    while start > sentence.first and start - 1 in page.labels and page.is_capital(start - 1):
        if page.labels[start - 1].label not in {"GPE", "LOC", "ORG"}:
            break
        start -= 1
    return start + (start < first and page.lower[start] == "the")


def _nation(page: Page, index: int) -> Draft | None:
    """Return a nation whose name stands for its government: "Algeria has allowed"."""
    token = page.tokens[index]
    if token.relation != "nsubj" or not page.is_capital(index):
        return None
    verb = page.tokens[token.head]
    if verb.lemma not in page.words.sets["acting.verbs"] or not verb.tag.startswith("VB"):
        return None
    nation = page.nation_before(index + 1)
    if nation is None or page.text(nation[1], index + 1) not in page.words.nations:
        return None
    code, first = nation
    return Draft(
        first=first,
        last=index + 1,
        core=(first, index + 1),
        kind=EntityKind.GOVERNMENT,
        name=page.text(first, index + 1),
        key=f"government:{code}:nation",
        rank=NATION_RANK,
        country=code,
    )
