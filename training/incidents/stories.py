"""Reports of our own with their incidents: modern wires, other regions, other kinds than MUC-4 has.

Each file of `stories/` is a list; an entry has a text and its incidents, their fillers as strings
of the text (see `stories/README.md`).
"""

from __future__ import annotations

import hashlib
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
    return [_story(entry) for file in sorted(folder.glob("*.yaml")) for entry in _read(file)]


def fingerprint(folder: Path = STORIES) -> str:
    """Return a hash of all files of stories."""
    parts = [file.read_bytes() for file in sorted(folder.glob("*.yaml"))]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _read(file: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    return entries


def _story(entry: dict[str, Any]) -> Story:
    templates = [
        (
            {_TYPES.get(incident["type"], incident["type"])},
            {role: _strings(incident.get(name) or []) for role, name in _ROLES.items()},
        )
        for incident in entry["incidents"]
    ]
    return Story(entry["id"], entry["text"], entry.get("published"), gold(templates))


def _strings(fillers: list[Any]) -> list[list[str]]:
    """Return the strings of each filler; organisations have theirs beside how sure the blame is."""
    return [filler["names"] if isinstance(filler, dict) else filler for filler in fillers]
