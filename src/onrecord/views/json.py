"""A record as JSON: all of it, in the form of `onrecord.model.canonical`, one object.

The schema is `docs/reference/brief.schema.json`. "schema" names its version; a field is added
without raising it, a field removed or changed in meaning raises it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from onrecord.model import plain
from onrecord.registry import View, ViewOptions

if TYPE_CHECKING:
    from onrecord.model import IncidentRecord

SCHEMA = "onrecord-brief/1"


def render(record: IncidentRecord, options: ViewOptions) -> str:
    """Return the record as indented JSON; options change nothing, the sentences are always there.

    Control characters and halves of code points are escaped, so the text is safe to print and can
    be written in UTF-8.
    """
    del options
    content = plain(record)
    fields = content if isinstance(content, dict) else {}
    text = json.dumps({"schema": SCHEMA, **fields}, ensure_ascii=False, indent=2)
    return text.translate(ESCAPED) + "\n"


def _escapes() -> dict[int, str]:
    """Return what JSON may hold raw, but a terminal or an encoder should not be given."""
    commands = [*range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
    return {code: f"\\u{code:04x}" for code in (*commands, *range(0xD800, 0xE000))}


ESCAPED = _escapes()

VIEW = View(name="json", media_type="application/json", render=render)
