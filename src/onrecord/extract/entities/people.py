"""People: names in full, surnames that point back to them, and what is said of what they do.

The engine often takes a surname alone for a place or a company; once the report has given the full
name, the surname is that person's wherever it stands alone.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import POSSESSIVES, Draft, Page
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Name, Sentence

RANK = 7
_FULL = 2
_LONGEST = 6
_BEFORE_TAGS = frozenset({"NN", "NNP", "NNPS", "JJ", "NNS", "HYPH"})
_ROLE_ENDS = frozenset(
    {",", ".", ";", ":", "(", ")", "who", "which", "said", "told", "--", "-", "–"}
)
# The longest title before a name and description behind it, in words.
_LONGEST_TITLE = 6
_LONGEST_DESCRIPTION = 14


def people(page: Page) -> tuple[Draft, ...]:
    """Return the people a report names."""
    names = dict.fromkeys(_full_names(page))
    full = [bounds for bounds in names if _may_be_person(page, bounds)]
    by_surname: dict[str, set[str]] = defaultdict(set)
    for first, last in full:
        name = page.text(first, last)
        by_surname[page.tokens[last - 1].text].add(name.lower())
    drafts = [_draft(page, bounds, page.text(*bounds).lower()) for bounds in full]
    inside = {index for first, last in full for index in range(first, last)}
    drafts.extend(_alone(page, by_surname, inside))
    return tuple(drafts)


def _full_names(page: Page) -> Iterator[tuple[int, int]]:
    """Return the names of two words or more that the engine or a title makes a person's."""
    for name in page.analysis.names:
        if name.label == "PERSON":
            first, last = _trimmed(page, name)
            if last - first >= _FULL:
                yield first, last
    for sentence in page.analysis.sentences:
        for index in range(sentence.first, sentence.last - _FULL):
            if page.lower[index] in {"by", "of", "to"} and _commands(page, index + 1):
                bounds = _behind_title(page, sentence, index, labels=True)
                if bounds is not None:
                    yield bounds
            if page.lower[index] in page.words.sets["person.titles"] and page.is_capital(index):
                bounds = _behind_title(page, sentence, index)
                if bounds is not None:
                    yield bounds


def _trimmed(page: Page, name: Name) -> tuple[int, int]:
    """Return the bounds of a name without titles, possessives and what is not capital."""
    first, last = name.first, name.last
    titles = page.words.sets["person.titles"] | page.words.sets["person.roles"]
    while first < last and (page.lower[first] in titles or not page.is_capital(first)):
        first += 1
    while last > first and (
        page.lower[last - 1] in POSSESSIVES or not page.tokens[last - 1].text[0].isalpha()
    ):
        last -= 1
    return first, last


def _commands(page: Page, index: int) -> bool:
    """Say whether the words before one here make it a commander: "led by"."""
    return any(
        page.lower[max(0, index - len(words)) : index] == words
        for words in page.words.phrases["person.commanding"]
    )


def _behind_title(
    page: Page, sentence: Sentence, index: int, *, labels: bool = False
) -> tuple[int, int] | None:
    """Return a full name behind a title.

    Args:
        page: The report.
        sentence: The sentence.
        index: The title, or the last word before the name.
        labels: Take the name whatever the engine takes it for; else only where it sees none.
    """
    first = index + 1
    last = first
    while last < min(sentence.last, first + _LONGEST) and (
        (
            page.is_capital(last)
            and page.tokens[last].tag == "NNP"
            and (labels or last not in page.labels)
        )
        or (last > first and page.lower[last] in page.words.sets["person.particles"])
    ):
        last += 1
    while last > first and not page.is_capital(last - 1):
        last -= 1
    return (first, last) if last - first >= _FULL else None


def _may_be_person(page: Page, bounds: tuple[int, int]) -> bool:
    first, last = bounds
    if last - first > _LONGEST or page.words.nation(page.text(first, last)):
        return False
    for index in range(first, last):
        word = page.lower[index]
        if word in page.words.sets["person.never"] or any(mark.isdigit() for mark in word):
            return False
        if "\n" in page.tokens[index].text:
            return False
    return page.is_capital(last - 1) and not page.words.has(
        "company.sure_forms", page.lower[last - 1]
    )


def _alone(page: Page, by_surname: dict[str, set[str]], inside: set[int]) -> Iterator[Draft]:
    """Return the surnames that stand alone."""
    for sentence in page.analysis.sentences:
        for index in range(sentence.first, sentence.last):
            if index in inside or not page.is_capital(index):
                continue
            text = page.tokens[index].text
            known = by_surname.get(text, set())
            if known and not _is_in_larger(page, index):
                key = next(iter(known)) if len(known) == 1 else text.lower()
                yield _draft(page, (index, index + 1), key)
            elif not known and _is_person_alone(page, index):
                yield _draft(page, (index, index + 1), text.lower())


def _is_in_larger(page: Page, index: int) -> bool:
    """Say whether a word is part of a longer name that is not a person's: "Roe Street"."""
    label = page.labels.get(index)
    if label is None or label.label == "PERSON":
        return index + 1 < len(page.tokens) and page.tokens[index + 1].tag == "NNP"
    first, last = _trimmed(page, label)
    return last - first > 1


def _is_person_alone(page: Page, index: int) -> bool:
    """Say whether a single word the engine takes for a person is one, by title or verb."""
    label = page.labels.get(index)
    if label is None or label.label != "PERSON" or _trimmed(page, label) != (index, index + 1):
        return False
    text = page.tokens[index].text
    if page.words.nation(text) or page.words.has("person.never", text) or len(text) < _FULL:
        return False
    if index and page.lower[index - 1] in page.words.sets["person.titles"]:
        return True
    token = page.tokens[index]
    verb = page.tokens[token.head]
    return token.relation == "nsubj" and verb.lemma in page.words.sets["person.saying"]


def _draft(page: Page, bounds: tuple[int, int], key: str) -> Draft:
    first, last = bounds
    return Draft(
        first=first,
        last=last,
        core=(first, last),
        kind=EntityKind.PERSON,
        name=page.text(first, last),
        key=f"person:{key}",
        rank=RANK,
        role=_role(page, first, last),
    )


def _role(page: Page, first: int, last: int) -> str | None:
    """Return what somebody does, by the words before or behind the name."""
    if _commands(page, first):
        return page.words.roles["person.commander_role"]
    return _title(page, first) or _description(page, last)


def _title(page: Page, first: int) -> str | None:
    """Return the title before a name: "police chief", "Interior Minister"."""
    sets = page.words.sets
    if not first:
        return None
    word = page.lower[first - 1]
    if word in sets["person.honorifics"] - {"chief"}:
        return None
    if word not in sets["person.roles"] and word not in sets["person.titles"]:
        return None
    start = first - 1
    while (
        start > max(0, first - _LONGEST_TITLE)
        and page.tokens[start - 1].tag in _BEFORE_TAGS
        and page.lower[start - 1] not in sets["person.honorifics"] - {"chief"}
    ):
        start -= 1
    return page.text(start, first)


def _description(page: Page, last: int) -> str | None:
    """Return the description behind a name: ", a spokesman for the army,"."""
    if page.lower[last : last + 1] != (",",):
        return None
    start = end = last + 1
    limit = min(len(page.tokens), start + _LONGEST_DESCRIPTION)
    while end < limit and page.lower[end] not in _ROLE_ENDS and page.tokens[end].tag != "VBD":
        end += 1
    if end in {limit, start} or page.tokens[start].tag in {"CD", "IN", "CC", "PRP"}:
        return None
    head = next((index for index in range(start, end) if page.tokens[index].tag == "IN"), end)
    if not any(word in page.words.sets["person.roles"] for word in page.lower[start:head]):
        return None
    article = page.lower[start] in {"a", "an", "the", "his", "her", "its", "their"}
    return page.text(start + article, end) if start + article < end else None
