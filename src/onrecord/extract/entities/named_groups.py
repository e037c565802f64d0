"""Armed groups that no table lists, told by what the report says of them.

"The Tapoa Front, a jihadist group led by ..." names one, and so does "the Daraga faction, a small
Islamist group": a name with words set beside it that describe an armed group. Once that is so, the
name is the group's wherever it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import HYPHENS, Draft, Page
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Sentence

RANK = 3
# The longest description behind the comma, and name, in words.
_LONGEST = 7
_LONGEST_NAME = 6
_SORTS = frozenset({"JJ", "JJS", "JJR", "NN", "NNP", "HYPH", "VBN", "RB", "CD"})


def named_groups(page: Page) -> tuple[Draft, ...]:
    """Return the armed groups that the report names and says to be some."""
    names: dict[tuple[str, ...], str] = {}
    for sentence in page.analysis.sentences:
        for first, last in _names(page, sentence):
            if _is_told(page, sentence, last):
                names.setdefault(page.lower[first:last], page.text(first, last))
    return tuple(
        Draft(
            first=index,
            last=index + len(words),
            core=(index, index + len(words)),
            kind=EntityKind.ARMED_GROUP,
            name=page.text(index, index + len(words)),
            key=f"armed group:{name}",
            rank=RANK,
        )
        for words, name in names.items()
        for index in range(len(page.lower) - len(words) + 1)
        if page.lower[index : index + len(words)] == words and page.is_capital(index)
    )


def _names(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the names of a sentence, with a noun for a group right behind: "Daraga faction"."""
    for start, last in page.runs(sentence):
        first = start + (start == sentence.first and page.tokens[start].tag == "DT")
        if not 0 < last - first <= _LONGEST_NAME or page.words.nation(page.text(first, last)):
            continue
        label = page.labels.get(first)
        if label is not None and label.label in {"PERSON", "DATE", "NORP"}:
            continue
        noun = last < sentence.last and page.lower[last] in page.words.sets["armed.bodies"]
        yield first, last + noun


def _is_told(page: Page, sentence: Sentence, last: int) -> bool:
    """Say whether the words set behind a name describe an armed group: ", a jihadist group"."""
    if page.lower[last : last + 1] != (",",) or page.lower[last + 1 : last + 2] not in _ARTICLES:
        return False
    sets = page.words.sets
    marked = False
    for index in range(last + 2, min(sentence.last, last + 2 + _LONGEST)):
        word = page.lower[index]
        if word in sets["armed.bodies"]:
            return marked
        marked = marked or word in sets["armed.markers"]
        if page.tokens[index].tag not in _SORTS and word not in HYPHENS:
            return False
    return False


_ARTICLES = frozenset({("a",), ("an",), ("the",)})
