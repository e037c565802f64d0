"""What a company does in an incident, by the words around its name: it employs, it is contracted.

"Five engineers working for the firm Halbeck" tell an employer; "Halbeck has a contract with the
state oil company", and "a deal for drilling work", a contractor. Who operates a site is read with
the company's name (`onrecord.extract.entities.companies`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import HYPHENS, Draft, Page
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from onrecord.model import Sentence, Token

# "working for the Japanese oil and gas engineering firm": words between the verb and the name.
_MOST_BETWEEN = 8
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "and"})


def with_dealings(page: Page, draft: Draft) -> Draft:
    """Return a company or venture with what the words around its name say it does."""
    if draft.kind not in {EntityKind.COMPANY, EntityKind.JOINT_VENTURE}:
        return draft
    names = page.words.roles
    roles = [draft.role] if draft.role else []
    if draft.kind is EntityKind.JOINT_VENTURE:
        roles.append(_venture(page, draft, names["company.venture_role"]))
    if _employs(page, draft.core[0]):
        roles.append(names["company.employer_role"])
    if _is_contracted(page, draft):
        roles.append(names["company.contractor_role"])
    return replace(draft, role=", ".join(roles) or None)


def _venture(page: Page, draft: Draft, role: str) -> str:
    """Return what a venture is, with its partners where its name lists them."""
    first, last = draft.core
    marks = [index for index in range(first, last) if page.lower[index] in HYPHENS]
    if not marks or marks[0] == first:
        return role
    # The last word of the name is a word for ventures: "Sonatrach-BP-Statoil Association".
    starts, ends = [first, *(mark + 1 for mark in marks)], [*marks, last - 1]
    partners = [
        page.text(*bounds) for bounds in zip(starts, ends, strict=True) if bounds[0] < bounds[1]
    ]
    if len(partners) < len(starts):
        return role
    return f"{role} of {', '.join(partners[:-1])} and {partners[-1]}"


def _employs(page: Page, first: int) -> bool:
    """Say whether somebody works for, or is employed by, the company whose name starts here."""
    words = page.words.sets
    for index in range(first - 1, max(0, first - _MOST_BETWEEN), -1):
        word, lemma = page.lower[index], page.tokens[index - 1].lemma
        if word == "for":
            return lemma in words["company.working"]
        if word == "by":
            return lemma in words["company.employing"]
        between = (
            word in _DETERMINERS
            or word in HYPHENS
            or word in words["company.sorts"]
            or word in words["company.nouns"]
            or page.tokens[index].text in page.words.peoples
            or page.tokens[index].text in page.words.nations
        )
        if not between:
            return False
    return False


def _is_contracted(page: Page, draft: Draft) -> bool:
    """Say whether a company is told to have a contract, or a deal for some work."""
    words = page.words.sets
    name = page.tokens[draft.core[1] - 1]
    verb = page.tokens[name.head]
    if verb.lemma in words["company.contracting"]:
        return name.relation == "nsubjpass"
    if name.relation != "nsubj" or verb.lemma not in words["company.having"]:
        return False
    objects = [page.tokens[index] for index in verb.children]
    return any(_is_contract(page, one) for one in objects if one.relation == "dobj")


def _is_contract(page: Page, noun: Token) -> bool:
    words = page.words.sets
    if noun.lemma in words["company.contracts"]:
        return True
    if noun.lemma not in words["company.deals"]:
        return False
    last = _sentence(page, noun.index).last
    return any(
        page.lower[index] == "for"
        and not words["company.contract_work"].isdisjoint(page.lower[index + 1 : index + 4])
        for index in range(noun.index + 1, last)
    )


def _sentence(page: Page, index: int) -> Sentence:
    sentences = page.analysis.sentences
    return next(sentence for sentence in sentences if sentence.first <= index < sentence.last)
