"""Reports of our own with their incidents: modern wires, other regions, other kinds than MUC-4 has.

Each file of `stories/` is a list; an entry has a text and its incidents, their fillers as strings
of the text (see `stories/README.md`).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from training.incidents.gold import Gold, gold

STORIES = Path(__file__).with_name("stories")

_ROLES = {
    "perpetrator": "perp_individual",
    "organisation": "perp_organization",
    "target": "physical_target",
    "victim": "victim",
    "people": "victim_description",
    "weapon": "weapon",
}
# The reader tells a killing from other attacks by its words, not by training.
_TYPES = {"killing": "attack"}
# Pylons blown up are sabotage to a desk and a bombing to MUC-4: the reader learns both.
_BLOWN_UP = re.compile(r"dynamite|explosive|ammonal|\bbombs?\b|\bcharges?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Story:
    """A report of our own.

    Attributes:
        name: Its name.
        text: Its words.
        published_on: The day it was published.
        gold: Its incidents.
        of_muc4: It is a document of MUC-4, which tells nothing of types that MUC-4 lacks.
    """

    name: str
    text: str
    published_on: date | None
    gold: Gold
    of_muc4: bool = False


def stories(folder: Path = STORIES) -> list[Story]:
    """Return our own reports, in the order of the files and in them."""
    return [story for file in sorted(folder.glob("*.yaml")) for story in of_file(file)]


def of_file(file: Path) -> list[Story]:
    """Return the reports of one file."""
    entries: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    return list(map(_story, entries))


def fingerprint(folder: Path = STORIES) -> str:
    """Return a hash of all files of stories."""
    parts = [file.read_bytes() for file in sorted(folder.glob("*.yaml"))]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _story(entry: dict[str, Any]) -> Story:
    templates = [
        (
            _types(incident),
            {role: _strings(incident.get(name) or []) for role, name in _ROLES.items()},
        )
        for incident in entry["incidents"]
    ]
    return Story(entry["id"], entry["text"], entry.get("published"), gold(templates))


def _types(incident: dict[str, Any]) -> set[str]:
    """Return the types an incident is taught as."""
    weapons = " ".join(name for names in incident.get("weapon") or () for name in names)
    blown_up = incident["type"] == "sabotage" and _BLOWN_UP.search(weapons)
    return {_TYPES.get(incident["type"], incident["type"])} | ({"bombing"} if blown_up else set())


def _strings(fillers: list[Any]) -> list[list[str]]:
    """Return the strings of each filler; organisations have theirs beside how sure the blame is."""
    return [filler["names"] if isinstance(filler, dict) else filler for filler in fillers]
