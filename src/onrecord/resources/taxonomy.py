"""What kinds of incidents there are: types, stages, certainty of blame, and their public codes.

A typed view of `resources/incident-types.toml`: which roles and effects a type can have, which
events of the lexicon `events.en` tell it, and what it is called in PLOVER (Halterman et al. 2023),
ACLED (codebook 2023) and MUC-4 (1992). Whether a text tells an incident is left to the readers.
Known limit: nearly every translation to another scheme loses something; its note says what.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from onrecord.errors import ResourceError
from onrecord.resources import Library
from onrecord.resources.incident_types import (
    Blame,
    Effect,
    IncidentRole,
    IncidentType,
    Scheme,
    SchemeCode,
    Stage,
    Translation,
)

__all__ = [
    "NAME",
    "Blame",
    "Effect",
    "IncidentRole",
    "IncidentType",
    "Scheme",
    "SchemeCode",
    "Stage",
    "Taxonomy",
    "Translation",
]

NAME = "incident-types"
"""Name of the resource."""

# The scheme whose words stand at roles, effects, stages and blame too, not only at types.
_MUC4 = "muc4"


class _Coded(Protocol):
    """A row that has a code."""

    @property
    def code(self) -> str: ...


_Row = TypeVar("_Row", bound=_Coded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """All kinds of incidents, with what can be said of them.

    Attributes:
        citation: Name and version of the resource, for provenance.
        schemes: The public schemes, by code.
        roles: The roles.
        effects: The effects.
        stages: The stages.
        blames: The certainties of blame.
        types: The types, the most general first.

    Raises:
        ResourceError: The tables contradict each other, leave something out, or name a code that
            a scheme does not have.
    """

    citation: str
    schemes: Mapping[str, Scheme]
    roles: tuple[IncidentRole, ...]
    effects: tuple[Effect, ...]
    stages: tuple[Stage, ...]
    blames: tuple[Blame, ...]
    types: tuple[IncidentType, ...]
    _by_event: Mapping[str, IncidentType] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_event = {event: kind for kind in self.types for event in kind.events}
        object.__setattr__(self, "_by_event", by_event)
        for fault in _faults(self):
            raise ResourceError(NAME, fault)

    @classmethod
    def of(cls, library: Library) -> Taxonomy:
        """Read the taxonomy of a library.

        Raises:
            ResourceError: The resource is missing or damaged, or its tables do not hold together.
        """
        lexicon = library.lexicon(NAME)
        try:
            return _taxonomy(lexicon.entries, lexicon.citation)
        except (AttributeError, KeyError, TypeError) as error:
            raise ResourceError(NAME, f"has a row with a wrong field ({error})") from error

    def find_type(self, code: str) -> IncidentType | None:
        """Return the type with a code."""
        return _find(self.types, code)

    def find_type_of_event(self, event: str) -> IncidentType | None:
        """Return the type that an event of the lexicon `events.en` tells, if it tells one."""
        return self._by_event.get(event)

    def find_stage(self, code: str) -> Stage | None:
        """Return the stage with a code."""
        return _find(self.stages, code)

    def find_blame(self, code: str) -> Blame | None:
        """Return the certainty of blame with a code."""
        return _find(self.blames, code)

    def types_called(self, scheme: str, event: str) -> tuple[IncidentType, ...]:
        """Return the types that a scheme's type is the usual code of, the most general first.

        Args:
            scheme: Code of the scheme (`muc4`).
            event: The scheme's type ("ATTACK").
        """
        return tuple(
            kind
            for kind in self.types
            if (usual := kind.schemes[scheme].usual) is not None and usual.event == event
        )


def _find(rows: Iterable[_Row], code: str) -> _Row | None:
    return next((row for row in rows if row.code == code), None)


def _taxonomy(entries: Mapping[str, Any], citation: str) -> Taxonomy:
    """Turn the tables into rows. An unknown or missing field is a TypeError of its row's class."""
    return Taxonomy(
        citation=citation,
        schemes={code: _scheme(code, row) for code, row in entries["schemes"].items()},
        roles=tuple(IncidentRole(**row | {"muc4": tuple(row["muc4"])}) for row in entries["role"]),
        effects=tuple(Effect(**row) for row in entries["effect"]),
        stages=tuple(Stage(**row) for row in entries["stage"]),
        blames=tuple(Blame(**row) for row in entries["blame"]),
        types=tuple(
            _type(row, tuple(stage["code"] for stage in entries["stage"]))
            for row in entries["type"]
        ),
    )


def _scheme(code: str, row: Mapping[str, Any]) -> Scheme:
    lists = {
        name: {key: tuple(values) for key, values in row.get(name, {}).items()}
        for name in ("codes", "values")
    }
    return Scheme(**{"code": code, "left_out": {}, **row, **lists})


def _type(row: Mapping[str, Any], stages: tuple[str, ...]) -> IncidentType:
    """Turn a row into a type; one that names no stages can have all."""
    lists = {name: tuple(row[name]) for name in ("roles", "effects", "events")}
    schemes = {name: _translation(part) for name, part in row["schemes"].items()}
    usual: dict[str, Any] = {"cannot": {}, "role_labels": {}}
    stages = tuple(row.get("stages", stages))
    return IncidentType(**usual | {**row} | lists | {"stages": stages, "schemes": schemes})


def _translation(row: Mapping[str, Any]) -> Translation:
    return Translation(**{**row, "codes": tuple(SchemeCode(**code) for code in row["codes"])})


def _faults(taxonomy: Taxonomy) -> Iterator[str]:
    """Say what does not hold together, worst first."""
    lists: tuple[tuple[str, tuple[_Coded, ...]], ...] = (
        ("role", taxonomy.roles),
        ("effect", taxonomy.effects),
        ("stage", taxonomy.stages),
        ("blame", taxonomy.blames),
        ("type", taxonomy.types),
    )
    for name, rows in lists:
        if not rows:
            yield f"has no {name}"
        for code in _repeated(row.code for row in rows):
            yield f"has the {name} {code!r} twice"
    if _MUC4 not in taxonomy.schemes:
        yield f"has no scheme {_MUC4!r}"
        return
    for event in _repeated(event for kind in taxonomy.types for event in kind.events):
        yield f"gives the event {event!r} to two types"
    yield from _faults_of_words(taxonomy)
    for kind in taxonomy.types:
        for fault in (*_faults_of_type(taxonomy, kind), *_faults_of_codes(taxonomy, kind)):
            yield f"has the type {kind.code!r}, which {fault}"
    yield from _unaccounted(taxonomy)


def _faults_of_words(taxonomy: Taxonomy) -> Iterator[str]:
    """Compare the MUC-4 words of roles, effects, stages and blame with its lists."""
    used = {
        "slot": [slot for role in taxonomy.roles for slot in role.muc4],
        "effect": [effect.muc4 for effect in taxonomy.effects if effect.muc4 is not None],
        "stage": [stage.muc4 for stage in taxonomy.stages],
        "confidence": [blame.muc4 for blame in taxonomy.blames],
    }
    known = taxonomy.schemes[_MUC4].values
    for name, words in used.items():
        for word in words:
            if word not in known.get(name, ()):
                yield f"names the {name} {word!r}, which MUC-4 does not have"
    for effect in taxonomy.effects:
        if effect.muc4 is None and not effect.note:
            yield f"has the effect {effect.code!r} without a MUC-4 word and without a note"
        if effect.of not in {"people", "things"}:
            yield f"has the effect {effect.code!r} of {effect.of!r}, not of people or things"
    for blame in taxonomy.blames:
        if blame.within is not None and taxonomy.find_blame(blame.within) is None:
            yield f"has the blame {blame.code!r} within {blame.within!r}, which is not there"


def _faults_of_type(taxonomy: Taxonomy, kind: IncidentType) -> Iterator[str]:
    """Compare what a type can and cannot have with what there is."""
    roles = [role.code for role in taxonomy.roles]
    if sorted((*kind.roles, *kind.cannot)) != sorted(roles):
        yield f"does not tell of each role once whether it can have it ({', '.join(roles)})"
    for role in kind.role_labels:
        if role not in kind.roles:
            yield f"has a label for the role {role!r}, which it cannot have"
    for name, codes, rows in (
        ("effect", kind.effects, taxonomy.effects),
        ("stage", kind.stages, taxonomy.stages),
    ):
        for code in codes:
            if _find(rows, code) is None:
                yield f"names the {name} {code!r}, which is not there"


def _faults_of_codes(taxonomy: Taxonomy, kind: IncidentType) -> Iterator[str]:
    """Compare a type's codes with those its schemes have."""
    if kind.schemes.keys() != taxonomy.schemes.keys():
        yield f"is not translated to each of {', '.join(taxonomy.schemes)}"
        return
    for name, translation in kind.schemes.items():
        known = taxonomy.schemes[name].codes
        if not translation.codes and not translation.note:
            yield f"has neither a code nor a note for {name}"
        for position, code in enumerate(translation.codes):
            if code.detail not in (None, *known.get(code.event, ())) or code.event not in known:
                yield f"names {code.event!r}, {code.detail!r}, which {name} does not have"
            if position and code.when is None:
                yield f"has two usual codes for {name}; say when {code.event!r} is right"


def _unaccounted(taxonomy: Taxonomy) -> Iterator[str]:
    """Name the MUC-4 types that are neither translated to nor left out with a reason."""
    scheme = taxonomy.schemes[_MUC4]
    used = {code.event for kind in taxonomy.types for code in kind.schemes[_MUC4].codes}
    for event in scheme.codes:
        if (event in used) == (event in scheme.left_out):
            yield f"does not tell whether {scheme.title}'s {event!r} is used or left out"


def _repeated(codes: Iterable[str]) -> list[str]:
    return [code for code, times in Counter(codes).items() if times > 1]
