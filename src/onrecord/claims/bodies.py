"""The companies, bodies and people named, each under the slot of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Claim, EntityKind, Standing

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

# Who is only described ("gunmen", "police") is told of under attackers, response and statements;
# as a body of its own an unnamed group would only repeat that.
_NAMED_ONLY = frozenset(
    {EntityKind.COMPANY, EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.SECURITY_FORCE}
)


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
        if mention.entity.named or mention.entity.kind not in _NAMED_ONLY
    )
