"""Each view shows today what it showed when we last agreed on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.registry import RecordView, ViewOptions
from onrecord.views import VIEWS
from records import no_incident_record, rich_record

if TYPE_CHECKING:
    from conftest import Golden

SUFFIXES = {"terminal": "txt", "markdown": "md", "html": "html", "json": "json"}
RECORDS = {"rich": rich_record, "no-incident": no_incident_record}


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_view_matches_its_golden_file(view: RecordView, record: str, golden: Golden) -> None:
    """A record renders as agreed, with the sentences it cites."""
    text = view.render(RECORDS[record](), ViewOptions(evidence=True))
    golden.check(Path("views") / f"{record}.{SUFFIXES[view.name]}", text)


@pytest.mark.parametrize("width", [24, 60, 100])
def test_terminal_matches_its_golden_file_at_each_width(width: int, golden: Golden) -> None:
    """Narrow and wide terminals get the same words in other lines."""
    (view,) = (view for view in VIEWS if view.name == "terminal")
    text = view.render(rich_record(), ViewOptions(width=width))
    golden.check(Path("views") / f"rich-{width}.txt", text)


def test_coloured_terminal_matches_its_golden_file(golden: Golden) -> None:
    """Colour changes no letter; the file holds the escape sequences."""
    (view,) = (view for view in VIEWS if view.name == "terminal")
    text = view.render(rich_record(), ViewOptions(width=80, colour=True))
    golden.check(Path("views") / "rich-colour.ansi", text)
