"""What the tests of bodies and people share: reading a text, and who is told of in it."""

from __future__ import annotations

from functools import cache

from factories import a_report, analysed
from onrecord.extract import entities
from onrecord.model import EntityKind, EntityMention, EntityRef, MentionForm
from onrecord.registry import MentionReader
from onrecord.resources import open_library


@cache
def reader() -> MentionReader:
    """Return the reader of bodies and people with the data that ships."""
    return entities.build(open_library())


@cache
def mentions_in(text: str) -> tuple[EntityMention, ...]:
    """Return the mentions of bodies and people in a text."""
    found = reader()(a_report(text), analysed(text))
    return tuple(mention for mention in found if isinstance(mention, EntityMention))


def names_of_one(text: str) -> list[list[str]]:
    """Return the names of each body or person that has several, by the words of the text."""
    groups: dict[int, list[str]] = {}
    for mention in mentions_in(text):
        if mention.form is MentionForm.NAME:
            groups.setdefault(mention.group, []).append(mention.name_span.of(text))
    return [names for names in groups.values() if len(set(names)) > 1]


def pointing_back(text: str) -> list[tuple[str, str]]:
    """Return the nouns and pronouns that point back, each with the name of whom they mean."""
    return [
        (mention.span.of(text), mention.entity.name)
        for mention in mentions_in(text)
        if mention.form is not MentionForm.NAME
    ]


def people_in(text: str) -> list[EntityRef]:
    """Return the people of a text, each once."""
    found = {mention.group: mention.entity for mention in mentions_in(text)}
    return [entity for entity in found.values() if entity.kind is EntityKind.PERSON]
