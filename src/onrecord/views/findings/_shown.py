"""What every view shows of findings, in words, before any of them lays it out.

Words of a report come as they are, blanks squeezed; making them safe to show is a view's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Report
    from onrecord.registry import CheckedReport, Result, Tally, ViewOptions

_GRAVEST_FIRST = tuple(Severity)

_COUNTED = {
    Severity.CORRECT: ("to correct", "to correct"),
    Severity.REFILE: ("to refile", "to refile"),
    Severity.QUERY: ("to ask about", "to ask about"),
    Severity.NOTE: ("note", "notes"),
    Severity.OK: ("checked and right", "checked and right"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A sentence that a finding is about, or a line outside all sentences: a headline, a credit.

    Attributes:
        number: Its number in its report, from 1; None for a line outside them.
        line: For such a line its number in the report's text, from 1; else None.
        span: Where it stands.
        runs: Its words, each run with whether the finding is about it.
        older: It is of the older of two versions.
    """

    number: int | None
    line: int | None
    span: Span
    runs: tuple[tuple[str, bool], ...]
    older: bool

    @property
    def mark(self) -> str:
        """Its number as it is cited: "7", "line 1", "old 7"."""
        number = f"line {self.line}" if self.number is None else str(self.number)
        return f"old {number}" if self.older else number

    def text(self, opening: str = "", closing: str = "") -> str:
        """Return its words, the marked ones between two signs."""
        return "".join(f"{opening}{run}{closing}" if about else run for run, about in self.runs)


def results_of(checked: CheckedReport, options: ViewOptions) -> tuple[Result, ...]:
    """Return the results to show, the gravest first, then by where they stand."""
    wanted = (
        result
        for result in checked.results
        if options.everything
        or (result.silenced is None and result.query.severity is not Severity.OK)
    )
    return tuple(sorted(wanted, key=_rank))


def quoted(checked: CheckedReport, result: Result) -> tuple[Quoted, ...]:
    """Return the sentences a finding is about: of the older version first, then of the newer."""
    query = result.query
    found: list[Quoted] = []
    if checked.older is not None:
        old = checked.older
        found += _quoted(old.report, old.reading.sentences, query.before, older=True)
    cited = frozenset(citation.sentence for citation in query.cited)
    sentences = checked.reading.sentences
    found += _quoted(checked.report, sentences, query.evidence, cited=cited)
    return tuple(found)


def name_of(checked: CheckedReport) -> str:
    """Return how a report is called: where it came from, and what it was compared with."""
    against = f" against {checked.older.report.origin}" if checked.older is not None else ""
    return checked.report.origin + against


def label_of(severity: Severity) -> str:
    """Return how a severity is called."""
    return "OK" if severity is Severity.OK else severity.value.capitalize()


def summary_of(tally: Tally) -> str:
    """Return in one line what all reports came to."""
    found = [
        f"{count} {_COUNTED[severity][count != 1]}"
        for severity, count in tally.found
        if count and severity is not Severity.OK
    ]
    nothing = ["nothing found"] if tally.reports > tally.failures else []
    parts = [", ".join(found)] if found else nothing
    right = dict(tally.found).get(Severity.OK, 0)
    parts += [f"{right} {_COUNTED[Severity.OK][0]}"] if right else []
    parts += [f"{tally.silenced} silenced"] if tally.silenced else []
    parts += [f"{tally.failures} not read"] if tally.failures else []
    reports = f"{tally.reports:,} report{'' if tally.reports == 1 else 's'}"
    return f"{reports}: {'; '.join(parts)}." if parts else "No report to check."


def _rank(result: Result) -> tuple[bool, int, int]:
    first = result.query.evidence[0].start if result.query.evidence else 0
    return result.silenced is not None, _GRAVEST_FIRST.index(result.query.severity), first


def _quoted(
    report: Report,
    sentences: Sequence[Span],
    words: Sequence[Span],
    *,
    cited: frozenset[int] = frozenset(),
    older: bool = False,
) -> Iterator[Quoted]:
    """Yield the lines outside all sentences, then the sentences, that hold words or are cited."""
    yield from _lines(report.text, sentences, words, older=older)
    for number, sentence in enumerate(sentences, start=1):
        inside = [span for span in words if span.overlaps(sentence)]
        if inside or number in cited:
            runs = tuple(_runs(report.text, sentence, inside))
            yield Quoted(number=number, line=None, span=sentence, runs=runs, older=older)


def _lines(
    text: str, sentences: Sequence[Span], words: Sequence[Span], *, older: bool
) -> Iterator[Quoted]:
    """Yield the lines that hold words outside all sentences."""
    outside = [span for span in words if not any(span.overlaps(one) for one in sentences)]
    shown: set[Span] = set()
    for span in outside:
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        line = Span(start, end if end >= 0 else len(text))
        if line not in shown:
            shown.add(line)
            inside = [one for one in outside if one.overlaps(line)]
            yield Quoted(
                number=None,
                line=text.count("\n", 0, start) + 1,
                span=line,
                runs=tuple(_runs(text, line, inside)),
                older=older,
            )


def _runs(text: str, sentence: Span, words: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Yield the words of a sentence, cut where those begin and end that a finding is about."""
    done = sentence.start
    for span in sorted(words):
        start, end = max(span.start, done), min(span.end, sentence.end)
        if start >= end:
            continue
        if start > done:
            yield _squeezed(text[done:start]), False
        yield _squeezed(text[start:end]), True
        done = end
    if done < sentence.end:
        yield _squeezed(text[done : sentence.end]), False


def _squeezed(text: str) -> str:
    """Return words with single blanks, those at their ends kept."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{inner}{' ' * text[-1].isspace()}"
