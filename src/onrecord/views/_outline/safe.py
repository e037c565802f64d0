"""Words of strangers, made safe to print.

A report may hold anything: escape sequences that recolour or rewrite a terminal, line breaks that
end a list item, marks that reverse the reading order of what follows. What commands a device is
shown as a visible sign or left out; letters of every script stay as they are. Escaping for a
format (HTML, Markdown) is that view's own business.
"""

from __future__ import annotations

import re

# U+2400 and on hold a picture for each control character: "␛" shows where an escape stood.
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_REPLACED = dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_DIRECTIONS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))
_COMMANDS = _PICTURES | _REPLACED | _DIRECTIONS

# Halves of code points outside the basic plane cannot be written in any encoding.
_SURROGATES = re.compile("[\ud800-\udfff]")


def safe(text: str) -> str:
    """Return text on one line, blanks squeezed, without anything that commands a device."""
    squeezed = " ".join(text.split())
    return _SURROGATES.sub("\ufffd", squeezed.translate(_COMMANDS))
