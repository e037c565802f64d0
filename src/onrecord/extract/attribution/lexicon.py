"""The lexica of attribution, arranged for looking up the words of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.model import Certainty, SourceClass, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.resources import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class CueKind:
    """What a cue verb does.

    Attributes:
        stance: What its source does.
        certainty: How firmly the source commits itself, if the content does not say otherwise.
        frame: What content looks like: clause, noun, clause-or-noun, infinitive.
        objects: Objects of which it needs one to be a cue; empty where it needs none.
    """

    stance: Stance
    certainty: Certainty
    frame: str
    objects: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLexicon:
    """Cue words and the words of sources.

    Attributes:
        verbs: What a verb does, by its lemma; the first that fits its frame counts.
        words: The other lists of `cues.en`, by section and name.
        non_answers: The lists of `nonanswers.en`, by section and name.
        classes: Kind of voice, by the noun that heads a source.
        agencies: Names of news agencies and other media, as written.
        groups: Names of armed groups, as written.
    """

    verbs: Mapping[str, tuple[CueKind, ...]]
    words: Mapping[str, frozenset[str]]
    non_answers: Mapping[str, frozenset[str]]
    classes: Mapping[str, SourceClass]
    agencies: frozenset[str]
    groups: frozenset[str]

    @classmethod
    def of(cls, library: Library) -> CueLexicon:
        """Arrange the lexica."""
        cues = library.lexicon("cues.en").entries
        verbs: dict[str, tuple[CueKind, ...]] = {}
        for row in cues["cue"]:
            kind = CueKind(
                stance=Stance(row["stance"]),
                certainty=Certainty(row["certainty"]),
                frame=row["frame"],
                objects=frozenset(row.get("objects", ())),
            )
            for verb in row["verbs"]:
                verbs[verb] = (*verbs.get(verb, ()), kind)
        sources = library.lexicon("sources.en").entries["classes"]
        return cls(
            verbs=verbs,
            words=_lists({name: lists for name, lists in cues.items() if name != "cue"}),
            non_answers=_lists(library.lexicon("nonanswers.en").entries),
            classes={
                noun: SourceClass(kind.replace("_", " "))
                for kind, nouns in sources.items()
                for noun in nouns
            },
            agencies=_names(library.lexicon("news-agencies").entries),
            groups=_names(library.lexicon("armed-groups").entries),
        )


def _lists(entries: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {
        f"{section}.{name}": frozenset(words)
        for section, lists in entries.items()
        for name, words in lists.items()
    }


def _names(entries: Mapping[str, Any]) -> frozenset[str]:
    """Return all names and aliases in a table of bodies."""
    found: set[str] = set()

    def gather(item: Any) -> None:  # noqa: ANN401 - any part of a table
        if isinstance(item, dict):
            for key in ("name", "aliases", "names"):
                words = item.get(key, ())
                found.update([words] if isinstance(words, str) else words)
            for inner in item.values():
                if isinstance(inner, (dict, list)):
                    gather(inner)
        elif isinstance(item, list):
            for inner in item:
                if isinstance(inner, dict):
                    gather(inner)

    gather(entries)
    return frozenset(found)
