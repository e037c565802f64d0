"""Whether an event is told as having happened, follows FactBank's reading of modal contexts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Factuality

if TYPE_CHECKING:
    from onrecord.extract.events.lexicon import EventLexicon
    from onrecord.model import Analysis, Token

_CLAUSE_STEPS = frozenset(
    {"xcomp", "pcomp", "advcl", "acl", "dobj", "pobj", "prep", "attr", "conj"}
)
# Verbs whose infinitive did happen ("managed to escape").
_ACHIEVING = frozenset("manage begin start continue succeed proceed go happen help come".split())
_FUTURE = frozenset({"will", "shall", "'ll", "wo"})


def factuality(analysis: Analysis, trigger: int, lexicon: EventLexicon) -> Factuality:
    """Return whether the event told by a word is told as having happened."""
    token = analysis.tokens[trigger]
    if _negated(analysis, token):
        return Factuality.NEGATED
    if _possible(analysis, token, lexicon) or _only_named(analysis, token, lexicon):
        return Factuality.POSSIBLE
    if _generic(analysis, token, lexicon):
        return Factuality.GENERIC
    return Factuality.HAPPENED


def _negated(analysis: Analysis, token: Token) -> bool:
    for child in token.children:
        other = analysis.tokens[child]
        if other.relation == "neg" or (other.relation == "det" and other.lemma == "no"):
            return True
        if other.relation in {"nsubj", "nsubjpass"} and _is_none(analysis, other):
            return True
    return False


def _is_none(analysis: Analysis, token: Token) -> bool:
    if token.lemma in {"none", "nobody", "no-one"}:
        return True
    return any(
        analysis.tokens[child].relation == "det" and analysis.tokens[child].lemma == "no"
        for child in token.children
    )


def _possible(analysis: Analysis, token: Token, lexicon: EventLexicon) -> bool:
    """Say whether a modal, a condition or a governing word withholds that it happened."""
    current = token
    for _ in range(4):
        if _has_modal(analysis, current, lexicon) or _is_purpose(analysis, current):
            return True
        for child in current.children:
            other = analysis.tokens[child]
            if other.relation == "mark" and other.lemma in {"if", "unless", "whether", "lest"}:
                return True
        if current.relation not in _CLAUSE_STEPS or current.head == current.index:
            return False
        head = analysis.tokens[current.head]
        if current.relation != "conj" and head.lemma in lexicon.possible and head.tag != "MD":
            return True
        if head.tag[:2] == "VB" and current.relation in {"dobj", "prep", "pobj", "conj", "attr"}:
            # What a finite verb governs shares its modality, but no further step up is safe.
            return _has_modal(analysis, head, lexicon)
        current = head
    return False


def _only_named(analysis: Analysis, token: Token, lexicon: EventLexicon) -> bool:
    """Say whether a noun stands before what withholds that it happened: "a bomb plot"."""
    return token.relation == "compound" and analysis.tokens[token.head].lemma in lexicon.possible


def _has_modal(analysis: Analysis, token: Token, lexicon: EventLexicon) -> bool:
    return any(
        analysis.tokens[child].relation == "aux"
        and (
            analysis.tokens[child].lemma in _FUTURE
            or (
                analysis.tokens[child].tag == "MD"
                and analysis.tokens[child].lemma in lexicon.possible
            )
        )
        for child in token.children
    )


def _is_purpose(analysis: Analysis, token: Token) -> bool:
    """Say whether a verb is an infinitive that tells an aim: "an operation to rescue them"."""
    infinitive = any(analysis.tokens[child].tag == "TO" for child in token.children)
    if not infinitive or token.tag != "VB":
        return False
    return analysis.tokens[token.head].lemma not in _ACHIEVING


def _generic(analysis: Analysis, token: Token, lexicon: EventLexicon) -> bool:
    if token.tag != "NNS":
        return False
    described = [analysis.tokens[child] for child in token.children]
    if any(other.tag == "CD" or other.lemma in {"the", "these", "those"} for other in described):
        return False
    if any(other.lemma in lexicon.generic for other in described):
        return True
    head = analysis.tokens[token.head]
    return not described or (
        token.relation == "pobj"
        and head.lemma in {"in", "of", "like"}
        and analysis.tokens[head.head].lemma in lexicon.generic
    )
