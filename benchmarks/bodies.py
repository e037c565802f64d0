"""Reports of our own with their bodies and people marked: names, what points back to them, roles.

The marks stand in the text: {id:words} names a body or person, {id=words} points back to it by a
role noun or a subject pronoun. What has no mark is to stay open. `open` was looked at while the
reader was built; `sealed` never, only scored.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.voices import Outcome, Rate, Tally
from onrecord import wire
from onrecord.model import EntityMention, MentionForm, Span
from onrecord.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.reading import Kit

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "quality" / "bodies"
OPEN = ("open",)
"""The parts that developers look at."""

PARTS = (*OPEN, "sealed")
"""All parts."""

_MARK = re.compile(r"\{(?P<who>\w+)(?P<how>[:=])(?P<words>[^{}]+)\}")

_MEASURES = (
    _FOUND := "bodies and people found",
    _RIGHT := "bodies and people right",
    _JOINS_FOUND := "other names joined, found",
    _JOINS_RIGHT := "other names joined, right",
    _BACK_FOUND := "role nouns and pronouns resolved, found",
    _BACK_RIGHT := "role nouns and pronouns resolved, right",
    _ROLES_FOUND := "roles of people found",
    _ROLES_RIGHT := "roles of people right",
    _BELONGS_FOUND := "affiliations found",
    _BELONGS_RIGHT := "affiliations right",
)


@dataclass(frozen=True, slots=True)
class Gold:
    """One report with its marks read.

    Attributes:
        name: Its name.
        text: Its text without the marks.
        named: Where each body or person is named, by its mark.
        back: What points back to it, by where that stands.
        told: What the gold says of each.
    """

    name: str
    text: str
    named: Mapping[str, tuple[Span, ...]]
    back: Mapping[Span, str]
    told: Mapping[str, Mapping[str, str]]

    def names(self, who: str | None) -> set[str]:
        """Return the names of a body or person, in small letters."""
        if who is None:
            return set()
        names = {_plain(span.of(self.text)) for span in self.named.get(who, ())}
        if "name" in self.told[who]:
            names.add(_plain(self.told[who]["name"]))
        return names

    def meant(self, mentions: tuple[EntityMention, ...]) -> str | None:
        """Return which of the gold's bodies the mentions of one body name; None if none of them."""
        for mention in mentions:
            if mention.form is MentionForm.NAME:
                for who, spans in self.named.items():
                    if any(span.overlaps(mention.name_span) for span in spans):
                        return who
        names = {_plain(one.name_span.of(self.text)) for one in mentions}
        return next((who for who in self.told if names & self.names(who)), None)


def run(part: str, kit: Kit) -> Outcome:
    """Read the reports of a part and hold what is read against the gold."""
    tally = Tally()
    for gold in golds(part):
        found = read(wire.story(gold.text, origin=gold.name), kit).mentions.entities
        groups: dict[int, list[EntityMention]] = defaultdict(list)
        for mention in found:
            groups[mention.group].append(mention)
        _compare(gold, [tuple(every) for every in groups.values()], tally)
    rates = {name: Rate(tally.right[name], tally.of[name]) for name in _MEASURES}
    return Outcome(rates, tuple(tally.misses))


def golds(part: str) -> list[Gold]:
    """Return the reports of a part with their gold."""
    rows = yaml.safe_load((FOLDER / f"{part}.yaml").read_text("utf-8"))
    return [_gold(row) for row in rows]


def _gold(row: Mapping[str, Any]) -> Gold:
    """Read the marks of a report.

    Raises:
        ValueError: A mark names nobody in the table of the report.
    """
    text, named, back = "", defaultdict(list), {}
    last = 0
    for mark in _MARK.finditer(row["text"]):
        if mark["who"] not in row["entities"]:
            raise ValueError(f"{row['id']}: add {mark['who']!r} to its entities")
        text += row["text"][last : mark.start()]
        span = Span(len(text), len(text) + len(mark["words"]))
        if mark["how"] == ":":
            named[mark["who"]].append(span)
        else:
            back[span] = mark["who"]
        text, last = text + mark["words"], mark.end()
    text += row["text"][last:]
    places = {who: tuple(spans) for who, spans in named.items()}
    return Gold(row["id"], text, places, back, row["entities"])


def _compare(gold: Gold, groups: list[tuple[EntityMention, ...]], tally: Tally) -> None:
    meant = {number: gold.meant(every) for number, every in enumerate(groups)}
    of = {who: groups[number] for number, who in reversed(meant.items()) if who is not None}
    for who in gold.told:
        _count_gold(gold, who, of.get(who, ()), tally)
    for number, every in enumerate(groups):
        _count_names(gold, every, meant[number], tally)
        _count_back(gold, every, meant[number], tally)
    for span, who in gold.back.items():
        found = any(_points(one, span) for one in of.get(who, ()))
        tally.count(_BACK_FOUND, f"{gold.name}: {who} {_around(gold, span)}", good=found)


def _count_gold(
    gold: Gold,
    who: str,
    every: tuple[EntityMention, ...],
    tally: Tally,
) -> None:
    told = gold.told[who]
    entity = every[0].entity if every else None
    tally.count(_FOUND, f"{gold.name}: {who} {sorted(gold.names(who))}", good=entity is not None)
    first, *others = gold.named.get(who, ()) or (None,)
    seen = set() if first is None else {_plain(first.of(gold.text))}
    for span in others:
        if (name := _plain(span.of(gold.text))) not in seen:
            seen.add(name)
            good = any(
                one.form is MentionForm.NAME and one.name_span.overlaps(span) for one in every
            )
            tally.count(_JOINS_FOUND, f"{gold.name}: {who} {name}", good=good)
    if told["kind"] != "person":
        return
    role = entity.role if entity else None
    if "role" in told:
        line = f"{gold.name}: {who} {told['role']} [{role}]"
        tally.count(_ROLES_FOUND, line, good=_same_role(told["role"], role))
    belongs = entity.affiliation if entity else None
    if "affiliation" in told:
        line = f"{gold.name}: {who} {told['affiliation']} [{belongs}]"
        tally.count(_BELONGS_FOUND, line, good=_same_body(gold, told["affiliation"], belongs))


def _count_names(
    gold: Gold, every: tuple[EntityMention, ...], who: str | None, tally: Tally
) -> None:
    entity = every[0].entity
    if entity.named:
        line = f"{gold.name}: read {entity.name} <{entity.kind}>"
        tally.count(_RIGHT, line, good=who is not None)
    for one in _other_names(every, gold):
        spans = gold.named.get(who or "", ())
        words = _plain(one.name_span.of(gold.text))
        good = any(span.overlaps(one.name_span) for span in spans) or words in gold.names(who)
        tally.count(_JOINS_RIGHT, f"{gold.name}: read {words} as {entity.name}", good=good)
    told = gold.told.get(who or "", {})
    if entity.role and entity.kind == "person":
        line = f"{gold.name}: read {entity.name}, {entity.role}"
        tally.count(_ROLES_RIGHT, line, good=_same_role(told.get("role"), entity.role))
    if entity.affiliation:
        good = "affiliation" in told and _same_body(gold, told["affiliation"], entity.affiliation)
        tally.count(
            _BELONGS_RIGHT, f"{gold.name}: read {entity.name} of {entity.affiliation}", good=good
        )


def _other_names(every: tuple[EntityMention, ...], gold: Gold) -> Iterator[EntityMention]:
    """Yield the first mention by each name beside the first name of a body."""
    seen: set[str] = set()
    for one in every:
        name = _plain(one.name_span.of(gold.text))
        if one.form is MentionForm.NAME and one.entity.named and name not in seen:
            if seen:
                yield one
            seen.add(name)


def _count_back(
    gold: Gold, every: tuple[EntityMention, ...], who: str | None, tally: Tally
) -> None:
    for one in every:
        if one.form is MentionForm.NAME:
            continue
        good = any(_points(one, span) and meant == who for span, meant in gold.back.items())
        line = f"{gold.name}: read {_around(gold, one.span)} as {one.entity.name}"
        tally.count(_BACK_RIGHT, line, good=good)


def _points(one: EntityMention, span: Span) -> bool:
    return one.form is not MentionForm.NAME and one.span.overlaps(span)


def _around(gold: Gold, span: Span) -> str:
    """Return words with a few around them."""
    shown = gold.text[max(0, span.start - 30) : span.end + 20]
    return repr(shown)


def _same_role(gold: str | None, role: str | None) -> bool:
    """Say whether one role holds the other's words."""
    if not gold or not role:
        return False
    mine, other = set(_plain(gold).split()), set(_plain(role).split())
    return mine <= other or other <= mine


def _same_body(gold: Gold, wanted: str, read_as: str | None) -> bool:
    if read_as is None:
        return False
    names = gold.names(wanted) if wanted in gold.told else {_plain(wanted)}
    return _any_like(_plain(read_as), names)


def _any_like(name: str, others: set[str]) -> bool:
    """Say whether a name is one of others, but for a nation or a form of law beside it."""
    return any(name == other or _ends(name, other) or _ends(other, name) for other in others)


def _ends(name: str, other: str) -> bool:
    """Say whether a name of two words or more ends another."""
    return " " in name and other.endswith(f" {name}")


def _plain(name: str) -> str:
    """Return a name in small letters, without an article and with blanks squeezed."""
    words = " ".join(name.casefold().replace("’", "'").split())
    return words.removeprefix("the ")
