"""The words by which mentions of one body or person are told to be one.

Compiled once from `coreference.en` and, for the words that tell a person's sex and that head one
human being, from `sources.en` and `roles.en`, which other readers go by too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.extract.entities.lexicon import words_of
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from onrecord.resources import Lexicon

_ORGANISED = (EntityKind.COMPANY, EntityKind.JOINT_VENTURE, EntityKind.ORGANISATION)
_KINDS: Mapping[str, tuple[EntityKind, ...]] = {
    "company": (EntityKind.COMPANY, EntityKind.JOINT_VENTURE),
    "armed": (EntityKind.ARMED_GROUP,),
    "organisation": _ORGANISED,
    "news_agency": (EntityKind.NEWS_AGENCY,),
    "government": (EntityKind.GOVERNMENT, *_ORGANISED),
    "force": (EntityKind.SECURITY_FORCE,),
}
"""What kinds a section of nouns stands for. Many a commission is read as an organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreferenceWords:
    """The compiled words.

    Attributes:
        generic: Kinds of body that a noun stands for whatever their names, by noun.
        in_name: Kinds of body that a noun in their name stands for, by noun.
        plural: Nouns among them for several.
        person: Nouns for one person by what they do, the words of each.
        short: What a title written short is short for, by title without its dot.
        pronouns: The pronouns, by "male", "female", "neutral" and "plural".
        same_sex: All personal pronouns of "male" and "female".
        states: Adjectives before which "it was" points back.
        contacts: Nouns behind "it was in" before which it points back.
        acts: Verbs for what a body does of its own will, lemmas.
        saying: Verbs whose subject, as a rule, is the "he" of the next clause, lemmas.
        abbreviation_links: What stands between a name and its abbreviation, as words, longest
            first.
        small: Words that an abbreviation may leave out.
        lengths: The shortest and longest abbreviation, in letters.
        weak: Words that do not stand for a body alone.
        variants: One spelling for all spellings of a given name.
        no_people: Words that are never part of a person's name.
        particles: Words that come and go in names.
        held: Words between a role and the body it is held at.
        of_places: Roles that a place behind the name belongs to.
        sites: Nouns for what somebody works at or owns.
        honorifics: Titles that are no role.
        not_held: Roles that are not held at a body.
        bodies: Nouns of bodies that stand before a role, as words.
        roles: Nouns for roles.
        by_verb: The role that a verb tells, by lemma.
        single: Nouns that head one human being.
        female: Words that tell a woman.
        male: Words that tell a man.
    """

    generic: Mapping[str, frozenset[EntityKind]]
    in_name: Mapping[str, frozenset[EntityKind]]
    plural: frozenset[str]
    person: tuple[tuple[str, ...], ...]
    short: Mapping[str, str]
    pronouns: Mapping[str, frozenset[str]]
    same_sex: Mapping[str, frozenset[str]]
    states: frozenset[str]
    contacts: frozenset[str]
    acts: frozenset[str]
    saying: frozenset[str]
    abbreviation_links: tuple[tuple[str, ...], ...]
    small: frozenset[str]
    lengths: range
    weak: frozenset[str]
    variants: Mapping[str, str]
    no_people: frozenset[str]
    particles: frozenset[str]
    held: frozenset[str]
    of_places: frozenset[str]
    sites: frozenset[str]
    honorifics: frozenset[str]
    not_held: frozenset[str]
    bodies: tuple[tuple[str, ...], ...]
    roles: frozenset[str]
    by_verb: Mapping[str, str]
    single: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]

    @classmethod
    def of(cls, coreference: Lexicon, sources: Lexicon, roles: Lexicon) -> CoreferenceWords:
        """Compile the lexica."""
        table = coreference.entries
        people = sources.entries["people"]
        names, abbreviations = table["given_names"], table["abbreviations"]
        return cls(
            generic=_by_noun(table["generic"]),
            in_name=_by_noun(table["in_name"]),
            plural=frozenset(table["plural"]["nouns"]),
            person=_phrases(table["person"]["nouns"]),
            short=table["person"]["short"],
            pronouns={
                name: frozenset(table["pronouns"][name])
                for name in ("male", "female", "neutral", "plural")
            },
            same_sex={
                name: frozenset(words) for name, words in table["pronouns"]["same_sex"].items()
            },
            states=frozenset(table["pronouns"]["states"]),
            contacts=frozenset(table["pronouns"]["contacts"]),
            acts=frozenset(table["pronouns"]["acts"]),
            saying=frozenset(table["pronouns"]["saying"]),
            abbreviation_links=_phrases(abbreviations["links"]),
            small=frozenset(abbreviations["small"]),
            lengths=range(abbreviations["shortest"], abbreviations["longest"] + 1),
            weak=frozenset(table["short_names"]["weak"]),
            variants={word: row[0] for row in names["variants"] for word in row},
            no_people=frozenset(names["never"]),
            particles=frozenset(names["particles"]),
            held=frozenset(table["affiliation"]["links"]),
            of_places=frozenset(table["affiliation"]["of_places"]),
            sites=_sites(table),
            honorifics=frozenset(table["affiliation"]["honorifics"]),
            not_held=frozenset(table["affiliation"]["not_held"]),
            bodies=_phrases(table["affiliation"]["bodies"]),
            roles=frozenset(table["roles"]["more"]),
            by_verb=table["roles"]["by_verb"],
            single=frozenset(people["single"]).union(*roles.entries["roles"].values()),
            female=frozenset(people["female"]),
            male=frozenset(people["male"]),
        )


def _sites(table: Mapping[str, Any]) -> frozenset[str]:
    """Return the nouns for bodies and sites, whatever they are listed for."""
    listed = [*table["affiliation"]["sites"], *table["affiliation"]["bodies"]]
    for section in ("in_name", "generic"):
        listed += [noun for nouns in table[section].values() for noun in nouns]
    return frozenset(listed)


def _by_noun(sections: Mapping[str, list[str]]) -> dict[str, frozenset[EntityKind]]:
    found: dict[str, frozenset[EntityKind]] = {}
    for section, nouns in sections.items():
        for noun in nouns:
            found[noun] = found.get(noun, frozenset()).union(_KINDS[section])
    return found


def _phrases(items: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((words_of(item) for item in items), key=len, reverse=True))
