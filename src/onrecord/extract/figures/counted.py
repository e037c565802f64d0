"""Who or what a number counts: the noun phrase behind it, or people where no noun is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Figure, Population, Span

if TYPE_CHECKING:
    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.numerals import Numeral
    from onrecord.model import Analysis, Sentence, Token

# How far behind its number the noun counted may stand.
_REACH = 8
_INSIDE = frozenset("JJ JJR JJS NN NNS NNP NNPS VBN VBG HYPH POS CD FW `` ''".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())


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
    if head is None or (numeral.article and not _is_person(analysis.tokens[head], lexicon)):
        return None if numeral.article else _elliptic(analysis, sentence, numeral, lexicon)
    token = analysis.tokens[head]
    words = analysis.tokens[start : head + 1]
    people = _is_person(token, lexicon)
    if numeral.high == 0 and not people:
        return None  # "no immediate comment" counts nothing
    figure = Figure(
        low=numeral.low,
        high=numeral.high,
        unit="people" if people else token.lemma,
        hedge=numeral.hedge,
        population=_population(analysis, words, lexicon) if people else None,
    )
    return Counted(
        figure=figure,
        phrase=analysis.span_of(numeral.first, head + 1),
        head=head,
        definite=_is_definite(analysis, sentence, numeral, lexicon),
        others=others or token.lemma in {"other", "more"},
    )


def _start(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> tuple[int, bool]:
    """Return the first token behind the number and words like "of the" and "other"."""
    start = numeral.end
    others = _before(analysis, sentence, numeral) in lexicon.words["others.before"]
    while start < sentence.last - 1:
        word = analysis.tokens[start].text.lower()
        following = analysis.tokens[start + 1]
        if word in lexicon.words["others.after"] and following.tag in _INSIDE:
            others = True
        elif not (
            (word == "of" and (following.tag in {*_INSIDE, "DT", "PRP$"}))
            or (analysis.tokens[start - 1].text.lower() == "of" and word in {"the", "its", "their"})
        ):
            break
        start += 1
    return start, others


def _head(analysis: Analysis, sentence: Sentence, start: int, lexicon: FigureLexicon) -> int | None:
    """Return the noun counted: the last of the words that can belong to its phrase."""
    head = None
    for token in analysis.tokens[start : min(start + _REACH, sentence.last)]:
        if token.tag not in _INSIDE or _breaks(analysis, token, lexicon, head):
            break
        if token.tag in _NOUNS or _is_person(token, lexicon):
            head = token.index
    return head


def _breaks(analysis: Analysis, token: Token, lexicon: FigureLexicon, head: int | None) -> bool:
    """Say whether a word starts something else, though its tag would fit the phrase."""
    lower = token.text.lower()
    if lower in lexicon.words["names.weekdays"] or lower in lexicon.words["names.months"] - {"may"}:
        return True
    if head is None:
        return False
    if token.tag in {"VBN", "VBG", "CD", "``", "''"}:
        return True
    noun = analysis.tokens[head]
    # "14 people Tuesday", "12 passengers John Roe saw": a name behind a plural begins anew.
    return noun.tag == "NNS" and (token.tag in {"NNP", "NNPS"} or token.tag == "JJ")


def _is_person(token: Token, lexicon: FigureLexicon) -> bool:
    if lexicon.role_of(token.lemma, token.text) is not None:
        return token.tag in {*_NOUNS, "JJ", "VBN", "JJR", "VBP", "VB"}
    return token.text.lower() in lexicon.people and token.text[:1].isupper()


def _population(analysis: Analysis, words: tuple[Token, ...], lexicon: FigureLexicon) -> Population:
    nations = {nation for token in words if (nation := lexicon.nation_of(token.text))}
    last = words[-1]
    span = Span(words[0].span.start, last.span.end)
    text = " ".join(span.of(analysis.text).split())
    return Population(
        words=text,
        nationality=nations.pop() if len(nations) == 1 else None,
        role=lexicon.role_of(last.lemma, last.text),
    )


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
    figure = Figure(
        low=numeral.low,
        high=numeral.high,
        hedge=numeral.hedge,
        population=Population(words=""),
    )
    return Counted(
        figure=figure,
        phrase=analysis.span_of(numeral.first, numeral.end),
        head=numeral.number,
        definite=_is_definite(analysis, sentence, numeral, lexicon),
        others=_before(analysis, sentence, numeral) in lexicon.words["others.before"],
    )


def _is_of_people(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    after = analysis.tokens[numeral.end : min(numeral.end + 2, sentence.last)]
    if any(token.text.lower() in lexicon.words["state.words"] for token in after):
        return True
    before = analysis.tokens[max(sentence.first, numeral.first - 2) : numeral.first]
    if before and before[-1].lemma in lexicon.words["struck.verbs"]:
        return True
    head = analysis.tokens[analysis.tokens[numeral.number].head]
    if head.tag[:2] == "VB" and head.lemma in lexicon.words["elliptic.verbs"]:
        return analysis.tokens[numeral.number].relation in {"nsubj", "nsubjpass", "dobj"}
    earlier = analysis.tokens[sentence.first : numeral.first]
    return bool(
        any(token.lemma in lexicon.words["toll.nouns"] for token in earlier)
        and before
        and before[-1].text.lower() in {"to", "at", "was", "is", "of", "from"}
    )
