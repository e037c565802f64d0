"""From drafts to mentions: overlaps are settled, mentions of one body share a number and a name.

Which names are one body is told by `aliases`, which nouns and pronouns point back to it by
`references`. Names that are merely alike ("JCG Corp", "JGC Corporation") stay apart: whether one
is a slip of the other is for a desk check to ask.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.aliases import aliased
from onrecord.extract.entities.drafts import Draft, Page
from onrecord.extract.entities.references import pointing_back
from onrecord.extract.entities.roles import with_roles
from onrecord.model import (
    EntityKind,
    EntityMention,
    EntityRef,
    Identifier,
    MentionForm,
    Provenance,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_KINDS = (
    EntityKind.JOINT_VENTURE,
    EntityKind.ARMED_GROUP,
    EntityKind.NEWS_AGENCY,
    EntityKind.GOVERNMENT,
    EntityKind.SECURITY_FORCE,
    EntityKind.COMPANY,
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
)
"""Which kind wins where mentions of one body were read differently."""


# "Bank of the Andes": words this short keep their small letters.
_SHORT_WORD = 4


def settled(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts whose names do not overlap, in reading order; the surer and longer stay."""
    taken: set[int] = set()
    kept = []
    ordered = sorted(
        drafts, key=lambda draft: (draft.rank, draft.core[0] - draft.core[1], draft.first)
    )
    for draft in ordered:
        words = range(*draft.core)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(draft)
    return sorted(kept, key=lambda draft: (draft.first, -draft.last))


def joined(page: Page, drafts: Sequence[Draft], read_by: Provenance) -> tuple[EntityMention, ...]:
    """Return the mentions, each with all that the report says of its body.

    Args:
        page: The report.
        drafts: The names found, none overlapping another.
        read_by: Which code and data read them.
    """
    known = with_roles(page, aliased(page, drafts))
    told = pointing_back(page, known)
    groups: dict[str, list[Draft]] = defaultdict(list)
    for draft in told:
        groups[draft.key].append(draft)
    numbers = {key: number for number, key in enumerate(groups)}
    bodies = {key: _body(page, every) for key, every in groups.items()}
    held = {
        key: _held_at(page, every, told, bodies)
        for key, every in groups.items()
        if every[0].kind is EntityKind.PERSON
    }
    whole = {key: replace(body, affiliation=held.get(key)) for key, body in bodies.items()}
    return tuple(
        EntityMention(
            span=page.analysis.span_of(draft.first, draft.last),
            read_by=read_by,
            entity=whole[draft.key],
            group=numbers[draft.key],
            name_span=_name_span(page, draft),
            identifier_spans=tuple(span for _, span in draft.codes),
            form=draft.form,
        )
        for draft in told
    )


def _held_at(
    page: Page, every: Sequence[Draft], drafts: Sequence[Draft], bodies: Mapping[str, EntityRef]
) -> str | None:
    """Return the body or place that a person's role is held at, by its fullest name."""
    for draft in every:
        if draft.affiliation is not None:
            body = _body_at(page, draft.affiliation, drafts)
            return bodies[body.key].name if body else page.text(*draft.affiliation)
    return None


def _body_at(page: Page, words: tuple[int, int], drafts: Sequence[Draft]) -> Draft | None:
    """Return the body that words for it name; None where they name more than one of its parts.

    "State firm Sonatrach" is Sonatrach, "the Center for Strategic and International Studies" is no
    "International Studies".
    """
    first, last = words
    for other in drafts:
        start, end = other.core
        inside = start < last and first < end and other.kind is not EntityKind.PERSON
        if inside and not any(page.is_capital(index) for index in range(first, start)):
            return other
    return None


def _body(page: Page, every: Sequence[Draft]) -> EntityRef:
    """Return what all mentions of a body say of it together."""
    naming = [draft for draft in every if draft.form is MentionForm.NAME]
    names = list(dict.fromkeys(_titled(page, draft) for draft in naming))
    name = max(names, key=len)
    countries = {draft.country for draft in every if draft.country}
    roles = [part for draft in every if draft.role for part in draft.role.split(", ")]
    if every[0].kind is EntityKind.PERSON:
        roles = [draft.role for draft in every if draft.role][:1]
    return EntityRef(
        name=name,
        kind=min((draft.kind for draft in every), key=_KINDS.index),
        named=any(draft.named for draft in naming),
        country=next(iter(countries)) if len(countries) == 1 else None,
        identifiers=_identifiers(every),
        role=", ".join(dict.fromkeys(roles)) or None,
        aliases=tuple(other for other in names if other != name),
        age=next((draft.age for draft in every if draft.age is not None), None),
    )


def _titled(page: Page, draft: Draft) -> str:
    """Return a name; one of a report in capitals with capitals as names have them."""
    if not (page.analysis.upper_case and draft.named):
        return draft.name
    return " ".join(
        word if len(word) < _SHORT_WORD or word[0].isupper() else word[0].upper() + word[1:]
        for word in draft.name.split()
    )


def _identifiers(every: Sequence[Draft]) -> tuple[Identifier, ...]:
    return tuple(dict.fromkeys(code for draft in every for code, _ in draft.codes))


def _name_span(page: Page, draft: Draft) -> Span:
    """Return where the name stands; a description is all name."""
    if not draft.named:
        return page.analysis.span_of(draft.first, draft.last)
    return page.analysis.span_of(*draft.core)
