"""Numbers that count nothing: ages, dates, times, addresses, names, calibres, scores, rates.

Known limits: a score is told by the words beside it ("a 3-2 win"), so "Leeds 3 York 1" is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.lexicon import longest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.numerals import Numeral
    from onrecord.model import Analysis, Sentence, Token

_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_AGE_ENDS = frozenset({",", ")", ".", ";", "and"})
_NAMES = frozenset({"NNP", "NNPS"})
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_PLURALS = frozenset({"NNS", "NNPS"})
_DASHES = frozenset("-–—")
_QUOTES = frozenset({"``", "''"})
# "A father of six" has children, "a boy of 12" is of that age.
_GROWN = 10
# Words of so many letters are written with a capital in headlines.
_LONGER = 4
_MOST = 0.8
_DEGREES = frozenset("°'′″")
# "Nine in ten" tells a rate, "four in five villages" may not.
_RATES = frozenset({10, 100, 1000})


def is_titled(
    tokens: Sequence[Token], sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether a number is part of a name in capitals: "the Four Seasons", "8 Mile Plains".

    A number in words that begins a sentence says nothing by its capital, nor does one in a line
    that writes most of its words so.
    """
    first, end = numeral.number, numeral.end
    if numeral.first != first or end >= sentence.last or not _is_capital(tokens[end]):
        return False
    if lexicon.nation_of(tokens[end].text) is not None or _is_headline(tokens, sentence):
        return False
    if numeral.digits:
        then = end + 1
        unit = tokens[end].text.lower() in lexicon.words["names.measures"]
        return unit and then < sentence.last and _is_capital(tokens[then])
    if first == sentence.first or not _is_capital(tokens[first]):
        return False
    return tokens[first - 1].text[:1].isalnum() or tokens[first - 1].tag in _QUOTES


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[1:].islower()


def _is_headline(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Say whether a line writes nearly all of its longer words with a capital."""
    longer = [
        token.text[0].isupper()
        for token in tokens[sentence.first : sentence.last]
        if token.text.isalpha() and len(token.text) >= _LONGER
    ]
    return sum(longer) > _MOST * len(longer)


def is_trap(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether a numeral is no count."""
    around = _Around(analysis, sentence, numeral, lexicon)
    if numeral.article or numeral.share:
        return around.is_time() or (numeral.share and around.is_half())
    return (
        around.is_time()
        or around.is_clock()
        or around.is_idle()
        or around.is_compound()
        or around.is_part()
        or around.is_rate()
        or around.is_score()
        or around.is_name()
        or (around.is_no_one() if numeral.value == 1 and not numeral.digits else False)
        or (
            numeral.digits
            and (around.is_numbered() or around.is_date() or around.is_glued() or around.is_age())
        )
    )


class _Around:
    """The words around one numeral."""

    def __init__(
        self, analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
    ) -> None:
        self.text = analysis.text
        self.tokens = analysis.tokens
        self.sentence = sentence
        self.numeral = numeral
        self.lexicon = lexicon

    def word(self, index: int) -> str:
        """Return a word of the sentence, lower case; "" outside it."""
        return self.tokens[index].text.lower() if self._inside(index) else ""

    def tag(self, index: int) -> str:
        """Return a word's part of speech; "" outside the sentence."""
        return self.tokens[index].tag if self._inside(index) else ""

    def _inside(self, index: int) -> bool:
        return self.sentence.first <= index < self.sentence.last

    def listed(self, name: str, index: int) -> bool:
        """Say whether a word is on a list."""
        word = self.word(index)
        return word in self.lexicon.words[name] or word.rstrip(".") in self.lexicon.words[name]

    def is_time(self) -> bool:
        """Ages and durations: "45 years", "a 45-year-old" (whose "a" counts, but not the 45)."""
        after = self.numeral.end
        if self.word(after) in _DASHES:
            after += 1
        if not self._inside(after):
            return False
        token = self.tokens[after]
        if self._is_hired_by(after):
            return False
        return token.lemma in self.lexicon.words["names.time"] or self.word(after).startswith(
            "year"
        )

    def _is_hired_by(self, index: int) -> bool:
        """Say whether a span only tells what kind of people are counted: "25 day labourers"."""
        if self.tag(index) != "NN" or not self._inside(index + 1) or (self.numeral.low or 0) == 1:
            return False
        people = self.tokens[index + 1]
        return people.tag == "NNS" and (self.lexicon.role_of(people.lemma, people.text) is not None)

    def is_clock(self) -> bool:
        """Clock times in words: "ten past ten", "half past six"."""
        first = self.numeral.first
        if self.word(first) == "past" and self.numeral.number > first:
            return self.tag(first - 1) == "CD" or self.listed("clock.minutes", first - 1)
        return self.word(self.numeral.end) == "past" and self._value(self.numeral.end + 1) > 0

    def is_half(self) -> bool:
        """Halves of a span: "the first half of 2022"."""
        return self.listed("clock.halves", self.numeral.first - 1)

    def is_idle(self) -> bool:
        """Nouns that numbers say nothing worth counting of: "three times", "two ways"."""
        end = self.numeral.end
        if self.word(end) in {"more", "fewer", "less"} and self.word(end + 1) == "than":
            return True  # "12 more than last year"
        return self._inside(end) and self.tokens[end].lemma in self.lexicon.words["names.nouns"]

    def is_compound(self) -> bool:
        """Parts of a word: "a three-car convoy", "twenty-first", "one-way"; not "a 300-strong"."""
        end = self.numeral.end
        if self.word(end) not in _DASHES or not self._inside(end + 1):
            return False
        touches = self.tokens[end].span.start == self.tokens[end - 1].span.end
        then = self.tokens[end + 1].span.start == self.tokens[end].span.end
        return touches and then

    def is_part(self) -> bool:
        """Fractions of what is not counted, and what is left out: "one third", "all but two"."""
        end = self.numeral.end
        if self.word(end) in self.lexicon.fractions and self.numeral.value is not None:
            return self.word(end + 1) in {"of", "the"} or self.word(end).endswith("s")
        before = self.numeral.first - 1
        return self.word(before) == "but" and self.word(before - 1) == "all"

    def is_rate(self) -> bool:
        """Proportions: "nine out of ten", "one in three", and the second number of each."""
        end, before = self.numeral.end, self.numeral.number - 1
        if self.word(end) == "in":
            return self._is_whole(end + 1) or self._is_of_all(end + 1)
        if (self.word(end - 1), self.word(end)) == ("out", "of"):
            return self._is_whole(end + 1)
        if self.word(before) == "of" and self.word(before - 1) == "out":
            before -= 1
        joined = self.word(before) in {"in", "out"} and self.tag(before - 1) == "CD"
        return joined and self._is_whole(self.numeral.number)

    def _is_of_all(self, index: int) -> bool:
        """Read "four in five villages" as a rate where a bare number follows at once."""
        return self._value(index) > 0 and self.word(index + 1) in {"of", "people"}

    def _is_whole(self, index: int) -> bool:
        """Say whether a word is what a rate is told of: ten, a hundred; after "one", any."""
        word = self.word(index).replace(",", "")
        value = self._value(index) or None
        if value is None or (word.isdecimal() and self.tag(index) != "CD"):
            return False
        told = {self.word(index - 2), self.word(index - 4)}
        one = not told.isdisjoint({"one", "1"}) or self.numeral.value == 1
        return value in _RATES or (one and value > 1)

    def _value(self, index: int) -> int:
        """Return the number a single word tells; 0 if it tells none."""
        word = self.word(index).replace(",", "")
        return int(word) if word.isdecimal() else self.lexicon.units.get(word, 0)

    def is_score(self) -> bool:
        """Votes and games: "a 3-2 ruling", "won 2-3", and the first number of "3-2"."""
        numeral = self.numeral
        end = numeral.end
        if numeral.ranged in {"-", "to"}:
            return self.listed("scores.after", end) or self.listed(
                "scores.before", numeral.first - 1
            )
        if self.word(end) in _DASHES:
            return self.tag(end + 1) == "CD"
        dash = self.word(numeral.number - 1) in _DASHES
        return dash and self.tag(numeral.number - 2) == "CD" and numeral.number == numeral.first

    def _is_tolled(self, index: int) -> bool:
        """Say whether "number" is the verb of a toll: "the wounded now number 34"."""
        told = {self.word(index - 1), self.word(index - 2)}
        verb = self.word(index) in {"number", "numbered", "numbers", "numbering"}
        return verb and bool(told & self.lexicon.kinds.tolls)

    def _nation(self, index: int) -> str | None:
        return self.lexicon.nation_of(self.tokens[index].text) if self._inside(index) else None

    def is_name(self) -> bool:
        """Names with a number: "Seal Team Six", "Group of 77", "the Chibok 200"."""
        numeral = self.numeral
        first, before = numeral.number, numeral.number - 1
        if numeral.first != first:
            return False
        whole = longest(self.lexicon.phrases["names.whole"], self._words(), 0) is not None
        if whole or (self.word(before) == "number" and not self._is_tolled(before)):
            return True
        if self.word(before) == "of" and self.listed("names.groups", before - 1):
            return self._capital(before - 1)
        capital = self._capital(first) or numeral.digits
        if not capital or self.tag(before) not in _NAMES:
            return False
        start = before
        while self.tag(start) in _NAMES:
            start -= 1
        named = self.word(start) in {"the", "a"}
        if self.tag(numeral.end) in _NOUNS:
            # "The Big Five banks", but not "Nigeria 12 men".
            return named and not (numeral.digits or _is_headline(self.tokens, self.sentence))
        return named or not numeral.digits

    def _words(self) -> tuple[str, ...]:
        first = self.numeral.number
        return tuple(self.word(index) for index in range(first, first + 3))

    def _capital(self, index: int) -> bool:
        return self._inside(index) and self.tokens[index].text[:1].isupper()

    def is_no_one(self) -> bool:
        """ "One" that counts nothing: "one day", "one of the worst", "day one", "one must"."""
        numeral = self.numeral
        if numeral.hedge or numeral.ranged:
            return False
        if self.listed("one.after", numeral.end):
            return True
        if self.listed("one.before", numeral.first - 1) and not numeral.more:
            return self.tag(numeral.end) not in _NOUNS
        if self.word(numeral.end) == "of" and self.word(numeral.end + 1) in {"a", "an"}:
            return True  # "one of a string of attacks"
        if self.word(numeral.end) != "of":
            return self.tag(numeral.number) == "PRP" and not self._is_subject()
        return any(
            self.tag(index) in self.lexicon.words["one.superlatives"]
            for index in range(numeral.end + 1, numeral.end + 7)
        )

    def _is_subject(self) -> bool:
        return self.tokens[self.numeral.number].relation in {"nsubj", "nsubjpass", "dobj"}

    def is_numbered(self) -> bool:
        """Numbers of roads, flights, units, rooms; addresses; clock times."""
        numeral = self.numeral
        before = numeral.number - 1
        if self.word(before) in {"-", "#", "."}:  # "Gate No. 2"
            before -= 1
        dialled = self.word(numeral.number) in self.lexicon.words["names.dialled"]
        if dialled and self.listed("names.calls", numeral.end):
            return True
        named = numeral.number == numeral.first and self.listed("names.before", before)
        named = named and not self._is_tolled(before)
        # "At the camp 12 people were held."
        if named and (self._capital(before) or self.tag(numeral.end) not in _PLURALS):
            return True
        if self.listed("names.after", numeral.end):
            # "100 North Korean soldiers" have no address.
            return self._nation(numeral.end + 1) is None
        # "345 Burning Tree Dr": a number before a name whose last word is a street.
        last = numeral.end
        while self.tag(last) in _NAMES:
            last += 1
        return last > numeral.end and self.listed("names.after", last - 1)

    def is_date(self) -> bool:
        """Days of a month and years."""
        numeral = self.numeral
        months = self.lexicon.words["names.months"]
        near = (numeral.number - 1, numeral.end)
        if any(self.word(at) in months - {"may"} for at in near):
            return True
        if any(self.word(at) == "may" and self._capital(at) for at in near):
            return True
        if numeral.hedge:
            return False
        plain = all(
            token.text.isdigit()
            for token in self.tokens[numeral.number : numeral.end]
            if token.tag == "CD"
        )
        ends = {numeral.low, numeral.high} - {None}
        years = all(end is not None and _FIRST_YEAR <= end <= _LAST_YEAR for end in ends)
        if numeral.ranged == "-" and numeral.low is not None:
            years = _FIRST_YEAR <= numeral.low <= _LAST_YEAR
        return plain and years and not self._counts_people()

    def _counts_people(self) -> bool:
        """Say whether a number that could be a year counts: "2000 people", not "the 2014 raids"."""
        end = self.numeral.end
        if not self._inside(end) or self.word(self.numeral.first - 1) in {"the", "in", "since"}:
            return False
        token = self.tokens[end]
        if token.tag == "JJ":
            token = self.tokens[min(end + 1, self.sentence.last - 1)]
        return token.tag in _PLURALS and (
            self.lexicon.role_of(token.lemma, token.text) is not None
            or (self.numeral.low or 1) % 100 == 0
        )

    def is_glued(self) -> bool:
        """Parts of clock times, scores, ordinals, codes: what touches a number without a blank."""
        start = self.tokens[self.numeral.number].span.start
        end = self.tokens[self.numeral.end - 1].span.end
        before, after = self.text[max(0, start - 1) : start], self.text[end : end + 1]
        code = self.tokens[self.numeral.number].text
        if code[:1] == "0" and code.isdecimal() and len(code) > 1:
            return True  # "as of 0700 clashes were under way"
        if before.isalnum() or after.isalnum() or after in _DEGREES:
            return True
        touching = self.text[end : end + 2]
        if touching[:1] in {":", "/", "."} and touching[1:2].isdigit():
            return True
        behind = self.text[max(0, start - 2) : start - 1].isalnum()
        return before in {":", "/", ".", "-"} and behind

    def _is_aged(self, number: int) -> bool:
        """Read "an abbot of 90" as his age, "a crew of 21" as how many they are."""
        if self.word(number - 1) != "of" or self.tag(number - 2) != "NN":
            return False
        person = self.tokens[number - 2]
        if person.lemma in self.lexicon.kinds.groups or (self.numeral.low or 0) < _GROWN:
            return False
        told = self.lexicon.role_of(person.lemma, person.text) not in {None, "family"}
        return told and self.tag(self.numeral.end) not in _NOUNS | {"JJ"}

    def is_age(self) -> bool:
        """An age set off behind a name: "Joe Roe, 45, of Leeds", "Joe Roe (45)"."""
        number = self.numeral.number
        if self._is_aged(number):
            return True
        if self.word(number - 1) not in {",", "("} or number != self.numeral.first:
            return False
        if self.word(self.numeral.end) not in _AGE_ENDS:
            return False
        return self.tag(number - 2) in {"NNP", "NNPS", "NN"}
