"""Whether two spellings in one role name the same participant.

"FMLN" and "Farabundo Marti National Liberation Front" do, and so do "Alvarez" and "Hector
Alvarez", "terrorists" and "three terrorists". What the words themselves show is used, and the table
of armed groups for names in two languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.events.learned.candidates import normalise
from onrecord.extract.events.learned.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.resources import Library

GROUPS = "armed-groups"
"""The resource with the names of armed groups."""

# Words inside a name whose initials its short form leaves out.
_SMALL = frozenset("of for and in on de del la las los el y al".split())
_FEWEST_INITIALS = 2

_ORGANISATION = ROLES.index("organisation")


@dataclass(frozen=True, slots=True)
class Names:
    """Knows which names are of the same.

    Attributes:
        known: The number of the group that each normalised name in the table names.
    """

    known: Mapping[str, int]

    @classmethod
    def of(cls, library: Library) -> Names:
        """Read the table of armed groups.

        Raises:
            ResourceError: It is missing or damaged.
        """
        groups = library.lexicon(GROUPS).entries["armed"]["groups"]
        return cls(
            {
                normalise(name): number
                for number, group in enumerate(groups)
                for name in (group["name"], *group.get("aliases", ()))
            }
        )

    def same(self, one: str, other: str, role: int) -> bool:
        """Say whether two normalised names in one role are of the same.

        Args:
            one: A name.
            other: Another.
            role: Place of the role in `ROLES`.
        """
        if one == other:
            return True
        mine, theirs = one.split(), other.split()
        if set(mine) <= set(theirs) or set(theirs) <= set(mine):
            return True
        if role != _ORGANISATION:
            return False
        if one in self.known and self.known.get(other) == self.known[one]:
            return True
        return _are_initials(one, theirs) or _are_initials(other, mine)


def _are_initials(short: str, words: list[str]) -> bool:
    letters = [word[0] for word in words if word not in _SMALL]
    return len(letters) >= _FEWEST_INITIALS and short.replace(" ", "") == "".join(letters)
