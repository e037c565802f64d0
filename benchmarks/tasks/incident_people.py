"""People killed who are told one by one and never counted: "Joe Roe, 24, died", "the child died".

Those with a name are counted, each once: by name, or by a word that points back to it. Names of
which one is a part of the other ("Roe", "Joe Roe"), or that differ in the spelling of the first
name only, are of one person. Who dies without a name is one at least, perhaps one of the named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import EntityKind, Factuality, RoleName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Reading, Span

# What may stand before a name in its phrase: a title, an age, what one is.
_LEAD = 30

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
