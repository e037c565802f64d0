"""From drafts to mentions: overlaps are settled, mentions of one body share a number and a name.

Two names are one body when a lexicon, the full name of a person, or the name without its form of
law says so, or when one stands in brackets behind the other as its abbreviation. Names that are
merely alike ("JCG Corp", "JGC Corporation") stay apart: whether one is a slip of the other is for
a desk check to ask.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import Draft, Page
from onrecord.model import EntityKind, EntityMention, EntityRef, Identifier, Provenance, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


def _abbreviations(page: Page, drafts: Sequence[Draft]) -> dict[str, str]:
    """Return by key of an abbreviation in brackets the key of the body before it."""
    by_end = {draft.core[1]: draft for draft in drafts}
    joined = {}
    for draft in drafts:
        first, last = draft.core
        before = by_end.get(first - 1)
        if before is None or page.lower[first - 1] != "(":
            continue
        if page.lower[last : last + 1] != (")",):
            continue
        if draft.name.isupper() and before.key != draft.key:
            joined[draft.key] = before.key
    return joined


def joined(page: Page, drafts: Sequence[Draft], read_by: Provenance) -> tuple[EntityMention, ...]:
    """Return the mentions, each with all that the report says of its body."""
    same = _abbreviations(page, drafts)
    groups: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[same.get(draft.key, draft.key)].append(draft)
    numbers = {key: number for number, key in enumerate(groups)}
    bodies = {key: _body(page, every) for key, every in groups.items()}
    return tuple(
        EntityMention(
            span=page.analysis.span_of(draft.first, draft.last),
            read_by=read_by,
            entity=bodies[key],
            group=numbers[key],
            name_span=_name_span(page, draft),
            identifier_spans=tuple(span for _, span in draft.codes),
        )
        for draft in drafts
        for key in (same.get(draft.key, draft.key),)
    )


def _body(page: Page, every: Sequence[Draft]) -> EntityRef:
    """Return what all mentions of a body say of it together."""
    names = list(dict.fromkeys(_titled(page, draft) for draft in every))
    name = max(names, key=len)
    countries = {draft.country for draft in every if draft.country}
    roles = [part for draft in every if draft.role for part in draft.role.split(", ")]
    if every[0].kind is EntityKind.PERSON:
        roles = [draft.role for draft in every if draft.role][:1]
    return EntityRef(
        name=name,
        kind=min((draft.kind for draft in every), key=_KINDS.index),
        named=any(draft.named for draft in every),
        country=next(iter(countries)) if len(countries) == 1 else None,
        identifiers=_identifiers(every),
        role=", ".join(dict.fromkeys(roles)) or None,
        aliases=tuple(other for other in names if other != name),
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
