"""The companies, bodies and people named, each under the slot of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Claim, EntityKind, EntityMention, MentionForm, Standing

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene

SLOTS = {
    EntityKind.COMPANY: "company",
    EntityKind.JOINT_VENTURE: "joint_venture",
    EntityKind.NEWS_AGENCY: "news_agency",
    EntityKind.ARMED_GROUP: "armed_group",
    EntityKind.GOVERNMENT: "government",
    EntityKind.SECURITY_FORCE: "security_force",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.PERSON: "person",
}
"""The slot of each kind of body."""


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return one claim for each time a body is named."""
    return tuple(
        scene.claim(
            SLOTS[mention.entity.kind],
            mention.entity,
            mention.span,
            standing=Standing.CONTEXT,
        )
        for mention in scene.mentions.entities
        if mention.form is MentionForm.NAME and (mention.entity.named or _is_told_apart(mention))
    )


def _is_told_apart(mention: EntityMention) -> bool:
    """Say whether an unnamed body is told apart from others of its kind by a name in its words.

    "An al Qaeda-linked group" is; "gunmen" and "police" are told of under attackers, response and
    statements already.
    """
    words = mention.entity.name.split()
    return mention.entity.kind in _UNNAMED_TOO and any(word[:1].isupper() for word in words[1:])


_UNNAMED_TOO = frozenset({EntityKind.ARMED_GROUP, EntityKind.GOVERNMENT, EntityKind.NEWS_AGENCY})
