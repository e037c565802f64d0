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

from onrecord import encoding, language, wire
from onrecord.encoding.encoder import word_pieces
from onrecord.extract import events
from onrecord.extract.events.learned.candidates import normalise
from onrecord.extract.events.learned.features import WordFeatures
from onrecord.extract.events.learned.roles import ROLES
from onrecord.resources import open_library
from training.incidents.gold import Gold, mentions, of_muc4
from training.incidents.renaming import Renamer
from training.incidents.stories import Story, fingerprint, stories

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    from onrecord.model import Analysis, EventMention

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
        renamed: The same under other names.
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
    renamed: tuple[Document, ...] = ()

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


def fold(name: str) -> int:
    """Return which fifth of the documents one belongs to, by the hash of its name."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % _HELD_OUT


def load(
    corpus: Path, work: Path, *, own: bool, variants: int, tell: Callable[[str], None]
) -> list[Document]:
    """Return the documents of a corpus and our own, analysed now or in an earlier run.

    Args:
        corpus: A file of MUC-4 lines.
        work: Folder where the analyses are kept.
        own: Our own stories are wanted too.
        variants: How often each is also wanted under other names.
        tell: Is told what takes long.
    """
    kept = work / f"incidents-{_fingerprint(corpus, own=own, variants=variants)}.pickle"
    if not kept.exists():
        tell(f"analysing {corpus.name}")
        rows = [_muc4(line) for line in corpus.read_text("utf-8").splitlines()]
        with Pool() as pool:
            read = pool.map(_analysed, [*rows, *(stories() if own else ())], chunksize=4)
        tell("encoding")
        encoder = encoding.load(open_library())
        documents = [_document(*one, encoder, variants) for one in read]
        waiting = kept.with_suffix(".part")
        waiting.write_bytes(pickle.dumps(documents))
        waiting.replace(kept)
    # Our own file, written a moment or a run ago.
    loaded: list[Document] = pickle.loads(kept.read_bytes())  # noqa: S301
    return loaded


def _fingerprint(corpus: Path, **options: object) -> str:
    library = open_library()
    parts = [
        hashlib.sha256(corpus.read_bytes()).hexdigest(),
        fingerprint(),
        events.VERSION,
        *map(library.citation, (*events.LEXICA, "encoder", "encoder-pieces")),
        options,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def _muc4(line: str) -> Story:
    row: dict[str, Any] = json.loads(line)
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


def _analysed(story: Story) -> tuple[Story, str, Analysis, dict[str, NDArray[np.int64]]]:
    report = wire.story(story.text, origin=story.name, published_on=story.published_on)
    (analysis,) = language.load().analyse([report])
    told = _rules()(analysis)
    return story, report.text, analysis, WordFeatures.of(analysis, told).arrays()


def _document(  # noqa: PLR0917 - one analysed report, and what encodes it
    story: Story,
    text: str,
    analysis: Analysis,
    features: dict[str, NDArray[np.int64]],
    encoder: encoding.Encoder,
    variants: int,
) -> Document:
    found = mentions(analysis, story.gold)
    words = [token.text for token in analysis.tokens]
    document = Document(
        name=story.name,
        text=text,
        spans=tuple((token.span.start, token.span.end) for token in analysis.tokens),
        words=tuple(map(normalise, words)),
        sentence=np.array([analysis.sentence_of(one.index).number for one in analysis.tokens]),
        features=features,
        lower=_lower(analysis, words, encoder),
        gold=story.gold,
        mentions=tuple(found),
        of_muc4=story.of_muc4,
    )
    people, groups = (
        [(first, last) for first, last, place in found if _role(story.gold, place) == role]
        for role in ("victim", "organisation")
    )
    renamed = []
    for number in range(variants):
        renamer = Renamer(Random(f"{story.name}/{number}"))  # noqa: S311 - no secret depends on it
        other = renamer.renamed(analysis, people, groups)
        renamed.append(
            replace(
                document,
                words=tuple(map(normalise, other)),
                lower=_lower(analysis, other, encoder),
            )
        )
    return replace(document, renamed=tuple(renamed))


def _role(gold: Gold, place: int) -> str:
    return ROLES[gold.fillers[place].role]


def _lower(analysis: Analysis, words: list[str], encoder: encoding.Encoder) -> NDArray[np.float16]:
    pieces = word_pieces(encoder.pieces, words)
    return encoder.encode_pieces(analysis, pieces).lower.astype(np.float16)
