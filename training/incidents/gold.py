"""What annotators wrote of the incidents of a report, in words of the report.

Gold templates name their fillers as strings. Here each filler is a set of strings, and a stretch of
words is a mention of it when it spells one of them: lower case, without punctuation and articles,
as the benchmark's scorer compares them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.extract.events.learned.candidates import normalise
from onrecord.extract.events.learned.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Analysis

MUC4_SLOTS = {
    "perpetrator": "perp_individual",
    "organisation": "perp_organization",
    "target": "physical_target_id",
    "victim": "human_target_name",
    "people": "human_target_description",
    "weapon": "instrument_id",
}
"""The slot of MUC-4 that each of our roles is."""


@dataclass(frozen=True, slots=True)
class Filler:
    """One participant of one or more incidents of a report.

    Attributes:
        role: Place of its role in `ROLES`.
        strings: How it is named, normalised.
    """

    role: int
    strings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Template:
    """One incident as annotated.

    Attributes:
        types: Its type, or the types that are equally right.
        fillers: Places of its fillers in the list of the report.
    """

    types: frozenset[str]
    fillers: frozenset[int]


@dataclass(frozen=True, slots=True)
class Gold:
    """All that is annotated of one report.

    Attributes:
        fillers: The participants, each once.
        templates: The incidents.
    """

    fillers: tuple[Filler, ...]
    templates: tuple[Template, ...]

    def find(self, role: int, words: str) -> int | None:
        """Return the filler that words name, normalised, in a role; None where they name none."""
        for place, filler in enumerate(self.fillers):
            if filler.role == role and words in filler.strings:
                return place
        return None


def of_muc4(row: dict[str, Any]) -> Gold:
    """Return the gold of a line of the MUC-4 files."""
    templates = []
    for template in row["templates"]:
        types = {
            value.lower() for filler in template["incident_type"] for value in filler["values"]
        }
        named = {
            role: [filler["values"] for filler in template[MUC4_SLOTS[role]]] for role in ROLES
        }
        templates.append((types, named))
    return gold(templates)


def gold(templates: Sequence[tuple[set[str], dict[str, list[list[str]]]]]) -> Gold:
    """Put incidents together; a filler named in several of them is one.

    Args:
        templates: For each its types, and by role the strings of each filler.
    """
    pool: list[tuple[int, set[str]]] = []
    found = []
    for types, named in templates:
        mine = set()
        for number, role in enumerate(ROLES):
            for values in named.get(role, ()):
                wanted = {one for one in map(normalise, values) if one}
                if wanted:
                    mine.add(_pooled(pool, number, wanted))
        found.append(Template(frozenset(types), frozenset(mine)))
    return Gold(
        tuple(Filler(role, frozenset(strings)) for role, strings in pool),
        tuple(dict.fromkeys(found)),
    )


def _pooled(pool: list[tuple[int, set[str]]], role: int, wanted: set[str]) -> int:
    """Return the place of a filler in the pool, adding it where it is new."""
    for place, (other, strings) in enumerate(pool):
        if other == role and (wanted <= strings or strings <= wanted):
            strings.update(wanted)
            return place
    pool.append((role, wanted))
    return len(pool) - 1


def mentions(analysis: Analysis, gold: Gold) -> list[tuple[int, int, int]]:
    """Return where fillers are named: first word, word after the last, place of the filler.

    Of two mentions in one role of which one holds the other, the longer stands.
    """
    words = [normalise(token.text) for token in analysis.tokens]
    starts = [index for index, word in enumerate(words) if word]
    at: dict[str, list[int]] = {}
    for index in starts:
        at.setdefault(words[index].split()[0], []).append(index)
    found = []
    for place, filler in enumerate(gold.fillers):
        for wanted in filler.strings:
            for first in _firsts(at, wanted):
                last = _spelt(words, first, wanted)
                if last is not None:
                    found.append((first, last, place))
    role_of = [filler.role for filler in gold.fillers]
    return [
        one
        for one in dict.fromkeys(found)
        if not any(
            other != one
            and role_of[other[2]] == role_of[one[2]]
            and other[0] <= one[0]
            and one[1] <= other[1]
            and other[1] - other[0] > one[1] - one[0]
            for other in found
        )
    ]


def _firsts(at: dict[str, list[int]], wanted: str) -> list[int]:
    """Return the words at which a string may begin; its first word may be cut in two by tokens."""
    head = wanted.partition(" ")[0]
    return [index for word, indexes in at.items() if head.startswith(word) for index in indexes]


def _spelt(words: list[str], first: int, wanted: str) -> int | None:
    """Return the word behind a stretch that spells a string, from a word on; None if none does."""
    letters = wanted.replace(" ", "")
    got = ""
    for index in range(first, min(len(words), first + 24)):
        got += words[index].replace(" ", "")
        if got == letters:
            return index + 1
        if not letters.startswith(got):
            return None
    return None
