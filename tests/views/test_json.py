"""The JSON view and its published schema."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from onrecord.model import canonical, plain
from onrecord.registry import ViewOptions, view_named
from onrecord.views import VIEWS
from records import a_finding, a_record, hostile_record, no_incident_record, rich_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.model import IncidentRecord

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
RENDER = view_named("json", VIEWS).render
RECORDS = {"rich": rich_record, "no incident": no_incident_record, "hostile": hostile_record}


def published() -> dict[str, Any]:
    """Return the schema in the manual."""
    content: dict[str, Any] = json.loads((REFERENCE / "brief.schema.json").read_text("utf-8"))
    return content


def parsed(record: IncidentRecord) -> dict[str, Any]:
    """Return what a program reads out of a rendered record."""
    content: dict[str, Any] = json.loads(RENDER(record, ViewOptions()))
    return content


def test_published_schema_is_the_one_the_types_give(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field added to the model is in the manual, or this fails."""
    monkeypatch.setattr(sys, "argv", ["build_schema.py", "--check"])
    script = importlib.util.spec_from_file_location("build_schema", REFERENCE / "build_schema.py")
    assert script is not None
    assert script.loader is not None
    module = importlib.util.module_from_spec(script)
    script.loader.exec_module(module)
    assert module.schema() == published()
    assert module.main() == 0


def test_schema_is_a_schema_and_explains_every_field() -> None:
    """Who reads the schema needs no other manual."""
    schema = published()
    Draft202012Validator.check_schema(schema)
    for part in (schema, *schema["$defs"].values()):
        assert part["description"]
        assert all(field.get("description") for field in part.get("properties", {}).values())


@pytest.mark.parametrize("build", RECORDS.values(), ids=RECORDS)
def test_rendered_records_keep_the_schema(build: Callable[[], IncidentRecord]) -> None:
    """What we print is what we promise."""
    assert not list(Draft202012Validator(published()).iter_errors(parsed(build())))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content.pop("title"),
        lambda content: content.update(extra=1),
        lambda content: content.update(schema="onrecord-brief/0"),
        lambda content: content["findings"][0].update(slot=7),
        lambda content: content["findings"][0]["value"].update(type="Guess"),
        lambda content: content["reports"][0]["sentences"][0].update(span=[0, 4, 9]),
        lambda content: content["queries"][0].update(severity="grave"),
    ],
)
def test_schema_refuses_what_is_no_brief(spoil: Callable[[dict[str, Any]], object]) -> None:
    """A schema that accepts all says nothing."""
    content = parsed(rich_record())
    spoil(content)
    assert not Draft202012Validator(published()).is_valid(content)


def test_the_whole_record_is_there() -> None:
    """Nothing is left out or reworded, with evidence or without."""
    content = parsed(rich_record())
    assert content.pop("schema") == "onrecord-brief/1"
    assert content == plain(rich_record())
    assert RENDER(rich_record(), ViewOptions(evidence=True)) == RENDER(rich_record(), ViewOptions())


def test_letters_survive() -> None:
    """Escaped or not, each letter of the report comes back, but for halves of code points."""
    whole = [finding for finding in hostile_record().findings if "\ud83d" not in canonical(finding)]
    assert parsed(a_record(*whole))["findings"] == plain(tuple(whole))


def test_text_is_readable() -> None:
    """Letters of other scripts are not spelled out in numbers."""
    (first, *_) = rich_record().findings
    text = RENDER(a_record(a_finding("type", first.value), title="銅山 – منجم"), ViewOptions())
    assert "銅山 – منجم" in text
