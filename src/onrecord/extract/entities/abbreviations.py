"""Abbreviations and the names they are short for: "Movement for Peace (MFP)", "MFP".

Behind its name, in brackets or after a word that hands it over ("known as the LTTE"), an
abbreviation is the name's whatever its letters, if another reader took it for a body, and else
where its letters stand in the name in order. Without an introduction its letters must be the
initials of the words of one name alone in the report. A code ("Tullow Oil (TLW.L)") is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.entities.codes import codes, pattern
from onrecord.extract.entities.drafts import POSSESSIVES, Draft, Page
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENING = frozenset({"(", "[", ",", '"', "“", "'", "‘", "--", "–", "—", "the"})
# Marks that may stand between a name and its abbreviation: '("MFP', ', known as the'.
_MOST_MARKS = 3


def abbreviation(page: Page, text: str) -> str | None:
    """Return the letters of an abbreviation; None if the words are none: "U.N." is "UN"."""
    letters = text.replace(".", "")
    short = letters.isalpha() and letters.isupper() and len(letters) in page.back.lengths
    return letters if short and " " not in text else None


def joined_keys(page: Page, drafts: Sequence[Draft]) -> dict[str, str]:
    """Return by key of an abbreviation the key of the body it is short for."""
    by_start = {draft.core[0]: draft for draft in drafts}
    coded = _coded(page)
    same: dict[str, str] = {}
    for draft in drafts:
        index = _introduced(page, draft.core[1], coded)
        other = by_start.get(index) if index is not None else None
        if other is not None and other.key != draft.key and _may_join(page, draft, other):
            same[other.key] = draft.key
    long = {draft.key: draft for draft in drafts if _is_long(draft)}
    for draft in drafts:
        letters = abbreviation(page, draft.name)
        is_code = draft.core[0] in coded
        if letters is None or is_code or draft.key in same or draft.key in long:
            continue
        fitting = [
            one
            for one in long.values()
            if letters in initials(page, one.name) and one.key != draft.key
        ]
        if len(fitting) == 1 and _kinds_agree(draft, fitting[0]):
            same[draft.key] = fitting[0].key
    return same


def introduced(page: Page, drafts: Sequence[Draft]) -> Iterator[tuple[str, Draft]]:
    """Yield the abbreviations that no reader took for a body, each with the body it is short for.

    They are a body's from there on, whatever they look like elsewhere.
    """
    taken = {index for draft in drafts for index in range(*draft.core)}
    coded = _coded(page)
    for draft in drafts:
        if not _is_long(draft):
            continue
        index = _introduced(page, draft.core[1], coded)
        if index is None or index in taken:
            continue
        letters = abbreviation(page, page.tokens[index].text)
        if letters is not None and _are_in(letters, draft.name):
            yield page.tokens[index].text, draft


def initials(page: Page, name: str) -> frozenset[str]:
    """Return the abbreviations that the initials of a name make, small words left out or not."""
    words = _WORD.findall(name)
    told = [word for word in words if word.lower() not in page.back.small]
    both = ("".join(word[0] for word in some).upper() for some in (words, told))
    # The letters of two words are too many things: only a well-known body has them.
    return frozenset(both)


def _coded(page: Page) -> frozenset[int]:
    """Return the words that are codes of listed companies, or parts of them."""
    spans = [code.hull for code in codes(page.analysis.text, pattern(page.words))]
    return frozenset(
        token.index
        for token in page.tokens
        if any(span.start < token.span.end and token.span.start < span.end for span in spans)
    )


def _introduced(page: Page, index: int, coded: frozenset[int]) -> int | None:
    """Return where the abbreviation stands that a name's end introduces; None if there is none.

    Args:
        page: The report.
        index: Where the name ends.
        coded: The words that are codes, and so no abbreviations.
    """
    sentence = page.analysis.sentence_of(max(0, index - 1))
    start = index
    while index < sentence.last and page.lower[index] in _OPENING and index - start < _MOST_MARKS:
        index += 1
    bracket = "(" in page.lower[start:index]
    for words in page.back.abbreviation_links:
        if page.lower[index : index + len(words)] == words:
            index += len(words)
            bracket = True
            break
    while index < sentence.last and page.lower[index] in _OPENING:
        index += 1
    if not bracket or index >= sentence.last or page.lower[index] in POSSESSIVES:
        return None
    return None if index in coded else index


def _may_join(page: Page, draft: Draft, other: Draft) -> bool:
    """Say whether one of two names that stand together is short for the other."""
    if EntityKind.PERSON in {draft.kind, other.kind} or not (draft.named and other.named):
        return False
    letters = abbreviation(page, other.name)
    if letters is not None and abbreviation(page, draft.name) is None:
        return True
    back = abbreviation(page, draft.name)
    return back is not None and _is_long(other) and back in initials(page, other.name)


def _kinds_agree(draft: Draft, other: Draft) -> bool:
    """Say whether two names may be one body's: a person is never a body."""
    open_kinds = {EntityKind.ORGANISATION, EntityKind.COMPANY}
    return draft.kind is other.kind or bool(open_kinds & {draft.kind, other.kind})


def _is_long(draft: Draft) -> bool:
    return draft.named and draft.kind is not EntityKind.PERSON and " " in draft.name


def _are_in(letters: str, name: str) -> bool:
    """Say whether letters stand in a name in this order, the first as its first."""
    rest = iter(name.upper())
    first = _WORD.search(name)
    return (
        first is not None
        and first[0][0].upper() == letters[0]
        and all(letter in rest for letter in letters)
    )
