"""The page for a terminal: coloured where that is wanted, in brackets where it is not.

In brackets "[S2 police]" is the source of voice 2, "[C2 said]" its cue, "[2 that ...]" its content.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from onrecord.registry import ReadReport, View, ViewOptions
from onrecord.views.reading_page.marking import MarkedSentence, Role, Run, marked

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST = 20

_STYLES = {Role.SOURCE: "bold cyan", Role.CUE: "bold yellow", Role.CONTENT: "green"}
_LETTERS = {Role.SOURCE: "S", Role.CUE: "C", Role.CONTENT: ""}
_NUMBER_WIDTH = 6


def render(read: ReadReport, options: ViewOptions) -> str:
    """Return the sentences of a report, marked, each with the voices in it."""
    from rich.console import Console  # noqa: PLC0415 - only who shows a page pays for it

    out = StringIO()
    console = Console(
        file=out,
        width=max(options.width, NARROWEST),
        force_terminal=options.colour,
        color_system="standard" if options.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for sentence in marked(*read):
        _show(console, sentence, colour=options.colour)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _show(console: Console, sentence: MarkedSentence, *, colour: bool) -> None:
    from rich.padding import Padding  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    words = Text()
    for run in sentence.runs:
        words.append(_words(run, colour=colour), _STYLES.get(run.role, "") if colour else "")
    table = Table.grid(padding=(0, 1))
    table.add_column(width=_NUMBER_WIDTH - 1, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_row(f"[{sentence.number}]", words)
    console.print(table)
    for voice in sentence.voices:
        told = f"{voice.number}: {voice.chain}: {voice.deed} ({'; '.join(voice.remarks)})"
        style = "dim" if colour else ""
        console.print(Padding(Text(told, style), (0, 0, 0, _NUMBER_WIDTH + 2)))
    console.print()


def _words(run: Run, *, colour: bool) -> str:
    text = " ".join(run.text.split("\n"))
    if run.voice is None or not text.strip():
        return text
    if colour:
        return text
    bare = text.strip()
    before, after = text[: text.index(bare)], text[text.index(bare) + len(bare) :]
    return f"{before}[{_LETTERS[run.role]}{run.voice} {bare}]{after}"


PAGE = View(name="terminal", media_type="text/plain", render=render)
