"""Names as a report spells them, taken apart into the words that tell them from others."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from onrecord.model import EntityKind, EntityMention, EntityRef, MentionForm, Reading, Report, Span
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Mapping

# Names come back within a report and within a batch.
_REMEMBERED = 20_000

# No name has more words.
_MOST_WORDS = 12

# Bodies that one report may take for each other. Governments and forces are left out: their names
# differ by one word for good reason ("North", "South"; "Second", "Third").
CLASSES = {
    EntityKind.COMPANY: "body",
    EntityKind.JOINT_VENTURE: "body",
    EntityKind.ORGANISATION: "body",
    EntityKind.NEWS_AGENCY: "body",
    EntityKind.ARMED_GROUP: "armed group",
    EntityKind.PERSON: "person",
}

_LONG = "name of several words"
_ALL = frozenset({*CLASSES.values(), _LONG})

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """A name as it is written in a report.

    Attributes:
        words: Its words, lower case, without accents, forms of organisation and particles.
        plain: The same with the names of people that are written in several ways in one of them.
        forms: The forms of organisation written with it, by number of the form.
        written: The name as written.
        span: Where it stands first.
        entity: Who it is, as the reading has it; None for capitals that it takes for no name.
        full: The words of the fullest name that the reading has for it.
        group: Number of the body in the reading; None where `entity` is.
    """

    words: tuple[str, ...]
    plain: tuple[str, ...]
    forms: frozenset[int]
    written: str
    span: Span
    entity: EntityRef | None
    full: tuple[str, ...]
    group: int | None

    @property
    def is_person(self) -> bool:
        """It names a person."""
        return self.entity is not None and self.entity.kind is EntityKind.PERSON

    @property
    def classes(self) -> frozenset[str]:
        """The classes of bodies it may be of; all of them for what the reading takes for none.

        What a name of several words is of is often misread, so they are of one class.
        """
        if self.entity is None:
            return _ALL
        return frozenset({CLASSES[self.entity.kind], *([_LONG] if len(self.words) > 1 else [])})


def spellings(report: Report, reading: Reading) -> list[Spelling]:
    """Return each spelling of each body once, where it stands first."""
    found: dict[tuple[int | None, tuple[str, ...]], Spelling] = {}
    for mention in reading.mentions.entities:
        if mention.form is not MentionForm.NAME:
            continue
        if mention.entity.kind in CLASSES and mention.entity.named:
            spelling = _spelling(report, mention)
            if 0 < len(spelling.words) <= _MOST_WORDS:
                found.setdefault((spelling.group, spelling.words), spelling)
    return sorted(found.values(), key=lambda spelling: spelling.span)


def _spelling(report: Report, mention: EntityMention) -> Spelling:
    written = " ".join(mention.name_span.of(report.text).split())
    is_person = mention.entity.kind is EntityKind.PERSON
    words, forms = taken_apart(written, is_person=is_person)
    full, _ = taken_apart(mention.entity.name, is_person=is_person)
    return Spelling(
        words=words,
        plain=plainly(words) if is_person else words,
        forms=forms,
        written=written,
        span=mention.name_span,
        entity=mention.entity,
        full=full or words,
        group=mention.group,
    )


def plainly(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a person's name, each in one of the ways it is written in."""
    return tuple(lexicon().variants.get(word, word) for word in words)


@lru_cache(maxsize=_REMEMBERED)
def taken_apart(name: str, *, is_person: bool) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the words that tell a name from others, and the forms of organisation in it."""
    words_known = lexicon()
    words = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(_folded(name))]
    words = [word for word in words if word not in words_known.particles]
    if is_person:
        return tuple(words), frozenset()
    forms = frozenset(words_known.forms[word] for word in words if word in words_known.forms)
    return tuple(word for word in words if word not in words_known.forms), forms


def _folded(name: str) -> str:
    """Return a name in lower case without accents, which are no spelling of their own."""
    parts = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words this check goes by.

    Attributes:
        forms: Forms of organisation, by word; words of one form have one number.
        particles: Words that come and go in a name.
        nations: Names and adjectives of countries, lower case.
        variants: Names of people that are written in several ways, each with the first of them.
        titles: Titles of people, lower case.
        after: Behind a word that opens a sentence, they show that it is a name.
        openers: Words that open a sentence before a name, and are no names, lower case.
    """

    forms: Mapping[str, int]
    particles: frozenset[str]
    nations: frozenset[str]
    variants: Mapping[str, str]
    titles: frozenset[str]
    after: frozenset[str]
    openers: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the words this check goes by, read once."""
    library = open_library()
    words = library.lexicon("checks.en").entries["names"]
    titles = [
        *library.lexicon("bodies.en").entries["person"]["titles"],
        *library.lexicon("places.en").entries["context"]["titles"],
    ]
    rows = library.lexicon("nations").entries["nations"].values()
    nations = {
        _folded(word)
        for row in rows
        for field in ("names", "adjectives", "people")
        for word in row.get(field, ())
    }
    forms = {word: number for number, line in enumerate(words["forms"]) for word in line}
    return Lexicon(
        forms=forms,
        particles=frozenset(words["particles"]),
        nations=frozenset(nations),
        variants={_folded(word): _folded(line[0]) for line in words["variants"] for word in line},
        titles=frozenset(title.rstrip(".") for title in titles),
        after=frozenset(words["after"]),
        openers=frozenset(words["openers"]),
    )
