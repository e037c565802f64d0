"""Core values as plain JSON data, and their hashes.

`plain` turns any core type into what `json` can write: a dataclass becomes an object of its fields,
led by "type" where its place could hold another class too (the members of `Value`, the kinds of
mention); a span becomes `[start, end]`, an enumeration its value, a moment its ISO 8601 form.
`canonical` writes that with sorted keys and no blanks (the form of RFC 8785, for the numbers we
use), so equal values have equal bytes, and `digest` hashes those with SHA-256.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any

from onrecord.model.mentions import Mention
from onrecord.model.spans import Span
from onrecord.model.values import Value

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
"""What JSON can say."""


def plain(value: object) -> Json:  # noqa: PLR0911 - one branch for each kind
    """Turn a core value into plain JSON data.

    Raises:
        TypeError: The value, or something in it, is of no kind that OnRecord stores.
    """
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        kind = type(value)
        shown: dict[str, Json] = {"type": kind.__name__} if _is_one_of_several(kind) else {}
        for name in _field_names(kind):
            shown[name] = plain(getattr(value, name))
        return shown
    raise TypeError(f"no canonical JSON for {type(value).__name__}")


def canonical(value: object) -> str:
    """Return the one canonical JSON text of a core value."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: object) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of a value's canonical JSON.

    64 bits: among a hundred million claims the chance of one collision is below one in three
    thousand, and a claim is always stored with its report.
    """
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def _field_names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - dataclass types have no common type
    return tuple(field.name for field in fields(kind))


@cache
def _is_one_of_several(kind: type) -> bool:
    return issubclass(kind, Mention) or kind in Value.__args__
