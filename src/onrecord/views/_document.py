"""The frame of an HTML page: no script, no network, one style sheet named by its hash."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def document(title: str, body: Sequence[str], stylesheet: str) -> str:
    """Return a whole HTML document.

    A content policy forbids whatever might slip through: nothing loads, nothing runs.

    Args:
        title: Its title, in plain text.
        body: The lines of its body, as HTML.
        stylesheet: The only style sheet that applies.
    """
    digest = base64.b64encode(hashlib.sha256(stylesheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(title)}</title>",
        f"<style>{stylesheet}</style>",
        "</head>",
        "<body>",
        "<main>",
    ]
    return "\n".join([*head, *body, "</main>", "</body>", "</html>"]) + "\n"


def words(text: str) -> str:
    """Return words escaped and set apart, so that right-to-left words do not turn those around."""
    return f"<bdi>{escape(text)}</bdi>"
