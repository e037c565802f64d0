"""What a careful editor reads out of a story, as items that a brief can be held against.

An item names one thing that a brief must carry, and the slot it must stand in; or, with `absent` or
`only`, something that it must not. Items come from a TOML file (`tests/quality/examples`) or from
the expected file of the seed story (`benchmarks.seed`).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.model import Stance

Bounds = tuple[float | None, float | None]
"""The least and the most, both included; None for an end left open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to find in a brief, or not to find there.

    Words compare without case and only as whole words; "a|b" is satisfied by either.

    Attributes:
        name: Its name in lists of what was missed ("figures.2.source").
        slots: The slots it may stand in; see `benchmarks.matching` for those that are no slots of
            the incident schema ("report.editor", "check.units").
        words: Words that the value has to carry, each of them.
        bounds: The interval a figure must have, to the number; None: any.
        hedge: The hedging words a figure must carry; None: any.
        who: Whom a figure counts: words, nationality or role; "" accepts a figure of anybody.
        source: The first voice: its name, without articles; "" is the report's own voice.
        via: Words in the name of a voice that relays the first.
        stances: The stances the voice may take; () accepts any.
        on: The day a time must fall on.
        near: Latitude and longitude that a place must lie close to.
        identifier: A code the body must have ("BP.L").
        country: ISO 3166-1 alpha-2 code that the value must have.
        absent: It must not be found.
        only: The values, as intervals ("7..", "..15", "3") or words, that the slots may hold: one
            that is none of these is a false fact.
    """

    name: str
    slots: tuple[str, ...]
    words: tuple[str, ...] = ()
    bounds: Bounds | None = None
    hedge: str | None = None
    who: str = ""
    source: str | None = None
    via: str | None = None
    stances: tuple[str, ...] = ()
    on: date | None = None
    near: tuple[float, float] | None = None
    identifier: str | None = None
    country: str | None = None
    absent: bool = False
    only: tuple[str, ...] | None = None

    @property
    def is_forbidden(self) -> bool:
        """The item is met by what a brief does not hold."""
        return self.absent or self.only is not None


def parse_bounds(text: str) -> Bounds:
    """Return the interval that "7..", "..15", "2..3" or "5" means.

    Raises:
        ValueError: The text is no interval.
    """
    low, dots, high = text.partition("..")
    if not dots:
        high = low
    if not (low or high):
        raise ValueError(f"{text!r} is no interval; write 5, 2..3, 7.. or ..15")
    return (float(low) if low else None, float(high) if high else None)


def read_items(path: Path) -> tuple[Item, ...]:
    """Return the items of a TOML file of tables `[[item]]`.

    Raises:
        ValueError: A table has a key that no item has, or two items share a name.
    """
    rows = tomllib.loads(path.read_text("utf-8"))["item"]
    items = tuple(item_of(path, row) for row in rows)
    names = [item.name for item in items]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"{path}: items share a name: {', '.join(sorted(twice))}")
    return items


def item_of(path: Path, row: dict[str, Any]) -> Item:
    """Return the item of one table; `slot` and `stance` stand for lists of one.

    Raises:
        ValueError: The table has a key that no item has, or a stance that nobody takes.
    """
    unknown = set(row) - {field.name for field in fields(Item)} - {"slot", "stance"}
    if unknown:
        raise ValueError(f"{path}: item {row.get('name')} has unknown keys {sorted(unknown)}")
    row = dict(row)
    if "slot" in row:
        row["slots"] = [row.pop("slot")]
    if "stance" in row:
        row["stances"] = [row.pop("stance")]
    if "bounds" in row:
        row["bounds"] = parse_bounds(row["bounds"])
    for stance in row.get("stances", ()):
        Stance(stance)
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    return Item(**values)
