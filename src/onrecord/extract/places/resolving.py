"""Which of the places that bear a name is meant, by what else the report names.

Each candidate is weighed twice: first on how well known it is, whether the report speaks of its
country or province, whether the words beside the name say what holds it ("Springfield, Illinois")
or what kind of place it is ("Kunar province"); then also on how it lies to the likely candidates of
the report's other names, and whether that is where it is said to lie ("60 km south of Mosul"). A
weight is a sum of features times what they count, its exponential the odds (conditional logit:
McFadden 1974), so that the likelihoods of the candidates of a name, and of none of them, add up to
1. One name means one place in a report, unless its words say otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.extract.places.candidates import candidates
from onrecord.extract.places.coherence import Neighbourhood
from onrecord.extract.places.features import of_candidates, of_doubt, of_mention
from onrecord.extract.places.hints import hints
from onrecord.extract.places.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from onrecord.extract.places.hints import Hints
    from onrecord.extract.places.lexicon import PlaceWords
    from onrecord.extract.places.said import Said
    from onrecord.extract.places.spotting import Spot
    from onrecord.extract.places.weights import Weights
    from onrecord.model import Analysis
    from onrecord.resources.gazetteer import PlaceEntry

    Matrix = NDArray[np.float64]


# Less likely than this, a candidate is not worth a line; and for so many it is said what speaks
# for them.
_NOTABLE = 1e-3
_TOLD = 8
# The weight of what cannot be meant.
_NEVER = -1e3


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A candidate with its likelihood.

    Attributes:
        entry: The place.
        likelihood: How likely the name means it, 0 to 1; what is left to 1 over all candidates is
            the chance that it means none of them.
        reason: What speaks for it, more than for the others.
    """

    entry: PlaceEntry
    likelihood: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The candidates of one spot with the features that do not hang on the other names.

    Attributes:
        entries: The candidates.
        rows: Which rows of the report's table of candidates they are.
        of_mention: Features `OF_MENTION`, a row for each candidate.
        of_doubt: Features `OF_DOUBT`.
        abroad: Which candidates lie in another nation than the words say.
    """

    entries: tuple[PlaceEntry, ...]
    rows: slice
    of_mention: Matrix
    of_doubt: Matrix
    abroad: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All candidates of all names of a report.

    Attributes:
        of_candidate: Features `OF_CANDIDATE`, a row for each candidate of each name.
        neighbourhood: How they lie to each other.
        choices: One for each spot, in order; None where no place bears the name.
        names: Where the candidates of each name stand in the table.
        said: What the report says of one place by another.
    """

    of_candidate: Matrix
    neighbourhood: Neighbourhood
    choices: tuple[Choice | None, ...]
    names: Mapping[str, tuple[slice, tuple[PlaceEntry, ...]]]
    said: Said

    @classmethod
    def of(
        cls, analysis: Analysis, found: Sequence[Spot], words: PlaceWords, said: Said
    ) -> Table | None:
        """Look all names up and read what the report says of them; None where none is known."""
        atlas = said.relations.atlas
        entries = {
            name: candidates(name, words, atlas) for name in dict.fromkeys(s.name for s in found)
        }
        told = hints(analysis, found, words, entries)
        known = {name: some for name, some in entries.items() if some}
        if not known:
            return None
        starts = np.cumsum([0, *(len(some) for some in known.values())]).tolist()
        rows = {
            name: slice(start, start + len(some))
            for (name, some), start in zip(known.items(), starts, strict=False)
        }
        every = [entry for some in known.values() for entry in some]
        numbers = [number for number, some in enumerate(known.values()) for _ in some]
        return cls(
            of_candidate=np.array(
                [row for name, some in known.items() for row in of_candidates(name, some, told)]
            ),
            neighbourhood=Neighbourhood(every, numbers),
            choices=tuple(
                _choice(index, spot, known[spot.name], rows[spot.name], told, len(known))
                if spot.name in known
                else None
                for index, spot in enumerate(found)
            ),
            names={name: (rows[name], some) for name, some in known.items()},
            said=said,
        )

    def first(self, choice: Choice) -> Matrix:
        """Return the features `weights.FIRST` of the candidates of a spot."""
        return np.hstack([self.of_candidate[choice.rows], choice.of_mention])

    def second(self, choice: Choice, others: Matrix) -> Matrix:
        """Return the features `weights.SECOND` of the candidates of a spot.

        Args:
            choice: The spot.
            others: What the other names say of each row, from `of_others`.
        """
        rows = choice.rows
        return np.hstack([self.of_candidate[rows], others[rows], choice.of_mention])

    def of_others(self, weights: Matrix, doubt: Matrix) -> Matrix:
        """Return what the other names say of each candidate, by how likely theirs are at first.

        Args:
            weights: Of the features `weights.FIRST`.
            doubt: Of the features `OF_DOUBT`.
        """
        likely = np.zeros(len(self.of_candidate))
        times = np.zeros(len(self.of_candidate))
        for choice in filter(None, self.choices):
            likely[choice.rows] += likelihoods(
                self.first(choice) @ weights, float(choice.of_doubt @ doubt)
            )
            times[choice.rows] += 1
        likely /= np.maximum(times, 1)
        return np.hstack([self.neighbourhood.features(likely), self._fits(likely)[:, None]])

    def _fits(self, likely: Matrix) -> Matrix:
        """Return how well each candidate fits the relations that locate its name."""
        found = np.zeros(len(likely))
        entries = {name: some for name, (_, some) in self.names.items()}
        for name, fits in self.said.fits(self._by_spot(likely), entries).items():
            found[self.names[name][0]] = fits
        return found

    def _by_spot(self, likely: Matrix) -> dict[int, list[PlaceEntry]]:
        """Return the candidates of each spot that is no demonym, the likeliest first."""
        if not self.said.told:
            return {}
        ordered = {
            name: [some[index] for index in np.argsort(-likely[rows], kind="stable")]
            for name, (rows, some) in self.names.items()
        }
        return {
            number: ordered[spot.name]
            for number, spot in enumerate(self.said.spots)
            if spot.name in ordered
        }


def _choice(  # noqa: PLR0917 - what a choice is made of
    index: int,
    spot: Spot,
    entries: tuple[PlaceEntry, ...],
    rows: slice,
    told: Hints,
    names: int,
) -> Choice:
    """Return the choice of one spot; `names` is how many names of the report have candidates."""
    features = np.array(of_mention(index, spot, entries, told))
    nation = told.nations.get(index)
    abroad = [nation is not None and entry.country not in {None, nation} for entry in entries]
    return Choice(
        entries=entries,
        rows=rows,
        of_mention=features,
        of_doubt=np.array(of_doubt(entries, names)),
        abroad=np.array(abroad),
    )


def likelihoods(sums: Matrix, doubt: float) -> Matrix:
    """Return the likelihoods of candidates by their weights; with that of none they add up to 1."""
    most = max(float(sums.max()), doubt)
    odds = np.exp(sums - most)
    shares: Matrix = odds / (odds.sum() + np.exp(doubt - most))
    return shares


def resolve(
    analysis: Analysis,
    found: Sequence[Spot],
    words: PlaceWords,
    said: Said,
    *,
    weights: Weights,
) -> tuple[tuple[Weighed, ...], ...]:
    """Return the candidates of each spot, best first.

    Args:
        analysis: The report.
        found: The names of places in it, its demonyms included, in reading order.
        words: The lexica.
        said: What it says of one place by another; with it, the places known.
        weights: What speaks for a place, how much.
    """
    table = Table.of(analysis, found, words, said)
    if table is None:
        return tuple(() for _ in found)
    others = table.of_others(weights.first, weights.first_doubt)
    known: dict[tuple[int, bytes, bytes], tuple[Weighed, ...]] = {}
    found_out: list[tuple[Weighed, ...]] = []
    for choice in table.choices:
        if choice is None:
            found_out.append(())
            continue
        # A name that stands in the same words again is the same choice.
        key = (choice.rows.start, choice.of_mention.tobytes(), choice.abroad.tobytes())
        if key not in known:
            known[key] = _weighed(choice, table.second(choice, others), weights)
        found_out.append(known[key])
    return tuple(found_out)


def _weighed(choice: Choice, features: Matrix, weights: Weights) -> tuple[Weighed, ...]:
    parts = features * weights.second
    doubt = float(choice.of_doubt @ weights.second_doubt)
    # "Tal Amara, Sudan" is none of the places of that name in other countries.
    sums = np.where(choice.abroad, _NEVER, parts.sum(axis=1))
    likely = likelihoods(sums, doubt)
    order = np.argsort(-likely, kind="stable")
    kept = [index for index in order if likely[index] >= _NOTABLE] or order[:1].tolist()
    told = reasons(parts, kept[:_TOLD])
    every = [
        Weighed(
            entry=choice.entries[index],
            likelihood=float(likely[index]),
            reason=told[place] if place < _TOLD else "",
        )
        for place, index in enumerate(kept)
    ]
    return tuple(sorted(every, key=lambda each: (-each.likelihood, each.entry.ref)))
