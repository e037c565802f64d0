"""Bylines and credits: who reported, wrote and edited a story, and where.

Reads bylines above a story ("By Jane Doe, Reuters") and credits behind it ("(Reporting by A in X;
Editing by B)", "Associated Press writers A in X and B in Y contributed to this report."). Names are
those of persons; bureaus, newsrooms and agencies are left out. A place behind the last of several
names joined by "and" is taken for all of them that have none; behind a comma alone it is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.model import Credit, CreditRole, Span
from onrecord.wire.conventions import alternatives, any_of, entries, words

_ROLES = {
    "reporter": CreditRole.REPORTER,
    "writer": CreditRole.WRITER,
    "editor": CreditRole.EDITOR,
}

# No byline is longer; what is may be a sentence that starts with "By".
_LONGEST_BYLINE = 150

# Nor are credits, even those that name a dozen people.
_LONGEST_CREDITS = 1200

# "a special correspondent of the newspaper in Kabul"
_MOST_TITLE_WORDS = 8

# A capital of any alphabet, in a language of regular expressions that has no name for it.
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_PART = rf"{_UPPER}[^\W\d_]*(?:['’‘`.-][^\W\d_]+)*\.?"
_JOINT = re.compile(r"\s*(?:,\s*and\s+|,\s*|\s+and\s+|\s*&\s*|\s*/\s*)")
_BLANKS = re.compile(r"\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    """A name in a list of names.

    Attributes:
        span: The name.
        place: Where they worked; None where the list does not say.
        joined: How the list goes on behind it: "and", ",", or "" at its end.
    """

    span: Span
    place: str | None
    joined: str


def read_byline(text: str, start: int, end: int) -> tuple[Credit, ...] | None:
    """Return the credits of a byline; None if the line is none.

    A byline that names only a bureau or an agency gives ().
    """
    if end - start > _LONGEST_BYLINE:
        return None
    opening = _byline_opening().match(text, start, end)
    if opening is None:
        return None
    role = CreditRole.WRITER if opening.group("writer") else CreditRole.REPORTER
    people, stop = _people(text, opening.end(), end)
    if not _is_end_of_byline(text[stop:end]):
        return None
    if not people and not _names_organisation(text[opening.end() : end]):
        return None
    return _credits(text, people, (role,))


def read_credits(text: str, start: int, end: int) -> tuple[tuple[Credit, ...], int] | None:
    """Return the credits that close a paragraph, and where they start; None if there are none."""
    found = _credits_opening().search(text, max(start, end - _LONGEST_CREDITS), end)
    while found is not None:
        if _is_at_edge(text, start, found) and _runs_to_end(text, found, end):
            return _read_segments(text, found.start("role"), end), found.start()
        found = _credits_opening().search(text, found.end(), end)
    return _read_contributed(text, start, end)


def _is_at_edge(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether credits start a paragraph, or stand behind one, set off by a mark."""
    before = text[start : found.start()].rstrip()
    return not before or bool(found.group("mark")) or before.endswith((")", "\n"))


def _runs_to_end(text: str, found: re.Match[str], end: int) -> bool:
    """Say whether nothing follows credits in brackets but the end of the paragraph."""
    if not found.group("mark") or not found.group("mark").startswith(("(", "[")):
        return True
    closing = text.find(")" if found.group("mark").startswith("(") else "]", found.end(), end)
    return closing < 0 or not re.search(r"[^\W\d_]{3}", text[closing:end].replace("ENDS", ""))


def _read_segments(text: str, start: int, end: int) -> tuple[Credit, ...]:
    """Return the credits between two offsets: roles, each with its names."""
    found: list[Credit] = []
    openings = list(_role().finditer(text, start, end))
    for place, opening in enumerate(openings):
        stop = openings[place + 1].start() if place + 1 < len(openings) else end
        people, _ = _people(text, opening.end(), stop)
        found.extend(_credits(text, people, _roles_of(opening.group("did"))))
    return tuple(found)


def _read_contributed(text: str, start: int, end: int) -> tuple[tuple[Credit, ...], int] | None:
    """Read "A in X and B in Y contributed to this report."."""
    if end - start > _LONGEST_CREDITS:
        return None
    closing = _contributed().search(text, start, end)
    if closing is None:
        return None
    sentence = max(text.rfind(". ", start, closing.start()) + 2, start)
    for begin in (start, sentence):
        opening = _writers_of().match(text, begin, closing.start())
        at = opening.end() if opening else begin
        people, stop = _people(text, at, closing.start())
        if stop == closing.start() and (people or opening):
            return _credits(text, people, (CreditRole.REPORTER,)), begin
    return None


def _roles_of(did: str) -> tuple[CreditRole, ...]:
    lowered = " ".join(did.lower().split())
    return tuple(
        role
        for name, role in _ROLES.items()
        if any(re.search(rf"\b{re.escape(word)}\b", lowered) for word in words("credits", name))
    )


def _credits(text: str, people: list[_Person], roles: tuple[CreditRole, ...]) -> tuple[Credit, ...]:
    """Return a credit for each person and role, a shared place given to all who share it."""
    found: list[Credit] = []
    shared: str | None = None
    places: list[str | None] = []
    for person in reversed(people):
        if person.place is not None:
            shared = person.place
        elif person.joined == "":
            shared = None
        places.append(person.place or shared if person.joined else person.place)
    places.reverse()
    is_joined = any(person.joined == "and" for person in people)
    for person, place in zip(people, places, strict=True):
        known = place if is_joined else person.place
        found.extend(
            Credit(
                name=" ".join(person.span.of(text).split()),
                role=role,
                place=" ".join(known.split()) if known else None,
                span=person.span,
            )
            for role in roles
        )
    return tuple(found)


def _people(text: str, start: int, end: int) -> tuple[list[_Person], int]:
    """Return the people listed from `start` on, and where the list ends."""
    found: list[_Person] = []
    pos = _skip(text, start, end)
    while pos < end:
        name = _name().match(text, pos, end)
        if name is None:
            break
        pos = name.end()
        place = _at().match(text, pos, end)
        if place is not None:
            pos = place.end()
        joint = _JOINT.match(text, pos, end)
        goes_on = joint is not None and _name().match(text, joint.end(), end) is not None
        if _is_person(name.group()):
            joined = "" if not goes_on or joint is None else _kind(joint.group())
            shown = place.group("place") if place is not None else None
            found.append(_Person(span=Span(*name.span()), place=shown, joined=joined))
        if joint is None or not goes_on:
            break
        pos = joint.end()
    return found, pos


def _kind(joint: str) -> str:
    return "," if joint.strip() == "," else "and"


def _is_person(name: str) -> bool:
    parts = [part.lower().rstrip(".") for part in re.findall(r"[^\W\d_]+", name)]
    if name.lower() in words("agencies", "names") or not parts:
        return False
    return not any(part in words("agencies", "marks") for part in parts) and (
        len(parts) > 1 or not name.isupper()
    )


def _names_organisation(rest: str) -> bool:
    """Say whether a line without persons names who stands for them ("By our correspondent")."""
    bare = rest.strip(" .,|").lower()
    parts = re.findall(r"[^\W\d_]+", bare)
    return bare in words("agencies", "names") or (
        0 < len(parts) <= _MOST_TITLE_WORDS
        and any(part in words("agencies", "marks") for part in parts)
    )


def _is_end_of_byline(rest: str) -> bool:
    """Say whether what follows the names of a byline may: an agency, a title, a mark."""
    bare = rest.strip(" ,|.;-–—()\t").lower()
    if not bare:
        return True
    if rest.lstrip()[:1] not in {",", "|", "-", "–", "—", "("} and not bare.startswith(
        ("for ", "of ")
    ):
        return False
    parts = re.findall(r"[^\W\d_]+", bare)
    return (
        len(parts) <= _MOST_TITLE_WORDS
        and not bare.endswith((":", "?", "!"))
        and bool(
            bare in words("agencies", "names")
            or set(parts) & words("agencies", "marks")
            or any(part in words("agencies", "names") for part in parts)
        )
    )


def _skip(text: str, start: int, end: int) -> int:
    found = _BLANKS.match(text, start, end)
    return found.end() if found else start


@cache
def _name() -> re.Pattern[str]:
    particles = any_of(entries()["credits"]["particles"])
    joint = r"[^\S\r\n]+|\s+"
    return re.compile(rf"{_PART}(?:(?:{joint})(?:(?:{particles})(?:{joint}|-))*{_PART}){{0,4}}")


@cache
def _at() -> re.Pattern[str]:
    particles = any_of(entries()["places"]["particles"])
    at = any_of(entries()["credits"]["at"])
    return re.compile(
        rf"\s+(?:{at})\s+(?P<place>{_PART}(?:\s+(?:(?:{particles})\s+)?{_PART}){{0,3}}"
        rf"(?:,\s+(?:[A-Z]\.){{2,}})?)"
    )


@cache
def _byline_opening() -> re.Pattern[str]:
    did = any_of([*entries()["credits"]["writer"], *entries()["credits"]["reporter"]])
    return re.compile(
        rf"(?:(?P<writer>(?i:written|compiled)\s+)|(?i:(?:{did})\s+))?(?i:by|from)\s*:?\s+"
    )


@cache
def _did() -> str:
    lists = entries()["credits"]
    every = [word for name in (*_ROLES, "other") for word in lists[name] if word != "contributed"]
    did = any_of(every)
    return rf"(?:{did})(?:(?:\s*,\s*|\s*/\s*|\s+and\s+)(?:{did}))*"


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<did>{_did()})\s+by\b\s*:?\s*", re.IGNORECASE)


@cache
def _credits_opening() -> re.Pattern[str]:
    mark = r"(?P<mark>[(\[]\s*|-{1,2}\s*|[—–*]\s*|_{2,}\s*)?"
    return re.compile(rf"{mark}(?<![^\W_])(?P<role>(?:{_did()})\s+by\b)", re.IGNORECASE)


@cache
def _contributed() -> re.Pattern[str]:
    what = r"(?:this|the)\s+(?:report|story|article|coverage)"
    return re.compile(
        rf"\s+(?:also\s+|both\s+|all\s+)?contributed(?:\s+to\s+{what}|\s+reporting)\b[^\n]{{0,60}}$"
    )


@cache
def _writers_of() -> re.Pattern[str]:
    agency = alternatives("agencies", "names")
    return re.compile(
        rf"(?:[Tt]he\s+)?(?:{agency})(?:['’]s)?\s+(?:(?:staff\s+)?(?:writers?|reporters?|correspondents?|journalists?|producers?)\s*)?"
    )
