"""The file of settings: what it may say, and what it answers to a slip of the pen."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.checks.silence import Accepted
from onrecord.desk.settings import find_settings, read_settings
from onrecord.errors import SettingsError
from onrecord.model import Severity

KNOWN = ("names", "units", "weekday")


def written(folder: Path, text: str) -> Path:
    """Return a file of settings that says this."""
    file = folder / "onrecord.toml"
    file.write_text(text, "utf-8")
    return file


def test_settings_say_what_the_desk_wants(tmp_path: Path) -> None:
    """All that a file may say."""
    file = written(
        tmp_path,
        """
        [check]
        skip = ["weekday"]
        fail-on = "query"
        [check.severity]
        units = "note"
        [[check.accept]]
        check = "names"
        words = "JCG Corp"
        """,
    )
    settings = read_settings(file, KNOWN)
    assert settings.skip == {"weekday"}
    assert settings.ceilings == {"units": Severity.NOTE}
    assert settings.accepted == (Accepted(check="names", words="JCG Corp"),)
    assert settings.fail_on == "query"
    assert settings.origin == str(file)


@pytest.mark.parametrize("text", ["", "[check]", "# nothing"])
def test_settings_may_say_nothing(tmp_path: Path, text: str) -> None:
    """Then nothing is silenced."""
    settings = read_settings(written(tmp_path, text), KNOWN)
    assert (settings.skip, settings.accepted, settings.fail_on) == (frozenset(), (), None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[check]\nskip = ["weekdy"]', "Did you mean 'weekday'?"),
        ('[check]\nskip = "weekday"', "skip is no list"),
        ("[check]\nskip = [1]", "names no check: 1"),
        ('[check]\nskp = ["weekday"]', "Did you mean 'skip'?"),
        ("check = 1", "[check] is no table"),
        ('[chek]\nskip = ["units"]', "the file has no setting 'chek'. Did you mean 'check'?"),
        ('[check]\nfail-on = "error"', "fail-on cannot be 'error'"),
        ("[check]\nfail-on = []", "fail-on cannot be []"),
        ('[check.severity]\nunit = "note"', "Did you mean 'units'?"),
        ('[check.severity]\nunits = "notes"', "Did you mean 'note'?"),
        ('[check.severity]\nunits = "never"', "'never' is no severity"),
        ('[check.severity]\nunits = ["note"]', "is no severity"),
        ("[check]\nseverity = 3", "[check.severity] is no table"),
        ('[check]\naccept = ["x"]', "[[check.accept]] is no table"),
        ('[[check.accept]]\ncheck = "names"', "has no 'words'"),
        ('[[check.accept]]\ncheck = "names"\nwords = " "', "has no 'words'"),
        ('[[check.accept]]\nwords = "x"', "names no check: None"),
        ('[[check.accept]]\ncheck = "names"\nword = "x"', "Did you mean 'words'?"),
        ("[check\n", "it is not TOML"),
    ],
)
def test_slip_of_the_pen_is_an_error_with_its_cure(tmp_path: Path, text: str, words: str) -> None:
    """Never a check on or off unseen."""
    with pytest.raises(SettingsError) as caught:
        read_settings(written(tmp_path, text), KNOWN)
    assert words in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """One that the user named."""
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(tmp_path / "nowhere.toml", KNOWN)


def test_file_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    """TOML is UTF-8."""
    file = tmp_path / "onrecord.toml"
    file.write_bytes(b'[check]\nskip = ["\xe9"]')
    with pytest.raises(SettingsError, match="UTF-8"):
        read_settings(file, KNOWN)


def test_nearest_file_upwards_is_found(tmp_path: Path) -> None:
    """A desk has one file for all its folders, and a folder may have its own."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_settings(below) is None
    top = written(tmp_path, "")
    assert find_settings(below) == top
    own = written(below, "")
    assert find_settings(below) == own
