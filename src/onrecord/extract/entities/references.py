"""Nouns and pronouns that point back to a body or person: "the company", "the minister", "she".

"The" and a noun alone stand for the one body named before that the noun fits: by its kind ("the
firm"), or by the noun in its name or role ("the ministry"). Where two fit, the nearest is meant
only if the other is far; else the noun stays open, as it does behind "a company" or "another
group", which may be the one meant. Pronouns are read in `pronouns`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import HYPHENS, Draft, Page
from onrecord.extract.entities.lexicon import words_of
from onrecord.extract.entities.pronouns import person_or_body
from onrecord.extract.entities.told import Told, quoted
from onrecord.model import EntityKind, MentionForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onrecord.model import Sentence

# A body of several that fit is meant if named so many sentences back at most ...
_NEAR = 1
# ... and no other in so many.
_CLEAR = 2
# A person's title and some nouns point no further back than this, in sentences: many governments
# and presidents go without a name in a report.
_REACH_OF_TITLES = 4
# Who is quoted far above is seldom "the agency" of the story.
_REACHES = {"government": 2, "agency": 1}
# The longest description before a noun with "a", in words.
_LONGEST_BEFORE = 6
# A comma and an article stand before words set beside a name.
_APPOSED = 2
_INDEFINITE = frozenset({"a", "an", "another", "one", "other"})
# "The group" may be an armed one or one for human rights.
_LOOSE = frozenset({"group", "organisation", "organization", "movement"})
_CLAUSES = frozenset({"relcl", "acl", "appos"})
_ACTING = frozenset({"nsubj", "nsubjpass", "poss"})


def pointing_back(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the nouns and pronouns that point back to them, in reading order.

    Args:
        page: The report.
        drafts: The names, one key for each body.
    """
    told = Told(page, quoted(page))
    by_start = {draft.core[0]: draft for draft in drafts}
    inner = {index for draft in drafts for index in range(*draft.core)}
    for sentence in page.analysis.sentences:
        for index in range(sentence.first, sentence.last):
            named = by_start.get(index)
            if named is not None:
                told.add(_set_beside(told, named) or _bare_group(told, sentence, named) or named)
            elif index not in inner:
                back = _noun(told, sentence, index) or person_or_body(told, sentence, index)
                if back is not None:
                    told.add(back)
    return told.drafts


def _noun(told: Told, sentence: Sentence, index: int) -> Draft | None:
    """Return what "the" and a noun stand for; None if they are none, or it is open."""
    page = told.page
    if index == sentence.first or page.lower[index - 1] != "the":
        return None
    if (phrase := _person_noun(page, sentence, index)) is not None:
        here = (index, index + len(phrase))
        return None if _goes_on(page, sentence, here[1] - 1) else _person(told, here, phrase)
    noun = page.lower[index]
    if noun not in page.back.generic and noun not in page.back.in_name:
        return None
    if page.tokens[index].tag[:2] != "NN" or _goes_on(page, sentence, index):
        return None
    body = _body_meant(told, sentence, index)
    return None if body is None else _pointing(body, (index, index + 1))


def _pointing(body: Draft, here: tuple[int, int]) -> Draft:
    """Return the draft of words that point back to a body."""
    return Draft(
        first=here[0] - 1,
        last=here[1],
        core=here,
        kind=body.kind,
        name=body.name,
        key=body.key,
        rank=body.rank,
        named=body.named,
        form=MentionForm.ROLE_NOUN,
    )


def _goes_on(page: Page, sentence: Sentence, index: int) -> bool:
    """Say whether more follows that tells which one is meant: "the group that", "the bank of"."""
    if index + 1 < sentence.last:
        follower = page.tokens[index + 1]
        if follower.tag[:2] == "NN" or follower.tag in {"HYPH", "CD"}:
            return True
        if page.lower[index + 1] in HYPHENS or page.lower[index + 1] in {"of", "that", "which"}:
            return True
    children = [page.tokens[child] for child in page.tokens[index].children]
    return any(child.relation in _CLAUSES and child.index > index for child in children)


def _set_beside(told: Told, draft: Draft) -> Draft | None:
    """Return ", a jihadist group led by him" as the group named right before it."""
    page, first = told.page, draft.first
    if draft.named or draft.kind is not EntityKind.ARMED_GROUP or not told.drafts:
        return None
    if first < _APPOSED or page.lower[first - 1] not in {"a", "an", "the"}:
        return None
    group = told.drafts[-1]
    beside = page.lower[first - 2] == "," and group.core[1] == first - 2
    if not (beside and group.named and group.kind is draft.kind):
        return None
    return replace(draft, key=group.key, form=MentionForm.ROLE_NOUN)


def _bare_group(told: Told, sentence: Sentence, draft: Draft) -> Draft | None:
    """Return "the rebels" or "the navy" as the one body of that kind named before."""
    page = told.page
    first, last = draft.core
    bare = not draft.named and last - first == 1 and draft.last == last
    if not bare or not draft.key.endswith(f":{page.lower[first]}"):
        return None
    if not first or page.lower[first - 1] != "the" or _goes_on(page, sentence, first):
        return None
    noun = page.lower[first]
    if noun not in page.back.generic and noun not in page.back.in_name:
        return None
    body = _body_meant(told, sentence, first)
    return None if body is None else _pointing(body, draft.core)


def _body_meant(told: Told, sentence: Sentence, index: int) -> Draft | None:
    """Return the body that a noun stands for; None where it is open."""
    noun = told.page.lower[index]
    fitting = _fitting(told, sentence, noun)
    if noun in told.page.back.plural and len(fitting) > 1:
        return None
    body = _nearest(told, sentence, fitting)
    if body is None or body.kind is EntityKind.PERSON:
        return None
    last = max(one.core[1] for one in told.drafts if one.key == body.key)
    far = _sentences_back(told.page, sentence, last) > _REACHES.get(noun, len(told.page.lower))
    open_to_others = _another(told, body, noun, (last, index)) or _unknown(told, (last, index))
    return None if far or open_to_others else body


def _fitting(told: Told, sentence: Sentence, noun: str) -> dict[str, Draft]:
    """Return the bodies that a noun fits, by key: by their names, else by their kind."""
    page = told.page
    by_name = page.back.in_name.get(noun, frozenset())
    by_kind = page.back.generic.get(noun, frozenset())
    named = _bodies(told.drafts, lambda one: one.kind in by_name and _has_noun(one, noun))
    if named:
        return named
    of_kind = _bodies(told.drafts, lambda one: one.kind in by_kind and _counts(page, one))
    others = {
        key: body for key, body in _unsorted(told, by_kind).items() if _is_near(told, sentence, key)
    }
    if noun in _LOOSE and of_kind and others:
        return {}
    return of_kind or others


def _unsorted(told: Told, kinds: frozenset[EntityKind]) -> dict[str, Draft]:
    """Return the bodies of no sure kind, which a noun for a kind may stand for too.

    A school or a council is no company and no group.
    """
    if not kinds & {EntityKind.COMPANY, EntityKind.ARMED_GROUP}:
        return {}
    sorts = told.page.back.in_name.keys() - _LOOSE
    return _bodies(
        told.drafts,
        lambda one: one.kind is EntityKind.ORGANISATION and sorts.isdisjoint(words_of(one.name)),
    )


def _is_near(told: Told, sentence: Sentence, key: str) -> bool:
    """Say whether a body is named in the sentence or in the one before."""
    last = max(one.core[1] for one in told.drafts if one.key == key)
    return _sentences_back(told.page, sentence, last) <= _NEAR


def _bodies(drafts: Iterable[Draft], fits: Callable[[Draft], bool]) -> dict[str, Draft]:
    """Return the bodies that fit, by key, each by the first mention that does."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        if draft.form is MentionForm.NAME and draft.key not in found and fits(draft):
            found[draft.key] = draft
    return found


def _has_noun(draft: Draft, noun: str) -> bool:
    """Say whether a noun is part of a body's name, or of what it is said to be."""
    told = draft.named or draft.country is not None
    return told and noun in {*words_of(draft.name), *words_of(draft.role or "")}


def _counts(page: Page, draft: Draft) -> bool:
    """Say whether a noun for a kind can stand for a body: a named one, or a group described."""
    last = page.lower[draft.core[1] - 1]
    return draft.named or last in page.words.sets["armed.bodies"]


def _nearest(told: Told, sentence: Sentence, fitting: dict[str, Draft]) -> Draft | None:
    """Return the only body, or the near one where the others are far."""
    if len(fitting) < 2:  # noqa: PLR2004 - one or none
        return next(iter(fitting.values()), None)
    back: dict[str, int] = {}
    for draft in told.drafts:
        if draft.key in fitting:
            back[draft.key] = _sentences_back(told.page, sentence, draft.core[1])
    near = [key for key, far in back.items() if far <= _NEAR]
    clear = [key for key, far in back.items() if far <= _CLEAR]
    return fitting[near[0]] if len(near) == 1 and clear == near else None


def _sentences_back(page: Page, sentence: Sentence, last: int) -> int:
    """Return how many sentences before one a mention stands, by the end of its words."""
    return sentence.number - page.analysis.sentence_of(max(0, last - 1)).number


def _another(told: Told, body: Draft, noun: str, between: tuple[int, int]) -> bool:
    """Say whether "a company" or "another group" stands between a body and a noun for it."""
    page = told.page
    for index in range(*between):
        if page.lower[index] != noun:
            continue
        start = index
        while start > between[0] and index - start < _LONGEST_BEFORE:
            start -= 1
            if page.lower[start] in _INDEFINITE:
                if not _is_same(told, index, body):
                    return True
                break
            if not page.lower[start][:1].isalpha() and page.lower[start] not in HYPHENS:
                break
    return False


def _unknown(told: Told, between: tuple[int, int]) -> bool:
    """Say whether a name that nobody read acts or owns in a stretch: it may be the body meant."""
    page = told.page
    for index in range(*between):
        token = page.tokens[index]
        if token.tag != "NNP" or token.relation not in _ACTING or index in told.at:
            continue
        label = page.labels.get(index)
        if label is None or label.label in {"ORG", "PRODUCT"}:
            return True
    return False


def _is_same(told: Told, index: int, body: Draft) -> bool:
    """Say whether a noun is set beside the name of a body: "Vale, a mining company"."""
    token = told.page.tokens[index]
    beside = [token.head] if token.relation in {"appos", "attr"} else []
    beside += [child for child in token.children if told.page.tokens[child].relation == "appos"]
    return any(told.at[one].key == body.key for one in beside if one in told.at)


def _person_noun(page: Page, sentence: Sentence, index: int) -> tuple[str, ...] | None:
    """Return the noun for a person that starts at a word; None if there is none."""
    for words in page.back.person:
        end = index + len(words)
        if end <= sentence.last and page.lower[index:end] == words:
            return words
    return None


def _person(told: Told, here: tuple[int, int], phrase: tuple[str, ...]) -> Draft | None:
    """Return the one person whose role has a noun; None if none or several have."""
    page = told.page
    sentence = page.analysis.sentence_of(here[0])
    lately = [
        draft
        for draft in told.drafts
        if draft.kind is EntityKind.PERSON
        and _sentences_back(page, sentence, draft.core[1]) <= _REACH_OF_TITLES
    ]
    keys = {draft.key for draft in lately}
    fitting = {
        draft.key: draft
        for draft in told.drafts
        if draft.key in keys and _is_role(page, draft, phrase)
    }
    if len(fitting) != 1:
        return None
    (person,) = fitting.values()
    last = max(draft.core[1] for draft in lately if draft.key == person.key)
    if _another(told, person, phrase[-1], (last, here[0])):
        return None
    return replace(_pointing(person, here), kind=EntityKind.PERSON)


def _is_role(page: Page, draft: Draft, phrase: tuple[str, ...]) -> bool:
    """Say whether a noun heads what a person does: "minister" in "foreign minister of Chad"."""
    words = words_of(draft.role or "")
    head = next((place for place, word in enumerate(words) if word in page.back.held), len(words))
    told = tuple(page.back.short.get(word.strip("."), word) for word in words[:head])
    return told[-len(phrase) :] == phrase
