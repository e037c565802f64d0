"""Non-answers: does not know, will not say, is checking, gives no more, could not be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import children, has_no, is_negated
from onrecord.model import Stance

if TYPE_CHECKING:
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.model import Analysis

_OBJECTS = ("dobj", "attr", "oprd")
_CLAUSES = ("ccomp", "xcomp", "advcl", "acl")
_KNOWING = frozenset({"able", "unable"})


def non_answer(analysis: Analysis, verb: int, lexicon: CueLexicon) -> Stance | None:
    """Return how a verb with its objects and negation withholds an answer; None if it does not."""
    verb = _ability(analysis, verb)
    if _is_ordered(analysis, verb):
        return None
    return (
        _declines(analysis, verb, lexicon)
        or _not_reached(analysis, verb, lexicon)
        or _gives_no_more(analysis, verb, lexicon)
        or _does_not_know(analysis, verb, lexicon)
        or _is_checking(analysis, verb, lexicon)
    )


def _is_ordered(analysis: Analysis, verb: int) -> bool:
    """Say whether a verb is what somebody else is to do: "told his staff never to speak of it"."""
    token = analysis.tokens[verb]
    teller = analysis.tokens[token.head]
    whom = [child for child in children(analysis, teller.index, "dobj", "dative") if child < verb]
    return token.relation == "xcomp" and teller.tag[:2] == "VB" and bool(whom)


def _ability(analysis: Analysis, verb: int) -> int:
    """Return the verb of what somebody is or is not able to do; any other verb as it is."""
    for able in children(analysis, verb, "acomp"):
        if analysis.tokens[able].lemma in _KNOWING:
            return next(iter(children(analysis, able, "xcomp")), verb)
    return verb


def _objects(analysis: Analysis, verb: int) -> list[int]:
    return children(analysis, verb, *_OBJECTS)


def _declines(analysis: Analysis, verb: int, lexicon: CueLexicon) -> Stance | None:
    token = analysis.tokens[verb]
    words = lexicon.non_answers
    if _neither_nor(analysis, verb):
        return Stance.DECLINES
    if token.lemma in words["declines.verbs"] and children(analysis, verb, "xcomp"):
        return _declined_act(analysis, children(analysis, verb, "xcomp"), lexicon)
    helpers = {analysis.tokens[child].lemma for child in children(analysis, verb, "aux")}
    # "Had not spoken since" is no refusal; "would not speak" is.
    refused = token.lemma == "comment" or helpers - {"have", "be"} or token.relation == "xcomp"
    if token.lemma in words["declines.negated"] and refused and is_negated(analysis, verb):
        return Stance.DECLINES
    if token.lemma in words["declines.would_not"] and helpers & {"would", "will"}:
        return Stance.DECLINES if children(analysis, verb, "neg") else None
    for noun in _objects(analysis, verb):
        if analysis.tokens[noun].lemma in words["declines.nouns"] and (
            has_no(analysis, noun) or token.lemma == "decline"
        ):
            return Stance.DECLINES
    return None


def _neither_nor(analysis: Analysis, verb: int) -> bool:
    """Say whether a verb is the first of "would neither confirm nor deny"."""
    tokens = analysis.tokens
    if tokens[verb].lemma != "confirm" or verb + 2 >= len(tokens):
        return False
    if {tokens[index].lemma for index in range(max(0, verb - 3), verb)} & {"could", "can", "able"}:
        return False  # "could neither confirm nor deny": it does not know
    before, following = tokens[verb - 1].text.lower(), tokens[verb + 1].text.lower()
    return (
        before in {"neither", "not"}
        and following in {"nor", "or"}
        and tokens[verb + 2].lemma in {"deny", "rule"}
    )


def _declined_act(analysis: Analysis, acts: list[int], lexicon: CueLexicon) -> Stance | None:
    """Return what somebody does who declines to do these things; None if they are no telling."""
    words = lexicon.non_answers
    for act in acts:
        if children(analysis, act, "auxpass"):
            continue  # "declined to be identified"
        lemma = analysis.tokens[act].lemma
        objects = {analysis.tokens[noun].lemma for noun in _objects(analysis, act)}
        if lemma == "elaborate" or objects & words["gives_no_more.nouns"]:
            return Stance.GIVES_NO_MORE
        telling = words["declines.negated"] | words["gives_no_more.negated"]
        if lemma in telling | words["declines.would_not"]:
            return Stance.DECLINES
    return None


def without_telling(analysis: Analysis, preposition: int, lexicon: CueLexicon) -> int | None:
    """Return the verb of "without elaborating", "without giving details"; None if it is not."""
    words = lexicon.non_answers
    for verb in children(analysis, preposition, "pcomp"):
        objects = {analysis.tokens[noun].lemma for noun in _objects(analysis, verb)}
        lemma = analysis.tokens[verb].lemma
        if lemma == "elaborate" or (
            lemma in words["gives_no_more.negated"] and objects & words["gives_no_more.nouns"]
        ):
            return verb
    return None


def _not_reached(analysis: Analysis, verb: int, lexicon: CueLexicon) -> Stance | None:
    token = analysis.tokens[verb]
    words = lexicon.non_answers
    passive = bool(children(analysis, verb, "auxpass"))
    if token.lemma in words["not_reached.reach"] and passive and is_negated(analysis, verb):
        return Stance.NOT_REACHED
    if token.lemma in words["not_reached.respond"] and is_negated(analysis, verb) and not passive:
        return Stance.NOT_REACHED
    who = {analysis.tokens[child].lemma for child in children(analysis, verb, "nsubj")}
    if who & words["does_not_know.nouns"]:
        return None  # "no details were available"
    told = {analysis.tokens[child].lemma for child in children(analysis, verb, "acomp")}
    if token.lemma == "be" and told & words["not_reached.available"] and is_negated(analysis, verb):
        return Stance.NOT_REACHED
    return None


def _gives_no_more(analysis: Analysis, verb: int, lexicon: CueLexicon) -> Stance | None:
    token = analysis.tokens[verb]
    words = lexicon.non_answers
    if token.lemma == "elaborate" and is_negated(analysis, verb):
        return Stance.GIVES_NO_MORE
    if token.lemma not in words["gives_no_more.negated"] | words["gives_no_more.did_not"]:
        return None
    for noun in _objects(analysis, verb):
        if analysis.tokens[noun].lemma in words["gives_no_more.nouns"] and (
            has_no(analysis, noun) or children(analysis, verb, "neg")
        ):
            return Stance.GIVES_NO_MORE
    did_not = any(
        analysis.tokens[child].lemma in {"do", "would", "will"}
        for child in children(analysis, verb, "aux")
    )
    if token.lemma == "say" and children(analysis, verb, "dobj"):
        return None  # "did not say a word"
    if token.lemma in words["gives_no_more.did_not"] and did_not:
        return Stance.GIVES_NO_MORE if children(analysis, verb, "neg") else None
    return None


def _does_not_know(analysis: Analysis, verb: int, lexicon: CueLexicon) -> Stance | None:
    token = analysis.tokens[verb]
    words = lexicon.non_answers
    if token.lemma == "have" and any(
        analysis.tokens[noun].lemma in words["does_not_know.nouns"] and has_no(analysis, noun)
        for noun in _objects(analysis, verb)
    ):
        return Stance.DOES_NOT_KNOW
    if token.lemma not in words["does_not_know.negated"]:
        return None
    if not is_negated(analysis, verb) or children(analysis, verb, "auxpass"):
        return None  # "it was not known if": nobody is named
    modal = any(
        analysis.tokens[child].lemma in words["does_not_know.modals"]
        for child in children(analysis, verb, "aux")
    )
    above = analysis.tokens[analysis.tokens[verb].head].lemma
    if modal or token.lemma == "know" or above in _KNOWING:
        return Stance.DOES_NOT_KNOW
    return None


def _is_checking(analysis: Analysis, verb: int, lexicon: CueLexicon) -> Stance | None:
    token = analysis.tokens[verb]
    words = lexicon.non_answers
    progressive = token.tag == "VBG" and any(
        analysis.tokens[child].lemma == "be" for child in children(analysis, verb, "aux")
    )
    joined = token.tag == "VBG" and token.relation == "conj"
    if token.lemma not in words["is_checking.progressive"] or not (progressive or joined):
        return None
    if token.lemma in words["is_checking.sure"]:
        return Stance.IS_CHECKING
    inner = {analysis.tokens[index].lemma for index in analysis.subtree(verb) if index > verb}
    return Stance.IS_CHECKING if inner & words["is_checking.with"] else None
