"""The lexicon of events, arranged for looking up the words of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.resources import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    """A row of the lexicon.

    Attributes:
        code: Its type.
        effect: The figure slot that counts its patients; None where it counts none.
        intransitive: The subject of an active verb is the patient.
        near: Words of which one must stand in the sentence; empty where none need to.
        anywhere: It is enough if one of `near` stands anywhere in the report.
        of_people: It is told only of people: "seized" of a town is another thing.
        agents: Lemmas of which one must be who does it; empty where none need to.
        patients: Lemmas of which one must be who or what it is done to; empty where none need to.
        no_patients: Lemmas none of which may be who or what it is done to.
        beside: It is told beside what else the word tells.
    """

    code: str
    effect: str | None
    intransitive: bool
    near: frozenset[str]
    anywhere: bool
    of_people: bool
    agents: frozenset[str]
    patients: frozenset[str]
    no_patients: frozenset[str]
    beside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLexicon:
    """The rows by the words that tell them.

    Attributes:
        verbs: By verb lemma, in the order of the rows.
        nouns: By noun lemma, in the order of the rows.
        phrases: By verb lemma: the lemmas that follow, and the row.
        compounds: By the lemma of the last word: the lemmas before it, and the row.
        before: Words before a trigger that make it no event.
        after: Words after it that do.
        accidents: Lemmas of subjects that are no attackers.
        subjects: Lemmas of subjects of which words of violence are told in another sense.
        soft_subjects: Lemmas of subjects of which they mostly are, where nothing serious is told.
        objects: Lemmas of objects that are no people or property.
        means: Lemmas of what somebody is besieged with in another sense.
        idioms: Lemmas in a row in which a trigger tells no event, by each of their words.
        fields: Lemmas by which a sentence is of sport, the arts, trade or politics.
        soft: Lemmas of triggers that tell no event there.
        serious: Lemmas by which a report tells of violence all the same.
        possible: Lemmas by which an event is not told as having happened.
        generic: Words by which a plural is no particular event.
        people: Words for people: by their role, lemmas; by their nation, small letters.
    """

    verbs: Mapping[str, tuple[EventKind, ...]]
    nouns: Mapping[str, tuple[EventKind, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], EventKind], ...]]
    compounds: Mapping[str, tuple[tuple[tuple[str, ...], EventKind], ...]]
    before: frozenset[str]
    after: frozenset[str]
    accidents: frozenset[str]
    subjects: frozenset[str]
    soft_subjects: frozenset[str]
    objects: frozenset[str]
    means: frozenset[str]
    idioms: Mapping[str, tuple[tuple[str, ...], ...]]
    fields: frozenset[str]
    soft: frozenset[str]
    serious: frozenset[str]
    possible: frozenset[str]
    generic: frozenset[str]
    people: frozenset[str]

    @classmethod
    def of(cls, library: Library) -> EventLexicon:
        """Arrange the lexica."""
        entries = library.lexicon("events.en").entries
        verbs: dict[str, tuple[EventKind, ...]] = {}
        nouns: dict[str, tuple[EventKind, ...]] = {}
        phrases: dict[str, tuple[tuple[tuple[str, ...], EventKind], ...]] = {}
        compounds: dict[str, tuple[tuple[tuple[str, ...], EventKind], ...]] = {}
        for row in entries["event"]:
            kind = _kind(row)
            for verb in row.get("verbs", ()):
                verbs[verb] = (*verbs.get(verb, ()), kind)
            for noun in row.get("nouns", ()):
                nouns[noun] = (*nouns.get(noun, ()), kind)
            for phrase in row.get("phrases", ()):
                verb, *rest = phrase.split()
                phrases[verb] = (*phrases.get(verb, ()), (tuple(rest), kind))
            for compound in row.get("compounds", ()):
                *before, noun = compound.split()
                compounds[noun] = (*compounds.get(noun, ()), (tuple(before), kind))
        words = {name: frozenset(listed) for name, listed in entries["not_events"].items()}
        idioms: dict[str, tuple[tuple[str, ...], ...]] = {}
        for idiom in sorted(words.pop("idioms")):
            row_of_words = tuple(idiom.split())
            for word in dict.fromkeys(row_of_words):
                idioms[word] = (*idioms.get(word, ()), row_of_words)
        people = {
            noun
            for nouns_of_role in library.lexicon("roles.en").entries["roles"].values()
            for noun in nouns_of_role
        } | {
            word.lower()
            for nation in library.lexicon("nations").entries["nations"].values()
            for word in nation.get("people", ())
        }
        return cls(
            verbs=verbs,
            nouns=nouns,
            phrases=phrases,
            compounds=compounds,
            people=frozenset(people),
            idioms=idioms,
            **words,
        )


def _kind(row: Mapping[str, Any]) -> EventKind:
    return EventKind(
        code=row["code"],
        effect=row.get("effect"),
        intransitive=row.get("intransitive", False),
        near=frozenset(row.get("near", ())),
        anywhere=row.get("anywhere", False),
        of_people=row.get("of_people", False),
        agents=frozenset(row.get("agents", ())),
        patients=frozenset(row.get("patients", ())),
        no_patients=frozenset(row.get("no_patients", ())),
        beside=row.get("beside", False),
    )
