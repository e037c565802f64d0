"""Whether a number without a noun counts people: "12 dead", "killing seven", "with 157 aboard".

It does beside a word of harm, where it does or suffers what people do, as so many of a group, a
toll or a list of people, and of those a ship or an aircraft carries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.people import is_person

if TYPE_CHECKING:
    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.numerals import Numeral
    from onrecord.model import Analysis, Sentence, Token

_INSIDE = frozenset("JJ JJR JJS NN NNS NNP NNPS VBN VBG HYPH POS CD FW `` ''".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_OF_THEM = (["of", "them"], ["of", "these"], ["of", "those"])
_PLURAL = frozenset({"NNS", "NNPS"})


def word_before(analysis: Analysis, sentence: Sentence, numeral: Numeral) -> str:
    """Return the word before a number, lower case; "" where none is."""
    index = numeral.first - 1
    return analysis.tokens[index].text.lower() if index >= sentence.first else ""


def is_of_people(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether a number without a noun counts people."""
    return (
        _is_in_state(analysis, sentence, numeral, lexicon)
        or _is_of_some(analysis, sentence, numeral, lexicon)
        or is_of_group(analysis, sentence, numeral, lexicon)
        or _is_aboard(analysis, sentence, numeral)
        or _does(analysis, numeral, lexicon)
        or _is_toll(analysis, sentence, numeral, lexicon)
        or _is_listed(analysis, sentence, numeral, lexicon)
    )


def _is_in_state(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether a number stands beside a word of harm: "12 dead", "killing seven"."""
    after = analysis.tokens[numeral.end : min(numeral.end + 2, sentence.last)]
    if any(token.text.lower() in lexicon.words["state.words"] for token in after):
        return True
    before = analysis.tokens[max(sentence.first, numeral.first - 1) : numeral.first]
    if not before:
        return False
    if before[-1].lemma in lexicon.words["struck.verbs"]:
        return True
    # "Among the 11 cut down", "the 40 evacuated".
    pointed = before[-1].text.lower() in {"the", "those"}
    return pointed and bool(after) and after[0].tag == "VBN" and _is_doing(after[0], lexicon)


def _is_doing(verb: Token, lexicon: FigureLexicon) -> bool:
    return verb.lemma in lexicon.words["elliptic.verbs"] | lexicon.kinds.doings


def _is_aboard(analysis: Analysis, sentence: Sentence, numeral: Numeral) -> bool:
    """Say whether a number counts those a ship or an aircraft carries: "with 157 aboard"."""
    after = analysis.tokens[numeral.end : min(numeral.end + 3, sentence.last)]
    words = [token.text.lower() for token in after]
    return (
        words[:1] == ["aboard"]
        or (
            words[:2] == ["on", "board"]
            # "Twelve on board the ship" may be crates.
            and all(token.tag not in {*_NOUNS, "DT"} for token in after[2:])
        )
    )


def _is_of_some(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether a number counts some of people told of before: "three of them", "12 who"."""
    after = [
        token.text.lower()
        for token in analysis.tokens[numeral.end : min(numeral.end + 2, sentence.last)]
    ]
    before = [
        token.text.lower()
        for token in analysis.tokens[max(sentence.first, numeral.first - 2) : numeral.first]
    ]
    if after[:1] == ["who"] or ["of", "whom"] in (after, before):
        return True
    if before[-1:] == [","] and _opens_with_people(analysis, sentence, numeral, lexicon):
        return True
    return after == ["of", "them"] and _last_were_people(analysis, sentence, numeral, lexicon)


def named_behind(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> tuple[Token, ...]:
    """Return the words that say who some of people are: "six of them children"."""
    behind = analysis.tokens[numeral.end : min(numeral.end + 5, sentence.last)]
    if [token.text.lower() for token in behind[:2]] not in _OF_THEM:
        return ()
    words: list[Token] = []
    for token in behind[2:]:
        if token.tag not in _INSIDE or token.tag in {"CD", "POS"}:
            break
        words.append(token)
    while words and not (
        is_person(words[-1], lexicon) or lexicon.nation_of(words[-1].text) is not None
    ):
        words.pop()
    return tuple(words)


def _opens_with_people(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether a sentence begins with those a number counts some of: "of the 18 hurt, four"."""
    opening = analysis.tokens[sentence.first : numeral.first]
    lemmas = [token.lemma for token in opening if token.text.isalpha()]
    if lemmas[:1] not in (["of"], ["among"]) and lemmas[:2] != ["out", "of"]:
        return False
    states = lexicon.words["state.words"]
    return any(is_person(token, lexicon) or token.text.lower() in states for token in opening)


def _last_were_people(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether the plural before a number, in its sentence or the one before, is of people."""
    earlier = analysis.sentences[max(0, sentence.number - 2)].first
    plurals = (
        is_person(token, lexicon)
        for token in reversed(analysis.tokens[earlier : numeral.first])
        if (token.tag in _PLURAL and token.lemma not in lexicon.words["told_on.past"])
        or (token.lemma == "people" and token.tag in _NOUNS)
    )
    found = next(plurals, None)
    if found is not None:
        return found
    told = analysis.tokens[sentence.first : numeral.first]
    return any(token.lemma in lexicon.kinds.doings for token in told)


def is_of_group(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether a number tells how many a group are: "a crew of 21"."""
    if numeral.first - 2 < sentence.first or word_before(analysis, sentence, numeral) != "of":
        return False
    return analysis.tokens[numeral.first - 2].lemma in lexicon.kinds.groups


def _does(analysis: Analysis, numeral: Numeral, lexicon: FigureLexicon) -> bool:
    """Say whether a number does or suffers what people do: "four were shot", "nine were nuns"."""
    number = analysis.tokens[numeral.head]
    head = analysis.tokens[number.head]
    if head.tag[:2] != "VB" or number.relation not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    if _is_doing(head, lexicon):
        return True
    return head.lemma == "be" and any(
        analysis.tokens[child].relation == "attr" and is_person(analysis.tokens[child], lexicon)
        for child in head.children
    )


def _is_toll(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether a number is what a toll is set at: "rose to 38", "bringing to 14 the number"."""
    earlier = analysis.tokens[sentence.first : numeral.first]
    later = analysis.tokens[numeral.end : min(numeral.end + 2, sentence.last)]
    nouns = lexicon.words["toll.nouns"] | lexicon.kinds.tolls
    if earlier and earlier[-1].lemma == "number":
        named = {token.text.lower() for token in earlier[-4:-1]}
        return bool(named & lexicon.kinds.tolls)  # "the wounded now number 34"
    set_at = earlier[-1].text.lower() if earlier else ""
    if set_at not in {"to", "at", "was", "is", "of", "from"}:
        return False
    # "Put the injured at 80": a participle names a toll only where one is set.
    formed = nouns if set_at in {"to", "at"} else frozenset()
    return any(token.lemma in nouns or token.text.lower() in formed for token in (*earlier, *later))


def _is_listed(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether a number stands in a list of people by place: "ten died: six in Ora, four in"."""
    before = analysis.tokens[sentence.first : numeral.first]
    after = analysis.tokens[numeral.end : min(numeral.end + 1, sentence.last)]
    colon = next((token.index for token in before if token.text == ":"), None)
    if colon is None or not after or after[0].text.lower() not in {"in", "at", "from", "near"}:
        return False
    if before[-1].text.lower() not in {":", ",", "and"}:
        return False
    told = analysis.tokens[sentence.first : colon]
    return any(
        is_person(token, lexicon) and token.tag in _PLURAL | {"NN"} for token in told
    ) or any(token.lemma in lexicon.words["struck.verbs"] for token in told)
