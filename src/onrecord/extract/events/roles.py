"""Who takes part in an event: read off the grammar around its trigger.

A subject counts for all verbs joined to its verb, and for the participles that hang on it ("stormed
the plant, killing two"); a noun counts for the clause that tells more of it ("foreigners seized
from the field", "the group that attacked").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.phrases import conjuncts, noun_phrase_span
from onrecord.model import Role, RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.events.triggers import Trigger
    from onrecord.model import Analysis, Token

_SUBJECTS = frozenset({"nsubj", "csubj"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
# Verbs that lend their subject to the event noun they govern: "carried out the raid".
_LIGHT_VERBS = frozenset(
    "carry launch stage mount conduct commit perpetrate execute undertake make lead do".split()
)
# Event nouns say with these prepositions whom they struck.
_STRUCK_BY = frozenset("on against of at".split())
_TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday week month year "
    "night morning evening afternoon day weekend dawn".split()
)
_WITH = frozenset({"with", "using"})


def roles(analysis: Analysis, trigger: Trigger) -> tuple[Role, ...]:
    """Return who takes part, agents first."""
    token = analysis.tokens[trigger.head]
    if token.tag in {"NN", "NNS"}:
        agents, patients = _noun_roles(analysis, token, trigger)
    else:
        agents, patients = _verb_roles(analysis, token, trigger)
    parts = [*_each(analysis, RoleName.AGENT, agents), *_each(analysis, RoleName.PATIENT, patients)]
    parts.extend(_each(analysis, RoleName.INSTRUMENT, _instruments(analysis, token)))
    return tuple(parts)


def _each(analysis: Analysis, name: RoleName, heads: list[int]) -> Iterator[Role]:
    seen: set[int] = set()
    for head in heads:
        for index in conjuncts(analysis, head):
            token = analysis.tokens[index]
            if index not in seen and token.tag[:2] in {"NN", "PR", "CD", "JJ", "DT", "VB"}:
                seen.add(index)
                yield Role(name=name, span=noun_phrase_span(analysis, index), head=index)


def _verb_roles(analysis: Analysis, token: Token, trigger: Trigger) -> tuple[list[int], list[int]]:
    by_agents = [
        inner
        for child in _children(analysis, token, "agent", "prep")
        if analysis.tokens[child].lemma == "by"
        for inner in _children(analysis, analysis.tokens[child], "pobj")
    ]
    if token.relation == "amod":
        return by_agents, [token.head]
    subject = _subject(analysis, token)
    objects = [
        child
        for child in _children(analysis, token, "dobj", "dative")
        if child not in trigger.phrase
    ] or _inside_phrase(analysis, trigger)
    if _is_passive(analysis, token):
        return by_agents, ([] if subject is None else [subject])
    if trigger.kind.intransitive and not objects:
        return [], ([] if subject is None else [subject])
    return [*([] if subject is None else [subject]), *by_agents], objects


def _inside_phrase(analysis: Analysis, trigger: Trigger) -> list[int]:
    """Return what stands inside a fixed phrase: "took 21 crew members hostage"."""
    if not trigger.phrase:
        return []
    last = trigger.phrase[-1] - 1
    return [last] if last > trigger.head and analysis.tokens[last].tag[:2] == "NN" else []


def _noun_roles(analysis: Analysis, token: Token, trigger: Trigger) -> tuple[list[int], list[int]]:
    agents: list[int] = []
    patients: list[int] = []
    for child in token.children:
        other = analysis.tokens[child]
        inner = _children(analysis, other, "pobj")
        if other.relation == "prep" and other.lemma == "by":
            agents.extend(inner)
        elif other.relation == "prep" and other.lemma in _STRUCK_BY:
            patients.extend(inner)
        elif other.relation == "poss" and other.lemma not in _TIME_WORDS and trigger.kind.effect:
            patients.append(child)
    head = analysis.tokens[token.head]
    if token.relation == "dobj" and head.lemma in _LIGHT_VERBS:
        subject = _subject(analysis, head)
        if subject is not None:
            agents.append(subject)
    elif token.relation == "nsubjpass" and head.lemma in _LIGHT_VERBS:
        agents.extend(
            inner
            for child in _children(analysis, head, "agent")
            for inner in _children(analysis, analysis.tokens[child], "pobj")
        )
    return agents, patients


def _instruments(analysis: Analysis, token: Token) -> list[int]:
    return [
        inner
        for child in _children(analysis, token, "prep")
        if analysis.tokens[child].lemma in _WITH
        for inner in _children(analysis, analysis.tokens[child], "pobj")
    ]


def _children(analysis: Analysis, token: Token, *relations: str) -> list[int]:
    return [child for child in token.children if analysis.tokens[child].relation in relations]


def _is_passive(analysis: Analysis, token: Token) -> bool:
    if _children(analysis, token, "nsubjpass", "auxpass"):
        return True
    if token.tag != "VBN":
        return False
    if token.relation == "conj":
        return _is_passive(analysis, analysis.tokens[token.head]) and not _children(
            analysis, token, "nsubj", "dobj"
        )
    return token.relation in {"acl", "advcl", "oprd", "acomp", "ROOT"} and not _children(
        analysis, token, "aux", "nsubj"
    )


def _subject(analysis: Analysis, token: Token, depth: int = 0) -> int | None:
    """Return the word that is subject of a verb, its own or the one lent by the verb above."""
    for child in token.children:
        other = analysis.tokens[child]
        if other.relation in _SUBJECTS or other.relation == "nsubjpass":
            return _antecedent(analysis, token, child)
    # Six steps lead out of any clause of prose; deeper trees are misparses.
    if depth > 6 or token.head == token.index:  # noqa: PLR2004
        return None
    head = analysis.tokens[token.head]
    if token.relation in {"acl", "relcl"}:
        return token.head if head.tag[:2] in {"NN", "PR", "CD", "DT"} else None
    if token.relation == "pcomp":
        # "before setting up": the preposition stands between the verbs.
        head = analysis.tokens[head.head]
    elif token.relation not in {"conj", "xcomp", "advcl"}:
        return None
    return _subject(analysis, head, depth + 1) if head.tag[:2] == "VB" else None


def _antecedent(analysis: Analysis, token: Token, subject: int) -> int:
    """Return what a relative pronoun stands for."""
    if analysis.tokens[subject].text.lower() in _RELATIVE and token.relation == "relcl":
        return token.head
    return subject
