"""The desk check of quotations."""

from __future__ import annotations

import pytest

from factories import a_report, read_story, the_kit
from onrecord.checks import quotations
from onrecord.model import Query, Severity
from onrecord.reading import read

BETWEEN = (
    "The fund was set up in 2019 after the flood. It was to pay for new houses, and the government "
    "put in four million dollars. A court is to look into its books in June, and the auditors have "
    "asked for more time, since the papers of two years were lost in a fire at the office of the "
    "fund. Nobody was hurt in that fire, and the police have said that its cause is not known, and "
    "that they will not look into it further."
)


def checked(text: str) -> tuple[Query, ...]:
    """Return what the check finds in a story."""
    report = a_report(text)
    return quotations.CHECK.run(report, read(report, the_kit()))


def test_quotation_left_open_breaks_its_sentence() -> None:
    """The reader cannot tell whose words he reads."""
    # given
    text = '"We could not see, Amina Sule said. She sells fish.\n\nThe market was closed.'
    # when
    (query,) = checked(text)
    # then
    assert query.severity is Severity.REFILE
    assert "“We could not see, Amina Sule said. She”" in query.message
    assert [span.of(text) for span in query.evidence] == ['"']
    assert [citation.sentence for citation in query.cited] == [1]


def test_warning_and_check_agree() -> None:
    """A reading warns of the mark that the check finds."""
    text = '"We could not see, Amina Sule said. She sells fish.\n\nThe market was closed.'
    warned = [one.span for one in read_story(text).warnings if one.code == "open-quotation"]
    assert warned == [query.evidence[0] for query in checked(text)]


def test_quotation_never_opened_breaks_its_sentence() -> None:
    """The other way round."""
    (query,) = checked('We heard two blasts," said Peter Lund, a guard. He hid.\n\nIt burned.')
    assert query.severity is Severity.REFILE
    assert query.message.endswith("closes a quotation that was not opened.")


def test_words_before_a_mark_are_those_of_its_paragraph() -> None:
    """What stands above is no part of the quotation."""
    (query,) = checked('Two died in Ora.\n\nWe heard two blasts," said Peter Lund. He hid.')
    assert "behind “We heard two blasts,” closes" in query.message


@pytest.mark.parametrize(
    "second",
    [
        '"We will not rest until every one of the workers is back home," said Lena Ortiz.',
        '"We will not rest until each one of the workers is back home," Lena Ortiz told them.',
    ],
)
def test_quotation_given_to_two_people_is_asked_about(second: str) -> None:
    """One of them did not say it."""
    first = '"We will not rest until every one of the workers is back home," said Daniel Brook.'
    (query,) = checked(f"{first}\n\nThe men were taken on Monday.\n\n{second}")
    assert query.severity is Severity.QUERY
    assert query.message == "Daniel Brook and Lena Ortiz are quoted with the same words."
    assert [citation.sentence for citation in query.cited] == [1, 3]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "“Not one cent of this money ever reached the people of the valley,” Ruth Dean said.",
            "“Not one dollar of that money has ever reached the people of this valley,” Dean said.",
        ),
        (
            '"The gunmen came over the wall and went from room to room," said Peter Lund.',
            '"The gunmen came over the fence and moved from room to room," Lund said.',
        ),
    ],
)
def test_sentence_in_two_wordings_is_asked_about(first: str, second: str) -> None:
    """Both stand in quotation marks, and only one was said."""
    (query,) = checked(f"{first}\n\n{BETWEEN}\n\n{second}")
    assert query.severity is Severity.QUERY
    assert query.message.endswith("is quoted with one sentence in two wordings.")


@pytest.mark.parametrize(
    "text",
    [
        (
            '"We will win," said Ruth Dean. "We will win in the north and we will win in the '
            'south."'
            f'\n\n{BETWEEN}\n\n"We will win in the east and in the west," Dean said.'
        ),
        (
            '"The bridge is gone and will not be rebuilt this year," mayor Lena Ortiz said.'
            f'\n\n{BETWEEN}\n\nOrtiz said the bridge "is gone and will not be rebuilt this year".'
        ),
        (
            '"We\'re not going to give up on the men who are missing," said Peter Lund.'
            f'\n\n{BETWEEN}\n\n"We are not going to give up on the men who are missing," Lund said.'
        ),
        (
            'Daniel Brook and Lena Ortiz wrote that "the talks have to start again before June".'
            '\n\n"The talks have to start again before June," Brook said.'
        ),
        '"God is great," shouted Ali Saleh. "God is great," shouted Karim Daoud.',
        (
            '"They told us that the road to the mine was safe," said Ali Saleh.'
            f'\n\n{BETWEEN}\n\n"They told us that the road to the [mine] is safe," Saleh said.'
        ),
        (
            '"He said ‘the road to the mine is safe at night’ and left," said Ali Saleh.'
            '\n\n"The road to the mine is safe at night," said Karim Daoud.'
        ),
    ],
)
def test_what_people_may_well_say_twice_is_left_alone(text: str) -> None:
    """Set phrases, parts of a sentence, short forms, joint letters, brackets, quoted quotations."""
    assert checked(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        '"I am glad to see you, too "... The guard smiled.\n\nThey left at noon.',
        '"We heard two blasts ". The guard hid.\n\nThey left at noon.',
        '"We heard two blasts ", said Peter Lund, a guard.\n\nThey left at noon.',
    ],
)
def test_blank_before_a_closing_mark_does_not_make_it_open(text: str) -> None:
    """It slipped in; the full stop or comma behind tells."""
    assert checked(text) == ()


def test_ellipsis_that_a_quotation_begins_with_does_not_close_it() -> None:
    """A word stands right behind its points."""
    (query,) = checked('It ended "...we heard two blasts, Amina Sule said. She hid.\n\nIt burned.')
    assert "opened and not closed" in query.message


WORDS = "“the guards of this port have never once done their duty”"


@pytest.mark.parametrize(
    "answer",
    [
        f"Paul Denby disavowed remarks by an aide who said {WORDS} at a meeting.",
        f"Paul Denby apologised on Friday and said the line that {WORDS} was wrong.",
        f"Paul Denby, responding to the claim, said that {WORDS} was an insult.",
    ],
)
def test_who_answers_words_is_not_quoted_with_them(answer: str) -> None:
    """The report gives them to another, and he distances himself."""
    text = f"{answer}\n\nRita Lang said on Monday that {WORDS} and left."
    assert checked(text) == ()


def test_two_people_who_just_say_it_are_asked_about() -> None:
    """Nothing tells that one answers the other."""
    text = f"Paul Denby said that {WORDS} in May.\n\nRita Lang said on Monday that {WORDS}."
    (query,) = checked(text)
    assert "quoted with the same words" in query.message
