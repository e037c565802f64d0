"""Who or what a number counts: the noun phrase behind it, or people where no noun is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.figures.elliptic import is_of_group, is_of_people, named_behind, word_before
from onrecord.extract.figures.people import is_person, population
from onrecord.model import Figure, Population, Span

if TYPE_CHECKING:
    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.numerals import Numeral
    from onrecord.model import Analysis, Sentence, Token

# How far behind its number the noun counted may stand.
_REACH = 8
# Years from which nobody is a child.
_INSIDE = frozenset("JJ JJR JJS NN NNS NNP NNPS VBN VBG HYPH POS CD FW `` ''".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_POINTING = frozenset({"DT", "PRP$"})
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
    aged = _aged(analysis, sentence, numeral, lexicon) if numeral.article else None
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


def _aged(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> Counted | None:
    """Return the one person told by an age alone: "a 15-year-old"."""
    tokens = analysis.tokens[numeral.end : min(numeral.end + 5, sentence.last)]
    joined = "".join(token.text.lower() for token in tokens)
    told = re.match(r"(\d{1,3}|[a-z]+)-year-old", joined)
    if told is None or len(tokens) < 5 or tokens[4].text.lower() != "old":  # noqa: PLR2004
        return None
    behind = analysis.tokens[numeral.end + 5 : min(numeral.end + 6, sentence.last)]
    if any(token.tag in {*_NOUNS, "JJ"} and not token.text[:1].isupper() for token in behind):
        return None  # "a 15-year-old boy" is told by his noun
    years = told.group(1)
    return Counted(
        figure=Figure(
            low=numeral.low,
            high=numeral.high,
            population=Population(
                words=Span(tokens[0].span.start, tokens[4].span.end).of(analysis.text),
                age=lexicon.kinds.age_of(int(years)) if years.isdigit() else None,
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
    others = word_before(analysis, sentence, numeral) in lexicon.words["others.before"]
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
    between = {one.tag for one in analysis.tokens[start:head]}
    # "Three of the ship's 21 crew" are counted by a number of their own.
    owned = "POS" in between and "CD" not in between
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


def _elliptic(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> Counted | None:
    """Return the people counted by a number without a noun: "12 dead", "killing seven"."""
    if not is_of_people(analysis, sentence, numeral, lexicon):
        return None
    words = named_behind(analysis, sentence, numeral, lexicon)
    people = population(analysis, words, lexicon) if words else Population(words="")
    if is_of_group(analysis, sentence, numeral, lexicon):
        people = Population(words=analysis.tokens[numeral.first - 2].text)
    figure = Figure(low=numeral.low, high=numeral.high, hedge=numeral.hedge, population=people)
    end = words[-1].index + 1 if words else numeral.end
    return Counted(
        figure=figure,
        phrase=analysis.span_of(numeral.first, end),
        head=numeral.number,
        definite=_is_definite(analysis, sentence, numeral, lexicon),
        others=word_before(analysis, sentence, numeral) in lexicon.words["others.before"],
    )
