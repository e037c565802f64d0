"""When two names of companies are one: capitals, accents, "&" and forms of law make no difference.

A name has a full key ("jgc corp" for "JGC Corporation") and a core, which goes without forms of law
("jgc"). Names of one core are one company's only if one of them has no form, or both the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_ABBREVIATION = re.compile(r"\b(?:[^\W\d_]\.){2,}[^\W\d_]?|\b[^\W\d_]\.[^\W\d_]\b")
_NO_LETTERS = re.compile(r"[^\w]+|_")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)

# Names looked up again within a batch are mostly those of the last few hundred reports.
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class CompanyNames:
    """How names of companies are compared.

    Attributes:
        forms: Forms of law with the spelling they are brought to ("corporation": "corp").
        endings: Forms that a name may go without.
        openings: Words that may stand before a name.
    """

    forms: Mapping[str, str]
    endings: frozenset[str]
    openings: frozenset[str]
    _known: dict[str, tuple[str, str]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, entries: Mapping[str, Any]) -> CompanyNames:
        """Take the words from the resource `companies`."""
        words = entries["words"]
        return cls(entries["forms"], frozenset(words["forms"]), frozenset(words["openings"]))

    def keys(self, name: str) -> tuple[str, str]:
        """Return the full key and the core of a name."""
        found = self._known.get(name)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[name] = self._keys(name)
        return found

    def are_one(self, left: str, right: str) -> bool:
        """Say whether two names are one but for capitals, accents and forms of law."""
        (mine, core), (other, its_core) = self.keys(left), self.keys(right)
        return core == its_core and (mine == other or core in {mine, other})

    def _keys(self, name: str) -> tuple[str, str]:
        words = [self.forms.get(word, word) for word in plain_words(name)]
        while len(words) > 1 and words[0] in self.openings:
            words.pop(0)
        core = list(words)
        while len(core) > 1 and core[-1] in self.endings:
            core.pop()
        return " ".join(words), " ".join(core)


def plain_words(name: str) -> list[str]:
    """Return the words of a name in small letters, without accents, marks and points."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    letters = letters.replace("a/s", "as").replace("'", "").replace("’", "")
    letters = _ABBREVIATION.sub(lambda match: match.group().replace(".", ""), letters)
    return _NO_LETTERS.sub(" ", letters.replace("&", " and ")).split()
