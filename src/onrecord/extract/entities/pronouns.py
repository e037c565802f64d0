"""Whom "he", "she", "it" and "they" stand for as subjects, where it is safe to say.

In a clause that somebody says, a pronoun is as a rule the one who says it ("the ministry said it
was checking"); for "it", a spokesman speaks for the body named beside him. At the head of a
sentence it is the subject of the sentence before. It stays open where another whom it would fit
stands between, where "it" may be no body ("it was raining", "it was closed"), and in quotations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import Draft
from onrecord.extract.entities.told import SUBJECTS, Told, before, subject_of
from onrecord.model import EntityKind, MentionForm

if TYPE_CHECKING:
    from onrecord.extract.entities.drafts import Page
    from onrecord.model import Sentence, Token

# How many sentences back a pronoun may point, past sentences in which nobody fits it.
_REACH = 2
_CLAUSES = frozenset({"ccomp", "advcl", "xcomp", "conj", "relcl", "acl"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd"})
_PEOPLE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative"})


def person_or_body(told: Told, sentence: Sentence, index: int) -> Draft | None:
    """Return what a pronoun stands for; None if a word is none, or it is open.

    Args:
        told: What was told so far.
        sentence: The sentence.
        index: The word.
    """
    page = told.page
    token = page.tokens[index]
    sort = next(
        (name for name, words in page.back.pronouns.items() if token.text.lower() in words), ""
    )
    if not sort or token.relation not in SUBJECTS or index in told.quotes:
        return None
    if sort == "neutral" and not _may_be_body(page, token.head):
        return None
    if sort == "plural" and token.relation == "nsubjpass":
        # "Police said they were shot": whom it was done to is somebody else.
        return None
    meant = _meant(told, sentence, token, sort)
    if meant is None:
        return None
    if meant.kind is EntityKind.PERSON:
        told.genders[meant.key] = sort
    return Draft(
        first=index,
        last=index + 1,
        core=(index, index + 1),
        kind=meant.kind,
        name=meant.name,
        key=meant.key,
        rank=meant.rank,
        named=meant.named,
        form=MentionForm.PRONOUN,
    )


def _meant(told: Told, sentence: Sentence, token: Token, sort: str) -> Draft | None:
    above = _saying_above(told.page, token)
    if above is not None:
        meant = _said_by(told, above[0], token, sort)
        return meant if meant is None or _is_kept(told, meant, above[1], token) else None
    if not _opens(told.page, sentence, token):
        return None
    return _before(told, sentence, token, sort)


def _saying_above(page: Page, token: Token) -> tuple[int, int] | None:
    """Return the verb above the clause of a pronoun, and the verb that heads the clause.

    That is "said" and "was" in "BP said it was checking".
    """
    verb = page.tokens[token.head]
    for _ in range(len(_CLAUSES)):
        if verb.relation not in _CLAUSES or verb.head == verb.index:
            return None
        above = page.tokens[verb.head]
        if verb.relation == "ccomp":
            return above.index, verb.index
        verb = above
    return None


def _is_kept(told: Told, meant: Draft, clause: int, token: Token) -> bool:
    """Say whether the speaker is still the one told of in a clause within what is said.

    "He said the man shot her while he was drunk" changes over to the man.
    """
    subject = subject_of(told.page, clause)
    if token.head == clause or subject is None or subject == token.index:
        return True
    over = told.at.get(subject)
    return over is not None and over.key == meant.key


def _said_by(told: Told, matrix: int, token: Token, sort: str) -> Draft | None:
    """Return who says the clause of a pronoun, if the pronoun fits."""
    page = told.page
    subject = subject_of(page, matrix)
    if subject is None or subject >= token.index or page.tokens[matrix].index > token.index:
        return None
    speaker = _speaker(told, subject, matrix, sort)
    if speaker is None:
        return None
    others = {
        one.key
        for one in told.within(subject, token.index)
        if one.key != speaker.key and _fits(told, one, sort)
    }
    beside = {one.key for one in told.within(*_phrase(page, subject, matrix))}
    if others - beside:
        return None
    between = (matrix, token.index)
    human = sort in {"male", "female"} and (
        _strangers(told, between, sort) or _somebody(told, between, sort)
    )
    return None if human else speaker


def _phrase(page: Page, subject: int, verb: int) -> tuple[int, int]:
    """Return the bounds of a subject with what is said of it, on its side of the verb."""
    inside = [one for one in page.analysis.subtree(subject) if (one < verb) == (subject < verb)]
    return inside[0], inside[-1] + 1


def _speaker(told: Told, subject: int, verb: int, sort: str) -> Draft | None:
    """Return the draft of a subject that a pronoun fits; for "it" also the body it speaks for."""
    draft = told.at.get(subject)
    if draft is not None and _fits(told, draft, sort):
        return draft
    if sort != "neutral":
        return None
    single = told.page.tokens[subject].lemma in told.page.back.single
    if not single and (draft is None or draft.kind is not EntityKind.PERSON):
        return None
    bodies = {
        one.key: one
        for one in told.within(*_phrase(told.page, subject, verb))
        if _fits(told, one, sort)
    }
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _fits(told: Told, draft: Draft, sort: str) -> bool:
    """Say whether a pronoun can stand for a draft."""
    page = told.page
    if sort in {"male", "female"}:
        same = told.genders.get(draft.key, sort) == sort
        return draft.kind is EntityKind.PERSON and same
    if draft.kind is EntityKind.PERSON:
        return False
    last = draft.last - 1
    plural = page.lower[last] in page.back.plural or page.tokens[last].tag == "NNS"
    if draft.form is MentionForm.PRONOUN:
        plural = page.lower[draft.core[0]] in page.back.pronouns["plural"]
    return plural if sort == "plural" else not plural and _is_body(page, draft)


def _is_body(page: Page, draft: Draft) -> bool:
    """Say whether a draft can be "it": one with a name, or a group."""
    return draft.named or page.lower[draft.core[1] - 1] in page.words.sets["armed.bodies"]


def _may_be_body(page: Page, index: int) -> bool:
    """Say whether "it" before a verb can be a body, not the weather or what follows."""
    verb = page.tokens[index]
    parts = [page.tokens[child] for child in verb.children]
    if verb.lemma == "be" and verb.relation != "auxpass":
        return any(
            (part.relation == "acomp" and part.lemma in page.back.states)
            or (part.relation == "prep" and _is_stance(page, part))
            for part in parts
        ) and not any(part.relation in {"ccomp", "csubj"} for part in parts)
    return verb.tag.startswith(("VB", "MD")) and verb.lemma not in _OF_NOTHING


_OF_NOTHING = frozenset(
    "take seem appear remain look happen become emerge turn rain snow follow come occur".split()
)


def _is_stance(page: Page, preposition: Token) -> bool:
    """Say whether a body can be so: "behind the attack", "in touch with the families"."""
    nouns = {page.tokens[child].lemma for child in preposition.children}
    return preposition.lemma == "behind" or bool(nouns & page.back.contacts)


def _opens(page: Page, sentence: Sentence, token: Token) -> bool:
    """Say whether a pronoun is the subject of the main clause, at the head of it."""
    verb = page.tokens[token.head]
    while verb.relation == "conj" and verb.head != verb.index:
        verb = page.tokens[verb.head]
    if verb.relation != "ROOT":
        return False
    return not any(
        page.tokens[index].relation in SUBJECTS for index in range(sentence.first, token.index)
    )


def _before(told: Told, sentence: Sentence, token: Token, sort: str) -> Draft | None:
    """Return whom a pronoun at the head of a sentence takes up from those before."""
    verb = told.page.tokens[token.head]
    for earlier in before(told.page, sentence, _REACH if sort in {"male", "female"} else 1):
        here = (earlier.first, earlier.last)
        subject = told.subject(earlier)
        main = told.at.get(subject.index) if subject is not None else None
        fitting = {one.key: one for one in told.within(*here) if _fits(told, one, sort)}
        if sort in {"male", "female"}:
            unknown = subject is not None and main is None and subject.tag[:3] == "NNP"
            strangers = unknown or _strangers(told, here, sort) or _somebody(told, here, sort)
            if not fitting and not strangers:
                continue
            return _person_before(told, main, fitting, verb, strangers=strangers, sort=sort)
        if main is None or not _fits(told, main, sort):
            return None
        willed = verb.lemma in told.page.back.acts
        return main if willed or not _things(told, here, main) else None
    return None


def _person_before(
    told: Told,
    main: Draft | None,
    fitting: dict[str, Draft],
    verb: Token,
    *,
    strangers: bool,
    sort: str,
) -> Draft | None:
    """Return the person that a sentence leaves for "he" in the next one; None where it is open."""
    subject = main is not None and _fits(told, main, sort)
    if subject and verb.lemma in told.page.back.saying:
        return main
    if strangers or len(fitting) != 1:
        return None
    return next(iter(fitting.values()))


def _somebody(told: Told, here: tuple[int, int], sort: str) -> bool:
    """Say whether "him" or "she" stands in a stretch for somebody that is open."""
    words = told.page.back.same_sex[sort]
    return any(
        told.page.lower[index] in words
        and told.page.tokens[index].tag == "PRP"
        and index not in told.at
        and index not in told.quotes
        for index in range(*here)
    )


def _strangers(told: Told, here: tuple[int, int], sort: str) -> bool:
    """Say whether somebody without a name stands in a stretch whom "he" or "she" would fit too."""
    page = told.page
    other = page.back.female if sort == "male" else page.back.male
    for index in range(*here):
        token = page.tokens[index]
        if (
            token.tag != "NN"
            or token.lemma not in page.back.single
            or token.relation not in _PEOPLE
        ):
            continue
        if index in told.at or token.lemma in other:
            continue
        if not _is_beside_person(told, token):
            return True
    return False


def _is_beside_person(told: Told, token: Token) -> bool:
    """Say whether a noun is set beside a person's name: "John Roe, a spokesman"."""
    near = [token.head, *token.children]
    return any(
        told.at[one].kind is EntityKind.PERSON for one in near if one in told.at
    ) and token.relation not in {"dobj", "nsubj", "nsubjpass"}


def _things(told: Told, here: tuple[int, int], main: Draft) -> bool:
    """Say whether a stretch tells of another thing that "it" may be."""
    page = told.page
    for index in range(*here):
        token = page.tokens[index]
        if token.relation not in _PARTS or token.tag not in {"NN", "NNP"}:
            continue
        label = page.labels.get(index)
        if label is not None and label.label in {"DATE", "TIME", "PERSON", "MONEY"}:
            continue
        over = told.at.get(index)
        if over is None or over.key != main.key:
            return True
    return False
