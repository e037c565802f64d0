"""The texts that speed is measured on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
EXAMPLE = EXAMPLES / "market-bombing" / "story.txt"

# A text of 500 words may have a tenth more or less.
_NEAR = 0.1

# Files of the development data to take texts from, in this order.
FILES = ("polnear/dev.jsonl", "geo/trnews.jsonl", "geo/lgl.jsonl")


def texts_of(data: Path, wanted: int) -> tuple[list[str], str]:
    """Return so many texts, and in words what they are.

    Where there is no development data, the paragraphs of the examples are put together anew.
    """
    files = [data / name for name in FILES if (data / name).is_file()]
    if not files:
        return generated(wanted), "texts put together from the examples"
    texts: list[str] = []
    for file in files:
        with file.open(encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in lines]
    return texts[:wanted], "development texts"


def cut(texts: Iterable[str], words: int) -> list[str]:
    """Return the beginnings of texts, each of whole paragraphs and about so many words.

    Texts too short for that, and those whose paragraphs do not end near it, are left out.
    """
    made = []
    for text in texts:
        beginning: list[str] = []
        size = 0
        for paragraph in text.split("\n\n"):
            beginning.append(paragraph)
            size += len(paragraph.split())
            if size >= words * (1 - _NEAR):
                break
        if abs(size - words) <= words * _NEAR:
            made.append("\n\n".join(beginning))
    return made


def generated(wanted: int) -> list[str]:
    """Return so many texts put together from the paragraphs of the examples, always the same."""
    paragraphs = [
        paragraph
        for story in sorted(EXAMPLES.glob("*/story.txt"))
        for paragraph in story.read_text("utf-8").split("\n\n")
    ]
    # Steps that share no factor with the number of paragraphs mix them without chance.
    return [
        "\n\n".join(paragraphs[(number * 7 + step * 5) % len(paragraphs)] for step in range(10))
        for number in range(wanted)
    ]
