"""The parts a dateline is made of: days, places with their countries, agencies, closing marks.

`Scanner` reads one line from left to right and keeps what it found; whether that makes a dateline
is settled in `onrecord.wire.datelines`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from onrecord.wire.conventions import alternatives, entries, words
from onrecord.wire.dates import WrittenDay, read_day, read_time, read_undated, read_weekday
from onrecord.wire.towns import is_nation

if TYPE_CHECKING:
    from collections.abc import Callable

# A place name is words of letters; abbreviations may end in a point ("St.", "N.Y.", "Calif.").
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]+(?:['’‘`-][^\W\d_]+)*"
    r"(?:(?<=\b\w\w)\.|(?<=\b\w{3})\.|(?<=\b\w{4})\.|(?<=\b\w{5})\.)?"
)

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
# Capitals with the small letters that some names start with: "McALLEN", "al-QAIM".
_CAPITALS = re.compile(rf"(?:Mc|Mac|De|La|Le|O['’]|[Aa]l-|[Ee]l-)?{_UPPER}(?:{_UPPER}|['’‘`.-])*")
_BLANK = re.compile(r"[^\S\n]")
_BLANKS = re.compile(r"[^\S\n]*")
_JOINT = re.compile(r"[^\S\n]*[,;|][^\S\n]*|\.[^\S\n]+(?=/)|[^\S\n]+")
_COMMA = re.compile(r",[^\S\n]+")
_CONJUNCTION = re.compile(r"[^\S\n]*/[^\S\n]*|[^\S\n]+and[^\S\n]+")
_SET_OFF = re.compile(r"[^\S\n]*[,|(/]")
_LABEL = re.compile(r"dated?[^\S\n]*:?[^\S\n]+(?=\d|\w{3})", re.IGNORECASE)
_BRACKET = re.compile(r"\([^\S\n]*([^()\n]{2,60}?)[^\S\n]*\)")
_HELD = re.compile(r"[^\S\n]*" + _BRACKET.pattern)
_STROKES = re.compile(r"/([A-Z][\w-]{1,20})/")
_MARK = re.compile(r"[^\S\n]*(?:-{2,}|[—–―]|-(?=\s|$)|_(?=\s)|\|(?=\s))")
_MARK_BEHIND_AGENCY = re.compile(r"[^\S\n]*[-_:.]+")
_COLON = re.compile(r"[^\S\n]*:(?=\s)")
# The kind of text, as broadcast monitors mark it: "[TEXT]", "[REPORT] [EXCERPTS]".
_TAGS = re.compile(r"(?:[^\S\n]*\[[A-Z][A-Z ,/]{1,40}\])+")
# A station or an agency has capitals within a word ("WIVB", "BelTA"), is one word ("Saba"), or
# says what it is ("Meridian News").
_CALL_SIGN = re.compile(
    rf"\w*{_UPPER}\w*{_UPPER}|^[\w'’]+$"
    r"|\b(?:News|Agency|Press|Wire|Radio|TV|Television|Service|Times|Post)$"
)

_MOST_WORDS = 4
_MOST_PLACES = 3


@dataclass(slots=True)
class Scanner:
    """Reads a line from left to right and keeps what it found.

    Attributes:
        text: The text the line is part of.
        pos: Where reading goes on.
        end: End of the line.
        places: The places, each with its country, as written.
        in_capitals: The first place is in capitals.
        set_off: A mark parts the place from what follows.
        early_day: The day before the place.
        late_day: The day behind it.
        agency: The agency.
        known_agency: It is one we know by name.
        mark: The mark that closes the dateline; "" where none does.
        agency_first: The agency stands before the places.
    """

    text: str
    pos: int
    end: int
    places: list[str] = field(default_factory=list)
    in_capitals: bool = False
    set_off: bool = False
    early_day: WrittenDay | None = None
    late_day: WrittenDay | None = None
    agency: str | None = None
    known_agency: bool = False
    mark: str = ""
    agency_first: bool = False

    @property
    def rest(self) -> str:
        """What is not read yet."""
        return self.text[self.pos : self.end].strip()

    @property
    def ends_in_bracket(self) -> bool:
        """Whether the brackets of an agency close it: "(CNN)Gunmen ...", "(PTI) Gunmen ..."."""
        return self.text[max(0, self.pos - 2) : self.pos].rstrip().endswith(")")

    @property
    def day(self) -> WrittenDay | None:
        """The day, wherever it stands."""
        return self.late_day or self.early_day

    def read(self) -> None:
        """Read all parts, in the order datelines have them."""
        self._take(_BLANKS)
        self._read_early_day()
        self.agency_first = self._read_agency()
        self._take(_BLANKS)
        self._read_places()
        readers = (self._read_late_day, self._read_clock, self._read_agency, self._read_named)
        while any(self._attempt(reader) for reader in readers):
            pass
        self._read_mark()

    def _take(self, pattern: re.Pattern[str]) -> str | None:
        """Move behind what matches here, and return it."""
        found = pattern.match(self.text, self.pos, self.end)
        if found is None:
            return None
        self.pos = found.end()
        return found.group()

    def _peek(self) -> str:
        """Return the next word."""
        found = WORD.match(self.text, self.pos, self.end)
        return found.group() if found else ""

    def _attempt(self, reader: Callable[[], bool]) -> bool:
        """Run a reader behind a joint; go back if it finds nothing."""
        before = self.pos
        self._take(_JOINT)
        if reader():
            return True
        self.pos = before
        return False

    def _read_early_day(self) -> None:
        """Read a day before the place, with or without "date" before it."""
        before = self.pos
        self._take(_LABEL)
        self.early_day = read_day(self.text, self.pos, self.end)
        if self.early_day is None:
            self.pos = before
            return
        self.pos = self.early_day.end
        self._attempt(self._read_clock)
        self._take(_JOINT)

    def _read_late_day(self) -> bool:
        if self.late_day is not None:
            return False
        self.late_day = read_day(self.text, self.pos, self.end)
        if self.late_day is None:
            return False
        self.pos = self.late_day.end
        return True

    def _read_clock(self) -> bool:
        """Read a time of day, the name of a weekday, or that there is no date."""
        after = read_time(self.text, self.pos, self.end)
        if after == self.pos:
            after = read_undated(self.text, self.pos, self.end)
        if after == self.pos:
            after = read_weekday(self.text, self.pos, self.end)
        moved = after != self.pos
        self.pos = after
        return moved

    def _read_agency(self) -> bool:
        """Read an agency, or a day, between brackets or strokes."""
        found = _BRACKET.match(self.text, self.pos, self.end) or _STROKES.match(
            self.text, self.pos, self.end
        )
        if found is None or self.agency is not None:
            return False
        day = read_day(self.text, *found.span(1))
        if day is not None and day.end == found.end(1) and self.late_day is None:
            self.late_day = day
        elif is_known_agency(found.group(1)) or _could_be_agency(found.group(1)):
            self.agency, self.known_agency = found.group(1), is_known_agency(found.group(1))
        else:
            return False
        self.pos = found.end()
        return True

    def _read_named(self) -> bool:
        """Read a known agency without brackets ("Tehran, Jan 16, IRNA - ")."""
        before = self.text[: self.pos].rstrip(" ")[-1:]
        if self.agency is not None or before not in {",", "|"}:
            return False
        found = _named_agency().match(self.text, self.pos, self.end)
        if found is None:
            return False
        self.agency, self.known_agency, self.pos = found.group(), True, found.end()
        return True

    def _read_places(self) -> None:
        """Read the places: one, or several joined by strokes or "and", each with its country."""
        self.in_capitals = is_in_capitals(self._peek())
        while len(self.places) < _MOST_PLACES:
            start = self.pos
            if not self._read_name(in_capitals=self.in_capitals):
                break
            self._read_country()
            self.places.append(self.text[start : self.pos])
            before = self.pos
            if self._take(_CONJUNCTION) is None or not is_in_capitals(self._peek()):
                self.pos = before
                break
        self.set_off = _SET_OFF.match(self.text, self.pos, self.end) is not None

    def _read_name(self, *, in_capitals: bool) -> bool:
        """Read the words of one name; says whether there are any."""
        end = self.pos
        count = 0
        while count < _MOST_WORDS and (word := self._peek()):
            small = count > 0 and word in words("places", "particles")
            if small and in_capitals and word == "and":
                break
            is_name = is_in_capitals(word) if in_capitals else word[0].isupper()
            if _is_calendar(word) or not (small or is_name):
                break
            self.pos += len(word)
            count += 1
            end = end if small else self.pos
            if self._take(_BLANK) is None:
                break
        self.pos = end
        return count > 0

    def _read_country(self) -> None:
        """Read the country or state behind a place, if a comma joins it or brackets hold it."""
        before = self.pos
        held = _HELD.match(self.text, self.pos, self.end)
        if held is not None and is_nation(held.group(1)):
            self.pos = held.end()
            return
        if self._take(_COMMA) is None:
            return
        known = _named_agency().match(self.text, self.pos, self.end)
        if known or not self._read_name(in_capitals=False):
            self.pos = before

    def _read_mark(self) -> None:
        """Read the mark that closes the dateline, and the tags behind it."""
        patterns = [_MARK, _COLON]
        if self.agency is not None:
            patterns.append(_MARK_BEHIND_AGENCY)
        for pattern in patterns:
            mark = self._take(pattern)
            if mark is not None:
                self.mark = mark.strip()
                self._attempt(self._read_agency)
                break
        self._take(_TAGS)


def is_in_capitals(word: str) -> bool:
    """Say whether a word of a place name is in capitals."""
    return _CAPITALS.fullmatch(word) is not None


def is_known_agency(name: str) -> bool:
    """Say whether a name is that of an agency we know, or of several of them."""
    known = words("agencies", "names")
    return any(part.strip().lower() in known for part in re.split(r"[/,&]|\band\b", name))


def _could_be_agency(name: str) -> bool:
    """Say whether words in brackets look like an agency or a station."""
    parts = re.findall(r"[^\W\d_]+(?:['’‘`][^\W\d_]+)*", name)
    has_capitals = all(part[0].isupper() or part in {"al", "de", "of"} for part in parts)
    return bool(parts) and has_capitals and _CALL_SIGN.search(name) is not None


def _is_calendar(word: str) -> bool:
    bare = word.rstrip(".").lower()
    return bare in words("dates", "weekdays") or bare in _month_names()


@cache
def _month_names() -> frozenset[str]:
    return frozenset(name for names in entries()["dates"]["months"] for name in names)


@cache
def _named_agency() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('agencies', 'names')})\b")
