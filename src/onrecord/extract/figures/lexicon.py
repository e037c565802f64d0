"""The lexica of figures, arranged for looking up the words of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.extract.figures.people_words import PeopleLexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.resources import Library

Phrases = "Mapping[str, tuple[tuple[tuple[str, ...], Any], ...]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLexicon:
    """What numbers, hedges, people and units are called.

    Attributes:
        units: Number words below a hundred.
        scales: Words that multiply ("hundred", "dozen").
        vague: By first word: phrases that count without a number, the longest first, and the least
            they mean.
        exact: Of these, the phrases that mean just that.
        hedges: By first word: hedges, the longest first, and what they do.
        roles: Role of people, by noun lemma.
        nations: ISO 3166-1 alpha-2 code, by adjective or word for its people, lower case.
        people: Words for people of a nation, lower case ("irishman").
        measures: Symbol of a unit of measure, by its name or symbol, lower case.
        words: The entries of `figures.en`, each list a set.
        currencies: Code of a currency, by its sign.
        kinds: What words say of people beside their role.
    """

    units: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    exact: frozenset[str]
    hedges: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    roles: Mapping[str, str]
    nations: Mapping[str, str]
    people: frozenset[str]
    measures: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    currencies: Mapping[str, str]
    kinds: PeopleLexicon

    @classmethod
    def of(cls, library: Library) -> FigureLexicon:
        """Arrange the lexica."""
        numbers = library.lexicon("numbers.en").entries
        figures = library.lexicon("figures.en").entries
        roles = library.lexicon("roles.en").entries["roles"]
        nations = library.lexicon("nations").entries["nations"]
        return cls(
            units=numbers["units"],
            scales=numbers["scales"],
            vague=by_first_word(numbers["vague"] | numbers["exact"]),
            exact=frozenset(numbers["exact"]),
            hedges=by_first_word(library.lexicon("hedges.en").entries["hedges"]),
            roles={noun: role for role, nouns in roles.items() for noun in nouns},
            nations=_nations(nations),
            people=frozenset(
                word.lower() for nation in nations.values() for word in nation.get("people", ())
            ),
            measures={
                symbol.lower(): unit["symbols"][0]
                for unit in library.lexicon("conversions").entries["unit"]
                for symbol in unit["symbols"]
                if symbol != "in"  # inches are written out or marked; "in" is a preposition
            },
            words={
                f"{group}.{name}": frozenset(words)
                for group, lists in figures.items()
                if group != "currency"
                for name, words in lists.items()
            },
            currencies=figures["currency"],
            kinds=PeopleLexicon.of(library),
        )

    def role_of(self, lemma: str, text: str) -> str | None:
        """Return the role of the people a noun names; None if it names none by their role."""
        lower = text.lower()
        return self.roles.get(lemma) or self.roles.get(lower) or self.roles.get(lower.rstrip("s"))

    def nation_of(self, text: str) -> str | None:
        """Return the country whose adjective or people a word is."""
        return self.nations.get(text.lower()) if text[:1].isupper() else None


def by_first_word(phrases: Mapping[str, Any]) -> dict[str, tuple[tuple[tuple[str, ...], Any], ...]]:
    """Return phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for phrase, meaning in phrases.items():
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, meaning))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()
    }


def _nations(nations: Mapping[str, Any]) -> dict[str, str]:
    """Return the countries by their adjectives and people; a word of two names neither."""
    found: dict[str, set[str]] = {}
    for code, nation in nations.items():
        for word in (*nation.get("adjectives", ()), *nation.get("people", ())):
            found.setdefault(word.lower(), set()).add(code)
    return {word: codes.pop() for word, codes in found.items() if len(codes) == 1}
