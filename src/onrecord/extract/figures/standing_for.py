"""Numbers without a noun that count people told of just before: "ten died, six in Ora, four here".

A number stands for people where the nearest figure before it counts people, or a plural of people
stands right before it ("the rebels, four by one account"), and it is the subject of a clause
("22 made it out"), adds to them ("another two on Friday"), is the rest of them ("the other four"),
goes on a list by place or time ("seven in hospital"), or is what somebody saw or counted
("described seven or eight"). Where the nearest
figure counts things, the number is left alone.

Who they are is taken over only where they must be of the same kind: attackers among attackers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.people import is_person
from onrecord.model import Population

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.numerals import Numeral
    from onrecord.model import Analysis, FigureMention, Sentence, Token

_NOUNLIKE = frozenset("NN NNS NNP NNPS JJ JJR JJS HYPH POS $ CD DT PRP$ SYM".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEFORE_ITEM = frozenset({",", ";", ":", "and", "or", "but", "–", "—", "--", "("})
_STEPS = 3


def people_meant(
    analysis: Analysis,
    sentence: Sentence,
    numeral: Numeral,
    before: Sequence[FigureMention],
    *,
    lexicon: FigureLexicon,
) -> Population | None:
    """Return the people that a number without a noun stands for; None if it stands for none.

    Args:
        analysis: The grammar of the report.
        sentence: The numeral's sentence.
        numeral: The number.
        before: The figures before it in its sentence and the one before, in reading order.
        lexicon: The lexica.
    """
    around = _Around(analysis, sentence, numeral, lexicon)
    if around.has_noun() or numeral.article:
        return None
    set_off = around.named_before()
    if set_off is not None and around.goes_on():
        return around.alike(lexicon.role_of(set_off.lemma, set_off.text))
    nearest = next((one for one in reversed(before) if one.quantity is None), None)
    if nearest is None or nearest.figure.unit != "people":
        return None
    here = nearest.phrase.start >= sentence.span.start
    role = nearest.figure.population.role if nearest.figure.population else None
    if around.adds() or around.is_rest() or (here and (around.goes_on() or around.is_seen())):
        return around.alike(role)
    if around.is_subject() and (here or around.opens()):
        return Population(words="")
    return None


class _Around:
    """The words around one numeral."""

    def __init__(
        self, analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
    ) -> None:
        self.tokens = analysis.tokens
        self.sentence = sentence
        self.numeral = numeral
        self.lexicon = lexicon
        self.behind = analysis.tokens[numeral.end : sentence.last]

    def alike(self, role: str | None) -> Population:
        """Return people of whom is known at most that they are attackers, as those before are."""
        return Population(words="", role=role if role in self.lexicon.kinds.attackers else None)

    def _last(self) -> Token | None:
        before = self.numeral.first - 1
        return self.tokens[before] if before >= self.sentence.first else None

    def has_noun(self) -> bool:
        """Say whether a word behind may be what is counted."""
        words = self.behind
        if self._more():
            words = words[1:]
        return bool(words) and (
            words[0].tag in _NOUNLIKE
            and words[0].text.lower() not in self.lexicon.words["names.weekdays"]
        )

    def _more(self) -> bool:
        listed = self.lexicon.words["others.after"]
        return bool(self.behind) and self.behind[0].text.lower() in listed

    def adds(self) -> bool:
        """Read "another two", "a further two", "hundreds more"."""
        return (self.numeral.more or self._more()) and self.numeral.value != 1

    def is_rest(self) -> bool:
        """Read "the other four", "the remaining seven"."""
        last = self._last()
        if last is None or last.text.lower() not in self.lexicon.words["others.rest"]:
            return False
        before = self.tokens[max(last.index - 1, self.sentence.first)]
        return before.text.lower() in self.lexicon.words["definite.words"]

    def named_before(self) -> Token | None:
        """Return the plural of people right before, set off: "the wounded, 27 in number"."""
        last = self._last()
        if last is None or last.text not in {",", "("} or last.index == self.sentence.first:
            return None
        noun = self.tokens[last.index - 1]
        state = noun.text.lower() in self.lexicon.words["state.words"]
        told = state and self.tokens[max(noun.index - 1, 0)].tag == "DT"
        plural = noun.tag in {"NNS", "NNPS"} and is_person(noun, self.lexicon)
        return noun if plural or told else None

    def goes_on(self) -> bool:
        """Say whether the number is an item without a verb: ", 15 on the bridge"."""
        last = self._last()
        if last is None or last.text.lower() not in _BEFORE_ITEM or not self.behind:
            return False
        words = self.behind[1:] if self._more() else self.behind
        if not words or self.numeral.share:
            return False
        first = words[0]
        told = first.tag == "IN" and first.text.lower() not in {"of", "than", "per"}
        dated = first.text.lower() in self.lexicon.words["names.weekdays"]
        return (told or dated) and not (
            self.numeral.value == 1 and last.text.lower() not in {"and", ",", ";"}
        )

    def is_seen(self) -> bool:
        """Say whether the number is what somebody saw or told of: "described seven or eight"."""
        number = self.tokens[self.numeral.head]
        verb = self.tokens[number.head]
        return number.relation == "dobj" and verb.lemma in self.lexicon.kinds.objects

    def is_subject(self) -> bool:
        """Say whether the number does something, or something is done to it."""
        number = self.tokens[self.numeral.head]
        for _ in range(2):
            if number.relation in {"pobj", "prep"} and number.head >= self.numeral.first:
                number = self.tokens[number.head]  # "upwards of 30 are in hospital"
        if number.relation not in _SUBJECTS:
            return False
        verb = self.tokens[number.head]
        return verb.tag[:2] == "VB" and verb.index > number.index

    def opens(self) -> bool:
        """Say whether the number stands at the head of a sentence, and does what people do."""
        number = self.tokens[self.numeral.head]
        verb = self.tokens[number.head]
        near = self.numeral.first - self.sentence.first < _STEPS
        if self.numeral.value == 1:
            return near and verb.lemma in self.lexicon.kinds.doings
        return near and (verb.lemma in self.lexicon.kinds.doings or verb.lemma == "be")
