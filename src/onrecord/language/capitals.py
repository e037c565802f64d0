"""Reports in capitals throughout, as teletypes and broadcast monitors wrote them.

The engine is trained on mixed case, so it is shown such a report in sentence case: the words of
the common vocabulary in small letters, all others with a capital, initials ("FMLN") as they are.
Letters are only exchanged one for one, so all offsets stay true.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.language.vocabulary import Vocabulary, phrase_pattern

# A headline or two in capitals do not make a report so.
_UPPER_CASE_SHARE = 0.85
_FEWEST_LETTERS = 40

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_VOWEL = re.compile(r"[aeiouyáéíóúàèìòùâêîôûäëïöüåæø]")
_PRONOUN = "i"

# Opening marks that may stand between the end of a sentence and the next word.
_OPENING = "\"'([“‘ \n\t"


@dataclass(frozen=True, slots=True)
class Recaser:
    """Writes texts in capitals in sentence case.

    Attributes:
        vocabulary: Which words are written small.
    """

    vocabulary: Vocabulary
    _phrases: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_phrases", phrase_pattern(self.vocabulary.phrases))

    def sentence_case(self, text: str) -> str:
        """Return a text with capitals only at the start of sentences and in uncommon words."""
        recased = _WORD.sub(lambda found: self._recased(text, found), text)
        return self._phrases.sub(self._as_written, recased)

    def _recased(self, text: str, found: re.Match[str]) -> str:
        word = found.group()
        lower = word.lower()
        if len(lower) != len(word):
            return word
        if self.vocabulary.knows(lower) and lower != _PRONOUN:
            return _capitalised(lower) if _starts_sentence(text, found.start()) else lower
        if _VOWEL.search(lower) is None and lower not in self.vocabulary.shortenings:
            return word
        return _capitalised(lower)

    def _as_written(self, found: re.Match[str]) -> str:
        written = self.vocabulary.phrases.get(found.group().lower(), found.group())
        return written if len(written) == len(found.group()) else found.group()


def is_upper_case(text: str) -> bool:
    """Say whether a text is written in capitals throughout."""
    capitals = sum(character.isupper() for character in text)
    letters = capitals + sum(character.islower() for character in text)
    return letters >= _FEWEST_LETTERS and capitals / letters >= _UPPER_CASE_SHARE


def _capitalised(lower: str) -> str:
    first = lower[0].upper()
    return first + lower[1:] if len(first) == 1 else lower


def _starts_sentence(text: str, offset: int) -> bool:
    before = text[max(0, offset - 8) : offset].rstrip(_OPENING)
    return offset == 0 or not before or before[-1] in ".!?"
