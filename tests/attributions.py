"""Who says what in a few sentences, for tests: attributions as their words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factories import a_report, analysed
from onrecord.extract import attribution
from onrecord.model import Attribution, Stance
from onrecord.resources import open_library

if TYPE_CHECKING:
    from onrecord.registry import MentionReader


class Said(NamedTuple):
    """One attribution in words; parts of a content are joined by " | "."""

    source: str
    cue: str
    content: str
    stance: Stance


@cache
def reader() -> MentionReader:
    """Return the reader of attributions with the data that ships."""
    return attribution.EXTRACTOR.build(open_library())


def attributions_in(text: str) -> tuple[Attribution, ...]:
    """Return the attributions of a report, in reading order."""
    found = reader()(a_report(text), analysed(text))
    return tuple(one for one in found if isinstance(one, Attribution))


def in_words(text: str, one: Attribution) -> Said:
    """Return an attribution as its words."""
    parts = (" | ".join(span.of(text) for span in spans) for spans in (one.source, one.cue))
    source, cue = parts
    return Said(source, cue, " | ".join(span.of(text) for span in one.content), one.stance)


def said_in(text: str) -> list[Said]:
    """Return the attributions of a report as their words, in reading order."""
    return [in_words(text, one) for one in attributions_in(text)]


def the_attribution(text: str) -> Attribution:
    """Return the only attribution of a report."""
    (one,) = attributions_in(text)
    return one


def said_by(text: str, name: str) -> Attribution:
    """Return the first attribution of a source of this name."""
    return next(one for one in attributions_in(text) if one.source_name == name)
