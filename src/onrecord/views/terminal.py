"""A record for a terminal: wrapped at any width, with hanging indents; colour only if asked for.

Widths are counted in columns, so wide characters and accents wrap where they should. A word is
broken only if it is longer than a line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING

from onrecord.model import Severity
from onrecord.registry import View, ViewOptions
from onrecord.views._outline import Check, Group, Line, marks, outline

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from onrecord.model import IncidentRecord

NARROWEST = 20

# From this width on, labels stand in a column of their own; below it, above their lines.
_TWO_COLUMNS = 56
_LABEL_COLUMNS = 20
_INDENT = 2

SEVERITY_STYLES = {
    Severity.CORRECT: "bold red",
    Severity.REFILE: "magenta",
    Severity.QUERY: "yellow",
    Severity.NOTE: "cyan",
    Severity.OK: "green",
}

# Stands for a blank at which no line may end, until lines are broken: the private use area holds no
# letters, and a no-break space would not do, as rich breaks at it.
_HARD_BLANK = "\ue000"

Piece = tuple[str, str]
"""Words and the style they stand in."""


def render(record: IncidentRecord, options: ViewOptions) -> str:
    """Return the record as lines no longer than the width, or than 20 columns if that is less."""
    shown = outline(record)
    page = Page.of(options)
    page.paragraph([(shown.title, "bold")])
    for facts in shown.header:
        page.blank()
        for fact in facts:
            page.labelled(fact.label, [[(fact.text, "")]])
    for section in shown.sections:
        page.heading(section.title)
        if section.lead:
            page.paragraph([(section.lead, "italic")], indent=_INDENT)
        for group in section.groups:
            _show_group(page, group, several=shown.several)
    if shown.checks:
        page.heading("Desk checks")
        for check in shown.checks:
            _show_check(page, check, several=shown.several)
    if options.evidence and shown.evidence:
        page.heading("Evidence")
        for one in shown.evidence:
            page.labelled(f"[{one.mark}]", [[(one.text, "")]], column=6)
    return page.text()


def _show_group(page: Page, group: Group, *, several: bool) -> None:
    lines = [_line(line, several=several) for line in group.lines]
    if group.label:
        page.labelled(group.label, lines)
        return
    for line in lines:
        page.paragraph(line, indent=_INDENT)


def _line(line: Line, *, several: bool) -> list[Piece]:
    pieces = [(line.text, ""), (marks(line.cited, several=several), "dim")]
    for place, remark in enumerate(line.remarks):
        pieces.append(("–" if place == 0 else ";", "dim"))
        pieces.append((remark.text, "cyan"))
        pieces.append((marks(remark.cited, several=several), "dim"))
    if line.note:
        pieces.append((f"({line.note})", "italic"))
    return pieces


def _show_check(page: Page, check: Check, *, several: bool) -> None:
    pieces = [(check.text, ""), (marks(check.cited, several=several), "dim")]
    if check.suggestion:
        pieces.append((check.suggestion, "italic"))
    page.labelled(check.label, [pieces], column=10, style=SEVERITY_STYLES[check.severity])


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Lines of a terminal, as they are laid out.

    Attributes:
        width: Columns of a line.
        console: What measures, wraps and colours.
        lines: The lines laid out so far.
    """

    width: int
    console: Console
    lines: list[Text] = field(default_factory=list)

    @classmethod
    def of(cls, options: ViewOptions) -> Page:
        """Return an empty page; nothing of the environment changes how it looks."""
        from rich.console import Console  # noqa: PLC0415 - heavy, and not every view needs it

        width = max(options.width, NARROWEST)
        console = Console(
            file=StringIO(),
            width=width,
            color_system="standard" if options.colour else None,
            force_terminal=options.colour,
            no_color=not options.colour,
            legacy_windows=False,
        )
        return cls(width=width, console=console)

    def blank(self) -> None:
        """Leave a line empty."""
        self._add([("", "")])

    def heading(self, title: str) -> None:
        """Start a section."""
        self.blank()
        self.paragraph([(title, "bold underline")])

    def paragraph(self, pieces: list[Piece], *, indent: int = 0) -> None:
        """Lay out one line of a brief, its continuation two columns further in."""
        hanging = indent + _INDENT
        for place, line in enumerate(self._wrapped(pieces, self.width - hanging)):
            self._add([(" " * (hanging if place else indent), "")], line)

    def labelled(
        self,
        label: str,
        lines: list[list[Piece]],
        *,
        column: int = _LABEL_COLUMNS,
        style: str = "bold",
    ) -> None:
        """Lay out lines under one label, beside it where there is room."""
        from rich.cells import cell_len  # noqa: PLC0415 - heavy, and not every view needs it

        beside = self.width >= _TWO_COLUMNS and cell_len(label) < column
        indent = _INDENT + column if beside else 2 * _INDENT
        if not beside:
            self.paragraph([(label, style)], indent=_INDENT)
        for place, pieces in enumerate(lines):
            for row, line in enumerate(self._wrapped(pieces, self.width - indent - _INDENT)):
                margin = " " * (indent + (_INDENT if row else 0))
                if beside and not place and not row:
                    shown = " " * _INDENT + label
                    self._add([(shown, style), (" " * (indent - cell_len(shown)), "")], line)
                else:
                    self._add([(margin, "")], line)

    def text(self) -> str:
        """Return the whole page."""
        for line in self.lines:
            line.rstrip()
            self.console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)
        file = self.console.file
        return file.getvalue() if isinstance(file, StringIO) else ""

    def _wrapped(self, pieces: list[Piece], width: int) -> list[Text]:
        from rich.text import Text  # noqa: PLC0415 - heavy, and not every view needs it

        text = Text()
        for words, style in pieces:
            if words:
                text.append(_glue(text.plain, words)).append(words, style=style)
        lines = list(text.wrap(self.console, max(width, 1), overflow="fold"))
        for line in lines:
            line.plain = line.plain.replace(_HARD_BLANK, " ")
        return lines

    def _add(self, margin: list[Piece], line: Text | None = None) -> None:
        from rich.text import Text  # noqa: PLC0415 - heavy, and not every view needs it

        whole = Text()
        for words, style in margin:
            whole.append(words, style=style)
        self.lines.append(whole if line is None else whole.append_text(line))


def _glue(before: str, words: str) -> str:
    """Return what stands between words and the next: citations stay with the word they follow."""
    if not before or words == ";":
        return ""
    return _HARD_BLANK if words.startswith("[") else " "


VIEW = View(name="terminal", media_type="text/plain", render=render)
