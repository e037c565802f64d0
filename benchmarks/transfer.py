"""Incidents in reports of our own about real events since 2000: does what was learned carry over?

`tests/quality/incidents/transfer.yaml` was written, text and gold together, before any reader was
run on it. Its gold is brought into the form of MUC-4 and scored by the scorer of that benchmark:
the entities in each role, pooled over a report. Reports without an incident are counted apart.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.tasks import muc4
from onrecord import reading, wire

if TYPE_CHECKING:
    from onrecord.model import Json
    from onrecord.reading import Kit

FILE = Path(__file__).resolve().parent.parent / "tests" / "quality" / "incidents" / "transfer.yaml"

# The slots of MUC-4 that are scored, and ours.
_SLOTS = {
    "perp_individual": "perp_individual",
    "physical_target_id": "physical_target",
    "human_target_name": "victim",
    "human_target_description": "victim_description",
    "instrument_id": "weapon",
}
_EMPTY = (
    "incident_date",
    "incident_location",
    "stage_of_execution",
    "perp_organization_confidence",
    "human_target_number",
    "physical_target_number",
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The set as the scorer of MUC-4 takes it.

    Attributes:
        gold: File of the gold.
        predicted: File of what was read.
        reports: How many reports.
        invented: Names of reports without an incident in which one was read.
        without: How many reports have no incident.
    """

    gold: Path
    predicted: Path
    reports: int
    invented: tuple[str, ...]
    without: int


def prepare(work: Path, kit: Kit) -> Prepared:
    """Read all reports and write gold and predictions into a folder."""
    entries: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
    read = {entry["id"]: _predicted(entry, kit) for entry in entries}
    golds = [_gold(entry) for entry in entries]
    quiet = [entry["id"] for entry in entries if not entry["incidents"]]
    gold, predicted = work / "transfer.jsonl", work / "transfer.predicted"
    gold.write_text("".join(json.dumps(row) + "\n" for row in golds), "utf-8")
    rows = [{"docid": name, "templates": templates} for name, templates in read.items()]
    predicted.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return Prepared(
        gold, predicted, len(entries), tuple(name for name in quiet if read[name]), len(quiet)
    )


def digest() -> str:
    """Return the first digits of the hash of the set."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()[:12]


def _predicted(entry: dict[str, Any], kit: Kit) -> list[Json]:
    report = wire.story(
        entry["text"], origin=entry["id"], published_on=entry["published"], guid=entry["id"]
    )
    return muc4.templates(report, reading.read(report, kit), every_type=True)


def _gold(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "docid": entry["id"],
        "text": " ".join(entry["text"].split()),
        "templates": [_template(incident) for incident in entry["incidents"]],
    }


def _template(incident: dict[str, Any]) -> dict[str, Any]:
    template: dict[str, Any] = {name: [] for name in _EMPTY}
    template |= {
        "template_optional": False,
        "incident_type": [_filler([muc4.type_of(incident["type"])])],
        "perp_organization": [
            _filler(one["names"]) for one in incident.get("perp_organization") or ()
        ],
    }
    for theirs, ours in _SLOTS.items():
        template[theirs] = [_filler(one) | {"of": []} for one in incident.get(ours) or ()]
    return template


def _filler(values: list[str]) -> dict[str, Any]:
    return {"values": values, "optional": False}
