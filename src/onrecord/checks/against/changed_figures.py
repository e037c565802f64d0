"""Figures that changed between two versions without a word.

Compared are the figures of a sentence that stands in both versions, by what they count or measure,
and the figures of one slot and one people ("killed", "Japanese") wherever they stand. A change is
explained by a word of revision that the older version had not ("rose", "now", "up from") in the new
figure's sentence or a new sentence beside it, by a notice of correction, by a new source, or where
the older number is still told. A figure made more precise ("dozens" to "36") is none.

Known limits: figures that are no figures to the reader (dates, ages, scores) are left alone; of
several figures of one kind in one sentence none is compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.checks._measures import number
from onrecord.checks.against._versions import Versions, cited_in, stem, words_of
from onrecord.model import Bearing, Figure, Query, Severity, Standing
from onrecord.registry import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.checks.against._versions import Sentence
    from onrecord.model import Claim, FigureMention, Reading, Span
    from onrecord.registry import ReadReport

NAME = "changed-figures"

# A number one off, with another hedge, is the same said otherwise: "more than 20", "at least 21".
_SAME = 1.0

_NOTICE_WORDS = 25


def compare(older: ReadReport, newer: ReadReport) -> tuple[Query, ...]:
    """Return a result for each figure that the newer version changed without a word."""
    versions = Versions.of(older, newer)
    if _has_notice(versions):
        return ()
    found = list(_in_sentences(versions))
    for query in _in_slots(versions):
        if not any(_is_of(query, other) for other in found):
            found.append(query)
    return tuple(sorted(found, key=lambda query: query.evidence))


def _is_of(query: Query, other: Query) -> bool:
    return any(one.overlaps(two) for one in query.evidence for two in other.evidence) or any(
        one.overlaps(two) for one in query.before for two in other.before
    )


def _in_sentences(versions: Versions) -> Iterator[Query]:
    """Yield the figures changed in sentences that stand in both versions."""
    for pair in versions.pairs:
        old = _by_kind(versions.older, pair.old)
        new = _by_kind(versions.newer, pair.new)
        for kind in old.keys() & new.keys():
            (was, *others), (now, *more) = old[kind], new[kind]
            if others or more or not _is_changed(was.figure, now.figure):
                continue
            if not _is_explained(versions, pair.new, was.figure):
                yield _query(versions, (was.phrase, was.figure), (now.phrase, now.figure))


def _by_kind(read: ReadReport, sentence: Sentence) -> Mapping[object, list[FigureMention]]:
    """Return the figures of a sentence by what they count."""
    found: dict[object, list[FigureMention]] = defaultdict(list)
    for mention in read.reading.mentions.figures:
        if sentence.span.overlaps(mention.span) and mention.figure.bearing is not Bearing.FORMER:
            found[_kind(read, mention)].append(mention)
    return found


def _kind(read: ReadReport, mention: FigureMention) -> object:
    figure, people = mention.figure, mention.figure.population
    if mention.quantity is not None or people is None:
        return figure.unit, mention.restates is not None
    words = [stem(word) for word in people.words.lower().split() if word.isalpha()]
    before = read.report.text[: mention.phrase.start].split()[-1:]
    # "Killing 12" and "wounding 12" count no noun; the verb before them tells them apart.
    return figure.unit, tuple(words[-1:]) or tuple(stem(word.lower()) for word in before)


def _in_slots(versions: Versions) -> Iterator[Query]:
    """Yield the figures of one slot and people that contradict all of the older version's."""
    old, new = _by_slot(versions.older.reading), _by_slot(versions.newer.reading)
    for slot in old:
        for was in old[slot]:
            if any(_agree(was, now) for now in new.get(slot, ())):
                continue
            changed = [
                now
                for now in new.get(slot, ())
                if not any(_agree(now, other) for other in old[slot])
            ]
            if changed and not _is_told(versions, changed[0], was):
                yield _slot_query(versions, was, changed[0])
                break


def _by_slot(reading: Reading) -> Mapping[object, list[Claim]]:
    found: dict[object, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        value = claim.value
        is_figure = isinstance(value, Figure) and value.bearing is not Bearing.FORMER
        if is_figure and claim.standing is Standing.INCIDENT and not claim.negated:
            people = value.population if isinstance(value, Figure) else None
            who = people and (people.nationality, people.role, people.sex, people.age)
            found[claim.slot, who].append(claim)
    return found


def _agree(one: Claim, other: Claim) -> bool:
    left, right = one.value, other.value
    if not isinstance(left, Figure) or not isinstance(right, Figure):
        return True
    below = left.high is not None and right.low is not None and left.high < right.low
    above = left.low is not None and right.high is not None and left.low > right.high
    return not (below or above)


def _is_told(versions: Versions, now: Claim, was: Claim) -> bool:
    sentence = versions.new_at(now.evidence)
    figure = was.value
    if sentence is None or not isinstance(figure, Figure):
        return True
    return _is_explained(versions, sentence, figure) or _has_new_source(now, was)


def _has_new_source(now: Claim, was: Claim) -> bool:
    """Say whether somebody else is named for the new figure."""
    names = [one.attribution and one.attribution.source_name for one in (now, was)]
    return names[0] is not None and names[0] != names[1]


def _slot_query(versions: Versions, was: Claim, now: Claim) -> Query:
    old, new = was.value, now.value
    if not isinstance(old, Figure) or not isinstance(new, Figure):  # pragma: no cover - by slot
        raise TypeError("figures are compared with figures")
    return _query(versions, (was.evidence, old), (now.evidence, new))


def _is_changed(was: Figure, now: Figure) -> bool:
    """Say whether the number itself is another, not only said more or less exactly."""
    if abs(_core(was) - _core(now)) <= (_SAME if was.hedge != now.hedge else 0.0):
        return False
    return not (_is_rough(was) and _is_within(now, was)) and not (
        _is_rough(now) and _is_within(was, now)
    )


def _is_rough(figure: Figure) -> bool:
    """Say whether a figure is a rounding or a word for many, which an exact one may replace."""
    is_open = None in (figure.low, figure.high)
    return figure.low != figure.high and (not is_open or not figure.hedge)


def _core(figure: Figure) -> float:
    """Return the number a figure is built on."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / len(ends)


def _is_within(inner: Figure, outer: Figure) -> bool:
    low, high = outer.low, outer.high
    fits_low = low is None or (inner.low is not None and inner.low >= low)
    return fits_low and (high is None or (inner.high is not None and inner.high <= high))


def _is_explained(versions: Versions, sentence: Sentence, was: Figure) -> bool:
    """Say whether the new version tells in or beside a sentence why its figure changed."""
    partner = versions.partner(sentence)
    known = set(partner.texts) if partner else set()
    if set(sentence.texts) & words_of("revision", "words") - known:
        return True
    beside = versions.fresh(sentence)
    if any(set(one.texts) & words_of("revision", "words") for one in beside):
        return True
    told = versions.newer.report.text.lower()
    before = versions.older.report.text.lower()
    phrases = words_of("revision", "phrases")
    if any(phrase in told and phrase not in before for phrase in phrases):
        return True
    # The older number is told beside the new one: whoever reads it sees the change.
    return number(_core(was)) in sentence.texts


def _has_notice(versions: Versions) -> bool:
    """Say whether the new version opens or ends with a notice of what it corrects."""
    text = versions.newer.report.text.lower()
    words = text.split()
    edges = " ".join([*words[:_NOTICE_WORDS], "|", *words[-_NOTICE_WORDS:]])
    notices = "|".join(re.escape(one) for one in sorted(words_of("revision", "notices")))
    return re.search(rf"[(|\[]\s*(?:{notices})\b|\b(?:{notices})[-:]", edges) is not None


def _query(versions: Versions, was: tuple[Span, Figure], now: tuple[Span, Figure]) -> Query:
    old = " ".join(was[0].of(versions.older.report.text).split())
    new = " ".join(now[0].of(versions.newer.report.text).split())
    return Query(
        check=NAME,
        severity=Severity.QUERY,
        message=f"“{old}” became “{new}”, and no word says why.",
        suggestion="Ask which figure stands; if it was revised, say so and by whom.",
        evidence=(now[0],),
        cited=cited_in(versions.new, (now[0],)),
        before=(was[0],),
    )


COMPARISON = Comparison(
    name=NAME,
    summary="No figure of the older version is another in the newer one without a word of why.",
    run=compare,
)
"""Its row in the table of comparisons."""
