"""What befell people by the words beside their number: noun, state, toll, those they are among."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.casualties.befallen import is_nested
from onrecord.claims.casualties.governing import top_of
from onrecord.claims.casualties.withheld import is_cared_for
from onrecord.claims.standing import is_old, says_background, times_by_sentence
from onrecord.model import Bearing, FigureMention, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.claims.scene import Scene
    from onrecord.model import Token

# How many words may stand between a number and the word of state behind it: "three others wounded",
# "12 more people were injured".
_STATE_REACH = 4
# How far behind "among" or a toll's noun the word may stand that says of whom.
_NAMING_REACH = 4
_BETWEEN = frozenset("NNS NN JJ RB VBD VBN VBP VBZ IN".split())
_OF_THEM = frozenset({"of", "them", "whom", "these", "those"})


def slot(scene: Scene, mention: FigureMention) -> str | None:
    """Return what a figure counts by the words beside it; None where they do not say."""
    if is_nested(scene, mention):
        return _by_noun(scene, mention)
    return (
        _by_noun(scene, mention)
        or _among(scene, mention)
        or _of_members(scene, mention)
        or _by_state(scene, mention)
        or _by_toll(scene, mention)
        or _as_well_as(scene, mention)
    )


def decisive(scene: Scene, mention: FigureMention) -> str | None:
    """Return what a noun counts whatever verb stands by it: "20 bodies were brought out"."""
    token = scene.analysis.tokens[mention.head]
    nouns = scene.words.claims["decisive"]["nouns"]
    if token.lemma not in nouns and token.text.lower() not in nouns:
        return None
    return _by_noun(scene, mention)


def is_background(scene: Scene, mention: FigureMention) -> bool:
    """Say whether the sentence of a figure tells of what went before."""
    sentence = scene.sentence(mention.phrase)
    if says_background(sentence.span.of(scene.analysis.text), scene.words.claims):
        return True
    times = times_by_sentence(scene.analysis, scene.mentions).get(sentence.number, [])
    return bool(times) and all(is_old(scene.report, time) for time in times)


def is_withdrawn(scene: Scene, mention: FigureMention) -> bool:
    """Say whether the sentence of a figure takes back what it tells: "that proved incorrect"."""
    text = scene.sentence(mention.phrase).span.of(scene.analysis.text).lower()
    return any(phrase in text for phrase in scene.words.claims["withdrawn"]["phrases"])


def _by_noun(scene: Scene, mention: FigureMention) -> str | None:
    token = scene.analysis.tokens[mention.head]
    if mention.figure.high == 0:
        none = _listed(token, scene.words.claims["counted_none"])
        if none is not None:
            return none
    return _listed(token, scene.words.claims["counted"])


def _listed(token: Token, lists: Mapping[str, Sequence[str]]) -> str | None:
    """Return the slot whose list has a word."""
    return next(
        (
            str(name)
            for name, words in lists.items()
            if token.lemma in words or token.text.lower() in words
        ),
        None,
    )


def _by_state(scene: Scene, mention: FigureMention) -> str | None:
    tokens = scene.analysis.tokens
    sentence = scene.sentence(mention.phrase)
    behind = [
        token
        for token in scene.analysis.tokens_of(sentence)
        if token.span.start >= mention.phrase.end
    ]
    while behind and behind[0].text.lower() in _OF_THEM:
        behind = behind[1:]
    for token in behind[:_STATE_REACH]:
        found = _listed(token, scene.words.claims["state"])
        if found is not None and is_cared_for(scene, token.index):
            return None
        if found is not None and not _is_active(scene, token):
            return None if _is_one_of_two(scene, token, found) else found
        if token.tag not in _BETWEEN or (
            token.tag[:2] == "VB" and token.lemma not in {"be", "have", "leave", "lie"}
        ):
            return None
        if token.tag == "IN" and tokens[token.index].lemma in {"of", "with"}:
            return None
    return None


def _is_active(scene: Scene, token: Token) -> bool:
    """Say whether a word of state is a verb that does it to others: "gunmen killed two".

    Who is "missing the match" is not missing either.
    """
    relations = {scene.analysis.tokens[child].relation for child in token.children}
    if token.tag == "VBG":
        return "dobj" in relations
    return token.tag in {"VBD", "VBP", "VBZ"} and bool(relations & {"dobj", "nsubj"})


def _is_one_of_two(scene: Scene, token: Token, found: str) -> bool:
    """Say whether another state is joined to one, of the same people: "30 dead or wounded"."""
    tokens = scene.analysis.tokens
    if token.index + 2 >= len(tokens) or tokens[token.index + 1].text.lower() not in {"or", "and"}:
        return False
    return _listed(tokens[token.index + 2], scene.words.claims["state"]) not in {None, found}


def _by_toll(scene: Scene, mention: FigureMention) -> str | None:
    """Return the slot of a toll that is set: "the toll rose to", "put the number of wounded at".

    Only the first figure behind the toll's noun is its number, and only right behind the word that
    sets it; what the toll was before ("from 41") may stand between. A toll set anew may stand
    before its noun: "bringing to 14 the number released".
    """
    toll = scene.words.claims["toll"]
    here = scene.analysis.tokens_of(scene.sentence(mention.phrase))
    before = [token for token in here if token.span.end <= mention.phrase.start]
    behind = [token for token in here if token.span.start >= mention.phrase.end]
    if not before or before[-1].text.lower() not in toll["setting"]:
        return None
    if not any(token.lemma in toll["verbs"] for token in before):
        return None
    nouns = [token for token in before if _names_toll(token, toll["nouns"])]
    if not nouns:
        after = [token for token in behind[:3] if token.lemma in toll["nouns"]]
        return _of_toll(scene, after[0], behind) if after else None
    between = Span(nouns[-1].span.end, mention.phrase.start)
    if any(
        _holds(scene, other) for other in scene.mentions.figures if between.covers(other.phrase)
    ):
        return None
    return _of_toll(scene, nouns[-1], before)


def _names_toll(token: Token, nouns: Sequence[str]) -> bool:
    """Say whether a word is the noun of a toll, by its form too: "the injured at 80"."""
    return token.lemma in nouns or token.text.lower() in nouns


def _holds(scene: Scene, other: FigureMention) -> bool:
    """Say whether a figure is not what a toll was before: "from 41"."""
    words = scene.analysis.text[: other.phrase.start].split()
    return other.figure.bearing is not Bearing.FORMER and words[-1:] != ["from"]


def _of_toll(scene: Scene, noun: Token, around: Sequence[Token]) -> str | None:
    """Return what a toll counts: the dead, unless its words name others."""
    # "The wounded number 34", "the wounded now number 34".
    before = scene.analysis.tokens[max(noun.index - 2, 0) : noun.index]
    told = state_in(
        scene, [token for token in around if 0 < token.index - noun.index <= _NAMING_REACH]
    )
    if noun.lemma != "toll":
        return state_in(scene, [noun]) or told or state_in(scene, before)
    return state_in(scene, before) or "killed"


def _among(scene: Scene, mention: FigureMention) -> str | None:
    """Return the slot of those that people are among: "two engineers were among the dead"."""
    sentence = scene.sentence(mention.phrase)
    tokens = [
        token
        for token in scene.analysis.tokens_of(sentence)
        if token.span.start >= mention.phrase.end
    ]
    if not [token for token in tokens[:2] if token.lemma == "be"]:
        return None
    among = next((place for place, token in enumerate(tokens[:4]) if token.lemma == "among"), None)
    return None if among is None else state_in(scene, tokens[among + 1 : among + 4])


def _of_members(scene: Scene, mention: FigureMention) -> str | None:
    """Return the slot of those a sentence tells who they are: "among the dead were two nurses".

    Also "the dead included four soldiers", "of the hostages, seven are Filipinos".
    """
    members = scene.words.claims["members"]
    sentence = scene.sentence(mention.phrase)
    if _speaks(scene, mention):
        return None
    before = [
        token
        for token in scene.analysis.tokens_of(sentence)
        if token.span.end <= mention.phrase.start
    ]
    heads = [
        token for token in before if token.lemma in {"among", "of"} or token.index == sentence.first
    ]
    for start in heads:
        following = [token for token in before if 0 <= token.index - start.index <= _NAMING_REACH]
        told = next((one for one in following if _listed(one, members["nouns"])), None)
        if told is None or _is_member_elsewhere(scene, mention, told, before):
            continue
        if start.lemma in {"among", "of"} or _is_subject(scene, told, mention):
            return _listed(told, members["nouns"])
    return None


def _speaks(scene: Scene, mention: FigureMention) -> bool:
    """Say whether the one counted is who tells it: "among the dead was a boy, a doctor said"."""
    return any(
        part.overlaps(mention.phrase) for one in scene.mentions.attributions for part in one.source
    )


def _is_member_elsewhere(
    scene: Scene, mention: FigureMention, told: Token, before: Sequence[Token]
) -> bool:
    """Say whether another verb than of being stands between those told of and the figure.

    Verbs of a relative clause that is over do not: "five soldiers who guarded it, three cooks".
    """
    members = scene.words.claims["members"]
    above = {mention.head, *scene.analysis.ancestors(mention.head)}
    return any(
        token.tag[:2] == "VB"
        and token.lemma not in members["verbs"]
        and not _is_in_closed_clause(scene, token, above)
        for token in before
        if token.index > told.index
    )


def _is_in_closed_clause(scene: Scene, token: Token, above: set[int]) -> bool:
    """Say whether a verb stands in a relative clause that those counted are no part of."""
    tokens = scene.analysis.tokens
    return any(
        tokens[index].relation == "relcl" and index not in above
        for index in (token.index, *scene.analysis.ancestors(token.index))
    )


def _is_subject(scene: Scene, told: Token, mention: FigureMention) -> bool:
    """Say whether a figure tells who the subject of its clause are."""
    members = scene.words.claims["members"]
    tokens = scene.analysis.tokens
    index = top_of(scene, mention)
    for _ in range(4):
        token = tokens[index]
        if token.relation == "pobj" and tokens[token.head].lemma == "as":
            token = tokens[token.head]  # "were identified as three brothers"
        if token.relation in {"attr", "dobj", "prep"}:
            verb = tokens[token.head]
            return verb.lemma in members["verbs"] and told.head == verb.index
        if token.relation not in {"conj", "appos"}:
            return False
        index = token.head
    return False


def state_in(scene: Scene, tokens: Sequence[Token]) -> str | None:
    """Return the slot of the first word of state, or noun of people in that state."""
    words = scene.words.claims
    for token in tokens:
        found = _listed(token, words["state"]) or _listed(token, words["counted"])
        if found is not None:
            return found
    return None


def _as_well_as(scene: Scene, mention: FigureMention) -> str | None:
    """Return the slot of the people that "as well as" adds these to."""
    tokens = scene.analysis.tokens
    first = next(
        (token.index for token in tokens if token.span.start >= mention.phrase.start), mention.head
    )
    words = [token.text.lower() for token in tokens[max(0, first - 3) : first]]
    if words != ["as", "well", "as"] and words[1:] not in (["together", "with"], ["along", "with"]):
        return None
    sentence = scene.sentence(mention.phrase)
    earlier = [
        event
        for event in scene.events()
        if event.effect and sentence.first <= event.trigger < first
    ]
    return earlier[-1].effect if earlier else None
