"""Paragraphs, however a text marks them."""

from __future__ import annotations

import pytest

from onrecord.wire.paragraphs import paragraphs


def parts(text: str) -> list[str]:
    """Return the words of the paragraphs, line breaks shown as strokes."""
    found = paragraphs(text, 0, len(text))
    return [paragraph.of(text).replace("\r", "").replace("\n", "|") for paragraph in found]


WRAPPED = """Gunmen on motorcycles attacked a village in the far north of the
country on Sunday and shot dead six people, the governor said. He
called for calm."""


def test_blank_line_parts_paragraphs() -> None:
    """The usual form."""
    assert parts("One came.\n\nTwo went.\n \t\n\nThree stayed.\n") == [
        "One came.",
        "Two went.",
        "Three stayed.",
    ]


@pytest.mark.parametrize("mark", ["\r\n\r\n", "\r\r", "\u2029\u2029", "\n \n"])
def test_any_line_break_counts(mark: str) -> None:
    """Line ends of all systems part paragraphs when doubled."""
    assert parts(f"One came.{mark}Two went.") == ["One came.", "Two went."]


def test_wrapped_lines_are_one_paragraph() -> None:
    """A line that ends in mid-sentence goes on in the next."""
    assert parts(WRAPPED) == [WRAPPED.replace("\n", "|")]


def test_long_lines_are_paragraphs_each() -> None:
    """Without blank lines, one line is one paragraph."""
    line = "Gunmen on motorcycles attacked a village in the north and shot dead six people, " * 2
    text = f"{line}he said.\n{line}she said.\nNobody else was hurt."
    assert len(parts(text)) == 3


def test_wrapped_paragraph_ends_where_the_next_word_would_have_fitted() -> None:
    """A short last line ends a paragraph although no blank line follows."""
    text = f"{WRAPPED}\n{WRAPPED}"
    assert parts(text) == [WRAPPED.replace("\n", "|")] * 2


def test_indented_line_starts_a_paragraph() -> None:
    """Typewriters indent instead of leaving a line blank."""
    first, *rest = WRAPPED.split("\n")
    block = "\n".join([f"   {first}", *rest])
    assert len(parts(f"{block}\n{block}")) == 2


def test_bullets_are_paragraphs() -> None:
    """Each item of a list stands alone."""
    assert parts("The toll so far\n- six dead in the north\n- two hurt in the south") == [
        "The toll so far",
        "- six dead in the north",
        "- two hurt in the south",
    ]
