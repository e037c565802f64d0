"""The desk checks reports, by itself and against older versions, and heeds the marks in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factories import the_kit
from onrecord.checks.silence import Settings
from onrecord.desk import Desk
from onrecord.desk.checking import NAMES, Orders
from onrecord.errors import EmptyReportError
from onrecord.model import Failure
from onrecord.registry import CheckedReport

WRONG = "The hotel in Kidal lies 120 km (90 miles) from Gao, the owner said.\n"
UNITS = Orders(names=frozenset({"units"}))


@pytest.fixture
def desk() -> Desk:
    """A desk with the kit that all tests share."""
    desk = Desk()
    desk._kit = the_kit()  # noqa: SLF001 - loading it anew would take two seconds a test
    return desk


def a_file(folder: Path, name: str, text: str) -> str:
    """Return the path of a file with this text."""
    file = folder / name
    file.write_text(text, "utf-8")
    return str(file)


def test_reports_come_out_in_order_beside_those_not_read(desk: Desk, tmp_path: Path) -> None:
    """One by one, so that memory stays flat."""
    files = [
        a_file(tmp_path, "a.txt", WRONG),
        a_file(tmp_path, "b.txt", ""),
        a_file(tmp_path, "c.txt", WRONG.replace("90", "75")),
    ]
    outcomes = list(desk.check(files, UNITS))
    checked = [one for one in outcomes if isinstance(one, CheckedReport)]
    failed = [one.origin for one in outcomes if isinstance(one, Failure)]
    assert [query.severity for one in checked for query in one.heard] == ["correct", "ok"]
    assert checked[0].results[0].at == (files[0], 1, 25)
    assert failed == [files[1]]


def test_only_the_checks_wanted_are_run(desk: Desk, tmp_path: Path) -> None:
    """The others find nothing."""
    orders = Orders(names=frozenset(NAMES) - {"units"})
    (checked,) = desk.check([a_file(tmp_path, "a.txt", WRONG)], orders)
    assert isinstance(checked, CheckedReport)
    assert "units" not in {result.query.check for result in checked.results}


def test_brief_heeds_the_marks_and_no_settings(desk: Desk, tmp_path: Path) -> None:
    """A brief says the same everywhere."""
    plain = desk.brief(desk.open(a_file(tmp_path, "a.txt", WRONG)))
    marked = desk.brief(desk.open(a_file(tmp_path, "b.txt", WRONG.replace("Gao", "Gao (CQ)"))))
    assert "units" in {query.check for query in plain.queries}
    assert "units" not in {query.check for query in marked.queries}


def test_new_version_is_checked_by_itself_too(desk: Desk, tmp_path: Path) -> None:
    """And what both find is silenced alike."""
    older = a_file(tmp_path, "old.txt", WRONG.replace("90", "75") + "At least 12 people died.\n")
    newer = a_file(tmp_path, "new.txt", WRONG + "12 people died.\n")
    names = frozenset({"units", "lost-hedges"})
    skipped = Settings(origin="onrecord.toml", skip=frozenset({"lost-hedges"}))
    found = desk.compare(older, newer, Orders(names=names)).results
    silenced = desk.compare(older, newer, Orders(names=names, settings=skipped)).results
    assert [one.query.check for one in found] == ["units", "lost-hedges"]
    assert [one.silenced is None for one in silenced] == [True, False]


def test_version_that_cannot_be_read_is_an_error(desk: Desk, tmp_path: Path) -> None:
    """There is nothing to compare."""
    with pytest.raises(EmptyReportError):
        desk.compare(a_file(tmp_path, "old.txt", ""), a_file(tmp_path, "new.txt", WRONG), UNITS)
