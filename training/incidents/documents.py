"""The corpora as the reader sees them: words, features, vectors of the encoder's lower half, gold.

Analysing and encoding take minutes, so both are kept beside the checkpoints, under a name made of
the hashes of the corpora and of the code and data that analysed them.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from multiprocessing import Pool
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.mixed_case import NEWS, recased, texts, usual_case
from onrecord import encoding, language, wire
from onrecord.encoding.encoder import word_pieces
from onrecord.extract import events
from onrecord.extract.events.learned.candidates import normalise
from onrecord.extract.events.learned.features import WordFeatures
from onrecord.extract.events.learned.roles import ROLES
from onrecord.resources import open_library
from training.incidents.gold import Gold, mentions, of_muc4
from training.incidents.renaming import Renamer
from training.incidents.stories import STORIES, Story, of_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from onrecord.model import Analysis, EventMention

Analysed = tuple[Story, str, "Analysis", dict[str, "NDArray[np.int64]"]]

# One document in so many is held out, by the hash of its name.
_HELD_OUT = 5


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One report.

    Attributes:
        name: Its name.
        text: Its text, which the words are spans of.
        spans: Where each word stands in it.
        words: Each word, normalised.
        sentence: The number of the sentence of each word.
        features: What is seen of each word.
        lower: The vector of each word, from the lower half of the encoder.
        gold: Its incidents.
        mentions: Where their fillers are named: first word, word after the last, which filler.
        of_muc4: Its types are those of MUC-4 only.
        others: The same under other names, and in mixed case where it is in capitals.
    """

    name: str
    text: str
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    sentence: NDArray[np.int64]
    features: dict[str, NDArray[np.int64]]
    lower: NDArray[np.float16]
    gold: Gold
    mentions: tuple[tuple[int, int, int], ...]
    of_muc4: bool
    others: tuple[Document, ...] = ()

    @property
    def held_out(self) -> bool:
        """Whether it is one of those kept for tuning."""
        return fold(self.name) == 0

    def __len__(self) -> int:
        return len(self.words)

    def cut(self, longest: int, *, bare: bool = False) -> Document:
        """Return its first words, with all that is known of them.

        Args:
            longest: How many.
            bare: Without grammar, names and rules.
        """
        if len(self) <= longest and not bare:
            return self
        part = slice(longest)
        return replace(
            self,
            words=self.words[part],
            spans=self.spans[part],
            sentence=self.sentence[part],
            features={name: values[part] * (not bare) for name, values in self.features.items()},
            lower=self.lower[part],
            mentions=tuple(one for one in self.mentions if one[1] <= longest),
        )

    def thinned(self, share: float, chance: Random) -> Document:
        """Return it without some of the sentences in which nobody takes part.

        Args:
            share: Which share of them goes.
            chance: Decides which.
        """
        numbers = dict.fromkeys(self.sentence.tolist())
        gone = {number for number in numbers if chance.random() < share}
        for first, last, _ in self.mentions:
            gone -= set(self.sentence[first:last].tolist())
        stays = ~np.isin(self.sentence, list(gone))
        kept, now = np.flatnonzero(stays), np.cumsum(stays) - 1
        if len(kept) in {0, len(self)}:
            return self
        return replace(
            self,
            words=tuple(self.words[word] for word in kept),
            spans=tuple(self.spans[word] for word in kept),
            sentence=self.sentence[kept],
            features={name: values[kept] for name, values in self.features.items()},
            lower=self.lower[kept],
            mentions=tuple(
                (int(now[first]), int(now[last - 1]) + 1, place)
                for first, last, place in self.mentions
            ),
        )


def fold(name: str) -> int:
    """Return which fifth of the documents one belongs to, by the hash of its name."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % _HELD_OUT


def load(
    corpus: Path,
    work: Path,
    *,
    variants: int,
    tell: Callable[[str], None],
    own: Path = STORIES,
) -> list[Document]:
    """Return the documents of a corpus and our own, analysed now or in an earlier run.

    Args:
        corpus: A file of MUC-4 lines.
        work: Folder where the analyses are kept, one file for each file of documents.
        variants: How often each is also wanted under other names.
        tell: Is told what takes long.
        own: Folder of our own stories.
    """
    found = []
    for file in (corpus, *sorted(own.glob("*.yaml"))):
        kept = work / f"incidents-{file.stem}-{_fingerprint(file, variants=variants)}.pickle"
        if not kept.exists():
            tell(f"analysing {file.name}")
            read = _muc4(file) if file.suffix == ".jsonl" else of_file(file)
            waiting = kept.with_suffix(".part")
            waiting.write_bytes(pickle.dumps(_documents(read, variants, corpus.parents[1])))
            waiting.replace(kept)
        # Our own file, written a moment or a run ago.
        found += pickle.loads(kept.read_bytes())  # noqa: S301
    return found


def _documents(read: list[Story], variants: int, bench: Path) -> list[Document]:
    """Return reports as documents, with their variants."""
    with Pool() as pool:
        analysed = pool.map(_analysed, read, chunksize=4)
        again = pool.map(_analysed, _in_mixed_case(read, bench), chunksize=4)
    encoder = encoding.load(open_library())
    mixed = {one[0].name: _document(one, encoder) for one in again}
    return [_with_others(one, encoder, variants, mixed) for one in analysed]


def _fingerprint(file: Path, **options: object) -> str:
    library = open_library()
    parts = [
        hashlib.sha256(file.read_bytes()).hexdigest(),
        events.VERSION,
        *map(library.citation, (*events.LEXICA, "encoder", "encoder-pieces")),
        options,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def _muc4(file: Path) -> list[Story]:
    return [_story(json.loads(line)) for line in file.read_text("utf-8").splitlines()]


def _story(row: dict[str, Any]) -> Story:
    day = row.get("dateline_date")
    return Story(
        row["docid"],
        row["text"],
        date.fromisoformat(day) if day else None,
        of_muc4(row),
        of_muc4=True,
    )


@cache
def _rules() -> Callable[[Analysis], tuple[EventMention, ...]]:
    return events.rules(open_library())


def _analysed(story: Story) -> Analysed:
    report = wire.story(story.text, origin=story.name, published_on=story.published_on)
    (analysis,) = language.load().analyse([report])
    told = _rules()(analysis)
    return story, report.text, analysis, WordFeatures.of(analysis, told).arrays()


def _in_mixed_case(read: Sequence[Story], bench: Path) -> list[Story]:
    """Return the reports in capitals as modern wires would write them."""
    capitals = [story for story in read if story.text.isupper()]
    if not capitals:
        return []
    usual = usual_case(text for name in NEWS for text in texts(bench / name))
    return [replace(story, text=recased(story.text, usual)) for story in capitals]


def _document(analysed: Analysed, encoder: encoding.Encoder) -> Document:
    story, text, analysis, features = analysed
    words = [token.text for token in analysis.tokens]
    return Document(
        name=story.name,
        text=text,
        spans=tuple((token.span.start, token.span.end) for token in analysis.tokens),
        words=tuple(map(normalise, words)),
        sentence=np.array([analysis.sentence_of(one.index).number for one in analysis.tokens]),
        features=features,
        lower=_lower(analysis, words, encoder),
        gold=story.gold,
        mentions=tuple(mentions(analysis, story.gold)),
        of_muc4=story.of_muc4,
    )


def _with_others(
    analysed: Analysed, encoder: encoding.Encoder, variants: int, mixed: Mapping[str, Document]
) -> Document:
    """Return a report with itself under other names and in mixed case."""
    document, (_, _, analysis, _) = _document(analysed, encoder), analysed
    people, groups = (
        [
            (first, last)
            for first, last, place in document.mentions
            if _role(document.gold, place) == role
        ]
        for role in ("victim", "organisation")
    )
    others = [mixed[document.name]] if document.name in mixed else []
    for number in range(variants):
        # No secret depends on it.
        renamer = Renamer(Random(f"{document.name}/{number}"))  # noqa: S311
        words = renamer.renamed(analysis, people, groups)
        others.append(
            replace(
                document,
                words=tuple(map(normalise, words)),
                lower=_lower(analysis, words, encoder),
            )
        )
    return replace(document, others=tuple(others))


def _role(gold: Gold, place: int) -> str:
    return ROLES[gold.fillers[place].role]


def _lower(analysis: Analysis, words: list[str], encoder: encoding.Encoder) -> NDArray[np.float16]:
    pieces = word_pieces(encoder.pieces, words)
    return encoder.encode_pieces(analysis, pieces).lower.astype(np.float16)
