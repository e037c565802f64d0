"""What can be said of a kind of incident: its roles, effects, stages, blame, and its public codes.

The rows of `resources/incident-types.toml`; `onrecord.resources.taxonomy` reads them and sees that
they hold together. The conditions of the finer codes (`when`) are words for people: no program
decides them here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A public scheme of codes for incidents.

    Attributes:
        code: What we call it: `plover`, `acled`, `muc4`.
        title: What readers call it.
        event: What it calls its types ("event type").
        detail: What it calls the finer codes of a type ("mode").
        source: The document that lists its codes.
        url: Where that is to be had.
        codes: Its types, each with the finer codes it has.
        values: Its further closed lists, by name (`stage`, `confidence`).
        left_out: Types of its that none of ours translates to, each with the reason.
    """

    code: str
    title: str
    event: str
    detail: str
    source: str
    url: str
    codes: Mapping[str, tuple[str, ...]]
    values: Mapping[str, tuple[str, ...]]
    left_out: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeCode:
    """A code of a scheme that a type of ours translates to.

    Attributes:
        event: The scheme's type ("ASSAULT").
        detail: Its finer code ("firearms"). None: the type alone.
        when: The case in which it is right, in words. None: the usual code.
    """

    event: str
    detail: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a type of ours is called in one scheme.

    Attributes:
        codes: The usual code first, then those that are right in some cases only. Empty: none.
        note: What the translation loses, or why there is none. None: nothing is lost.
    """

    codes: tuple[SchemeCode, ...]
    note: str | None = None

    @property
    def usual(self) -> SchemeCode | None:
        """The code that is right unless more is known; None where no code is."""
        return next((code for code in self.codes if code.when is None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRole:
    """Who or what takes part in an incident.

    Attributes:
        code: Its name (`attacker_individual`).
        label: What readers call it, unless a type has a label of its own for it.
        definition: What belongs there, in one sentence.
        muc4: The MUC-4 slots it fills.
    """

    code: str
    label: str
    definition: str
    muc4: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What an incident does to people or things.

    Attributes:
        code: Its name; for people also the slot of the incident schema that counts them.
        label: What readers call it.
        definition: When it is so, in one sentence.
        of: `people` or `things`.
        muc4: MUC-4's word for it. None: it has none.
        note: What the translation loses. None: nothing.
    """

    code: str
    label: str
    definition: str
    of: str
    muc4: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How far an incident got.

    Attributes:
        code: Its name: `accomplished`, `attempted`, `threatened`, `foiled`.
        label: What readers call it.
        definition: When it is so, in one sentence.
        muc4: MUC-4's stage of execution.
        note: What the translation loses. None: nothing.
    """

    code: str
    label: str
    definition: str
    muc4: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """How sure it is that an organisation was behind an incident.

    Attributes:
        code: Its name (`accused_by_authorities`).
        label: What readers call it.
        definition: When it is so, in one sentence.
        muc4: MUC-4's confidence.
        within: Code of the weaker statement it implies. None: it implies none.
    """

    code: str
    label: str
    definition: str
    muc4: str
    within: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentType:
    """A kind of incident.

    Attributes:
        code: Its name (`kidnapping`).
        label: What readers call it.
        definition: What it is, in one sentence.
        roles: Codes of the roles it can have.
        cannot: Codes of the roles it cannot have, each with the reason.
        role_labels: What a role is called in this type, where not by its usual label.
        effects: Codes of the effects it can have.
        stages: Codes of the stages it can have.
        events: Codes of the events in the lexicon `events.en` that tell it.
        schemes: Its translations, by code of the scheme.
    """

    code: str
    label: str
    definition: str
    roles: tuple[str, ...]
    cannot: Mapping[str, str]
    role_labels: Mapping[str, str]
    effects: tuple[str, ...]
    stages: tuple[str, ...]
    events: tuple[str, ...]
    schemes: Mapping[str, Translation]
