"""People whom no figure of the killed or injured counts, for a register that counts them.

First, people killed who are told one by one: "Joe Roe, 24, died", "the child died".

Those with a name are counted, each once: by name, or by a word that points back to it. Names of
which one is a part of the other ("Roe", "Joe Roe"), or that differ in the spelling of the first
name only, are of one person. Who dies without a name is one at least, perhaps one of the named.

Second, people shot of whom no more is told: "four people were shot". The register has everybody who
was shot among its killed or its injured; the report does not say they were hurt, so its record has
no such figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import EntityKind, Factuality, RoleName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Reading, Span

# What may stand before a name in its phrase: a title, an age, what one is.
_LEAD = 30

SHOOTING = "shooting"
PEOPLE = "people"

Name = tuple[str, ...]


def people_told(reading: Reading, effect: str) -> int:
    """Return how many people at least a report tells an effect of, as having happened.

    Args:
        reading: The reading of the report.
        effect: The effect, as a figure slot of the incident schema ("killed").
    """
    phrases = [
        role.span
        for event in reading.mentions.events
        if event.effect == effect and event.factuality is Factuality.HAPPENED
        for role in event.roles
        if role.name is RoleName.PATIENT
    ]
    found = {name for phrase in phrases if (name := _name(reading, phrase))}
    names = sorted(found, key=lambda name: (-len(name), name))
    different = [name for at, name in enumerate(names) if not _is_told(name, names[:at])]
    return max(len(different), 1 if phrases else 0)


def people_shot(reading: Reading) -> int:
    """Return how many people a report tells to have been shot, dead or not.

    It is the first number told; greater ones further down are those of a year or a town. Where none
    is told, somebody was shot who is told by no number.
    """
    phrases = [
        role.span
        for event in reading.mentions.events
        if event.code == SHOOTING and event.factuality is Factuality.HAPPENED
        for role in event.roles
        if role.name is RoleName.PATIENT
    ]
    told = (
        mention.figure.low
        for mention in reading.mentions.figures
        if mention.figure.unit == PEOPLE and any(one.overlaps(mention.phrase) for one in phrases)
    )
    return int(next((low for low in told if low is not None), 1 if phrases else 0))


def _name(reading: Reading, phrase: Span) -> Name:
    """Return the name of the first person a noun phrase names or points back to; () if none."""
    return next(
        (
            tuple(mention.entity.name.lower().replace(".", "").split())
            for mention in reading.mentions.entities
            if mention.entity.kind is EntityKind.PERSON
            and phrase.covers(mention.span)
            and mention.span.start - phrase.start <= _LEAD
        ),
        (),
    )


def _is_told(name: Name, others: Sequence[Name]) -> bool:
    """Say whether a name is one of others: a part of it, or with its first name spelt otherwise."""
    return any(
        set(name) <= set(other) or (name[-1] == other[-1] and name[0][:3] == other[0][:3])
        for other in others
    )
