"""Reading one report, and many.

Many are read in batches, since the language engine is faster so. A report that cannot be read
becomes a `Failure` and the others are read: this is the one place that catches whatever a stage may
raise.
"""

from __future__ import annotations

import logging
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from onrecord.errors import UnsupportedLanguageError
from onrecord.language import LANGUAGES, identify
from onrecord.model import (
    Analysis,
    Attribution,
    DemonymMention,
    EntityMention,
    EventMention,
    Failure,
    FigureMention,
    IncidentMention,
    Mention,
    Mentions,
    PlaceMention,
    Reading,
    Report,
    TimeMention,
)
from onrecord.reading.oddities import oddities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from onrecord.reading.kit import Kit

Result = TypeVar("Result")

_LOG = logging.getLogger(__name__)

# Reports analysed at once: enough to fill the engine's batches, few enough to keep memory flat.
BATCH = 16

# Reports read at once: one runs its networks while another holds the interpreter.
READERS = 2


def read(report: Report, kit: Kit) -> Reading:
    """Read one report.

    Raises:
        UnsupportedLanguageError: It is in a language we have no reader for.
    """
    _check_language(report)
    (analysis,) = kit.analyser.analyse([report])
    return _reading(report, analysis, kit)


def read_all(reports: Iterable[Report], kit: Kit) -> Iterator[tuple[Report, Reading | Failure]]:
    """Read many reports, in order; each comes with its reading, or with why there is none.

    Two of a batch are read at once, and the next batch is analysed beside them: the networks of the
    readers leave the interpreter to others while they run.
    """
    waiting = iter(reports)
    with (
        ThreadPoolExecutor(max_workers=1, thread_name_prefix="analysis") as beside,
        ThreadPoolExecutor(max_workers=READERS, thread_name_prefix="reading") as readers,
    ):
        ahead: deque[Future[_Batch]] = deque()
        while batch := list(islice(waiting, BATCH)):
            ahead.append(beside.submit(_analysed, batch, kit))
            if len(ahead) > 1:
                yield from _read_batch(ahead.popleft().result(), kit, readers)
        while ahead:
            yield from _read_batch(ahead.popleft().result(), kit, readers)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some reports with their grammar.

    Attributes:
        reports: The reports.
        refusals: For each, why it is not read; None where it is.
        analyses: For each, its grammar; None where it is not read, and if the engine failed on any.
    """

    reports: list[Report]
    refusals: list[Failure | None]
    analyses: list[Analysis | None]


def _analysed(batch: list[Report], kit: Kit) -> _Batch:
    """Analyse some reports at once."""
    refusals = [_guarded(report, partial(_check_language, report)) for report in batch]
    readable = [report for report, refusal in zip(batch, refusals, strict=True) if refusal is None]
    analyses = _guarded(batch[0], lambda: list(kit.analyser.analyse(readable)))
    found = iter(() if isinstance(analyses, Failure) else analyses)
    each = [next(found, None) if refusal is None else None for refusal in refusals]
    return _Batch(batch, refusals, each)


def _read_batch(
    batch: _Batch, kit: Kit, readers: ThreadPoolExecutor
) -> Iterator[tuple[Report, Reading | Failure]]:
    """Read analysed reports, some at once; if the engine failed on any of them, each by itself."""
    outcomes = readers.map(partial(_outcome, kit), batch.reports, batch.refusals, batch.analyses)
    yield from zip(batch.reports, outcomes, strict=True)


def _outcome(
    kit: Kit, report: Report, refusal: Failure | None, analysis: Analysis | None
) -> Reading | Failure:
    if refusal is not None:
        return refusal
    if analysis is None:
        _LOG.warning("the batch of %s failed; it is read alone", report.origin)
        return _guarded(report, partial(read, report, kit))
    return _guarded(report, partial(_reading, report, analysis, kit))


def _guarded(report: Report, action: Callable[[], Result]) -> Result | Failure:
    """Return what an action returns, or as a `Failure` what it raises."""
    try:
        return action()
    except Exception as error:  # noqa: BLE001 - the batch edge: one bad report costs only itself
        return Failure(origin=report.origin, error=type(error).__name__, message=str(error))


def _check_language(report: Report) -> None:
    language = identify(report.body.of(report.text))
    if language is not None and language not in LANGUAGES:
        raise UnsupportedLanguageError(report.origin, language, LANGUAGES)


def _reading(report: Report, analysis: Analysis, kit: Kit) -> Reading:
    mentions = _by_kind([one for _, reader in kit.readers for one in reader(report, analysis)])
    return Reading(
        report_id=report.report_id,
        sentences=tuple(sentence.span for sentence in analysis.sentences),
        mentions=mentions,
        claims=kit.claims(report, analysis, mentions),
        warnings=oddities(report),
        kit=kit.fingerprint,
    )


def _by_kind(mentions: list[Mention]) -> Mentions:
    ordered = sorted(mentions, key=lambda mention: mention.span)
    return Mentions(
        attributions=tuple(one for one in ordered if isinstance(one, Attribution)),
        demonyms=tuple(one for one in ordered if isinstance(one, DemonymMention)),
        entities=tuple(one for one in ordered if isinstance(one, EntityMention)),
        events=tuple(one for one in ordered if isinstance(one, EventMention)),
        figures=tuple(one for one in ordered if isinstance(one, FigureMention)),
        incidents=tuple(one for one in ordered if isinstance(one, IncidentMention)),
        places=tuple(one for one in ordered if isinstance(one, PlaceMention)),
        times=tuple(one for one in ordered if isinstance(one, TimeMention)),
    )
