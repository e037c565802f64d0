"""Which names in a report are one body or person, beyond what each reader of names knows.

Joined are an abbreviation and its name, a person's name with and without particles, middle names
or in another spelling known for it, and the short name of a body ("Shell", "Royal Dutch Shell").
Where a short name fits two, it stays open; so does a surname that two people share. Names that are
merely alike are never joined: whether one is a slip of the other is for a desk check to ask.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.abbreviations import introduced, joined_keys
from onrecord.extract.entities.drafts import Draft, Page
from onrecord.extract.entities.lexicon import words_of
from onrecord.extract.entities.short_names import known_short, short_names
from onrecord.extract.entities.whole_names import whole_names
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Parts = tuple[str, ...]


def aliased(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with one key for each body, and names found only by knowing it.

    Args:
        page: The report.
        drafts: The names found, none overlapping another.
    """
    whole = whole_names(page, drafts)
    found = _rekeyed(whole, joined_keys(page, whole))
    found = _rekeyed(found, _one_person(page, found))
    shorts = short_names(page, found)
    found = _rekeyed(found, known_short(found, shorts))
    alone = {name: draft for name, draft in shorts.items() if draft is not None}
    alone.update(introduced(page, found))
    return sorted(
        [*found, *_everywhere(page, found, alone)], key=lambda draft: (draft.first, -draft.last)
    )


def _rekeyed(drafts: Iterable[Draft], same: Mapping[str, str]) -> list[Draft]:
    """Return drafts with the key of the body that theirs stands for."""

    def root(key: str) -> str:
        seen = {key}
        while key in same and same[key] not in seen:
            key = same[key]
            seen.add(key)
        return key

    return [replace(draft, key=root(draft.key)) for draft in drafts]


def _everywhere(page: Page, drafts: Sequence[Draft], names: Mapping[str, Draft]) -> Iterable[Draft]:
    """Yield a draft wherever one of the names stands alone."""
    taken = {index for draft in drafts for index in range(*draft.core)}
    for token in page.tokens:
        body = names.get(token.text)
        if body is None or token.index in taken or not _stands_alone(page, token.index):
            continue
        here = (token.index, token.index + 1)
        yield replace(
            body,
            first=here[0],
            last=here[1],
            core=here,
            name=token.text,
            role=None,
            codes=(),
            country=None,
        )


def _stands_alone(page: Page, index: int) -> bool:
    """Say whether a word is no part of a longer name, and not where a place would stand."""
    sentence = page.analysis.sentence_of(index)
    before, behind = index - 1, index + 1
    if behind < sentence.last and page.tokens[behind].tag.startswith("NNP"):
        return False
    if before >= sentence.first:
        # "In Shell", "near Shell" would be a place; "of Shell" and "for Shell" need not be.
        if page.lower[before] in _PLACING or page.tokens[before].tag.startswith("NNP"):
            return False
        if page.lower[before] in {"-", "–", "/", "&"}:
            return False
    label = page.labels.get(index)
    return label is None or label.last - label.first == 1 or label.first == index


_PLACING = frozenset(
    {"in", "near", "at", "around", "outside", "inside", "into", "toward", "towards"}
)


def _one_person(page: Page, drafts: Sequence[Draft]) -> dict[str, str]:
    """Return by key of a person's name the key of the fuller name of that person."""
    by_key: dict[str, Parts] = {}
    for draft in drafts:
        if draft.kind is EntityKind.PERSON:
            parts = spelled(page, draft.key.partition(":")[2])
            if parts:
                by_key.setdefault(draft.key, parts)
    keys: dict[Parts, str] = {}
    same: dict[str, str] = {}
    for key, parts in by_key.items():
        if parts in keys:
            same[key] = keys[parts]
        else:
            keys[parts] = key
    fuller: dict[Parts, set[Parts]] = defaultdict(set)
    for parts in keys:
        fuller[parts] = {other for other in keys if _is_short_for(parts, other)}
    for parts, others in fuller.items():
        # "John Smith" and "Smith" may both point to "John A. Smith": the fullest is taken.
        longest = [one for one in others if not others & fuller[one]]
        if len(longest) == 1:
            same[keys[parts]] = keys[longest[0]]
    return same


def spelled(page: Page, name: str) -> Parts:
    """Return the words that tell a person's name from others, in one spelling of each."""
    words = [word.strip(".'’") for word in words_of(name)]
    told = [word for word in words if word and word not in page.back.particles]
    return tuple(page.back.variants.get(word, word) for word in told)


def _is_short_for(parts: Parts, other: Parts) -> bool:
    """Say whether a name leaves out words of another: given names, or middle ones."""
    if len(parts) >= len(other):
        return False
    if len(parts) == 1:
        return parts[0] == other[-1]
    rest = iter(other)
    middle = parts[0] == other[0] and parts[-1] == other[-1] and all(one in rest for one in parts)
    return middle or parts == other[-len(parts) :]
