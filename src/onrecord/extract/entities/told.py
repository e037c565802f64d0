"""What a report has told of so far, as one reads: who stands where, and who is the subject.

Shared by the readers of role nouns and of pronouns, which ask it what was named before a word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.entities.drafts import Draft, Page
    from onrecord.model import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_QUOTES = {"“": "”", '"': '"', "``": "''", "«": "»"}


@dataclass(slots=True)
class Told:
    """The drafts read so far, in reading order.

    Attributes:
        page: The report.
        drafts: What was named or pointed back to so far.
        at: The draft over each word; a name goes before the phrase around another.
        quotes: The words inside quotation marks: who is named there is no "he" outside them.
        genders: "male" or "female" by key of a person, as far as the words told so far.
    """

    page: Page
    quotes: frozenset[int] = frozenset()
    drafts: list[Draft] = field(default_factory=list)
    at: dict[int, Draft] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)

    def add(self, draft: Draft) -> None:
        """Take in the next draft."""
        self.drafts.append(draft)
        for index in range(draft.first, draft.last):
            self.at.setdefault(index, draft)
        for index in range(*draft.core):
            self.at[index] = draft
        if draft.kind is EntityKind.PERSON:
            gender = gender_of(self.page, draft)
            if gender is not None:
                self.genders[draft.key] = gender

    def within(self, first: int, last: int) -> list[Draft]:
        """Return the drafts that start in a stretch of words, outside quotations."""
        found = []
        for draft in reversed(self.drafts):
            if draft.core[0] < first:
                break
            if draft.core[0] < last and draft.core[0] not in self.quotes:
                found.append(draft)
        return found[::-1]

    def subject(self, sentence: Sentence) -> Token | None:
        """Return the subject of the main clause of a sentence."""
        tokens = self.page.tokens
        for token in self.page.analysis.tokens_of(sentence):
            if token.relation == "ROOT":
                found = own_subject(self.page, token.index)
                if found is not None:
                    return tokens[found]
        return None


def own_subject(page: Page, verb: int) -> int | None:
    """Return the subject that hangs on a verb."""
    return next(
        (child for child in page.tokens[verb].children if page.tokens[child].relation in SUBJECTS),
        None,
    )


def subject_of(page: Page, verb: int) -> int | None:
    """Return the subject of a verb, its own or that of the verb it is joined to."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        found = own_subject(page, verb)
        if found is not None:
            return found
        token = page.tokens[verb]
        if token.relation not in {"conj", "xcomp", "advcl"}:
            return None
        verb = token.head
    return None


def gender_of(page: Page, draft: Draft) -> str | None:
    """Return a person's sex, where the title or the role tells it."""
    first = draft.core[0]
    words = {*page.lower[max(0, first - 1) : first], *(draft.role or "").lower().split()}
    female, male = bool(words & page.back.female), bool(words & page.back.male)
    if female == male:
        return None
    return "female" if female else "male"


def quoted(page: Page) -> frozenset[int]:
    """Return the words inside quotation marks, where "he" and "it" are another's words."""
    inside: set[int] = set()
    closing, paragraph = "", 0
    for sentence in page.analysis.sentences:
        if sentence.paragraph != paragraph:
            closing, paragraph = "", sentence.paragraph
        for index in range(sentence.first, sentence.last):
            text = page.tokens[index].text
            if closing and text == closing:
                closing = ""
            elif not closing and text in _QUOTES:
                closing = _QUOTES[text]
            elif closing:
                inside.add(index)
    return frozenset(inside)


def before(page: Page, sentence: Sentence, reach: int) -> Iterator[Sentence]:
    """Yield the sentences before one, the nearest first."""
    place = sentence.number - 1
    for number in range(place - 1, max(-1, place - 1 - reach), -1):
        yield page.analysis.sentences[number]
