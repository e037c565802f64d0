"""Who or what a number counts: the noun phrase behind it, or people where no noun is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.figures.people import is_person, population
from onrecord.model import AgeGroup, Figure, Population, Span

if TYPE_CHECKING:
    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.numerals import Numeral
    from onrecord.model import Analysis, Sentence, Token

# How far behind its number the noun counted may stand.
_REACH = 8
# Years from which nobody is a child.
_GROWN_UP = 18
_INSIDE = frozenset("JJ JJR JJS NN NNS NNP NNPS VBN VBG HYPH POS CD FW `` ''".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_POINTING = frozenset({"DT", "PRP$"})
_OF_THEM = (["of", "them"], ["of", "these"], ["of", "those"])
_PLURAL = frozenset({"NNS", "NNPS"})
# Words of a number inside a number: "40 of the 100-plus men".
_JOINING = frozenset({"plus"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a number counts; fields as in `FigureMention`."""

    figure: Figure
    phrase: Span
    head: int
    definite: bool
    others: bool


def counted(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> Counted | None:
    """Return what a number counts; None if it counts nothing we know of."""
    start, others = _start(analysis, sentence, numeral, lexicon)
    head = _head(analysis, sentence, start, lexicon)
    aged = _aged(analysis, sentence, numeral) if numeral.article else None
    if aged is not None:
        return aged
    if head is None or (numeral.article and not is_person(analysis.tokens[head], lexicon)):
        alone = not numeral.article or _is_another(analysis, numeral)
        return _elliptic(analysis, sentence, numeral, lexicon) if alone else None
    token = analysis.tokens[head]
    if head == numeral.end and token.text.lower() in lexicon.words["state.hurt"]:
        return _elliptic(analysis, sentence, numeral, lexicon)  # "26 dead and 93 hurt"
    people = is_person(token, lexicon) or _is_plural_verb(token, lexicon)
    if people and _is_of_one(analysis, numeral, start, head, lexicon=lexicon):
        return None
    last = _joined(analysis, sentence, head, lexicon) if people else head
    words = analysis.tokens[start : last + 1]
    if numeral.high == 0 and not people:
        return None  # "no immediate comment" counts nothing
    figure = Figure(
        low=numeral.low,
        high=numeral.high,
        unit="people" if people else _whole_word(analysis, start, head),
        hedge=numeral.hedge,
        population=population(analysis, words, lexicon) if people else None,
    )
    return Counted(
        figure=figure,
        phrase=analysis.span_of(numeral.first, last + 1),
        head=head,
        definite=_is_definite(analysis, sentence, numeral, lexicon),
        others=others or token.lemma in {"other", "more"},
    )


def _whole_word(analysis: Analysis, start: int, head: int) -> str:
    """Return the noun counted with what hyphens join to it: "pick-ups"."""
    first = head
    while first - 2 >= start and analysis.tokens[first - 1].tag == "HYPH":
        first -= 2
    return analysis.span_of(first, head + 1).of(analysis.text).lower()


def _is_another(analysis: Analysis, numeral: Numeral) -> bool:
    """Say whether "another" stands for one more without a noun: "and another was wounded"."""
    return analysis.tokens[numeral.end - 1].text.lower() == "another"


def _aged(analysis: Analysis, sentence: Sentence, numeral: Numeral) -> Counted | None:
    """Return the one person told by an age alone: "a 15-year-old"."""
    tokens = analysis.tokens[numeral.end : min(numeral.end + 5, sentence.last)]
    joined = "".join(token.text.lower() for token in tokens)
    told = re.match(r"(\d{1,3}|[a-z]+)-year-old", joined)
    if told is None or len(tokens) < 5 or tokens[4].text.lower() != "old":  # noqa: PLR2004
        return None
    behind = analysis.tokens[numeral.end + 5 : min(numeral.end + 6, sentence.last)]
    if any(token.tag in {*_NOUNS, "JJ"} and not token.text[:1].isupper() for token in behind):
        return None  # "a 15-year-old boy" is told by his noun
    young = told.group(1).isdigit() and int(told.group(1)) < _GROWN_UP
    return Counted(
        figure=Figure(
            low=numeral.low,
            high=numeral.high,
            population=Population(
                words=Span(tokens[0].span.start, tokens[4].span.end).of(analysis.text),
                age=AgeGroup.CHILD if young else None,
            ),
        ),
        phrase=analysis.span_of(numeral.first, numeral.end + 5),
        head=tokens[4].index,
        definite=False,
        others=False,
    )


def _start(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> tuple[int, bool]:
    """Return the first token behind the number and words like "of the" and "other"."""
    start = numeral.end
    others = _before(analysis, sentence, numeral) in lexicon.words["others.before"]
    within = False
    while start < sentence.last - 1:
        word = analysis.tokens[start]
        following = analysis.tokens[start + 1]
        adds = word.text.lower() in lexicon.words["others.after"] and word.tag != "NNS"
        if adds and following.tag in _INSIDE:
            others = True
        elif word.text.lower() == "of" and following.tag in {*_INSIDE, *_POINTING}:
            within = True
        elif not (within and word.tag in _POINTING):
            break
        start += 1
    return start, others


def _head(analysis: Analysis, sentence: Sentence, start: int, lexicon: FigureLexicon) -> int | None:
    """Return the noun counted: the last of the words that can belong to its phrase."""
    head = owner = None
    for token in analysis.tokens[start : min(start + _REACH, sentence.last)]:
        if token.tag == "POS":
            # What is owned is counted: "six of the district's nine towns".
            head, owner = None, head
            continue
        person = head is None and _is_plural_verb(token, lexicon)
        joins = head is None and token.text.lower() in _JOINING
        if not (person or joins or token.tag in _INSIDE) or _breaks(analysis, token, lexicon, head):
            break
        if person or token.tag in _NOUNS or is_person(token, lexicon):
            head = token.index
        if person:
            break
    return owner if head is None else head


def _is_plural_verb(token: Token, lexicon: FigureLexicon) -> bool:
    """Say whether the engine took a plural of people for a verb: "two dozen Coptic pilgrims"."""
    return token.tag == "VBZ" and lexicon.role_of(token.lemma, token.text) is not None


def _is_of_one(
    analysis: Analysis, numeral: Numeral, start: int, head: int, *, lexicon: FigureLexicon
) -> bool:
    """Say whether a number does not count its noun: "a 911 caller's father", "an injury"."""
    token = analysis.tokens[head]
    if numeral.article:
        return token.lemma in lexicon.kinds.plural_only
    owned = any(one.tag == "POS" for one in analysis.tokens[start:head])
    return owned and token.tag == "NN" and (numeral.low or 0) > 1


def _joined(analysis: Analysis, sentence: Sentence, head: int, lexicon: FigureLexicon) -> int:
    """Return the last of two nouns that a number counts as one: "12 men and women"."""
    tokens = analysis.tokens[head : min(head + 3, sentence.last)]
    if len(tokens) < 3 or tokens[1].text.lower() != "and":  # noqa: PLR2004 - "men and women"
        return head
    both = all(token.tag in _PLURAL and is_person(token, lexicon) for token in tokens[::2])
    alone = head + 3 >= sentence.last or analysis.tokens[head + 3].tag not in _NOUNS
    return head + 2 if both and alone else head


def _breaks(analysis: Analysis, token: Token, lexicon: FigureLexicon, head: int | None) -> bool:
    """Say whether a word starts something else, though its tag would fit the phrase."""
    lower = token.text.lower()
    if lower in lexicon.words["names.weekdays"] or lower in lexicon.words["names.months"] - {"may"}:
        return True
    if head is None:
        return False
    if token.tag in {"VBN", "VBG", "CD", "``", "''"}:
        return True
    if lower in lexicon.words["state.alight"]:
        return True  # "set two lorries alight"
    noun = analysis.tokens[head]
    if noun.tag in _NOUNS and token.tag == "JJ" and lower in lexicon.words["state.words"]:
        return True  # "left one person dead"
    # "14 people Tuesday", "12 passengers John Roe saw": a name behind a plural begins anew.
    return noun.tag == "NNS" and (token.tag in {"NNP", "NNPS"} or token.tag == "JJ")


def _is_definite(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    if numeral.article:
        return False
    before = numeral.first - 1
    if before > sentence.first and analysis.tokens[before].text.lower() in {"of", "other"}:
        before -= 1
    return before >= sentence.first and (
        analysis.tokens[before].text.lower() in lexicon.words["definite.words"]
        or analysis.tokens[before].tag == "POS"
    )


def _before(analysis: Analysis, sentence: Sentence, numeral: Numeral) -> str:
    index = numeral.first - 1
    return analysis.tokens[index].text.lower() if index >= sentence.first else ""


def _elliptic(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> Counted | None:
    """Return the people counted by a number without a noun: "12 dead", "killing seven"."""
    if not _is_of_people(analysis, sentence, numeral, lexicon):
        return None
    words = _named_behind(analysis, sentence, numeral, lexicon)
    people = population(analysis, words, lexicon) if words else Population(words="")
    if _is_of_group(analysis, sentence, numeral, lexicon):
        people = Population(words=analysis.tokens[numeral.first - 2].text)
    figure = Figure(low=numeral.low, high=numeral.high, hedge=numeral.hedge, population=people)
    end = words[-1].index + 1 if words else numeral.end
    return Counted(
        figure=figure,
        phrase=analysis.span_of(numeral.first, end),
        head=numeral.number,
        definite=_is_definite(analysis, sentence, numeral, lexicon),
        others=_before(analysis, sentence, numeral) in lexicon.words["others.before"],
    )


def _is_of_people(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    return (
        _is_in_state(analysis, sentence, numeral, lexicon)
        or _is_of_some(analysis, sentence, numeral, lexicon)
        or _is_of_group(analysis, sentence, numeral, lexicon)
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
    return words[:1] == ["aboard"] or (
        words[:2] == ["on", "board"] and (len(after) < 3 or after[2].tag not in {*_NOUNS, "DT"})  # noqa: PLR2004 - "12 on board the ship"
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


def _named_behind(
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
        if token.tag in _PLURAL or (token.lemma == "people" and token.tag in _NOUNS)
    )
    found = next(plurals, None)
    if found is not None:
        return found
    told = analysis.tokens[sentence.first : numeral.first]
    return any(token.lemma in lexicon.kinds.doings for token in told)


def _is_of_group(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether a number tells how many a group are: "a crew of 21"."""
    if numeral.first - 2 < sentence.first or _before(analysis, sentence, numeral) != "of":
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
    return bool(
        any(token.lemma in nouns for token in (*earlier, *later))
        and earlier
        and earlier[-1].text.lower() in {"to", "at", "was", "is", "of", "from"}
    )


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
