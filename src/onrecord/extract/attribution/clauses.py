"""The clauses of a sentence: which words belong to a verb, and which to the verbs joined to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Range
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.model import Analysis, Sentence, Token

_TRIMMED = frozenset({",", ";", ":", "-", "--", "–", "—", ".", "and", "but", "while", "although"})
_VERB_TAGS = ("VB", "MD")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_CUE_WORDS = frozenset({"aux", "auxpass", "neg", "prt"})


def children(analysis: Analysis, index: int, *relations: str) -> list[int]:
    """Return the words that hang on a word by one of these relations."""
    return [
        child
        for child in analysis.tokens[index].children
        if analysis.tokens[child].relation in relations
    ]


def is_verb(token: Token) -> bool:
    """Say whether a word is a verb."""
    return token.tag.startswith(_VERB_TAGS)


def subject(analysis: Analysis, verb: int) -> int | None:
    """Return the subject of a verb, its own or that of the verb it is joined to."""
    own = children(analysis, verb, *_SUBJECTS)
    if own:
        # "Which the company said": the second of two subjects is the verb's own.
        second = analysis.tokens[own[0]].tag in {"WP", "WDT"} and own[-1] < verb
        return antecedent(analysis, own[-1] if second else own[0])
    token = analysis.tokens[verb]
    if token.head == verb:
        return None
    if token.relation in {"conj", "xcomp", "advcl", "parataxis"} and is_verb(
        analysis.tokens[token.head]
    ):
        return subject(analysis, token.head) if token.relation != "parataxis" else None
    if token.relation in {"acl", "relcl"} and not own:
        return token.head
    return None


def antecedent(analysis: Analysis, index: int) -> int:
    """Return whom "who", "which" or "that" at the head of a relative clause stands for."""
    token = analysis.tokens[index]
    clause = analysis.tokens[token.head]
    if token.tag not in {"WP", "WDT"} or clause.relation != "relcl":
        return index
    return clause.head


def relative(analysis: Analysis, verb: int) -> int | None:
    """Return the "who" that a verb has as its own subject; None if it has none."""
    own = children(analysis, verb, "nsubj")
    token = analysis.tokens[verb]
    if (
        len(own) != 1
        or token.relation != "relcl"
        or analysis.tokens[own[0]].tag not in {"WP", "WDT"}
    ):
        return None
    return own[0]


def is_demanded(analysis: Analysis, verb: int) -> bool:
    """Say whether a verb tells what somebody ought to do, and has not done: "should say"."""
    helpers = {analysis.tokens[child].lemma for child in children(analysis, verb, "aux")}
    return bool(helpers & {"should", "must", "shall"})


def hides(analysis: Analysis, verb: int, lexicon: CueLexicon) -> bool:
    """Say whether somebody asks or declines to have himself told of: "asked not to be named"."""
    acts = {analysis.tokens[child].lemma for child in children(analysis, verb, "xcomp")}
    whom = children(analysis, verb, "dobj", "dative")
    return bool(acts & lexicon.words["not_cues.acts"]) and not whom


def joined(analysis: Analysis, verb: int) -> list[int]:
    """Return a verb and the verbs joined to it that bring a clause of their own."""
    found = [verb]
    for index in found:
        found.extend(
            child for child in children(analysis, index, "conj") if is_verb(analysis.tokens[child])
        )
    return sorted(found)


def clause_range(analysis: Analysis, sentence: Sentence, verb: int) -> Range | None:
    """Return the words of a verb's clause, without the verbs joined to it; None if none are left.

    The clause is a stretch: what the parser hung on the verb beyond another clause is left out.
    """
    own = set(analysis.subtree(verb))
    for other in children(analysis, verb, "conj"):
        if is_verb(analysis.tokens[other]):
            own -= set(analysis.subtree(other))
    first = last = verb
    while first - 1 >= sentence.first and first - 1 in own:
        first -= 1
    while last + 1 < sentence.last and last + 1 in own:
        last += 1
    return trimmed(analysis, (first, last + 1))


def trimmed(analysis: Analysis, stretch: Range) -> Range | None:
    """Return a stretch without the marks and joining words at its ends; None if nothing is left."""
    first, last = stretch
    while first < last and analysis.tokens[first].text.lower() in _TRIMMED:
        first += 1
    while last > first and (
        analysis.tokens[last - 1].text.lower() in _TRIMMED
        or not analysis.tokens[last - 1].text.strip()
    ):
        last -= 1
    return (first, last) if first < last else None


def cue_range(analysis: Analysis, verb: int) -> Range:
    """Return the words of a cue: its verb with auxiliaries, negation, adverbs and particle."""
    first = last = verb
    for child in analysis.tokens[verb].children:
        token = analysis.tokens[child]
        near = token.relation in _CUE_WORDS or (token.relation == "advmod" and token.tag == "RB")
        if near and child < verb:
            first = min(first, child)
        elif near and child == last + 1 and token.relation in {"prt", "neg"}:
            last = child
    if any(
        analysis.tokens[index].relation in _SUBJECTS or analysis.tokens[index].text == ","
        for index in range(first, verb)
    ):
        first = verb
        while (
            first - 1 >= 0
            and analysis.tokens[first - 1].head == verb
            and (analysis.tokens[first - 1].relation in {*_CUE_WORDS, "advmod"})
        ):
            first -= 1
    return first, last + 1


def is_negated(analysis: Analysis, verb: int) -> bool:
    """Say whether a verb has a "not" of its own, or "no" in its object, or "unable" above it."""
    if children(analysis, verb, "neg") or _neither(analysis, verb):
        return True
    for child in children(analysis, verb, "dobj", "attr"):
        if has_no(analysis, child):
            return True
    head = analysis.tokens[analysis.tokens[verb].head]
    if head.relation == "acomp" and head.lemma == "able":
        return is_negated(analysis, head.head)
    if analysis.tokens[verb].relation != "xcomp" or head.lemma in _PERMITTING:
        return False
    return head.lemma == "unable" or bool(children(analysis, head.index, "neg"))


_PERMITTING = frozenset({"authorise", "authorize", "allow", "permit", "authorised", "authorized"})


def _neither(analysis: Analysis, verb: int) -> bool:
    """Say whether "neither" or "no" negates a verb: "neither confirmed nor", "no official said"."""
    token = analysis.tokens[verb]
    if token.relation == "conj" and is_verb(analysis.tokens[token.head]):
        nor = any(analysis.tokens[child].lemma == "nor" for child in token.children) or any(
            analysis.tokens[child].lemma == "nor" for child in analysis.tokens[token.head].children
        )
        if nor and _neither(analysis, token.head):
            return True
    own = (
        child
        for head in children(analysis, verb, "nsubj")
        for child in (head, *_kids(analysis, head))
    )
    return any(analysis.tokens[child].lemma == "neither" for child in token.children) or any(
        analysis.tokens[child].lemma in {"no", "neither", "nobody", "none"} for child in own
    )


def _kids(analysis: Analysis, index: int) -> tuple[int, ...]:
    return analysis.tokens[index].children


def has_no(analysis: Analysis, noun: int) -> bool:
    """Say whether a noun is counted away: "no details", "few details"."""
    return any(
        analysis.tokens[child].lemma in {"no", "few", "little"}
        for child in analysis.tokens[noun].children
    )
