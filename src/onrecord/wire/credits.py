"""Bylines and credits: who reported, wrote and edited a story, and where.

Reads bylines above a story ("By Jane Doe, Reuters") and credits behind it ("(Reporting by A in X;
Editing by B)", "Associated Press writers A in X and B in Y contributed to this report."). Names are
those of persons, of two words at least; bureaus, newsrooms and agencies are left out. A place
behind the last of several names that "and" joins is taken for all of them that have none; a place
behind a comma alone is not.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Credit, CreditRole
from onrecord.wire.conventions import alternatives, any_of, entries, words
from onrecord.wire.people import Person, names_organisation, read_people, shared_places

_ROLES = {
    "reporter": CreditRole.REPORTER,
    "writer": CreditRole.WRITER,
    "editor": CreditRole.EDITOR,
}

# No byline is longer; what is may be a sentence that starts with "By".
_LONGEST_BYLINE = 150

# Nor are credits, even those that name a dozen people.
_LONGEST_CREDITS = 1200

# Words in small letters that credits hold besides roles and names ("with the newsroom in").
_MOST_OTHER_WORDS = 4
_SENTENCE = re.compile(r"[^\W\d_A-Z]{2}[\"”’)]*[.!?][\"”’)]*\s+")
_SMALL_WORD = re.compile(r"\b[^\W\d_A-Z]{3,}\b")


def read_byline(text: str, start: int, end: int) -> tuple[Credit, ...] | None:
    """Return the credits of a byline; None if the line is none.

    A byline that names only a bureau or an agency gives ().
    """
    if end - start > _LONGEST_BYLINE:
        return None
    opening = _byline_opening().match(text, start, end)
    if opening is None:
        return None
    people, stop = read_people(text, opening.end(), end)
    if not _ends_byline(text[stop:end]):
        return None
    if not people and not names_organisation(text[opening.end() : end]):
        return None
    role = CreditRole.WRITER if opening.group("writer") else CreditRole.REPORTER
    return _credits(text, people, (role,))


def read_credits(text: str, start: int, end: int) -> tuple[tuple[Credit, ...], int] | None:
    """Return the credits that close a paragraph, and where they start; None if there are none."""
    first = max(start, end - _LONGEST_CREDITS)
    for found in _credits_opening().finditer(text, first, end):
        if _is_set_off(text, start, found) and _holds_only_credits(text, found, end):
            return _read_segments(text, found.start("role"), end), found.start()
    return _read_contributed(text, start, end)


def _is_set_off(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether credits start a paragraph, or follow its last sentence."""
    before = text[start : found.start()].rstrip()
    bracketed = (found.group("mark") or "").startswith(("(", "["))
    return not before or bracketed or before.endswith((".", '"', "”", ")", "!", "?"))


def _holds_only_credits(text: str, found: re.Match[str], end: int) -> bool:
    """Say whether all up to the end of the paragraph is roles and names."""
    rest = text[found.start("role") : end]
    if not re.match(r"\s*(?:[^\W\d_a-z]|the\b|our\b|staff\b)", text[found.end() : end]):
        return False
    others = _SMALL_WORD.findall(_plain_words().sub(" ", rest))
    return len(others) <= _MOST_OTHER_WORDS


def _read_segments(text: str, start: int, end: int) -> tuple[Credit, ...]:
    """Return the credits between two offsets: roles, each with its names."""
    found: list[Credit] = []
    openings = list(_role().finditer(text, start, end))
    for place, opening in enumerate(openings):
        stop = openings[place + 1].start() if place + 1 < len(openings) else end
        people, _ = read_people(text, opening.end(), stop)
        found.extend(_credits(text, people, _roles_of(opening.group("did"))))
    return tuple(found)


def _read_contributed(text: str, start: int, end: int) -> tuple[tuple[Credit, ...], int] | None:
    """Read "A in X and B in Y contributed to this report."."""
    if end - start > _LONGEST_CREDITS or text.find("contributed", start, end) < 0:
        return None
    closing = _contributed().search(text, start, end)
    if closing is None:
        return None
    sentences = [found.end() for found in _SENTENCE.finditer(text, start, closing.start())]
    for begin in (start, *sentences[-1:]):
        opening = _writers_of().match(text, begin, closing.start())
        people, stop = read_people(text, opening.end() if opening else begin, closing.start())
        if not text[stop : closing.start()].strip(" ,") and (people or opening):
            return _credits(text, people, (CreditRole.REPORTER,)), begin
    return None


def _roles_of(did: str) -> tuple[CreditRole, ...]:
    lowered = " ".join(did.lower().split())
    return tuple(
        role
        for name, role in _ROLES.items()
        if any(re.search(rf"\b{re.escape(word)}\b", lowered) for word in words("credits", name))
    )


def _credits(text: str, people: list[Person], roles: tuple[CreditRole, ...]) -> tuple[Credit, ...]:
    """Return a credit for each person and role."""
    return tuple(
        Credit(
            name=" ".join(person.span.of(text).split()), role=role, place=place, span=person.span
        )
        for person, place in zip(people, shared_places(people), strict=True)
        for role in roles
    )


def _ends_byline(rest: str) -> bool:
    """Say whether what follows the names of a byline may: nothing, an agency, a title."""
    bare = rest.strip(" ,|.;-–—()\t")
    if not bare:
        return True
    if all(word in words("agencies", "marks") for word in bare.lower().split()):
        return True
    joined = bare.startswith(("for ", "of ", "and ")) or rest.lstrip()[:1] in set(",|-–—(")
    return joined and names_organisation(bare)


@cache
def _byline_opening() -> re.Pattern[str]:
    writer, reporter = (any_of(entries()["credits"][role]) for role in ("writer", "reporter"))
    return re.compile(rf"(?i:(?:(?P<writer>{writer})\s+|(?:{reporter})\s+)?(?:by|from)\s*:?\s+)")


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
    return re.compile(rf"{mark}(?<![\w-])(?P<role>(?:{_did()})\s+by\b)", re.IGNORECASE)


@cache
def _plain_words() -> re.Pattern[str]:
    """Return the words in small letters that credits are made of."""
    marks, at, particles = (
        any_of(entries()[subject][name])
        for subject, name in (("agencies", "marks"), ("credits", "at"), ("credits", "particles"))
    )
    return re.compile(
        rf"\b(?:{_did()}|by|and|with|the|for|{marks}|{at}|{particles})\b", re.IGNORECASE
    )


@cache
def _contributed() -> re.Pattern[str]:
    what = r"(?:this|the)\s+(?:report|story|article|coverage)"
    return re.compile(
        rf"\s+(?:(?:also|both|all)\s+)?contributed(?:\s+to\s+{what}|\s+reporting)\b[^\n]{{0,60}}$"
    )


@cache
def _writers_of() -> re.Pattern[str]:
    agency = alternatives("agencies", "names")
    who = r"(?:staff\s+)?(?:writers?|reporters?|correspondents?|journalists?|producers?)"
    return re.compile(rf"(?:[Tt]he\s+)?(?:{agency})(?:['’]s?)?\b\s*(?:{who}\s*)?")
