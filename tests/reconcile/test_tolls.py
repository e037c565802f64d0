"""Tolls: what the figures of one report amount to, held against trying all sets of people."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from onrecord.intervals import Interval
from onrecord.model import Certainty, Claim, Figure, Reading, Report, Standing, Wording, a_claim
from onrecord.reconcile.tolls import Toll, tolls
from readings import BY_HAND
from tolls import told

Ends = tuple[int, int | None]
Drawn = tuple[str, int, int | None, bool]


def tolls_of(story: str) -> tuple[Toll, ...]:
    """Return the tolls of a story with marked counts."""
    report, reading = told(story)
    return tolls(report, reading, reading.claims)


def ends(toll: Toll) -> Ends | None:
    """Return the ends of a toll; None where nothing is sure."""
    return None if toll.interval is None else (toll.interval.low, toll.interval.high)


@pytest.mark.parametrize(
    ("story", "interval", "arithmetic"),
    [
        ("{Five ~people|5|killed} died", (5, 5), None),
        (
            "{Three ~children|3|killed} and {two ~adults|2|killed} died",
            (5, 5),
            "3 children + 2 adults = 5",
        ),
        (
            "{A ~guard|1|killed}, {two ~clerks|2|killed} and {his ~driver|1|killed} died",
            (4, 4),
            "1 guard + 2 clerks + 1 driver = 4",
        ),
        (
            "{Two ~men|2|killed} died. {One of the ~women|1|killed} died",
            (3, 3),
            "2 men + 1 women = 3",
        ),
        (
            "{At least two ~men|2-|killed} died. {One of the ~women|1|killed} died",
            (3, None),
            "at least 2 men + 1 women = at least 3",
        ),
        (
            "{Two or three ~men|2-3|killed} died. {One of the ~women|1|killed} died",
            (3, 4),
            "2 to 3 men + 1 women = 3 to 4",
        ),
        ("{Seven ~people|7|killed}, among them {five ~men|5|killed|of 0}, died", (7, 7), None),
        ("{A ~man|1|killed} was shot. {The ~victim|1|killed} died", (1, 1), None),
        ("{A ~man|1|killed} was shot. {A ~barber|1|killed} died", (1, None), None),
        ("{Ten ~people|10|killed} died. {Three ~men|3|killed} fell at once", (10, 10), None),
        ("{Ten ~people|10|killed} died. {Three ~people|3|killed} fell at once", (10, None), None),
        (
            "{Ten ~people|10|killed} died. {Two ~more|2|killed|more} died",
            (12, 12),
            "10 people + 2 more = 12",
        ),
        ("{Ten ~people|10|killed} died. {Up to 12 ~people|-12|killed} died", (10, 12), None),
        ("{Ten ~people|10|killed} died. {None ~people|0|killed} died here", (10, 10), None),
        ("{36 ~people|36|killed} died, now {38 ~people|38|killed|anew}", (38, 38), None),
        ("{38 ~people|38|killed|anew} died. {Two ~others|2|killed|more} died", (38, 40), None),
        (
            "{38 ~people|38|killed|anew} died. {Two or more ~others|2-|killed|more} died",
            (38, None),
            None,
        ),
    ],
)
def test_toll_of_one_voice(story: str, interval: Ends, arithmetic: str | None) -> None:
    """Other people add up; the same people do not; what may be others leaves the top open."""
    # when
    (toll,) = tolls_of(story)
    # then
    assert (ends(toll), toll.arithmetic) == (interval, arithmetic)


@pytest.mark.parametrize(
    "story",
    [
        "{Five ~people|5|killed} died. {Three ~men|3|killed} and {four ~women|4|killed} died",
        "{Up to five ~people|-5|killed} died. {Six ~men|6|killed} died",
    ],
)
def test_nothing_is_sure_where_figures_fit_no_toll(story: str) -> None:
    """The figures stand; which of them holds is for the desk to ask."""
    (toll,) = tolls_of(story)
    assert toll.interval is None


def test_voices_are_never_merged() -> None:
    """Two who differ give two tolls; a toll names the claims it rests on."""
    # given
    report, reading = told(
        "{Five ~people|5|killed|by police} died. "
        "{Three ~men|3|killed|by villagers} and {four ~women|4|killed|by villagers} died"
    )
    # when
    police, villagers = tolls(report, reading, reading.claims)
    # then
    assert (police.chain, ends(police)) == (("police",), (5, 5))
    assert (villagers.chain, ends(villagers)) == (("villagers",), (7, 7))
    assert villagers.relied_on == tuple(claim.claim_id for claim in reading.claims[1:])


def test_a_voice_adds_to_what_the_report_itself_tells() -> None:
    """But no voice adds to what another says."""
    told_itself = tolls_of("{Ten ~people|10|killed} died. {Two |2|killed|more, by police} died")
    told_by_other = tolls_of(
        "{Ten ~people|10|killed|by a doctor} died. {Two |2|killed|more, by police} died"
    )
    assert [ends(toll) for toll in told_itself] == [(10, 10), (12, 12)]
    assert [ends(toll) for toll in told_by_other] == [(10, 10), (2, 2)]


def test_what_befell_people_parts_them() -> None:
    """ "One man was killed and two others hurt; two more were hurt" adds nobody to the dead."""
    found = tolls_of(
        "{One ~man|1|killed} died, {a ~girl|1|injured} was hurt. {Two ~others|2|killed|more} fell"
    )
    assert [(toll.slot, ends(toll)) for toll in found] == [
        ("injured", (1, 1)),
        ("killed", (2, None)),
    ]


@pytest.mark.parametrize(
    "story",
    [
        "{Two ~men|2|killed} died. It rained. It snowed. {One of the ~women|1|killed} died",
        "{Two ~people|2|killed} died. It rained. It snowed. {Three |3|killed|more} died",
        "The dead was {a ~clerk|1|killed} and {a ~father|1|killed}",
        "{Five ~people|5|killed}, {a ~boy|1|killed} and {a ~boy|1|killed} died",
    ],
)
def test_people_who_may_be_of_another_incident_or_the_same_never_add_up(story: str) -> None:
    """Figures far apart, and two words for one."""
    (toll,) = tolls_of(story)
    assert toll.arithmetic is None or toll.arithmetic.endswith("= 2")


def test_two_of_one_word_in_one_breath_are_two() -> None:
    """ "A man and a man" are not one told twice."""
    (toll,) = tolls_of("{A ~man|1|killed} and {a ~man|1|killed} died")
    assert ends(toll) == (2, 2)


def test_people_of_one_nation_are_no_part_of_those_of_another() -> None:
    """One Irish and one French person are as many as two Japanese by chance only."""
    story = (
        "Gunmen took {two ~japanese|2|kidnapped}, {one ~irish|1|kidnapped|of 0} and "
        "{one ~french|1|kidnapped|of 0}."
    )
    (toll,) = tolls_of(story)
    assert ends(toll) == (4, 4)


def test_people_without_a_number_leave_a_sum_open() -> None:
    """ "A teacher, two men and a woman": nobody counted the teacher."""
    # given
    report, reading = told("A teacher, {two ~men|2|killed} and {a ~woman|1|killed} died")
    teacher = a_claim(
        report_id=report.report_id,
        slot="people",
        value=Wording(text="teacher"),
        evidence=replace(reading.claims[0].evidence, start=2, end=9),
        read_by=BY_HAND,
    )
    # when
    (toll,) = tolls(report, reading, (*reading.claims, teacher))
    # then
    assert ends(toll) == (3, None)


def test_what_is_denied_doubted_or_no_news_counts_nobody() -> None:
    """Nor does what is no count of people."""
    # given
    report, reading = told("{Five ~men|5|killed} died")
    (claim,) = reading.claims
    figure = claim.value
    assert isinstance(figure, Figure)
    # when
    others: list[Claim] = [
        replace(claim, negated=True),
        replace(claim, certainty=Certainty.POSSIBLE),
        replace(claim, standing=Standing.BACKGROUND),
        replace(claim, slot="at_risk"),
        replace(claim, value=replace(figure, unit="houses", population=None)),
        replace(claim, value=replace(figure, low=0.2, high=0.8)),
        replace(claim, value=Wording(text="five")),
    ]
    # then
    assert [tolls(report, reading, [other]) for other in others] == [()] * len(others)


# -- properties

_PEOPLE = ("people", "men", "women", "children")
_MOST = 2


@some.composite
def marks(draw: some.DrawFn) -> Drawn:
    """Draw a count: whom, its ends, and whether it adds to the one before."""
    low = draw(some.integers(1, _MOST))
    high = draw(some.one_of(some.none(), some.integers(low, _MOST)))
    return draw(some.sampled_from(_PEOPLE)), low, high, draw(some.booleans())


def stories(most: int = 3) -> some.SearchStrategy[list[Drawn]]:
    """Draw counts of which no two say the same again."""
    return some.lists(
        marks(),
        min_size=1,
        max_size=most,
        unique_by=lambda mark: (mark[1:3], None if mark[3] else mark[0], mark[3]),
    )


def written(counts: list[Drawn], *, part: str = "") -> str:
    """Return a story with these counts, a sentence each."""
    return ". ".join([*map(mark, counts), *([part] if part else [])])


def mark(count: Drawn) -> str:
    """Return the marked words of a count."""
    people, low, high, adds = count
    top = "" if high is None else high
    return f"{{so ~{people}|{low}-{top}|killed{'|more' if adds else ''}}} died"


def sizes(counts: list[Drawn]) -> set[int]:
    """Return how many are in any of some sets of people, by trying all there can be.

    A person is in some of the sets: never in two of other people each. An open end is cut off.
    """
    beside: list[set[int]] = []
    for place, (_, _, _, adds) in enumerate(counts):
        beside.append({place - 1} | beside[place - 1] if adds and place else set())

    def apart(one: int, other: int) -> bool:
        kinds = {counts[one][0], counts[other][0]}
        return (
            other in beside[one]
            or one in beside[other]
            or (len(kinds) > 1 and "people" not in kinds)
        )

    places = range(len(counts))
    kinds = [
        some_of
        for size in range(1, len(counts) + 1)
        for some_of in combinations(places, size)
        if not any(apart(one, other) for one, other in combinations(some_of, 2))
    ]
    found: set[int] = set()
    for numbers in product(range(_MOST + 1), repeat=len(kinds)):
        held = [
            sum(number for number, kind in zip(numbers, kinds, strict=True) if place in kind)
            for place in places
        ]
        if all(
            low <= held[place] <= (_MOST if high is None else high)
            for place, (_, low, high, _) in enumerate(counts)
        ):
            found.add(sum(numbers))
    return found


@given(stories())
def test_toll_is_what_sets_of_people_allow(
    counts: list[Drawn],
) -> None:
    """The floor is the fewest there can be; no closed top is beyond the most."""
    # given
    possible = sizes(counts)
    # when
    (toll,) = tolls_of(written(counts))
    # then
    assume(toll.interval is not None)
    assert toll.interval is not None
    assert toll.interval.low == min(possible)
    assert toll.interval.high is None or min(possible) <= toll.interval.high <= max(possible)


@given(stories().filter(lambda counts: not any(adds for *_, adds in counts)))
def test_order_of_unrelated_claims_makes_no_difference(
    counts: list[Drawn],
) -> None:
    """Neither the order of the claims nor that of the sentences."""
    report, reading = told(written(counts))
    (first,) = tolls(report, reading, reading.claims)
    for claims in permutations(reading.claims):
        assert tolls(report, reading, claims) == (first,)
    for order in permutations(counts):
        (toll,) = tolls_of(written(list(order)))
        assert toll.interval == first.interval


@given(stories(), some.sampled_from(_PEOPLE), some.integers(1, 9))
def test_a_part_changes_nothing(counts: list[Drawn], people: str, number: int) -> None:
    """However many it is: whether it fits its total is another matter."""
    (before,) = tolls_of(written(counts))
    (after,) = tolls_of(written(counts, part=f"{{so ~{people}|{number}|killed|of 0}} died"))
    assert (after.interval, after.arithmetic) == (before.interval, before.arithmetic)


@given(stories(2), some.integers(1, 9))
def test_an_increment_never_lowers_a_toll(counts: list[Drawn], number: int) -> None:
    """It raises it, or leaves what can be said of it."""
    (before,) = tolls_of(written(counts))
    (after,) = tolls_of(written(counts, part=f"{{so ~more|{number}|killed|more}} died"))
    assume(before.interval is not None and after.interval is not None)
    assert before.interval is not None
    assert after.interval is not None
    assert after.interval.low >= before.interval.low


def _with(report: Report, reading: Reading, claims: tuple[Claim, ...]) -> Interval | None:
    (toll,) = tolls(report, reading, claims)
    return toll.interval


@given(stories(2), some.integers(0, 1))
def test_a_repeated_claim_changes_nothing(counts: list[Drawn], place: int) -> None:
    """Neither the same claim twice, nor the same said again in the next sentence."""
    # given
    report, reading = told(written(counts))
    again = mark(counts[min(place, len(counts) - 1)])
    # then
    once = _with(report, reading, reading.claims)
    assert _with(report, reading, reading.claims * 2) == once
    assert _with(*told_again(written(counts, part=again))) == once


def told_again(story: str) -> tuple[Report, Reading, tuple[Claim, ...]]:
    """Return a story, its reading and its claims."""
    report, reading = told(story)
    return report, reading, reading.claims
