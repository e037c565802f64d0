"""Properties of numbers and hedges that hold for any number."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures_read import figures_in
from onrecord.extract.figures.cardinals import spelled
from onrecord.extract.figures.hedging import bound, bound_ends
from onrecord.extract.figures.lexicon import FigureLexicon
from onrecord.resources import open_library

LEXICON = FigureLexicon.of(open_library())
HEDGES = Path(__file__).parents[3] / "resources" / "hedges.en.toml"
EFFECTS = ["none", "floor", "above", "ceiling", "below", "spread"]
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int, *, joint: str = "") -> str:
    """Write a number below a million in words: British with "and", American without."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens] + (f"-{SMALL[ones]}" if ones else "")
    base, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    many, rest = divmod(number, base)
    words = f"{in_words(many, joint=joint)} {name}"
    if not rest:
        return words
    link = f" {joint}" if joint and rest < 100 else ""
    return f"{words}{link} {in_words(rest, joint=joint)}"


def tokens(words: str) -> tuple[str, ...]:
    """Return words as the language engine cuts them."""
    return tuple(words.replace("-", " - ").split())


@given(st.integers(0, 999_999), st.sampled_from(["", "and"]))
def test_number_in_words_is_the_number(number: int, joint: str) -> None:
    """Any number below a million reads alike in words and in digits."""
    words = tokens(in_words(number, joint=joint))
    found = spelled(words, 0, LEXICON)
    assert found is not None
    assert (found.value, found.end) == (number, len(words))


@settings(max_examples=25, deadline=None)
@given(st.integers(21, 999_999))
def test_report_reads_words_and_digits_alike(number: int) -> None:
    """A report may write a count either way."""
    (digits,) = figures_in(f"Police held at least {number:,} people.")
    (words,) = figures_in(f"Police held at least {in_words(number)} people.")
    assert (digits.figure.low, digits.figure.high) == (words.figure.low, words.figure.high)


@given(st.integers(0, 10**9), st.sampled_from(EFFECTS))
def test_ends_are_in_order(number: int, effect: str) -> None:
    """ "Bounds in order": the least is never more than the most."""
    low, high = bound(number, effect)
    assert low is None or high is None or low <= high
    assert (low, high) != (None, None)


@given(st.integers(0, 10**9), st.sampled_from(["none", "floor", "ceiling", "spread"]))
def test_hedge_keeps_the_number_it_hedges(number: int, effect: str) -> None:
    """A hedge never makes a figure narrower than its plain meaning."""
    low, high = bound(number, effect)
    assert low is None or low <= number
    assert high is None or high >= number


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(EFFECTS))
def test_hedge_never_narrows_a_range(one: int, other: int, effect: str) -> None:
    """Of a range a hedge opens an end or leaves it."""
    low, high = sorted((one, other))
    if low == high:
        return
    found = bound_ends(low, high, effect)
    assert found is not None
    assert found[0] in {None, low}
    assert found[1] in {None, high}


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_spread_grows_with_the_number(one: int, other: int) -> None:
    """Of two rounded numbers the larger is not taken to be the smaller."""
    less, more = sorted((one, other))
    (low, high), (lower, higher) = bound(more, "spread"), bound(less, "spread")
    assert lower is not None
    assert low is not None
    assert higher is not None
    assert high is not None
    assert lower <= low
    assert higher <= high


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "at least 12 to - – a third of the half 40 % , . and or so more than $ million dozen "
            "twenty five between no one both people 1 300 2013 km ( ) from toll rose another in "
            "all but most 0 odd plus + ½ m bn".split()
        ),
        min_size=1,
        max_size=14,
    ).map(" ".join)
)
def test_reading_never_raises(text: str) -> None:
    """Odd text is not an error, and what is read stays inside it."""
    for one in figures_in(f"Police {text}"):
        assert one.figure.unit
        assert 0 <= one.phrase.start < one.phrase.end <= len(f"Police {text}")


def hedges() -> list[dict[str, str]]:
    """Return every row of the table of hedges."""
    table = tomllib.loads(HEDGES.read_text("utf-8"))
    return [*table["hedging"]["before"], *table["hedging"]["after"]]


@pytest.mark.parametrize("row", hedges(), ids=lambda row: row["words"])
def test_hedge_tells_why(row: dict[str, str]) -> None:
    """Each hedge says what it does, why, by which source, and how sure that is."""
    sources = tomllib.loads(HEDGES.read_text("utf-8"))["sources"]
    assert row["does"] in EFFECTS
    assert row["reason"]
    assert row["source"] in sources
    assert row["sure"] in {"certain", "likely", "doubtful"}


def test_no_hedge_is_listed_twice() -> None:
    """One row for each hedge before a number, one for each behind it."""
    table = tomllib.loads(HEDGES.read_text("utf-8"))["hedging"]
    for side in ("before", "after"):
        words = [row["words"] for row in table[side]]
        assert len(words) == len(set(words))
