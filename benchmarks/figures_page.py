"""The page of measured figures in the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.tables import as_markdown, sources
from onrecord import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.tables import Measured

_PAGE = """# Figures

Written by `python -m benchmarks table --write`; do not edit. OnRecord {version}, kit `{kit}`.

{figures}
Percentages for attributions and templates, shares elsewhere, as each scorer gives them. A target is
what a later version is to reach. Attributions and incidents are read by rules and trained readers;
places are found by rules and chosen by fitted weights, each document's by weights that have not
seen it (docs/quality/places.md); the rest is read by rules alone. Each report still makes an
incident of its own, so grouping figures are those of no grouping at all. Speed is that of one
process of one thread on the machine that wrote this page, and beside it that of bare spaCy in the
same minutes; voices and transfer are our own texts (tests/quality).

## What was measured

{sources}
The data is not part of the repository. Predictions see of a document its name, its text and its
date (and the title, for incidents), never its answers.
"""


def write_page(page: Path, measured: list[Measured], kit: str) -> None:
    """Write the page; the old one stays whole until the new one is.

    Args:
        page: The file.
        measured: What was measured.
        kit: Fingerprint of the code and data that read.
    """
    text = _PAGE.format(
        version=__version__,
        kit=kit,
        figures=as_markdown(measured),
        sources=sources(measured),
    )
    waiting = page.with_name(page.name + ".part")
    waiting.write_text(text, "utf-8")
    waiting.replace(page)
