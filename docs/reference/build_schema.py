"""Write the JSON schema of a brief, from the types of the model and their docstrings.

    python docs/reference/build_schema.py            write brief.schema.json beside this file
    python docs/reference/build_schema.py --check    fail if the file differs from the types

The types say which fields there are, `onrecord.model.canonical` how they are written, and the
docstrings what they mean: nothing is told twice.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import argparse
import inspect
import json
import re
import sys
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter

from onrecord import model
from onrecord.model import IncidentRecord, Value
from onrecord.views.json import SCHEMA

FILE = Path(__file__).with_name("brief.schema.json")

# A field of a docstring: its name at four blanks, its meaning up to the next field.
_FIELD = re.compile(r"^ {4}(\w+): (.+?)(?=^ {4}\w+: |\Z)", re.MULTILINE | re.DOTALL)


def schema() -> dict[str, Any]:
    """Return the JSON schema of what the JSON view renders."""
    drawn = TypeAdapter(IncidentRecord).json_schema(mode="serialization")
    parts = drawn.pop("$defs")
    variants = {kind.__name__ for kind in get_args(Value)}
    for name, part in parts.items():
        _describe(part, getattr(model, name))
        if name in variants:
            _lead(part, "type", {"const": name, "description": "Which kind of value this is."})
    parts["Span"] = {
        "description": "Where something stands: [start, end), in code points of the report's text.",
        "type": "array",
        "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}],
        "items": False,
        "minItems": 2,
    }
    _describe(drawn, IncidentRecord)
    _lead(drawn, "schema", {"const": SCHEMA, "description": "Name and version of this schema."})
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Brief"}
    return {**head, **drawn, "title": "Brief", "$defs": dict(sorted(parts.items()))}


def _describe(part: dict[str, Any], kind: type) -> None:
    """Put the docstring of a type where its schema's readers look for it."""
    text = inspect.cleandoc(kind.__doc__ or "")
    summary, _, fields = text.partition("\n\nAttributes:\n")
    part["description"] = _one_line(summary)
    if "properties" not in part:
        return
    part["additionalProperties"] = False
    # The JSON view writes every field, known or not.
    part["required"] = list(part["properties"])
    for name, meaning in _FIELD.findall(fields):
        part["properties"][name]["description"] = _one_line(meaning)
    for field in part["properties"].values():
        field.pop("title", None)
        field.pop("default", None)


def _lead(part: dict[str, Any], name: str, field: dict[str, Any]) -> None:
    """Put a field before all others, and require it."""
    part["properties"] = {name: field, **part["properties"]}
    part["required"] = [name, *part.get("required", [])]


def _one_line(text: str) -> str:
    """Return words of a docstring on one line, in the terms of JSON."""
    plain = " ".join(text.split()).replace("`", "").replace("()", "[]")
    return re.sub(r"\bNone\b", "null", plain)


def main() -> int:
    """Write the schema, or compare it with the types."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a difference")
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if parser.parse_args().check:
        return 0 if FILE.exists() and FILE.read_text("utf-8") == text else 1
    FILE.write_text(text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
