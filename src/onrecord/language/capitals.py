"""Reports in capitals throughout, as teletypes and broadcast monitors wrote them.

The engine is trained on mixed case, so it is shown such a report in sentence case: the words of
the common vocabulary in small letters, all others with a capital. Letters are only exchanged one
for one, so all offsets stay true.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# A headline or two in capitals do not make a report so.
_UPPER_CASE_SHARE = 0.85
_FEWEST_LETTERS = 40

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# Opening marks that may stand between the end of a sentence and the next word.
_OPENING = "\"'([“‘ \n\t"


def is_upper_case(text: str) -> bool:
    """Say whether a text is written in capitals throughout."""
    capitals = sum(character.isupper() for character in text)
    letters = capitals + sum(character.islower() for character in text)
    return letters >= _FEWEST_LETTERS and capitals / letters >= _UPPER_CASE_SHARE


def sentence_case(text: str, is_common: Callable[[str], bool]) -> str:
    """Return the text with capitals only at the start of sentences and of uncommon words.

    Args:
        text: A text in capitals.
        is_common: Says of a word in small letters whether it is one of the common vocabulary.
    """

    def recased(found: re.Match[str]) -> str:
        word = found.group()
        lower = word.lower()
        if len(lower) != len(word):
            return word
        if is_common(lower) and not _starts_sentence(text, found.start()):
            return lower
        return lower[0].upper() + lower[1:]

    return _WORD.sub(recased, text)


def _starts_sentence(text: str, offset: int) -> bool:
    before = text[max(0, offset - 8) : offset].rstrip(_OPENING)
    return offset == 0 or not before or before[-1] in ".!?"
