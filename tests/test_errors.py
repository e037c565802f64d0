"""Errors: one tree, messages with a cure, and a way through processes."""

from __future__ import annotations

import pickle

import pytest

from onrecord import errors

EXAMPLES = [
    errors.EmptyReportError("a.txt"),
    errors.BinaryInputError("a.txt"),
    errors.UnknownEncodingError("a.txt", ("UTF-8", "UTF-16")),
    errors.UnknownFormatError("a.txt", ("html", "text")),
    errors.OversizedReportError("a.txt", 50_000_000, 8_000_000, "bytes"),
    errors.BrokenRecordError("a.txt", "is not JSON"),
    errors.FetchError("a.txt", "there is no such file"),
    errors.UnsupportedLanguageError("a.txt", "es", ("en",)),
    errors.SettingsError("a.txt", "there is no check 'name'", "Did you mean 'names'?"),
    errors.ResourceError("a.txt", "is damaged"),
]


def classes(base: type[errors.OnRecordError]) -> set[type[errors.OnRecordError]]:
    """Return all classes below one."""
    below = set(base.__subclasses__())
    return below.union(*(classes(one) for one in below))


def test_every_error_has_an_example() -> None:
    """A new error joins the tests below."""
    leaves = {one for one in classes(errors.OnRecordError) if not one.__subclasses__()}
    assert leaves == {type(example) for example in EXAMPLES}


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_error_survives_pickling(error: errors.OnRecordError) -> None:
    """A worker process can hand it over with all its facts."""
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_message_names_the_input_and_ends_with_a_cure(error: errors.OnRecordError) -> None:
    """One line: what was wrong, where, and what to do."""
    message = str(error)
    assert "a.txt" in message
    assert message.count("\n") == 0
    assert message.endswith((".", "?"))
    assert message.count(". ") >= 1


@pytest.mark.parametrize("name", sorted(one.__name__ for one in classes(errors.OnRecordError)))
def test_tree_in_the_docstring_is_complete(name: str) -> None:
    """The module's docstring draws every class."""
    assert name in (errors.__doc__ or "")
