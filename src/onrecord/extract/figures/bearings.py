"""What a number is to those told before: so many more, a toll set anew, one that no longer holds.

"Another five", "two more bodies" add; "raising the toll to 38", "bringing to 14 the number of dead"
set a toll anew; "up from 12", "revised down from 41", "an earlier figure of 12", "had earlier
said 12 had died", "the toll, which stood at 12" no longer hold.
Each is read from the words right around the number and those before it in its sentence; the words
are listed under `bearing` in the lexicon `figures.en`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.lexicon import longest
from onrecord.model import Bearing

if TYPE_CHECKING:
    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.numerals import Numeral
    from onrecord.model import Analysis, Sentence, Token

# How far before a number its toll or verb may stand, and how far behind it what it is a number of.
_BEFORE, _BEHIND = 12, 7
# How many words open a sentence whose first number they sum up: "In all, some".
_OPENING = 4
# "Toll which stood at", the least words of a toll that stood.
_STOOD = 4
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "about", "some"})
_NAMED = frozenset({"the", "that", "of", "those"})


def bearing(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> Bearing:
    """Return what a number is to those told before it."""
    around = _Around(analysis, sentence, numeral, lexicon)
    if around.is_former():
        return Bearing.FORMER
    if around.is_total():
        return Bearing.TOTAL
    return Bearing.MORE if around.is_more() else Bearing.COUNT


class _Around:
    """The words around one number."""

    def __init__(
        self, analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
    ) -> None:
        start = max(sentence.first, numeral.first - _BEFORE)
        self.analysis = analysis
        self.before: tuple[Token, ...] = analysis.tokens[start : numeral.first]
        self.behind = analysis.tokens[numeral.end : min(numeral.end + _BEHIND, sentence.last)]
        self.words = tuple(token.text.lower() for token in self.before)
        self.after = tuple(token.text.lower() for token in self.behind)
        self.opening = tuple(
            token.text.lower()
            for token in analysis.tokens[sentence.first : min(sentence.first + 3, numeral.first)]
        )
        self.numeral = numeral
        self.lexicon = lexicon

    def listed(self, name: str) -> frozenset[str]:
        """Return the words of a list."""
        return self.lexicon.words[f"bearing.{name}"]

    def last(self, back: int = 1) -> str:
        """Return a word before the number, counted from it; "" where none is."""
        return self.words[-back] if len(self.words) >= back else ""

    def names_toll(self, words: tuple[str, ...]) -> bool:
        """Say whether words name a toll."""
        return any(word in self.listed("tolls") for word in words)

    def is_more(self) -> bool:
        """Read "another two", "two more bodies", "three others"."""
        if self.numeral.more:
            return True
        if self.numeral.article:
            return bool(self.after) and self.after[0] in self.lexicon.words["others.ordinals"]
        more = self.after[:1] and self.after[0] in self.lexicon.words["others.after"]
        return bool(more) and self.after[1:2] != ("than",)

    def is_former(self) -> bool:
        """Read "up from 12", "an earlier figure of 12", "not 41 as first reported"."""
        return (
            self._from()
            or self._earlier()
            or self._denied()
            or self._told_before()
            or self._stood()
        )

    def _told_before(self) -> bool:
        """Read "had earlier said 12 died", "initially reported that 12 died"."""
        for place in range(len(self.before) - 1, 0, -1):
            token, adverb = self.before[place], self.words[place - 1]
            if self.words[place] in self.listed("turned"):
                return False
            if token.lemma not in self.listed("told_past") or token.tag not in {"VBD", "VBN"}:
                continue
            if adverb in self.listed("told_first"):
                return True
            if adverb in self.listed("told_had"):
                return self.words[max(place - 2, 0)] == "had"
        return False

    def _stood(self) -> bool:
        """Read "the toll, which stood at 133 on Saturday"; what holds now follows it."""
        if len(self.before) < _STOOD or self.last() != "at":
            return False
        verb, relative = self.before[-2], self.last(3)
        told = verb.tag in {"VBD", "VBN"} and verb.lemma in self.listed("stood")
        return told and relative in {"which", "that", "had"} and self.names_toll(self.words)

    def _from(self) -> bool:
        words = self.words
        while words and words[-1] in _DETERMINERS | self.listed("earlier"):
            words = words[:-1]
        if not words or words[-1] not in self.listed("former_before"):
            return False
        rest = words[:-1]
        if rest and rest[-1] in self.listed("falls"):
            return True
        changed = any(word in self.listed("falls") for word in rest)
        return changed and (self.names_toll(rest) or (len(rest) > 1 and rest[-2] == "to"))

    def _earlier(self) -> bool:
        plural = self.behind[:1] and self.behind[0].tag in {"NNS", "NN", "JJ", "NNPS"}
        if self.last() in self.listed("earlier"):
            return self.last(2) in _DETERMINERS and not plural
        back, named = 1, False
        while self.last(back) in self.listed("reports") | self.listed("fillers"):
            named = named or self.last(back) in self.listed("reports")
            back += 1
        return named and self.last(back) in self.listed("earlier")

    def _denied(self) -> bool:
        denied = self.lexicon.phrases["bearing.denied"]
        if not any(
            (found := longest(denied, self.words, len(self.words) - length)) is not None
            and len(found[0]) == length
            for length in (1, 2, 3)
        ):
            return False
        if self.last() != "not" and not self._has_noun() and self._has_number():
            return True  # "54 instead of 60"
        told = self.lexicon.phrases["bearing.denied_after"]
        return any(longest(told, self.after, place) for place in range(len(self.after)))

    def _has_number(self) -> bool:
        return any(token.tag == "CD" for token in self.before[-4:])

    def is_total(self) -> bool:
        """Read "raising the toll to 38", "bringing to 14 the number of", "12 in all"."""
        return (
            self._set() or self._numbered() or self._reached() or self._revised() or self._summed()
        )

    def _set(self) -> bool:
        # "Pushing the toll past 90": the word that sets it hedges it too.
        if self.last() in self.listed("setting"):
            earlier = self.before[:-1]
        elif self.numeral.hedge.partition(" ")[0] in self.listed("setting"):
            earlier = self.before
        else:
            return False
        verbs = [token.lemma for token in earlier]
        if self.names_toll(self.words) and any(verb in self.listed("changes") for verb in verbs):
            return True
        if "total of" in self.numeral.hedge or self._moved(earlier[-1:]):
            return True
        # "Bringing to 14 the number of dead", "taking to 14 those killed".
        named = self.names_toll(self.after) or _NAMED.issuperset(self.after[:1])
        return bool(earlier) and verbs[-1] in self.listed("naming") and named

    def _moved(self, verb: tuple[Token, ...]) -> bool:
        """Say whether a toll, however far before, is the subject of a verb that sets it."""
        return any(
            token.lemma in self.listed("changes")
            and any(
                self.analysis.tokens[child].relation == "nsubj"
                and self.analysis.tokens[child].lemma in self.listed("tolls")
                for child in token.children
            )
            for token in verb
        )

    def _numbered(self) -> bool:
        """Read "the wounded now number 34"."""
        verb = self.before[-1:]
        return (
            bool(verb)
            and verb[0].lemma == "number"
            and not (self.lexicon.kinds.tolls.isdisjoint(self.words[-3:-1]))
        )

    def _reached(self) -> bool:
        return (
            bool(self.before)
            and self.before[-1].lemma in self.listed("direct")
            and self.names_toll(self.words)
        )

    def _revised(self) -> bool:
        """Read "revised to 36", "down from 41 to 36"."""
        if self.last() != "to":
            return False
        if "from" in self.words and any(token.tag == "CD" for token in self.before[-4:]):
            place = len(self.words) - 1 - self.words[::-1].index("from")
            return any(word in self.listed("falls") for word in self.words[:place])
        return self.last(2) in self.listed("revisions") or (
            self.last(2) in self.listed("falls") and self.last(3) in self.listed("revisions")
        )

    def _has_noun(self) -> bool:
        return bool(self.behind) and self.behind[0].tag[:1] in {"N", "J", "V"}

    def _summed(self) -> bool:
        sums = self.lexicon.phrases["bearing.sums"]
        if "total of" in self.numeral.hedge and not self._has_noun():
            return True
        if longest(sums, self.opening, 0) is not None and len(self.words) <= _OPENING:
            return True
        for place, token in enumerate(self.behind):
            if token.tag == "CD":
                return False
            found = longest(sums, self.after, place)
            if found is not None:
                following = self.behind[place + len(found[0]) : place + len(found[0]) + 1]
                return not (following and following[0].tag[:1] in {"N", "D", "J", "P"})
        return False
