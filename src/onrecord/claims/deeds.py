"""What befalls people, by the verbs that tell it: the table `deed` of `claims.en`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A row of the table; lists are of lemmas, and an empty one asks for nothing.

    Attributes:
        slot: What it tells of those it counts.
        beside: One of these stands in the verb's clause.
        without: None of these does.
        near: One of these stands in the report.
        unless: None of these stands in the report.
        agents: One of these does it.
        counted: One of these is what is counted.
        victims: Those counted are no attackers, by the role their words give them.
        negated: The verb is told as not so: "have not been heard from".
    """

    slot: str
    beside: frozenset[str]
    without: frozenset[str]
    near: frozenset[str]
    unless: frozenset[str]
    agents: frozenset[str]
    counted: frozenset[str]
    victims: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """The rows by their verbs, each in the order of the table.

    Attributes:
        done: Of those a verb is done to.
        does: Of those who do or suffer it.
        of_them: Of those a noun is of, by the noun; words beside it are its own and its verb's.
        outright: Verbs that need no other word to tell a death.
    """

    done: Mapping[str, tuple[Deed, ...]]
    does: Mapping[str, tuple[Deed, ...]]
    of_them: Mapping[str, tuple[Deed, ...]]
    outright: frozenset[str]

    @classmethod
    def of(cls, entries: Mapping[str, Any]) -> Deeds:
        """Arrange the table."""
        rows = [(row, _deed(row)) for row in entries["deed"]]
        found: dict[str, dict[str, tuple[Deed, ...]]] = {"done": {}, "does": {}, "of": {}}
        for side, by_verb in found.items():
            for row, deed in rows:
                for verb in row.get(side, ()):
                    by_verb[verb] = (*by_verb.get(verb, ()), deed)
        outright = frozenset(
            verb
            for side in ("done", "does")
            for verb, deeds in found[side].items()
            if any(_is_outright(deed) for deed in deeds)
        )
        return cls(done=found["done"], does=found["does"], of_them=found["of"], outright=outright)


def _is_outright(deed: Deed) -> bool:
    return deed.slot == "killed" and not (deed.beside or deed.counted or deed.negated or deed.near)


def _deed(row: Mapping[str, Any]) -> Deed:
    lists = {
        field: frozenset(row.get(name, ()))
        for field, name in (
            ("beside", "with"),
            ("without", "without"),
            ("near", "near"),
            ("unless", "unless"),
            ("agents", "agents"),
            ("counted", "counted"),
        )
    }
    return Deed(
        slot=row["slot"],
        victims=bool(row.get("victims")),
        negated=bool(row.get("negated")),
        **lists,
    )
