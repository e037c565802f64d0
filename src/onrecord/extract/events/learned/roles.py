"""What the trained reader tells apart: roles and types, in the order of its numbers."""

from __future__ import annotations

ROLES = ("perpetrator", "organisation", "target", "victim", "people", "weapon")
"""Who did it as individuals and as a body, what was struck, persons by name, people by
description, and with what. `TAXONOMY` gives the role each is in the incident schema."""

TAXONOMY = {
    "perpetrator": "attacker_individual",
    "organisation": "attacker_organisation",
    "target": "target",
    "victim": "victim",
    "people": "victim",
    "weapon": "weapon",
}
"""The role in `resources/incident-types.toml` of each role of the reader."""

TYPES = (
    "attack",
    "bombing",
    "kidnapping",
    "arson",
    "robbery",
    "hijacking",
    "arrest",
    "clash",
    "threat",
    "sabotage",
    "siege",
)
"""Types of incidents. Those of MUC-4 come first: its documents teach nothing of the others. A
killing is an attack here; which of the two it is called follows from the words that tell it."""

OF_MUC4 = 6
"""How many of the types MUC-4 has."""
