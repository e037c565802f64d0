"""Where a report says that it was corrected, and how much it tells of that.

A notice is a label ("CORRECTED:"), a note in the agencies' manner ("(Corrects number of dead to 14,
not 41)", "Eds: SUBS 3rd graf to CORRECT spelling"), or a sentence ("This story has been corrected
to show ..."). It starts a line or stands at its start in brackets. A label that stands alone goes
with the lines below it that explain it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord.model import Span
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# A label may be explained so many lines further down ("As published in ...").
_LINES_BELOW = 3

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\w,.]*")
_MARKS = r"[\s*_(\[–—>#|-]*"
_HEAD_WORDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A line that says the story was corrected.

    Attributes:
        span: The notice.
        is_slip: It is said to mend slips of the pen: no other value is to be expected.
        tells_what: It says what is corrected.
        tells_value: It says what is right, or what was wrong.
    """

    span: Span
    is_slip: bool
    tells_what: bool
    tells_value: bool


def notices(text: str) -> tuple[Notice, ...]:
    """Return the notices of a text, in reading order."""
    lines = [Span(*found.span()) for found in _LINE.finditer(text) if found.group().strip()]
    found: list[Notice] = []
    for place, line in enumerate(lines):
        if found and line.start < found[-1].span.end:
            continue
        notice = _notice(text, lines, place)
        if notice is not None:
            found.append(notice)
    return tuple(found)


def is_label(words: str) -> bool:
    """Say whether a headline carries the label of a corrected story."""
    return _label().match(words) is not None


def _notice(text: str, lines: Sequence[Span], place: int) -> Notice | None:
    line = lines[place]
    words = line.of(text)
    label = _label().match(words)
    if label is None:
        opening = _verb().match(words) or _advisory().match(words)
        opening = opening or next(_sentences_in(words), None)
        if opening is None:
            return None
        start = line.start + opening.start()
        return _judged(text, Span(start, _end(text, start, line.end)))
    rest = words[label.end() :].strip(" .:*)]-–—")
    if not rest:
        below = _explained(text, lines, place)
        return _judged(text, Span(line.start, below or line.end))
    told = _tells(rest) or (place > 0 and words.rstrip(" *)]").endswith((".", "!")))
    return (
        _judged(text, line)
        if told
        else Notice(span=line, is_slip=_is_slip(words), tells_what=False, tells_value=False)
    )


def _judged(text: str, span: Span) -> Notice:
    words = span.of(text)
    left = [word for word in _WORD.findall(words.lower()) if not _is_empty(word)]
    value = _has(words, "values") or len(_WORD.findall(words)) > _HEAD_WORDS
    return Notice(
        span=span,
        is_slip=_is_slip(words),
        tells_what=bool(left),
        tells_value=value or words.count("’") + words.count("'") + words.count('"') > 1,
    )


def _end(text: str, start: int, end: int) -> int:
    """Return where a notice ends: with its bracket, else with its line."""
    if "(" in text[max(0, start - 2) : start + 2]:
        closing = text.find(")", start)
        if closing != -1:
            return closing + 1
    return end


def _explained(text: str, lines: Sequence[Span], place: int) -> int | None:
    """Return the end of the lines that explain a label above them; None if there are none.

    Below the story, whatever follows a label explains it.
    """
    below = lines[place + 1 : place + 1 + _LINES_BELOW]
    if _has(lines[place].of(text), "elsewhere"):
        return None
    if 2 * place > len(lines):
        return below[-1].end if below else None
    for line in below:
        if _has(line.of(text), "telling"):
            return line.end
    return None


def _tells(words: str) -> bool:
    return _has(words, "telling") or _has(words, "telling_beside")


def _is_slip(words: str) -> bool:
    first = _WORD.findall(words.lower())
    return bool(first) and first[0] in entries()["slips"]


def _is_empty(word: str) -> bool:
    return word in entries()["empty"] or word[0].isdigit()


def _has(words: str, name: str) -> bool:
    return re.search(rf"\b(?:{'|'.join(entries()[name])})\b", words, re.IGNORECASE) is not None


def _sentences_in(words: str) -> Iterator[re.Match[str]]:
    """Yield the sentences of a line that say the story was corrected."""
    for found in _sentence().finditer(words):
        before = words[: found.start()].rstrip(" \"'_*([")
        if not before or before.endswith((".", "!", "?", "_", ")")):
            yield found


@cache
def entries() -> Mapping[str, Any]:
    """Return the words that notices are made of."""
    words: Mapping[str, Any] = open_library().lexicon("wording-checks.en").entries["corrections"]
    return words


@cache
def _label() -> re.Pattern[str]:
    """Find a label: in capitals before a dash, else with its colon or alone on its line."""
    labels = "|".join(sorted(entries()["labels"], key=len, reverse=True))
    upper = labels.upper()
    day = r"(?:\s+\w{3,9}\.?\s+\d{1,2})?"
    return re.compile(rf"{_MARKS}(?:(?i:{labels}){day}\s*(?::|\.?\s*[)\]*]*$)|(?:{upper})\s*[-–—])")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"{_MARKS}(?:{'|'.join(entries()['verbs'])})\b(?=.*\S)", re.IGNORECASE)


@cache
def _advisory() -> re.Pattern[str]:
    labels = "|".join(sorted(entries()["advisories"], key=len, reverse=True))
    verbs = "|".join(entries()["advisory_verbs"])
    return re.compile(rf"{_MARKS}(?:{labels})\s*[:,–—-].*?\b(?:{verbs})\b", re.IGNORECASE)


@cache
def _sentence() -> re.Pattern[str]:
    stories = "|".join(sorted(entries()["stories"], key=len, reverse=True))
    return re.compile(
        rf"\b(?:[Tt]his|[Tt]he|THIS)\s+(?:\w{{3,9}}\.?\s+\d{{1,2}},?\s+)?(?:{stories})\s+"
        r"(?:(?:has|have|had)\s+been\s+(?:updated\s+and\s+)?corrected|was\s+corrected"
        r"|(?:corrects|CORRECTS))\b"
        rf"|\b[Aa]n?\s+(?:earlier|previous|original)\s+(?:{stories})\b[^.]*?"
        r"\b(?:misstated|misspelled|misidentified|incorrectly|erroneously|wrongly|mistakenly)\b"
    )
