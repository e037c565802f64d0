"""Where the reader of incidents errs: each filler has one fate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.incident_errors import fates

SCORER = Path(__file__).resolve().parents[3] / "shared" / "bench" / "muc4" / "score.py"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SCORER.is_file(), reason="the scorer is not in ../shared/bench/muc4"),
]

TEXT = "GUERRILLAS OF THE ELN BOMBED A BANK. REBELS KILLED JUAN PAZ."
SLOTS = (
    "incident_type perp_individual perp_organization physical_target_id human_target_name "
    "human_target_description instrument_id"
).split()


def a_template(**slots: str) -> dict[str, Any]:
    """Return a gold template with one filler for each slot named."""
    filled: dict[str, Any] = {name: [] for name in SLOTS}
    for name, value in slots.items():
        filled[name] = [{"values": [value], "optional": False}]
    return filled | {"template_optional": False}


def test_every_filler_has_one_fate(tmp_path: Path) -> None:
    """Found, cut otherwise, missed; and what was read that is none."""
    # given
    gold = tmp_path / "dev.jsonl"
    (tmp_path / "score.py").symlink_to(SCORER)
    templates = [
        a_template(
            incident_type="BOMBING",
            perp_individual="GUERRILLAS",
            perp_organization="ELN",
            physical_target_id="BANK",
        ),
        a_template(incident_type="ATTACK", human_target_name="JUAN PAZ", perp_individual="REBELS"),
    ]
    gold.write_text(json.dumps({"docid": "d", "text": TEXT, "templates": templates}) + "\n")
    read = {
        "incident_type": "bombing",
        "perp_individual": ["REBELS"],
        "perp_organization": ["ELN"],
        "physical_target": ["A BANK OF"],
        "weapon": ["BOMB"],
    }
    predicted = tmp_path / "predicted"
    predicted.write_text(json.dumps({"docid": "d", "templates": [read]}) + "\n")
    # when
    found = fates(gold, predicted)
    # then
    assert found.gold == {
        ("perp_individual", "5 missed"): 1,
        ("perp_individual", "3 in another incident"): 1,
        ("perp_organization", "1 found"): 1,
        ("physical_target", "2 words cut otherwise"): 1,
        ("victim", "5 missed"): 1,
    }
    assert found.predicted == {
        ("perp_individual", "3 of another incident"): 1,
        ("physical_target", "2 words cut otherwise"): 1,
        ("weapon", "5 of none"): 1,
    }
    assert "| 1 found | 0 | 1 | 0 | 0 | 1 |" in str(found)
