"""The short names of bodies: "Shell" for Royal Dutch Shell, "Casco Foods" for Casco Foods Inc.

The first or the last words of a name stand for it where they are no common word of names ("bank",
"national"), no nation, no person's name, and fit one body of the report only.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import Draft, Page
from onrecord.extract.entities.lexicon import words_of
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_KINDS = frozenset({EntityKind.COMPANY, EntityKind.JOINT_VENTURE, EntityKind.ORGANISATION})
# One word is enough for a company; that of a hospital or a council is as a rule its town.
_TRADING = frozenset({EntityKind.COMPANY, EntityKind.JOINT_VENTURE})
_PLACES = frozenset({"GPE", "LOC"})
_BODIES = frozenset({"ORG"})
_SHORTEST = 3


def short_names(page: Page, drafts: Sequence[Draft]) -> dict[str, Draft | None]:
    """Return by short name the body it stands for; None for one that fits several."""
    found: dict[str, dict[str, Draft]] = defaultdict(dict)
    people = {
        word for draft in drafts if draft.kind is EntityKind.PERSON for word in words_of(draft.name)
    }
    places, bodies = _labelled(page, _PLACES), _labelled(page, _BODIES)
    others = {
        word
        for draft in drafts
        if draft.kind not in _KINDS and draft.kind is not EntityKind.PERSON
        for word in words_of(draft.name)
    }
    for draft in drafts:
        if draft.kind not in _KINDS or not draft.named:
            continue
        for name in _shortened(page, draft):
            words = words_of(name)
            single = name not in places and (draft.kind in _TRADING or name in bodies)
            if len(words) > 1 or (single and not (people | others).intersection(words)):
                found[name].setdefault(draft.key, draft)
    return {
        name: next(iter(fitting.values())) if len(fitting) == 1 else None
        for name, fitting in found.items()
    }


def _labelled(page: Page, sorts: frozenset[str]) -> set[str]:
    """Return the words that the engine takes, alone, for a name of these sorts somewhere."""
    return {
        page.tokens[index].text
        for index, label in page.labels.items()
        if label.label in sorts and label.last - label.first == 1
    }


def known_short(drafts: Sequence[Draft], shorts: Mapping[str, Draft | None]) -> dict[str, str]:
    """Return by key of a body read under a short name the key of the body it stands for."""
    same = {}
    for draft in drafts:
        body = shorts.get(draft.name)
        if (
            body is not None
            and draft.kind in _KINDS
            and draft.key != body.key
            and len(words_of(draft.name)) < len(words_of(body.name))
            and (draft.country is None or body.country in {None, draft.country})
        ):
            same[draft.key] = body.key
    return same


def _shortened(page: Page, draft: Draft) -> Iterator[str]:
    """Yield what may stand for a name: its first words, its last word.

    A company goes by any first words. Of other bodies they are as a rule a place ("Red Deer Skating
    Association"), unless only the last word is left out ("Texas A&M" University).
    """
    words = draft.name.split()
    while len(words) > 1 and page.words.has("company.forms", words[-1].strip(",")):
        words.pop()
    whole = len(draft.name.split())
    trading = draft.kind in _TRADING
    if page.words.has("person.roles", words[-1]):
        return
    for end in range(1, len(words) + (len(words) < whole)):
        likely = trading or (end > 1 and end == whole - 1)
        if likely and _tells(page, words[:end]):
            yield " ".join(words[:end])
    if len(words) > 1 and _tells(page, words[-1:]):
        yield words[-1]


def _tells(page: Page, words: list[str]) -> bool:
    """Say whether words alone tell a body."""
    sets = page.words.sets
    text = " ".join(words)
    if page.words.nation(text) or not words[-1][:1].isupper():
        return False
    common = sets["company.trades"] | sets["company.nouns"] | sets["company.forms"]
    common |= page.back.weak | page.back.small | sets["person.never"] | sets["person.titles"]
    common |= page.back.in_name.keys()
    telling = [word for word in words if word.lower() not in common]
    return bool(telling) and all(
        len(word) >= _SHORTEST and not page.words.nation(word) for word in telling
    )
