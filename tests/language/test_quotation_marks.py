"""Which quotation marks belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import a_report
from onrecord.language.quotation_marks import Marks, marks_of


def marks(text: str) -> Marks:
    """Return the marks of a text, its paragraphs parted by blank lines."""
    return marks_of(text, a_report(text).paragraphs)


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        (
            '"The road was full of smoke, Amina Sule said. She sells fish.\n\nIt was shut.',
            "The road",
        ),
        ("They “came from the river and left. Nobody was caught.\n\nTwo boats were found.", "came"),
        ('"We ran," said Lund. "Then it was over.\n\nThe plant was safe, it said.', "Then it"),
        ('"He said, "run," and I ran, she said.\n\nThe fire burned on.', "He said"),
        ("‘We ran and it was over, said the guard.\n\nThe plant closed.", "We ran"),
        ('"I do not know, he said.', "I do"),
        ("He called it “shameful. He said: “We will go.”\n\nThey went.", "shameful"),
    ],
)
def test_mark_that_nobody_closes_is_open(text: str, behind: str) -> None:
    """Its paragraph ends, and the next does not go on with it."""
    (mark,) = marks(text).open
    assert text[mark.end :].startswith(behind)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ('We heard two blasts," said Lund. He hid.\n\nThe plant closed.', "two blasts,"),
        ("The bridge is gone.” It fell.\n\nThe army came.", "is gone."),
    ],
)
def test_mark_that_nobody_opened_is_shut(text: str, before: str) -> None:
    """The quotation lost its start."""
    found = marks(text)
    (mark,) = found.shut
    assert text[: mark.start].endswith(before)
    assert found.open == ()


@pytest.mark.parametrize(
    "text",
    [
        '"We ran," he said. "It was over."',
        "“We have lost all,” she said. “My shop is gone.\n\n“I do not know,” she said.",
        'The man is 6\'2" tall. He has a 12" scar.\n\nHe was armed.',
        "He said: “I am like 6’2”,” and laughed.\n\nNobody else did.",
        "It wasn't over; the soldiers' camp burned. The '90s were worse.",
        "“He told me, ‘Go home,’ and I went,” she said. “That’s all.”",
        '"He told me, "Go home," and I went," she said.',
        "Sule said: “The road was closed.\n\nWe could not leave.”\n\nThe army denied it.",
        "«We ran», he said. »It was over», he added.",
        "The report says „so it goes“ and no more.\n\nIt ends.",
        "``We ran,'' he said.",
        "“It was a nightmare,’’ he said.\n\nHe left.",
        'The men were "armed" and they "fled towards the river"',
        'The army said: "We will look into it.',
        '"We ran and then it was over.',
        "“My hope is gone. “We can do no more. “It is late,” he said.",
        'A sign read "No entry"—it had been there for years.\n\nNobody minded.',
        'legislature, "if you say so,\n\nand if you do it again"',
        'They had 400 "wasp" bombs and a 12" pipe. A "guard" saw them.\n\nHe ran.',
        '"We hid," he said. "We ran over the fields. "Lund, a guard, saw them.\n\nHe left.',
        "We ran. We hid.” - Ana\n\nI saw it.” - Leo\n\nIt burned.” - Eva\n\nThat is all.",
        'Nothing was quoted: "".\n\nNothing at all.',
        'They said:"Come here" to him.\n\nHe came.',
    ],
)
def test_sound_marks_are_left_alone(text: str) -> None:
    """Long, nested, foreign and cut quotations, and what only looks like one."""
    found = marks(text)
    assert (found.open, found.shut) == ((), ())


def test_quotations_lie_between_their_marks() -> None:
    """Inner ones too, in reading order, each with its paragraph."""
    text = 'He left.\n\n"He told me, "Go home," and I went," she said. "That is all."'
    found = marks(text).quoted
    assert [one.span.of(text) for one in found] == [
        'He told me, "Go home," and I went,',
        "Go home,",
        "That is all.",
    ]
    assert {one.paragraph for one in found} == {1}


@given(st.lists(st.sampled_from([*"ab .,'\"“”‘’«»\n", "\n\n", "12", "We ", ", he said. "])))
def test_marks_lie_in_the_text_whatever_it_is(parts: list[str]) -> None:
    """No mark both opens and closes, and none is made up."""
    text = "x" + "".join(parts)
    found = marks(text)
    assert not set(found.open) & set(found.shut)
    assert all(mark.of(text) in "“”\"«»‘’‘‘’’''``" for mark in (*found.open, *found.shut))
    assert all(one.span.end < len(text) for one in found.quoted)
