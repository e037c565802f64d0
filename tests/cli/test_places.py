"""`onrecord places`: what it takes, and what it prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from factories import the_kit
from onrecord.cli.main import onrecord
from onrecord.desk import Desk
from onrecord.errors import FetchError

WORDS = "A bomb went off in Kirkuk on Monday."


@pytest.fixture(autouse=True)
def _one_kit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with the kit that all tests share: loading one takes seconds."""
    monkeypatch.setattr(Desk, "kit", property(lambda _desk: the_kit()))


def printed(*arguments: str, given: str | None = None) -> str:
    """Return what the command prints."""
    done = CliRunner().invoke(onrecord, ["places", *arguments], input=given)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_words_file_and_standard_input_give_the_same(tmp_path: Path) -> None:
    """One way or another, Kirkuk is found."""
    file = tmp_path / "story.txt"
    file.write_text(WORDS, "utf-8")
    shown = printed(WORDS, "--width", "100")
    assert shown.startswith("Kirkuk  [sentence 1, location]\n    chosen: ")
    assert printed(str(file), "--width", "100") == shown
    assert printed("-", "--width", "100", given=WORDS) == shown


def test_json_is_one_array() -> None:
    """For programs."""
    (place,) = json.loads(printed(WORDS, "--json"))
    assert place["text"] == "Kirkuk"
    assert place["place"]["country"] == "IQ"
    assert place["candidates"][0]["score"] > 0


def test_file_that_is_not_there_is_an_error() -> None:
    """And not the text of a report."""
    done = CliRunner().invoke(onrecord, ["places", "no-such-story.txt"])
    assert isinstance(done.exception, FetchError)
    assert "no-such-story.txt" in str(done.exception)
