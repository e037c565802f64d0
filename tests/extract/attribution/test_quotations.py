"""Quotations across sentences and paragraphs, and marks without a partner."""

from __future__ import annotations

import pytest

from attributions import attributions_in, said_in
from factories import analysed
from onrecord.extract.attribution.quotations import Quotations
from onrecord.model import Manner

QUOTED = [
    (
        '"They came at dawn. We ran into the bush," said Mariam Idrissa, 34, who fled.',
        '"They came at dawn. We ran into the bush,"',
    ),
    (
        '"We are burying the bodies," said Ahmed Musa. "Some were burned. We knew them all."',
        '"We are burying the bodies," | "Some were burned. We knew them all."',
    ),
    (
        '"We heard shots," a man who gave his name only as Karim told AFP. "Then it went quiet."',
        '"We heard shots," | "Then it went quiet."',
    ),
    (
        "“We will not negotiate with terrorists”, the prime minister told a news conference.",
        "“We will not negotiate with terrorists”",
    ),
    (
        'The colonel said: "We hold the bridge. The town is next."',
        '"We hold the bridge. The town is next."',
    ),
    (
        "''No ransom was paid,'' the official insisted.",
        "''No ransom was paid,''",
    ),
    (
        '"We were told to wait," the driver said.\n\n"Nobody came for us. We walked home."',
        '"We were told to wait,"',
    ),
    (
        'A nurse said: "It was dark. We had no water.\n\n"Then the soldiers came."',
        '"It was dark. We had no water. | "Then the soldiers came."',
    ),
]


@pytest.mark.parametrize(("text", "content"), QUOTED, ids=[case[0][:40] for case in QUOTED])
def test_quotation_is_read_whole_and_with_one_speaker(text: str, content: str) -> None:
    """From its first mark to its last, over sentences, and over a paragraph left open."""
    (one,) = attributions_in(text)
    assert " | ".join(part.of(text) for part in one.content) == content
    assert one.manner is Manner.DIRECT


def test_speaker_inside_a_quotation_is_not_made_a_source_by_a_pronoun() -> None:
    """Whom "they" and "I" stand for inside a quotation the report does not say."""
    text = '"It is a bomb, they told us to run, and I think it was," one woman said.'
    assert [one.source for one in said_in(text)] == ["one woman"]


@pytest.mark.parametrize(
    "text",
    [
        'The mayor said "the road was closed.',
        'closed" the mayor said.',
        '" said the mayor.',
        "The mayor said 'the road is 5\" wide' and left.",
        '""""""',
        '"A" "B" "C" said',
    ],
)
def test_mark_without_a_partner_breaks_nothing(text: str) -> None:
    """Every span lies in the text, whatever the marks."""
    for one in attributions_in(text):
        assert all(
            0 <= part.start < part.end <= len(text)
            for part in (*one.source, *one.cue, *one.content)
        )


def test_marks_are_paired_within_their_paragraph() -> None:
    """A mark forgotten in one paragraph does not turn the next one inside out."""
    text = 'He said "it was over.\n\nThe guard saw a "white van" leave.'
    analysis = analysed(text)
    quotations = Quotations.of(analysis)
    assert [analysis.span_of(*part).of(text) for part in quotations.parts] == ['"white van"']
