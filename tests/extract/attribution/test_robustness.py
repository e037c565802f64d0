"""No text raises, and every span of every attribution lies in it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attributions import attributions_in, said_in

WORDS = st.sampled_from(
    [
        *("Police said the that told according to quoted as saying it was unclear if".split()),
        *("claimed responsibility No group has yet without elaborating who which".split()),
        *("Reuters citing denied could not believed he by officials blamed on rebels".split()),
        *("calls went unanswered account 's SAID , . - ; ( ) \" “ ” '' 🙂 \x07".split()),
        "\n\n",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(WORDS, min_size=1, max_size=30))
def test_no_text_raises_and_all_spans_lie_in_it(words: list[str]) -> None:
    """Whatever the parser makes of it."""
    text = "x " + " ".join(words)
    for one in attributions_in(text):
        for part in (*one.source, *one.cue, *one.content, one.span):
            assert 0 <= part.start < part.end <= len(text)
        assert one not in one.chain()[1:]


@pytest.mark.parametrize(
    "text",
    [
        "Said.",
        "according to",
        "quoted as saying",
        "It was unclear",
        "POLICE SAID TWO MEN WERE KILLED IN THE RAID ON TUESDAY.",
        '"' * 40,
        "🙂 said 🙂 that 🙂.",
        "Police said " + "and they said " * 200 + "so.",
    ],
)
def test_odd_text_is_read_without_fuss(text: str) -> None:
    """Odd text is no error."""
    assert len(said_in(text)) <= 1 + text.lower().count("said")


def test_report_in_capitals_is_read_like_another() -> None:
    """Old wires are in capitals throughout."""
    text = "POLICE SAID TWO MEN WERE KILLED IN THE RAID. NO GROUP HAS CLAIMED RESPONSIBILITY."
    assert next(one.content for one in said_in(text)) == "TWO MEN WERE KILLED IN THE RAID"
