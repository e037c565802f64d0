"""The lexica of figures, arranged for looking up the words of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.extract.figures.people_words import PeopleLexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.resources import Library

Phrases = "Mapping[str, tuple[tuple[tuple[str, ...], Any], ...]]"

# The parts of `figures.en` that are no lists of words.
_TABLES = frozenset({"currency", "money", "measures"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLexicon:
    """What numbers, hedges, people and units are called.

    Attributes:
        units: Number words below a hundred.
        scales: Words that multiply ("hundred", "dozen").
        suffixes: What multiplies right behind digits ("bn").
        vague: By first word: phrases that count without a number, the longest first, and the least
            they mean.
        exact: Of these, the phrases that mean just that.
        pronouns: By first word: words of grammar that tell a number ("both", "nobody").
        fractions: Into how many parts a word divides ("third").
        hedges: By first word: hedges before a number, the longest first, and what they do.
        behind: The same of hedges behind a number.
        phrases: By list and first word: phrases of several words that make no number of their own
            ("all told"), the longest first.
        roles: Role of people, by noun lemma.
        nations: ISO 3166-1 alpha-2 code, by adjective or word for its people, lower case.
        people: Words for people of a nation, lower case ("irishman").
        measures: By first word: names of units of measure, the longest first, and their symbols.
        words: The entries of `figures.en`, each list a set.
        currencies: Code of a currency, by its sign.
        money: Code of a currency, by its name and country; "" where no country is told.
        starters: Every word that can start a numeral in words, hedges and shares among them.
        kinds: What words say of people beside their role.
    """

    units: Mapping[str, int]
    scales: Mapping[str, int]
    suffixes: Mapping[str, int]
    vague: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    exact: frozenset[str]
    pronouns: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    fractions: Mapping[str, int]
    hedges: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    behind: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    phrases: Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]]
    roles: Mapping[str, str]
    nations: Mapping[str, str]
    people: frozenset[str]
    measures: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    words: Mapping[str, frozenset[str]]
    currencies: Mapping[str, str]
    money: Mapping[str, Mapping[str, str]]
    starters: frozenset[str]
    kinds: PeopleLexicon

    @classmethod
    def of(cls, library: Library) -> FigureLexicon:
        """Arrange the lexica."""
        numbers = library.lexicon("numbers.en").entries
        figures = library.lexicon("figures.en").entries
        hedging = library.lexicon("hedges.en").entries["hedging"]
        roles = library.lexicon("roles.en").entries["roles"]
        nations = library.lexicon("nations").entries["nations"]
        return cls(
            units=numbers["units"],
            scales=numbers["scales"],
            suffixes=numbers["suffixes"],
            vague=by_first_word(numbers["vague"] | numbers["exact"]),
            exact=frozenset(numbers["exact"]),
            pronouns=by_first_word(numbers["pronouns"]),
            fractions=numbers["fractions"],
            hedges=by_first_word({row["words"]: row["does"] for row in hedging["before"]}),
            behind=by_first_word({row["words"]: row["does"] for row in hedging["after"]}),
            phrases=_phrases(numbers["shares"], figures["bearing"], figures["names"]),
            roles={noun: role for role, nouns in roles.items() for noun in nouns},
            nations=_nations(nations),
            people=frozenset(
                word.lower() for nation in nations.values() for word in nation.get("people", ())
            ),
            measures=by_first_word(
                {name: symbol for symbol, names in figures["measures"].items() for name in names}
            ),
            words=_words(figures)
            | {
                "hedging.loose": frozenset(hedging["loose"]),
                "hedging.near": frozenset(hedging["near"]),
                "shares.pointing": frozenset(numbers["shares"]["pointing"]),
            },
            currencies=figures["currency"],
            money=_money(figures["money"]),
            starters=_starters(numbers, hedging, figures),
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


def _words(figures: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Return the lists of words of `figures.en` by group and name."""
    return {
        f"{group}.{name}": frozenset(words)
        for group, lists in figures.items()
        if group not in _TABLES
        for name, words in lists.items()
    }


def _phrases(
    shares: Mapping[str, Any], bearing: Mapping[str, Any], names: Mapping[str, Any]
) -> dict[str, dict[str, tuple[tuple[tuple[str, ...], Any], ...]]]:
    """Return the lists that hold phrases of several words, each by first word."""
    lists = {f"shares.{name}": phrases for name, phrases in shares.items()}
    lists |= {f"bearing.{name}": bearing[name] for name in ("sums", "denied", "denied_after")}
    lists["names.whole"] = names["whole"]
    return {name: by_first_word(dict.fromkeys(phrases, name)) for name, phrases in lists.items()}


def _starters(
    numbers: Mapping[str, Any], hedging: Mapping[str, Any], figures: Mapping[str, Any]
) -> frozenset[str]:
    """Return the first words of all that can start a numeral."""
    phrases = [
        *(
            name
            for table in ("vague", "exact", "pronouns", "units", "scales")
            for name in numbers[table]
        ),
        *(row["words"] for row in hedging["before"]),
        *(name for table in ("most", "all_but") for name in numbers["shares"][table]),
        *figures["others"]["before"],
    ]
    return frozenset(phrase.split()[0] for phrase in phrases) | {"a", "an", "half", "between"}


def _money(money: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    """Return the codes of money by name; a name that one currency alone has is told by it."""
    alone = {name: {"": code} for name, code in money["others"].items()}
    return {name: codes for name, codes in money.items() if name != "others"} | alone


def longest(
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Any], ...]],
    words: tuple[str, ...],
    place: int,
) -> tuple[tuple[str, ...], Any] | None:
    """Return the longest phrase that starts at a word, with its meaning; None if none does."""
    if not 0 <= place < len(words):
        return None
    for phrase, meaning in phrases.get(words[place], ()):
        if words[place : place + len(phrase)] == phrase:
            return phrase, meaning
    return None


def _nations(nations: Mapping[str, Any]) -> dict[str, str]:
    """Return the countries by their adjectives and people; a word of two names neither."""
    found: dict[str, set[str]] = {}
    for code, nation in nations.items():
        for word in (*nation.get("adjectives", ()), *nation.get("people", ())):
            found.setdefault(word.lower(), set()).add(code)
    return {word: codes.pop() for word, codes in found.items() if len(codes) == 1}
