"""A mixed-case copy of documents in capitals, made without any of OnRecord's own code.

MUC-4's texts are in capitals throughout, as teletypes wrote them; modern wires are not. The copy
writes each word as modern news writes it most often (counted in other development data), a word
that news does not know with a capital, and the first word of a sentence with one too. It is crude,
as such copies are; the measure is whether it changes what is read.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

NEWS = ("polnear/train.jsonl", "geo/lgl.jsonl", "geo/trnews.jsonl")
"""Files of modern news in the development data, to count in."""

_WORD = re.compile(r"[^\W\d_]+")
# What ends a sentence before a word that is then written with a capital whatever news does.
_ENDS = ".!?:\n"
_BETWEEN = " \"'([“‘"


def mixed_case(whole: Path, work: Path, folder: Path) -> Path:
    """Write a copy of a file of documents whose texts are in mixed case.

    Args:
        whole: The file, its texts in capitals.
        work: Where the copy goes.
        folder: The development data, to count in.
    """
    usual = usual_case(text for name in NEWS for text in texts(folder / name))
    copy = work / f"{whole.stem}.mixed.jsonl"
    with whole.open(encoding="utf-8") as lines, copy.open("w", encoding="utf-8") as out:
        for line in lines:
            row = json.loads(line)
            row["text"] = recased(row["text"], usual)
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return copy


def usual_case(texts: Iterable[str]) -> dict[str, str]:
    """Return how each word is written most often inside sentences, by its small letters."""
    counts: dict[str, Counter[str]] = {}
    for text in texts:
        for found in _WORD.finditer(text):
            if not _begins(text, found.start()):
                counts.setdefault(found.group().lower(), Counter())[found.group()] += 1
    return {word: forms.most_common(1)[0][0] for word, forms in counts.items()}


def recased(text: str, usual: Mapping[str, str]) -> str:
    """Return a text in capitals in mixed case, letter for letter."""

    def written(found: re.Match[str]) -> str:
        lower = found.group().lower()
        word = usual.get(lower, lower.capitalize())
        if len(word) != len(found.group()):
            return found.group()
        return word[0].upper() + word[1:] if _begins(text, found.start()) else word

    return _WORD.sub(written, text)


def _begins(text: str, offset: int) -> bool:
    before = text[max(0, offset - 6) : offset].rstrip(_BETWEEN)
    return not before or before[-1] in _ENDS


def texts(file: Path) -> Iterable[str]:
    """Yield the texts of a file of documents."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]
