"""Lists of people: "Jane Doe and John Roe in Paris, Mary Major in Tampa, Florida".

Reads names, each with the place behind it. A name has two words at least; what holds a word of the
trade ("newsroom", "staff", "press") names an organisation and is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.model import Span
from onrecord.wire.conventions import any_of, entries, words

# A capital of any alphabet, in a language of regular expressions that has no name for it.
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
# A word of a name, or initials ("C.L."), or a shortening that keeps its point ("Jr.").
_PART = (
    rf"(?:(?:{_UPPER}\.)+(?:-?{_UPPER}\.)*|(?:Jr|Sr|St)\.|{_UPPER}[^\W\d_]*(?:['’‘`-][^\W\d_]+)*)"
)
_JOINT = re.compile(r"\s*(?:,\s*and\s+|,\s*|\s+and\s+|\s*&\s*|\s*/\s*)")
_BLANKS = re.compile(r"\s*")
# "KTLA's Jane Doe": whose reporter it is belongs to no name.
_OWNER = re.compile(r"(?:\S+\s+){0,3}?\S+['’]s\s+(?=\S)")

# "a special correspondent of the newspaper in Kabul"
_MOST_TITLE_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A name in a list of names.

    Attributes:
        span: The name.
        place: Where they worked, as written; None where the list does not say.
        joined: How the list goes on behind it: "and", ",", or "" at its end.
    """

    span: Span
    place: str | None
    joined: str


def read_people(text: str, start: int, end: int) -> tuple[list[Person], int]:
    """Return the people listed from `start` on, and where the list ends."""
    found: list[Person] = []
    pos = _skip(text, start, end)
    while (name := _name().match(text, pos, end)) is not None:
        pos = name.end()
        place = _place().match(text, pos, end)
        if place is not None:
            pos = place.end()
        joint = _JOINT.match(text, pos, end)
        goes_on = joint is not None and _name().match(text, joint.end(), end) is not None
        owner = _OWNER.match(name.group())
        first = name.start() + (owner.end() if owner else 0)
        if _is_person(text[first : name.end()]):
            found.append(
                Person(
                    span=Span(first, name.end()),
                    place=" ".join(place.group("place").split()) if place else None,
                    joined=_kind(joint.group()) if joint is not None and goes_on else "",
                )
            )
        if joint is None or not goes_on:
            break
        pos = joint.end()
    return found, pos


def shared_places(people: list[Person]) -> list[str | None]:
    """Return the place of each of them, where "and" makes one place that of several."""
    places: list[str | None] = []
    shared: str | None = None
    for person in reversed(people):
        if person.place is not None:
            shared = person.place
        elif person.joined != "and" and not (
            person.joined == "," and places and _is_run(people, person)
        ):
            shared = None
        places.append(person.place or shared)
    return places[::-1]


def names_organisation(words_: str) -> bool:
    """Say whether words name who stands for persons ("our correspondent", "Reuters")."""
    bare = words_.strip(" .,|()").lower()
    parts = re.findall(r"[^\W\d_]+", bare)
    if not 0 < len(parts) <= _MOST_TITLE_WORDS or bare.endswith((":", "?", "!")):
        return False
    known = words("agencies", "marks") | words("agencies", "names")
    return bare in known or any(part in known for part in parts)


def _is_run(people: list[Person], person: Person) -> bool:
    """Say whether "and" joins the list before the next person with a place ("A, B and C in X")."""
    for other in people[people.index(person) + 1 :]:
        if other.place is not None:
            return False
        if other.joined == "and":
            return True
    return False


def _kind(joint: str) -> str:
    return "," if joint.strip() == "," else "and"


def _is_person(name: str) -> bool:
    parts = [part.lower() for part in re.findall(r"[^\W\d_]+", name)]
    if len(parts) < 2 or parts[0] == "the":  # noqa: PLR2004 - first and last name
        return False
    if name.lower() in words("agencies", "names") or name.lower() in words("credits", "regions"):
        return False
    return not any(part in words("agencies", "marks") for part in parts)


def _skip(text: str, start: int, end: int) -> int:
    found = _BLANKS.match(text, start, end)
    return found.end() if found else start


@cache
def _name() -> re.Pattern[str]:
    particles = any_of(entries()["credits"]["particles"])
    joint = r"[^\S\r\n]+|\s+"
    return re.compile(rf"{_PART}(?:(?:{joint})(?:(?:{particles})(?:{joint}|-))*{_PART}){{0,5}}")


@cache
def _place() -> re.Pattern[str]:
    at = any_of(entries()["credits"]["at"])
    particles = any_of(
        word for word in entries()["places"]["particles"] if word not in {"and", "e", "y"}
    )
    regions = any_of(entries()["credits"]["regions"])
    city = rf"{_PART}(?:\s+(?:(?:{particles})\s+)?{_PART}){{0,3}}"
    # "Tampa, Florida": a region behind the town, or one word that no second follows.
    region = rf"(?:,\s+(?:(?:{_UPPER}\.){{2,}}|{regions}|{_PART}(?=\s*(?:[,;.)]|\sand\s|$))))?"
    return re.compile(rf"\s+(?:{at})\s+(?P<place>{city}{region})")
