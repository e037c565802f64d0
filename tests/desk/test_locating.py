"""Where words stand in the file they came from."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import wire
from onrecord.desk.locating import Locator
from onrecord.model import Reading, Report
from onrecord.registry import FilePlace, ReadReport
from readings import a_reading, where

STORY = "Gunmen came to Kidal.\n\nThe hotel lies 120 km (90 miles) off.\nNobody was hurt there.\n"


def placed(file: Path, words: str) -> FilePlace:
    """Return where words of the one report of a file stand."""
    report = next(wire.read(file.read_bytes(), origin=str(file)))
    return Locator.of(_read(report)).place((where(report, words),))


def _read(report: Report) -> ReadReport:
    reading: Reading = a_reading(report)
    return ReadReport(report, replace(reading, sentences=report.paragraphs))


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        (STORY, "Gunmen", (1, 1)),
        (STORY, "120 km", (3, 16)),
        (STORY, "hurt", (4, 12)),
        (STORY.replace("\n", "\r\n"), "hurt", (4, 12)),
        (STORY.replace("\n", "\r"), "hurt", (4, 12)),
        (STORY.replace("Kidal", "Kidal (CQ)"), "120 km", (3, 16)),
        (STORY.replace("hotel", "hotel (CQ)"), "120 km", (3, 21)),
        (STORY.replace("hotel", "hôtel 🚨"), "120 km", (3, 18)),
        ("\ufeff" + STORY, "Gunmen", (1, 1)),
    ],
)
def test_words_of_plain_text_are_found(
    tmp_path: Path, text: str, words: str, place: tuple[int, int]
) -> None:
    """By line and column of the file as given, marks of the desk counted."""
    file = tmp_path / "story.txt"
    file.write_bytes(text.encode())
    assert placed(file, words) == FilePlace(str(file), *place)


def test_words_of_a_page_are_found_in_its_markup(tmp_path: Path) -> None:
    """Behind the first words of their sentence, whatever tags stand between."""
    file = tmp_path / "story.html"
    file.write_text(
        "<html><head><title>The hotel lies 120 km off</title></head>\n<body><article>\n"
        "<p>Gunmen came to the town of Kidal on Monday and burned 120 km of fences down.</p>\n"
        "<p>The <b>hotel</b> of Smith &amp; Sons lies about\n  120&nbsp;km <i>(90 miles)</i> off "
        "the road that leads to the north of the country.</p>\n</article></body></html>\n",
        "utf-8",
    )
    place = placed(file, "Smith & Sons")
    assert (place.line, place.column) == (4, 24)
    report = next(wire.read(file.read_bytes(), origin=str(file)))
    second = where(report, "120", after=report.text.index("Sons"))
    assert Locator.of(_read(report)).place((second,)) == FilePlace(str(file), 5, 3)


def test_line_of_a_batch_is_the_line(tmp_path: Path) -> None:
    """A report of a batch has one line of its file."""
    file = tmp_path / "batch.jsonl"
    file.write_text(json.dumps({"docid": "a", "text": STORY}) + "\n", "utf-8")
    report = wire.read_line(file.read_bytes(), origin=f"{file}:1")
    assert Locator.of(_read(report)).place((where(report, "hurt"),)) == FilePlace(str(file), 1, 1)


def test_standard_input_and_lost_files_have_no_line(tmp_path: Path) -> None:
    """What cannot be read again is not guessed at."""
    for origin in ("<stdin>", str(tmp_path / "gone.txt")):
        report = wire.story(STORY, origin=origin)
        place = Locator.of(_read(report)).place((where(report, "hurt"),))
        assert place == FilePlace(origin)


def test_finding_without_words_has_no_line(tmp_path: Path) -> None:
    """What is gone stands nowhere."""
    file = tmp_path / "story.txt"
    file.write_text(STORY, "utf-8")
    report = next(wire.read(file.read_bytes(), origin=str(file)))
    assert Locator.of(_read(report)).place(()) == FilePlace(str(file))
