"""Armed groups told without a name: "an al Qaeda-linked group operating in the Sahara", "gunmen".

A noun for people who fight is enough; a noun for a body ("group", "cell") needs a word of fighting
before it. Counts, articles and words of doubt are left off the description.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import HYPHENS, Draft, Page
from onrecord.extract.entities.named_groups import named_groups
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from onrecord.model import Sentence

RANK = 1
_MODIFIERS = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBD", "HYPH", "CD", "PRP$", "AFX"}
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_IN_TAIL = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CD", "POS", "HYPH", "PRP$", "VBN", "JJS"}
)
# How many words may sort a group, and how many its tail may have behind the words that open it.
_MOST_BEFORE = 9
_LONGEST_TAIL = 7


def described(page: Page, named: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Return the armed groups a report describes, those whose name it gives included.

    Args:
        page: The report.
        named: The bodies and people named, which a description may lean on ("Taliban-linked
            gunmen", "his own group").
    """
    persons = [draft for draft in named if draft.kind is EntityKind.PERSON]
    inside = {
        index: draft
        for draft in named
        if draft.kind is EntityKind.ARMED_GROUP
        for index in range(*draft.core)
    }
    found: list[Draft] = []
    for sentence in page.analysis.sentences:
        for index in range(sentence.first, sentence.last):
            draft = _at(page, sentence, index, inside)
            if draft is not None:
                found.append(replace(draft, name=_name(page, sentence, draft, persons)))
    return (*named_groups(page), *_joined(page, found))


def _at(page: Page, sentence: Sentence, index: int, inside: dict[int, Draft]) -> Draft | None:
    """Return the group that a noun describes, if it describes one."""
    sets = page.words.sets
    people = page.lower[index] in sets["armed.people"]
    if not people and page.lower[index] not in sets["armed.bodies"]:
        return None
    if page.tokens[index].tag not in _NOUNS or _goes_on(page, sentence, index):
        return None
    first = _opening(page, sentence, index, inside)
    before = [word for word in page.lower[first:index] if word not in HYPHENS]
    linked = any(word in sets["armed.links"] for word in before)
    leans = any(position in inside for position in range(first, index))
    if leans and not linked:
        return None
    if not people and not (linked or any(word in sets["armed.markers"] for word in before)):
        return None
    end = _tail(page, sentence, index + 1)
    return Draft(
        first=first,
        last=end,
        core=(first, index + 1),
        kind=EntityKind.ARMED_GROUP,
        name=page.text(first, end),
        key=f"described:{page.text(first, end).lower()}",
        rank=RANK if linked else RANK + 3,
        named=False,
        country=_country(page, first, index),
    )


def _goes_on(page: Page, sentence: Sentence, index: int) -> bool:
    """Say whether the noun only sorts another one: "rebel leaders", "fighter jets"."""
    if index + 1 >= sentence.last:
        return False
    follower = page.tokens[index + 1]
    if page.lower[index + 1] in HYPHENS or follower.tag == "HYPH":
        return True
    return follower.tag in {"NN", "NNS"} and follower.head != page.tokens[index].head


def _opening(page: Page, sentence: Sentence, index: int, inside: dict[int, Draft]) -> int:
    """Return where the description starts, articles and counts left off."""
    first = index
    while first > max(sentence.first, index - _MOST_BEFORE) and (
        _may_sort(page, first - 1) or first - 1 in inside or page.lower[first - 1] in HYPHENS
    ):
        first -= 1
    while first < index and (
        page.lower[first] in page.words.sets["armed.lead_words"]
        or page.tokens[first].tag == "CD"
        or page.lower[first] in HYPHENS
        or (page.tokens[first].tag == "VBD" and first not in inside)
    ):
        first += 1
    return first


def _may_sort(page: Page, index: int) -> bool:
    """Say whether a word may stand before the noun; of participles only those of fighting."""
    if page.lower[index + 1] in HYPHENS:
        return page.tokens[index].tag[:1].isalpha()
    if page.tokens[index].tag in {"VBN", "VBD"}:
        sets = page.words.sets
        known = sets["armed.markers"] | sets["armed.links"] | sets["armed.lead_words"]
        return page.lower[index] in known or page.lower[index - 1] in HYPHENS
    return page.tokens[index].tag in _MODIFIERS


def _tail(page: Page, sentence: Sentence, index: int) -> int:
    """Return the end of what says more of the group: "operating in the Sahara"."""
    for words in page.words.phrases["armed.tails"]:
        start = index + len(words)
        if page.lower[index:start] != words:
            continue
        end = start
        while end < min(sentence.last, start + _LONGEST_TAIL) and (
            page.tokens[end].tag in _IN_TAIL
            or page.lower[end] in HYPHENS
            or (end > start and page.lower[end] in {"of", "in"} and page.lower[end - 1] != "of")
        ):
            end += 1
        while end > start and not page.tokens[end - 1].tag.startswith(("NN", "JJ")):
            end -= 1
        return end if end > start else index
    return index


def _name(page: Page, sentence: Sentence, draft: Draft, persons: list[Draft]) -> str:
    """Return the description; "his own group" with the person whose it is."""
    name = draft.name
    opening = page.lower[draft.first]
    common = page.words.sets["armed.people"] | page.words.sets["armed.markers"]
    if draft.first == sentence.first and opening in common - page.words.sets["armed.proper"]:
        name = name[0].lower() + name[1:]
    if opening not in {"his", "her"}:
        return name
    owners = [person.name for person in persons if sentence.first <= person.first < draft.first]
    rest = name.partition(" ")[2]
    return f"{owners[0]}'s {rest}" if owners and rest else rest or name


def _country(page: Page, first: int, index: int) -> str | None:
    codes = {
        code
        for position in range(first, index)
        for word in (page.tokens[position].text,)
        if (code := page.words.peoples.get(word) or page.words.peoples.get(word.capitalize()))
    }
    return next(iter(codes)) if len(codes) == 1 else None


def _joined(page: Page, found: list[Draft]) -> list[Draft]:
    """Let a bare "the gunmen" point back to the gunmen told of last."""
    joined: list[Draft] = []
    for draft in found:
        bare = draft.core[1] - draft.core[0] == 1 and draft.last == draft.core[1]
        definite = draft.first > 0 and page.lower[draft.first - 1] in {"the", "these", "those"}
        noun = page.lower[draft.core[1] - 1]
        before = next(
            (other for other in reversed(joined) if page.lower[other.core[1] - 1] == noun), None
        )
        if bare and definite and before is not None:
            joined.append(replace(draft, key=before.key, country=before.country))
        else:
            joined.append(draft)
    return joined
