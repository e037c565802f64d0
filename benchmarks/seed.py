"""The brief of the founding story, held against its expected file item by item.

The expected file is laid out into named items ("figures.2.source"); what it says in free words is
known by the words of `seed_words.toml`. How an item is found is in `benchmarks.matching`.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.expectations import Item, item_of
from benchmarks.matching import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.matching import Outcome

STORY = "in-amenas-2013-01-16.txt"
EXPECTED = "in-amenas-2013-01-16.expected.yaml"
TABLE = Path(__file__).with_name("seed_words.toml")

# The GeoNames point the expected file names in a comment.
IN_AMENAS = (28.04, 9.55)

_IN_BRACKETS = re.compile(r"^(.*?)\s*\((.*)\)$")


class MissingRowError(LookupError):
    """An item of the expected file is put in free words, and the table has none for it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"{TABLE.name} has no row for {self.name}: add the words it is known by."


def items(expected: dict[str, Any]) -> tuple[Item, ...]:
    """Lay the expected file out into items, those that must not be found last."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    laid_out = _Layout(expected, table)
    return (
        *laid_out.report(),
        *laid_out.incident(),
        *laid_out.figures(),
        *laid_out.sources(),
        *laid_out.free("unknowns"),
        *laid_out.entities(),
        *laid_out.free("background"),
        *laid_out.checks(),
        *(item_of(TABLE, row) for row in table["forbidden"]),
    )


def run(folder: Path) -> Outcome:
    """Brief the founding story and hold the brief against its expected file.

    Args:
        folder: The folder of seed stories.
    """
    # The table of figures and its tests do without the reading of stories and of YAML.
    import yaml  # noqa: PLC0415

    from onrecord.desk import Desk  # noqa: PLC0415

    desk = Desk()
    record = desk.brief(desk.open(str(folder / STORY)))
    expected = yaml.safe_load((folder / EXPECTED).read_text("utf-8"))
    return compare(record, items(expected))


class _Layout:
    """Makes items of the parts of the expected file."""

    def __init__(self, expected: dict[str, Any], table: dict[str, Any]) -> None:
        self.expected = expected
        self.table = table

    def words(self, name: str) -> tuple[str, ...]:
        """Return the words an item put in free words is known by."""
        if name not in self.table["words"]:
            raise MissingRowError(name)
        return tuple(self.table["words"][name])

    def slots(self, part: str) -> tuple[str, ...]:
        """Return the slots a part of the file may stand in."""
        return tuple(self.table["slots"][part])

    def free(self, part: str) -> Iterator[Item]:
        """Yield one item for each line of a part in free words."""
        for number, _ in enumerate(_at(self.expected, part), start=1):
            name = f"{part}.{number}"
            yield Item(name=name, slots=self.slots(part), words=self.words(name))

    def report(self) -> Iterator[Item]:
        """Yield what the file says of the report itself."""
        report = self.expected["report"]
        yield Item(name="report.published", slots=("report.published",), on=report["published"])
        yield Item(
            name="report.dateline",
            slots=("report.dateline",),
            words=tuple(report["dateline"].split(", ")),
        )
        for number, reporter in enumerate(report["reporters"], start=1):
            name, place = _bracketed(reporter)
            yield Item(
                name=f"report.reporters.{number}",
                slots=("report.reporter",),
                words=(name, *((place,) if place else ())),
            )
        yield Item(name="report.editor", slots=("report.editor",), words=(report["editor"],))

    def incident(self) -> Iterator[Item]:
        """Yield what happened, when, where, by whom, and the response."""
        incident = self.expected["incident"]
        for kind in incident["types"]:
            yield Item(
                name=f"incident.types.{kind}", slots=self.slots("incident.types"), words=(kind,)
            )
        slots = self.slots("incident.when")
        yield Item(name="incident.when.date", slots=slots, on=incident["when"]["date"])
        part = incident["when"]["part_of_day"]
        yield Item(name="incident.when.part_of_day", slots=slots, words=(part,))
        yield from self._where(incident["where"])
        yield from self._attackers(incident["attackers"])
        yield from self.free("incident.response")

    def _where(self, where: dict[str, Any]) -> Iterator[Item]:
        name = "incident.where.facility"
        yield Item(name=name, slots=self.slots(name), words=self.words(name))
        name = "incident.where.place"
        town, province, country = where["place"].split(", ")
        slots = self.slots(name)
        yield Item(name=name, slots=slots, words=(town,), near=IN_AMENAS)
        yield Item(name=f"{name}.province", slots=slots, words=(town, province.split()[0]))
        code = self.table["countries"][country]
        yield Item(name=f"{name}.country", slots=slots, words=(town,), country=code)
        yield from self.free("incident.where.within")
        yield from self.free("incident.where.sub_places")
        stated = where["distance_stated"]
        name = "incident.where.distance_stated"
        slots = self.slots(name)
        yield Item(name=f"{name}.km", slots=slots, words=(f"{stated['km']} km",))
        yield Item(name=f"{name}.miles", slots=slots, words=(f"{stated['miles']} mi",))
        yield Item(name=f"{name}.from", slots=slots, words=(stated["from"],))
        yield Item(name=f"{name}.source", slots=slots, source=stated["source"])

    def _attackers(self, attackers: dict[str, Any]) -> Iterator[Item]:
        yield from self.free("incident.attackers.described_as")
        name = "incident.attackers.commander"
        yield Item(name=name, slots=self.slots(name), words=(attackers["commander"],))
        name = "incident.attackers.responsibility"
        slots = self.slots(name)
        yield Item(name=f"{name}.claimed_by", slots=slots, words=self.words(name))
        via, _ = _bracketed(attackers["responsibility"]["via"])
        yield Item(name=f"{name}.via", slots=slots, words=self.words(name), via=via)

    def figures(self) -> Iterator[Item]:
        """Yield each figure, once for its number and once for each of its sources."""
        for number, figure in enumerate(self.expected["figures"], start=1):
            name = f"figures.{number}"
            slots = (self.table["figure_slots"][figure["what"]],)
            who = self.table["who"][figure["who"]]
            bounds = (figure["min"], figure["max"])
            yield Item(name=name, slots=slots, who=who, bounds=bounds, hedge=figure.get("hedge"))
            for place, source in enumerate(_several(figure["source"]), start=1):
                yield Item(
                    name=f"{name}.source.{place}",
                    slots=slots,
                    who=who,
                    bounds=bounds,
                    source=source,
                )

    def sources(self) -> Iterator[Item]:
        """Yield who has said what: the stance of each, and what the source adds or is given."""
        slots = self.slots("sources")
        for number, row in enumerate(self.expected["sources"], start=1):
            name = f"sources.{number}"
            stances = _several(row["stance"])
            for stance in stances:
                yield Item(
                    name=name if len(stances) == 1 else f"{name}.{stance}",
                    slots=slots,
                    words=self.words(name) if "what" in row or "relayed_by" in row else (),
                    source=row["source"],
                    stances=tuple(self.table["stances"].get(stance, [stance])),
                    via=row.get("relayed_by"),
                )
            if "then" in row:
                yield self._then(f"{name}.then", row)
            if "note" in row:
                yield Item(
                    name=f"{name}.note",
                    slots=("statement.note",),
                    words=self.words(f"{name}.note"),
                    source=row["source"],
                )

    def _then(self, name: str, row: dict[str, Any]) -> Item:
        """Return the item for what a source would not or could not add."""
        known = next(
            stance
            for stance in ("gives no more details", "does not know")
            if row["then"].startswith(stance)
        )
        words = () if row["then"] == known else self.words(name)
        slots = ("statement", "unknown")
        return Item(name=name, slots=slots, source=row["source"], stances=(known,), words=words)

    def entities(self) -> Iterator[Item]:
        """Yield the bodies and people: each by name, and once for each thing told of it."""
        entities = self.expected["entities"]
        for number, company in enumerate(entities["companies"], start=1):
            yield from self._company(f"entities.companies.{number}", company)
        for part in ("news_agencies", "governments", "people"):
            for number, named in enumerate(entities[part], start=1):
                yield from self._body(f"entities.{part}", number, named)
        yield from self.free("entities.armed_groups")

    def _company(self, name: str, company: dict[str, Any]) -> Iterator[Item]:
        slots = self.slots("entities.companies")
        words = (company["name"],)
        yield Item(name=name, slots=slots, words=words)
        if "ticker" in company:
            ticker = company["ticker"]
            yield Item(name=f"{name}.ticker", slots=slots, words=words, identifier=ticker)
        if "country" in company:
            code = self.table["countries"][company["country"]]
            yield Item(name=f"{name}.country", slots=slots, words=words, country=code)
        role = f"{name}.role"
        yield Item(name=role, slots=slots, words=(*words, *self.words(role)))

    def _body(self, part: str, number: int, named: str) -> Iterator[Item]:
        name, country = _bracketed(named)
        slots = self.slots(part)
        yield Item(name=f"{part}.{number}", slots=slots, words=(name,))
        if country is not None:
            code = self.table["countries"][country]
            yield Item(name=f"{part}.{number}.country", slots=slots, words=(name,), country=code)

    def checks(self) -> Iterator[Item]:
        """Yield the desk checks."""
        yield from self.free("checks_on_figures")
        for row in self.expected["desk_checks"]:
            name = f"desk_checks.{row['check']}"
            slots = tuple(
                f"check.{check}.{severity}"
                for check in self.table["checks"][row["check"]]
                for severity in self.table["severities"][row["severity"]]
            )
            yield Item(name=name, slots=slots, words=self.words(name))


def _at(expected: dict[str, Any], path: str) -> list[Any]:
    found: Any = expected
    for step in path.split("."):
        found = found[step]
    return list(found)


def _several(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _bracketed(text: str) -> tuple[str, str | None]:
    """Return the words before brackets, and those in them."""
    match = _IN_BRACKETS.match(text)
    return (match[1], match[2]) if match else (text, None)
