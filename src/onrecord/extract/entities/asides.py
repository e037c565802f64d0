"""The words set beside a name that say more of a person: between commas, before it or in a clause.

Only where they stand is settled here; whether they tell a role is for `roles`.
"""

from __future__ import annotations

from onrecord.extract.entities.drafts import Page

Range = tuple[int, int]
"""Bounds of words, by index, half open."""

_ENDS = frozenset(
    {",", ".", ";", ":", "(", ")", "who", "which", "said", "told", "--", "-", "–", '"'}
)
_LONGEST_DESCRIPTION = 14
_LONGEST_BEFORE = 12
_VERBS = ("VBD", "VBZ", "VBP", "MD")


def aside_of(page: Page, index: int) -> Range | None:
    """Return the words between commas behind a name: ", a spokesman for the army,"."""
    if page.lower[index : index + 1] not in {(",",), ("--",), ("–",), ("—",)}:
        return None
    start = end = index + 1
    limit = min(len(page.tokens), start + _LONGEST_DESCRIPTION)
    while end < limit and not (
        (page.lower[end] in _ENDS and not _in_word(page, end)) or page.tokens[end].tag == "VBD"
    ):
        end += 1
    if end in {limit, start} or page.tokens[start].tag in {"CD", "IN", "CC", "PRP"}:
        return None
    return start, end


def _in_word(page: Page, index: int) -> bool:
    """Say whether a hyphen joins two words: "secretary-general"."""
    if page.lower[index] not in {"-", "–"} or index + 1 >= len(page.tokens):
        return False
    tokens = page.tokens
    return (
        tokens[index - 1].span.end == tokens[index].span.start
        and tokens[index].span.end == tokens[index + 1].span.start
    )


def beside(page: Page, first: int) -> Range | None:
    """Return a role set before a name with a comma: "the governor, Omar Teldi".

    It must open its sentence, or hang together with the name by the grammar: in "in a letter to
    the president, John Roe said" it is somebody else's.
    """
    while first and page.lower[first - 1] in page.back.honorifics:
        first -= 1
    if first < 2 or page.lower[first - 1] != ",":  # noqa: PLR2004 - a word and a comma
        return None
    sentence = page.analysis.sentence_of(first)
    end = start = first - 1
    while start > max(sentence.first, end - _LONGEST_BEFORE):
        before = page.tokens[start - 1]
        if before.text in {",", ";", ":", "--", '"'} or before.tag in _VERBS:
            break
        start -= 1
    while start < end and page.lower[start] not in {"a", "an", "the", "its", "his", "her"}:
        start += 1
    if start >= end or end <= sentence.first:
        return None
    opens = start == sentence.first or page.tokens[start - 1].text in {",", '"', "“"}
    return (start, end) if opens or _hangs(page, (start, end), first) else None


def _hangs(page: Page, words: Range, name: int) -> bool:
    """Say whether the name behind is said to be the same by the grammar."""
    index = name
    while page.tokens[index].relation == "compound" and page.tokens[index].head > index:
        index = page.tokens[index].head
    token = page.tokens[index]
    if token.relation == "appos":
        return words[0] <= token.head < words[1]
    return any(
        page.tokens[one].relation == "appos" and page.tokens[one].head == index
        for one in range(*words)
    )


def of_verb(page: Page, index: int) -> tuple[int, int, int] | None:
    """Return verb and bounds of its object in ", who heads the union"; None if there is none."""
    if page.lower[index : index + 2] != (",", "who"):
        return None
    sentence = page.analysis.sentence_of(index)
    verb = index + 2
    if verb >= sentence.last or page.tokens[verb].lemma not in page.back.by_verb:
        return None
    if page.tokens[verb].tag not in {"VBZ", "VBD", "VBP"}:
        return None
    end = verb + 1
    while end < sentence.last and page.lower[end] not in _ENDS:
        end += 1
    return (verb, verb + 1, end) if end > verb + 1 else None
