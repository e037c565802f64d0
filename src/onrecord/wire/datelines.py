"""Datelines: "ALGIERS, Jan 16 (Reuters) - ", "NAIROBI, Kenya — ", "2013-01-16 ALGIERS ...".

Reads the beginning of one line; says which places, day and agency it is filed under and where its
story starts. A dateline is a place, a day and an agency, each of which may be missing, and a mark
that closes it. What else could be a dateline ("ETA - ", "UPDATE 2 - ", "Iraq: ") is taken for none:
a story without a dateline is common, and a wrong place spoils a record.

Known limits: a place in small letters needs an agency or a day beside it; a place glued to the
first sentence needs a day before it, and ends before a word in capitals that is the name of a body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from onrecord.model import Span
from onrecord.wire.conventions import alternatives, words
from onrecord.wire.dates import WrittenDay, read_day, read_time, read_weekday

if TYPE_CHECKING:
    from collections.abc import Callable

_BLANKS = re.compile(r"[^\S\n]*")
_JOINT = re.compile(r"[^\S\n]*[,;|][^\S\n]*|\.[^\S\n]+(?=/)|[^\S\n]+")
_LABEL = re.compile(r"dated?[^\S\n]*:?[^\S\n]+(?=\d|\w{3})", re.IGNORECASE)
# A place name is words of letters; abbreviations may end in a point ("St.", "N.Y.", "Calif.").
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’‘`-][^\W\d_]+)*(?:(?<=\b\w\w)\.|(?<=\b\w{3})\.|(?<=\b\w{4})\.|(?<=\b\w{5})\.)?"
)
_BRACKET = re.compile(r"\([^\S\n]*([^()\n]{2,60}?)[^\S\n]*\)")
_SLASHED = re.compile(r"/([A-Z][\w-]{1,20})/")
_MARK = re.compile(r"[^\S\n]*(?:-{2,}|[—–―]|-(?=\s)|_(?=\s)|\|(?=\s))")
_MARK_BEHIND_BRACKET = re.compile(r"[^\S\n]*[-_:.]")
_COLON = re.compile(r"[^\S\n]*:(?=\s)")
# The kind of text, as broadcast monitors mark it: "[TEXT]", "[REPORT] [EXCERPTS]".
_TAGS = re.compile(r"(?:[^\S\n]*\[[A-Z][A-Z ,/]{1,40}\])+")
# Capitals with the small letters that some names start with: "McALLEN", "al-QAIM".
_CAPITALS = re.compile(
    r"(?:Mc|Mac|De|La|Le|O['’]|[Aa]l-|[Ee]l-)?[^\W\d_a-zß-öø-ÿ](?:[^\W\d_a-zß-öø-ÿ]|['’‘`.-])*"
)

_MOST_WORDS = 4
_MOST_PLACES = 3
# Short words in capitals before a bare dash are more often bodies ("UN - ") than places.
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What a dateline says, as far as one line tells.

    Attributes:
        span: The dateline, from its first word to its closing mark.
        places: The places, as written.
        day: The day; None where it gives none.
        agency: The agency, as written; None where it names none.
        is_whole: The line holds nothing else; the story starts on a later one.
    """

    span: Span
    places: tuple[str, ...]
    day: WrittenDay | None
    agency: str | None
    is_whole: bool


@dataclass(slots=True)
class _Scanner:
    """Reads a line from left to right and keeps what it found."""

    text: str
    pos: int
    end: int
    places: list[str] = field(default_factory=list)
    in_capitals: bool = False
    early_day: WrittenDay | None = None
    late_day: WrittenDay | None = None
    agency: str | None = None
    known_agency: bool = False
    mark: str = ""

    def take(self, pattern: re.Pattern[str]) -> str | None:
        """Move behind what matches here, and return it."""
        found = pattern.match(self.text, self.pos, self.end)
        if found is None:
            return None
        self.pos = found.end()
        return found.group()

    def peek(self) -> str:
        """Return the next word."""
        found = _WORD.match(self.text, self.pos, self.end)
        return found.group() if found else ""

    def attempt(self, reader: Callable[[_Scanner], bool]) -> bool:
        """Run a reader behind a joint; go back if it finds nothing."""
        before = self.pos
        self.take(_JOINT)
        if reader(self):
            return True
        self.pos = before
        return False

    @property
    def rest(self) -> str:
        """What is not read yet."""
        return self.text[self.pos : self.end].strip()


def read_dateline(text: str, start: int, end: int) -> Filing | None:
    """Return the dateline at the start of a line, or None if it has none for certain."""
    scanner = _Scanner(text, start, end)
    scanner.take(_BLANKS)
    first = scanner.pos
    _read_early_day(scanner)
    _read_agency(scanner)
    scanner.take(_BLANKS)
    _read_places(scanner)
    while (
        scanner.attempt(_read_late_day)
        or scanner.attempt(_read_clock)
        or scanner.attempt(_read_agency)
        or scanner.attempt(_read_named_agency)
    ):
        pass
    _read_mark(scanner)
    if _is_glued(scanner):
        _part_from_story(scanner)
    if not _is_certain(scanner):
        return None
    stop = scanner.pos
    while stop > first and text[stop - 1].isspace():
        stop -= 1
    if stop == first:
        return None
    return Filing(
        span=Span(first, stop),
        places=tuple(scanner.places),
        day=scanner.late_day or scanner.early_day,
        agency=scanner.agency,
        is_whole=not scanner.rest,
    )


def _read_early_day(scanner: _Scanner) -> None:
    """Read a day that stands before the place, with or without "date" before it."""
    before = scanner.pos
    scanner.take(_LABEL)
    scanner.early_day = read_day(scanner.text, scanner.pos, scanner.end)
    if scanner.early_day is None:
        scanner.pos = before
        return
    scanner.pos = scanner.early_day.end
    scanner.attempt(_read_clock)
    scanner.take(_JOINT)


def _read_late_day(scanner: _Scanner) -> bool:
    if scanner.late_day is not None:
        return False
    scanner.late_day = read_day(scanner.text, scanner.pos, scanner.end)
    if scanner.late_day is None:
        return False
    scanner.pos = scanner.late_day.end
    return True


def _read_clock(scanner: _Scanner) -> bool:
    """Read a time of day or the name of a weekday."""
    after = read_time(scanner.text, scanner.pos, scanner.end)
    if after == scanner.pos:
        after = read_weekday(scanner.text, scanner.pos, scanner.end)
    moved = after != scanner.pos
    scanner.pos = after
    return moved


def _read_agency(scanner: _Scanner) -> bool:
    """Read an agency between brackets or strokes."""
    for pattern in (_BRACKET, _SLASHED):
        found = pattern.match(scanner.text, scanner.pos, scanner.end)
        if found is None or scanner.agency is not None:
            continue
        known = _is_known_agency(found.group(1))
        if known or _could_be_agency(found.group(1)):
            scanner.agency, scanner.known_agency = found.group(1), known
            scanner.pos = found.end()
            return True
    return False


def _read_named_agency(scanner: _Scanner) -> bool:
    """Read a known agency without brackets ("Tehran, Jan 16, IRNA - ")."""
    if scanner.agency is not None or not scanner.text[: scanner.pos].rstrip(" ").endswith(
        (",", "|")
    ):
        return False
    found = _named_agency().match(scanner.text, scanner.pos, scanner.end)
    if found is None:
        return False
    scanner.agency, scanner.known_agency, scanner.pos = found.group(), True, found.end()
    return True


def _could_be_agency(name: str) -> bool:
    """Say whether words in brackets may name an agency or station: all have a capital."""
    parts = re.findall(r"[^\W\d_]+", name)
    return bool(parts) and all(part[0].isupper() or part in {"al", "de", "of"} for part in parts)


def _is_known_agency(name: str) -> bool:
    known = words("agencies", "names")
    return any(part.strip().lower() in known for part in re.split(r"[/,&]|\band\b", name))


@cache
def _named_agency() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('agencies', 'names')})\b")


def _read_places(scanner: _Scanner) -> None:
    """Read the places: one, or several parted by strokes or "and", each with its country."""
    scanner.in_capitals = bool(_CAPITALS.fullmatch(scanner.peek()))
    while len(scanner.places) < _MOST_PLACES:
        start = scanner.pos
        if not _read_name(scanner, in_capitals=scanner.in_capitals):
            break
        _read_country(scanner)
        scanner.places.append(scanner.text[start : scanner.pos])
        before = scanner.pos
        if not scanner.take(_conjunction()) or not _CAPITALS.fullmatch(scanner.peek()):
            scanner.pos = before
            break


@cache
def _conjunction() -> re.Pattern[str]:
    return re.compile(r"[^\S\n]*/[^\S\n]*|[^\S\n]+and[^\S\n]+")


def _read_name(scanner: _Scanner, *, in_capitals: bool) -> bool:
    """Read the words of one name; says whether there are any."""
    end = scanner.pos
    count = 0
    while count < _MOST_WORDS:
        word = scanner.peek()
        small = count > 0 and word in words("places", "particles")
        if in_capitals and word == "and":
            break
        if not word or _is_calendar(word) or not (small or _opens_name(word, in_capitals)):
            break
        scanner.pos += len(word)
        count += 1
        if not small:
            end = scanner.pos
        if scanner.take(re.compile(r"[^\S\n]")) is None:
            break
    scanner.pos = end
    return count > 0


def _opens_name(word: str, in_capitals: bool) -> bool:  # noqa: FBT001 - one of two styles
    if in_capitals:
        return _CAPITALS.fullmatch(word) is not None
    return word[0].isupper()


def _is_calendar(word: str) -> bool:
    bare = word.rstrip(".").lower()
    return bare in words("dates", "weekdays") or bare in _month_names()


@cache
def _month_names() -> frozenset[str]:
    from onrecord.wire.conventions import entries  # noqa: PLC0415

    return frozenset(name for names in entries()["dates"]["months"] for name in names)


def _read_country(scanner: _Scanner) -> None:
    """Read the country or state behind a place, if a comma joins it."""
    before = scanner.pos
    if scanner.take(re.compile(r",[^\S\n]+")) is None:
        return
    known = _named_agency().match(scanner.text, scanner.pos, scanner.end)
    if known or not _read_name(scanner, in_capitals=False):
        scanner.pos = before


def _read_mark(scanner: _Scanner) -> None:
    """Read the mark that closes the dateline, and the tags behind it."""
    patterns = [_MARK, _COLON]
    if scanner.agency is not None:
        patterns.append(_MARK_BEHIND_BRACKET)
    for pattern in patterns:
        mark = scanner.take(pattern)
        if mark is not None:
            scanner.mark = mark.strip()
            break
    scanner.take(_TAGS)


def _is_glued(scanner: _Scanner) -> bool:
    """Say whether nothing parts the place from the first sentence."""
    parted = scanner.mark or scanner.agency or scanner.late_day
    return bool(scanner.places and scanner.rest and not parted)


def _part_from_story(scanner: _Scanner) -> None:
    """Give back the words in capitals that belong to the story rather than to the place."""
    place = scanner.places[-1]
    start = scanner.pos - len(place)
    if not scanner.in_capitals:
        scanner.places, scanner.pos = [], start
        return
    kept = 0
    for found in _WORD.finditer(place):
        if found.group() in _acronyms() and (kept or found.start() == 0):
            break
        kept = found.end()
    scanner.places[-1:] = [place[:kept]] if kept else []
    scanner.pos = start + kept


@cache
def _acronyms() -> frozenset[str]:
    from onrecord.wire.conventions import entries  # noqa: PLC0415

    return frozenset(entries()["places"]["acronyms"])


def _is_certain(scanner: _Scanner) -> bool:
    """Say whether what was read can only be a dateline."""
    rest = scanner.rest
    if rest and not _could_open_story(rest):
        return False
    if not scanner.places:
        return _is_certain_without_place(scanner)
    if _is_standing_word(scanner.places[0]):
        return False
    if scanner.in_capitals and (not rest or any(letter.islower() for letter in rest)):
        return _is_certain_in_capitals(scanner)
    dated = scanner.early_day or scanner.late_day
    if scanner.known_agency or (scanner.agency and scanner.in_capitals):
        return bool(scanner.mark or dated)
    return bool(dated) and (scanner.mark not in {"", ":"} or not rest)


def _is_certain_in_capitals(scanner: _Scanner) -> bool:
    if scanner.agency or scanner.late_day or scanner.early_day:
        return True
    letters = sum(letter.isalpha() for letter in scanner.places[0])
    return scanner.mark not in {"", ":", "|"} and letters >= _FEWEST_LETTERS


def _is_certain_without_place(scanner: _Scanner) -> bool:
    if scanner.agency is not None:
        return scanner.known_agency and (bool(scanner.mark) or not scanner.rest)
    day = scanner.early_day
    return day is not None and bool(scanner.rest) and day.year is not None


def _is_standing_word(place: str) -> bool:
    stop = words("places", "stop")
    return all(word.lower() in stop for word in re.findall(r"[^\W\d_]+", place))


def _could_open_story(rest: str) -> bool:
    """Say whether words may be the first of a story: a capital, a digit, or a quotation."""
    opening = rest.lstrip("\"'“‘«([¿¡*")
    return bool(opening) and (not opening[0].islower() or opening.startswith(("al-", "al ", "el-")))
