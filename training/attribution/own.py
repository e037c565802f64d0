"""Texts of our own as the network sees them: words, features, and what each cue does."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.notation import sentences
from onrecord import encoding, language, wire
from onrecord.encoding.encoder import word_pieces
from onrecord.extract import attribution
from onrecord.extract.attribution.learned.features import CONTENT, CUE, SOURCE, WordFeatures
from onrecord.extract.attribution.learned.stances import STANCES
from onrecord.extract.attribution.lexicon import CueLexicon
from onrecord.extract.attribution.quotations import Quotations
from onrecord.resources import open_library
from training.attribution.documents import Document, Gold, heading, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from benchmarks.notation import Sentences

FOLDER = Path(__file__).resolve().parent / "sentences"
"""What we wrote to learn from."""

# One text in so many is held out, by the hash of its words.
_HELD_OUT = 10


@dataclass(frozen=True, slots=True)
class Text:
    """One text of our own, or a stretch of news beside them.

    Attributes:
        document: Its grammar, pieces and attributions.
        window: The words of the document that it is.
        stances: For each word, the place in `STANCES` of the cue it heads; 0: it heads none;
            `NOT_COUNTED`: we cannot tell.
    """

    document: Document
    window: encoding.Window
    stances: NDArray[np.int64]

    @property
    def held_out(self) -> bool:
        """Whether it is one of those kept for tuning."""
        words = self.document.analysis.text.encode()
        return int(hashlib.sha256(words).hexdigest(), 16) % _HELD_OUT == 0


def own(tokenizer: object) -> list[Text]:
    """Return all texts of `sentences/`."""
    paths = sorted(FOLDER.glob("*.txt"))
    return texts((one for path in paths for one in sentences(path)), tokenizer)


def texts(found: Iterable[Sentences], tokenizer: object) -> list[Text]:
    """Analyse texts, with what they tell, as the network sees them."""
    written = list(found)
    reports = [wire.story(one.text, origin=one.name, guid=one.name) for one in written]
    lexicon = CueLexicon.of(open_library())
    made = []
    for one, analysis in zip(written, language.load().analyse(reports), strict=True):
        quotations = Quotations.of(analysis)
        drafts = attribution.by_rules(analysis, quotations, lexicon)
        golds, stances = [], np.zeros(len(analysis.tokens), np.int64)
        for told in one.told:
            parts = ((SOURCE, told.source), (CUE, told.cue), (CONTENT, told.content))
            roles = {role: words_of(analysis, spans) for role, spans in parts}
            head = heading(analysis, roles[CUE])
            golds.append(Gold(head, roles))
            stances[head] = STANCES.index(told.stance)
        window = encoding.Window(0, len(analysis.tokens))
        document = Document(
            docid=one.name,
            row={},
            analysis=analysis,
            drafts=drafts,
            features=WordFeatures.of(analysis, quotations, drafts),
            golds=golds,
            discarded=np.zeros(len(analysis.tokens), np.bool_),
            pieces=word_pieces(tokenizer, [token.text for token in analysis.tokens]),
            windows=(window,),
        )
        made.append(Text(document, window, stances))
    return made


def fingerprint() -> str:
    """Return the hash of all sentences."""
    found = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.txt")):
        found.update(path.read_bytes())
    return found.hexdigest()
