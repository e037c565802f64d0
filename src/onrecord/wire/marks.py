"""Marks by which a desk vouches for words: "(CQ)" and "[CQ units]" behind a word or figure.

Newsrooms put CQ behind what was verified and is right as it stands. Such marks are cut out of a
text, with the blanks before them, and kept aside with their places; `with_marks` puts them back.
Names within a mark are kept as written: what they silence is for the desk to say.

Known limit: "Congressional Quarterly (CQ)" introduces an abbreviation, so a mark right behind two
words with the initials C and Q is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.model import Clearance

if TYPE_CHECKING:
    from collections.abc import Sequence

# What it may stand behind: a word, a figure, or the mark that closes them.
_MARK = re.compile(
    r"(?<=[\w.,;:!?%°$€£\"'”’)\]])[^\S\r\n]{0,3}"
    r"(?:\((?P<round>(?:CQ|cq)(?:[ ,:]+[a-z][a-z, -]{0,80})?)\)"
    r"|\[(?P<square>(?:CQ|cq)(?:[ ,:]+[a-z][a-z, -]{0,80})?)\])"
)

# Two words whose initials the mark would be: "Congressional Quarterly", "Club de Quito".
_ABBREVIATED = re.compile(r"\bC\w*[ -](?:(?:of|de|du|the|and|for)[ -])?Q\w*[^\S\r\n]*\Z")
_LONGEST_NAME = 80


def without_marks(text: str) -> tuple[str, tuple[Clearance, ...]]:
    """Return a text without the desk's marks, and the marks in order."""
    kept: list[str] = []
    cleared: list[Clearance] = []
    done = length = 0
    for found in _MARK.finditer(text):
        if _ABBREVIATED.search(text, max(found.start() - _LONGEST_NAME, 0), found.start()):
            continue
        kept.append(text[done : found.start()])
        length += found.start() - done
        done = found.end()
        cleared.append(Clearance(at=length, mark=found.group(), checks=_names(found)))
    return "".join([*kept, text[done:]]), tuple(cleared)


def with_marks(text: str, cleared: Sequence[Clearance]) -> str:
    """Return a text as it came, its marks back in their places."""
    parts: list[str] = []
    done = 0
    for one in cleared:
        parts += [text[done : one.at], one.mark]
        done = one.at
    return "".join([*parts, text[done:]])


def place_as_it_came(at: int, cleared: Sequence[Clearance]) -> int:
    """Return where a code point of the text without marks stood in the text as it came."""
    return at + sum(len(one.mark) for one in cleared if one.at <= at)


def _names(found: re.Match[str]) -> tuple[str, ...]:
    """Return the names of checks within a mark."""
    inner = found["round"] or found["square"]
    return tuple(inner[2:].replace(",", " ").replace(":", " ").split())
