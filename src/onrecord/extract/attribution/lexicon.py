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
        frame: What content looks like: clause, noun, clause-or-noun, infinitive, order, naming,
            phrase.
        objects: Objects of which it needs one to be a cue; empty where it needs none.
        subjects: Kinds of voice of which its source must be one; empty where any will do.
        words: Prepositions that bring its content, for the frame "phrase".
    """

    stance: Stance
    certainty: Certainty
    frame: str
    objects: frozenset[str] = frozenset()
    subjects: frozenset[SourceClass] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLexicon:
    """Cue words and the words of sources.

    Attributes:
        verbs: What a verb does, by its lemma; the first that fits its frame counts.
        words: The other lists of `cues.en`, by section and name.
        non_answers: The lists of `nonanswers.en`, by section and name.
        classes: Kind of voice, by the noun that heads a source.
        agencies: Names of news agencies and other media, in small letters.
        agency_words: Those of them that are one word, as written.
        groups: Names of armed groups, in small letters.
    """

    verbs: Mapping[str, tuple[CueKind, ...]]
    words: Mapping[str, frozenset[str]]
    non_answers: Mapping[str, frozenset[str]]
    classes: Mapping[str, SourceClass]
    agencies: frozenset[str]
    agency_words: frozenset[str]
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
                subjects=frozenset(SourceClass(name) for name in row.get("subjects", ())),
                words=frozenset(row.get("words", ())),
            )
            for verb in row["verbs"]:
                verbs[verb] = (*verbs.get(verb, ()), kind)
        agencies = _names(library.lexicon("news-agencies").entries)
        voices = library.lexicon("sources.en").entries
        return cls(
            verbs=verbs,
            words=_lists({name: lists for name, lists in cues.items() if name != "cue"})
            | _lists({name: voices[name] for name in ("people", "party")}),
            non_answers=_lists(library.lexicon("nonanswers.en").entries),
            classes={
                noun: SourceClass(kind.replace("_", " "))
                for kind, nouns in voices["classes"].items()
                for noun in nouns
            },
            agencies=frozenset(_folded(name) for name in agencies),
            agency_words=frozenset(name for name in agencies if " " not in name),
            groups=frozenset(
                _folded(name) for name in _names(library.lexicon("armed-groups").entries)
            ),
        )


def _lists(entries: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {
        f"{section}.{name}": frozenset(words)
        for section, lists in entries.items()
        for name, words in lists.items()
    }


def _folded(name: str) -> str:
    """Return a name as it is looked up: small letters, no hyphens, no article."""
    return name.casefold().replace("-", " ").removeprefix("the ")


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
