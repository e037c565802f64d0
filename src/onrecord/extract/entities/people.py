"""People: names in full, and surnames that point back to them.

The engine often takes a surname alone for a place or a company; once the report has given the full
name, the surname is that person's wherever it stands alone. What is said of what people do is read
in `roles`.
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
_NAMES = frozenset({"NNP", "NNPS"})
_FULL = 2
_LONGEST = 6


def people(page: Page) -> tuple[Draft, ...]:
    """Return the people a report names."""
    names = dict.fromkeys(_full_names(page))
    likely = [bounds for bounds in names if _may_be_person(page, bounds)]
    full = [bounds for bounds in likely if not _is_of(page, bounds, likely)]
    by_surname: dict[str, set[str]] = defaultdict(set)
    for first, last in full:
        for surname in _surnames(page, first, last):
            by_surname[surname].add(page.text(first, last).lower())
    drafts = [_draft(page, bounds, page.text(*bounds).lower()) for bounds in full]
    inside = {index for first, last in full for index in range(first, last)}
    drafts.extend(_alone(page, by_surname, inside))
    return tuple(drafts)


def _surnames(page: Page, first: int, last: int) -> Iterator[str]:
    """Return the words of a full name that may stand for it: of three, the second too.

    "Miguel Maza Marquez" is Maza; one whose second name is somebody's first is not.
    """
    yield page.tokens[last - 1].text
    if last - first == _FULL + 1:
        middle = page.tokens[first + 1].text
        if middle.isalpha() and middle.lower() not in page.back.particles:
            yield middle


def _full_names(page: Page) -> Iterator[tuple[int, int]]:
    """Return the names of two words or more that the engine or the words beside make a person's."""
    for name in page.analysis.names:
        if name.label == "PERSON":
            first, last = _trimmed(page, name)
            if last - first >= _FULL:
                yield first, last
    for sentence in page.analysis.sentences:
        for index in range(sentence.first, sentence.last - _FULL):
            yield from _behind(page, sentence, index)
        yield from _before_aside(page, sentence)


def _behind(page: Page, sentence: Sentence, index: int) -> Iterator[tuple[int, int]]:
    """Return the name behind a title, a role or words of command."""
    commands = page.lower[index] in {"by", "of", "to"} and _commands(page, index + 1)
    role = _tells_person(page, sentence, index)
    titled = page.lower[index] in page.words.sets["person.titles"] and page.is_capital(index)
    for labels in ({True} if commands else set()) | ({False} if titled else set()):
        bounds = _behind_title(page, sentence, index, labels=labels)
        if bounds is not None:
            yield bounds
    if role:
        bounds = _behind_title(page, sentence, index, labels=True)
        if bounds is not None and bounds[1] < sentence.last and _closes(page, bounds[1]):
            yield bounds


def _tells_person(page: Page, sentence: Sentence, index: int) -> bool:
    """Say whether a small word is a role that the name behind it must be a person's."""
    word = page.lower[index]
    if index + 1 >= sentence.last or (page.is_capital(index) and index > sentence.first):
        return False
    sure = page.words.sets["person.roles"] - page.words.sets["company.nouns"] - _NO_TITLES
    return word in sure and page.tokens[index].tag == "NN"


# "Member Shell", "owner Casco Foods": words that stand before bodies too.
_NO_TITLES = frozenset({"owner", "member", "operator", "head", "major", "general", "candidate"})


def _closes(page: Page, index: int) -> bool:
    """Say whether a name ends as a person's does in its sentence: before a verb or a comma."""
    token = page.tokens[index]
    return token.tag in {"VBD", "VBZ"} or token.text == ","


def _before_aside(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Return names that an age or ", who" behind them makes people's, whatever their label."""
    for start, stop in page.runs(sentence):
        aside = page.lower[stop : stop + 3]
        aged = len(aside) > _FULL and aside[1].isdecimal() and aside[2] in {",", "."}
        if aside[:1] != (",",) or not (aged or aside[1:2] == ("who",)):
            continue
        titles = page.words.sets["person.titles"] | page.words.sets["person.roles"]
        first = start
        while first < stop and page.lower[first] in titles:
            first += 1
        named = all(page.tokens[index].tag in _NAMES for index in range(first, stop))
        if named and _FULL <= stop - first <= _LONGEST_PLAIN:
            yield first, stop


# A name without a label that is longer than this is a body's as a rule.
_LONGEST_PLAIN = 3


def _is_of(page: Page, bounds: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    """Say whether a name is the place of the one before: "Governor Jose Roe of Santa Ana"."""
    first = bounds[0]
    behind = first > 1 and page.lower[first - 1] == "of"
    return behind and any(last == first - 1 for _, last in others)


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
    while first < sentence.last and page.lower[first] in page.words.sets["person.titles"]:
        first += 1
    last = first
    while last < min(sentence.last, first + _LONGEST) and (
        (
            page.is_capital(last)
            and page.tokens[last].tag in _NAMES
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
        if (
            word in page.words.sets["person.never"]
            or word in page.back.no_people
            or any(mark.isdigit() for mark in word)
        ):
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
            first = _with_particles(page, sentence, index)
            if (
                known
                and not _is_in_larger(page, index)
                and _may_be_called(page, first, index, known)
            ):
                key = next(iter(known)) if len(known) == 1 else text.lower()
                yield _draft(page, (first, index + 1), key)
            elif not known and _is_person_alone(page, index):
                yield _draft(page, (index, index + 1), text.lower())


def _with_particles(page: Page, sentence: Sentence, index: int) -> int:
    """Return where a surname starts with its particles: "bin Laden"."""
    first = index
    while first > sentence.first and page.lower[first - 1] in page.words.sets["person.particles"]:
        first -= 1
    return first


def _may_be_called(page: Page, first: int, index: int, known: set[str]) -> bool:
    """Say whether the particles before a surname may be the person's: "de Gomez" is no Gomez."""
    particles = set(page.lower[first:index]) - {"al", "el"}
    return any(particles.issubset(name.split()) for name in known)


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
        role=page.words.roles["person.commander_role"] if _commands(page, first) else None,
    )
