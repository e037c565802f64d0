"""From the numbers of the trained reader to attributions, on numbers made by hand."""

from __future__ import annotations

import numpy as np

from onrecord.extract.attribution.learned import Possible, decoded, settled
from onrecord.extract.attribution.learned.features import CONTENT, CUE, OUTSIDE, SOURCE


def possible(roles: str, *, head: int, confidence: float = 0.9, first: int = 0) -> Possible:
    """Return a possible attribution whose words are surely these roles, a letter each."""
    of = {".": OUTSIDE, "s": SOURCE, "c": CUE, "x": CONTENT}
    rows = np.full((len(roles), 4), 0.01, np.float32)
    for row, letter in zip(rows, roles, strict=True):
        row[of[letter]] = 0.97
    return Possible(head=head, confidence=confidence, first=first, roles=rows)


def test_roles_become_ranges_of_the_report() -> None:
    """Counted from the first word looked at."""
    found = decoded(possible("ssc.xxx", head=12, first=10))
    assert (found.source, found.cue, found.content) == ((10, 12), (12, 13), ((14, 17),))


def test_head_belongs_to_its_cue_whatever_the_numbers_say() -> None:
    """Else there would be a cue without its verb."""
    assert decoded(possible("ss.xx", head=2)).cue == (2, 3)


def test_nobody_may_be_named() -> None:
    """An attribution without a source is one."""
    assert decoded(possible("cxxx", head=0)).source is None


def test_source_is_the_surest_run() -> None:
    """One source, not all that look like one."""
    assert decoded(possible("s.ssscxx", head=5)).source == (2, 5)


def test_unlikely_attributions_fall() -> None:
    """Below the least confidence nothing is read."""
    assert settled([possible("scxx", head=1, confidence=0.4)], least=0.5) == ()


def test_likelier_of_two_has_the_cue() -> None:
    """Two attributions never share the words of a cue."""
    one = possible("sccxx", head=1, confidence=0.9)
    other = possible("sccxx", head=2, confidence=0.6)
    (found,) = settled([other, one], least=0.5)
    assert found.head == 1


def test_words_of_content_are_given_once() -> None:
    """To the attribution that wants them more."""
    one = possible("scxxxx...", head=1, confidence=0.95)
    other = possible("...xxx.cs", head=7, confidence=0.6)
    first, *rest = settled([one, other], least=0.5)
    assert first.content == ((2, 6),)
    assert rest == []


def test_short_gap_in_a_content_is_closed() -> None:
    """A content is not torn for a word, but a comma keeps its parts apart."""
    torn = possible("scxx.xx", head=1)
    assert settled([torn], least=0.5)[0].content == ((2, 7),)
    assert settled([torn], least=0.5, marks={4})[0].content == ((2, 4), (5, 7))
