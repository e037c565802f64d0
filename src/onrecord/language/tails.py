"""Closing attributions, as in "..., local and company officials said".

Wire sentences end so more often than not, and the parser, trained on few of them, hangs the
officials on whatever stands before the comma ("killing a French national, local and company
officials"). The tagger makes no such error. So before the parser runs, a tail that its tags make
certain is fenced off as a clause of its own; when the analysis is put together, what stands before
it is hung on its verb again, as the content of saying (ccomp).

A tail is: a comma, or the closing quotation mark behind one; a noun phrase without a verb, or a
list of such phrases that name speakers; a verb of saying in a finite form; then the end of the
sentence, a mark, or an adverbial ("on Wednesday"). Behind a comma only "and", "but" or a participle
may follow: "Police, officials said, fled" goes on with what the tail interrupts, and "If they come,
he said, we fight" is said as a whole. Both are left to the parser.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TAIL_MARKER = "onrecord_tails"
TAILS = "onrecord_tails"
"""Key of `Doc.user_data` under which the first token of each tail is kept."""

_SPEECH_TAGS = frozenset(["VBD", "VBZ", "VBP", "VBN"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_VERBS = _FINITE | {"VB", "VBG", "VBN"}
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "CD"])
_NOUN_PHRASE = _NOUNS | {
    *("DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "POS", "CC", "HYPH", "FW", "RB"),
    *("-LRB-", "-RRB-", "``", "''"),
}
_PREPOSITIONS = frozenset(["of", "for", "in", "at", "from", "with", "to", "on"])
_AUXILIARIES = frozenset(["has", "have", "had"])
_LONGEST_TAIL = 20
# A clause whose verb is mistagged is told from an adverbial by its length, and by its first word.
_LONGEST_ADVERBIAL = 6
_ADVERBIAL = frozenset(["IN", "TO", "RB", "WRB", "VBG", "VBN", "CC"])

_COMMA = ","
_CLOSING = frozenset({'"', "''", "”", "’", "'"})
_SPOKEN_END = frozenset({_COMMA, "?", "!"})
_AFTER = frozenset({".", ";", "?", "!", '"', "''", "”", "-", "--", "–", "—", ")"})
_CONTENT = frozenset(["that", "if", "whether", "it", "there"])
_AFTER_TAGS = frozenset(["IN", "RB", "TO", "WRB"])
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday late early".split()
)
_HEARER = "told"
_HALF_DAYS = frozenset(["a.m.", "p.m."])


@dataclass(frozen=True, slots=True)
class TailMarker:
    """Fences off the closing attributions of a tagged text, as a step of a spaCy pipeline.

    Attributes:
        saying: Verbs that hand over speech behind it, in their finite forms.
        speakers: Nouns that head the phrases in lists of sources.
        participles: Participles that may follow such a verb without a comma.
    """

    saying: frozenset[str]
    speakers: frozenset[str]
    participles: frozenset[str]

    @classmethod
    def of(cls, entries: Mapping[str, Iterable[str]]) -> TailMarker:
        """Make one of the lexicon's lists."""
        lists = (frozenset(entries[name]) for name in ("saying", "speakers", "participles"))
        return cls(*lists)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the tails of a text."""
        tails = []
        for token in doc:
            if token.i and not doc[token.i - 1].whitespace_ and token.text[:1].isalnum():
                token.is_sent_start = False  # "(RDSa.L)" is no end of a sentence
            if token.i and doc[token.i - 1].lower_ in _HALF_DAYS and token.text[:1].islower():
                token.is_sent_start = False  # nor is "12:45 p.m. local time"
            if token.lower_ in self.saying and token.tag_ in _SPEECH_TAGS:
                start = self._tail_start(doc, token.i)
                if start is not None:
                    doc[start].is_sent_start = True
                    tails.append(start)
        doc.user_data[TAILS] = frozenset(tails)
        return doc

    def _tail_start(self, doc: Doc, cue: int) -> int | None:
        """Return the first token of the tail whose verb is `cue`; None without a certain one."""
        if not self._ends_well(doc, cue):
            return None
        last = _before_verb(doc, cue)
        first = _phrase_start(doc, last + 1)
        if first > last or doc[last].tag_ not in _NOUNS | {"-RRB-"}:
            return None
        if first == 0 or not _opens_tail(doc, first - 1):
            return None
        first = self._list_start(doc, first, last)
        return first if _has_clause_before(doc, first) else None

    def _ends_well(self, doc: Doc, cue: int) -> bool:
        """Say whether what follows the verb leaves no doubt that the speech stands before it."""
        for index in range(cue + 1, len(doc)):
            token = doc[index]
            if _opens_speech(doc, index):
                return False
            if token.text in _AFTER and token.tag_ != "HYPH":
                return True
            if token.text == _COMMA:
                return _goes_on_well(doc, index)
            if index == cue + 1 and not self._may_follow(doc[cue], token):
                return False
            # "said on Monday that they had fled": the speech follows.
            if token.tag_ in _FINITE or token.lower_ in _CONTENT:
                return False
        return True

    def _may_follow(self, cue: Token, token: Token) -> bool:
        """Say whether a word may open an adverbial, or name the hearer, behind the verb."""
        if token.lower_ in _CONTENT:
            return False
        if cue.lower_ == _HEARER:
            return token.tag_ in _NOUN_PHRASE
        return (
            token.tag_ in _AFTER_TAGS
            or token.lower_ in _CALENDAR
            or token.lower_ in self.participles
            or token.is_space
        )

    def _list_start(self, doc: Doc, first: int, last: int) -> int:
        """Return where a list of speakers starts whose last ones are joined by "and"."""
        if not any(doc[index].tag_ == "CC" for index in range(first, last)):
            return first
        while doc[first - 1].text == _COMMA:
            start = _phrase_start(doc, first - 1)
            names_speaker = start < first - 1 and doc[first - 2].lower_ in self.speakers
            if not names_speaker or start == 0 or not _opens_tail(doc, start - 1):
                break
            first = start
        return first


def _before_verb(doc: Doc, cue: int) -> int:
    """Return the last token of the phrase before a verb, its adverbs and auxiliaries left out."""
    last = cue - 1
    while last >= 0 and (doc[last].tag_ == "RB" or doc[last].lower_ in _AUXILIARIES):
        last -= 1
    return last


def _phrase_start(doc: Doc, end: int) -> int:
    """Return the first token of the noun phrase that ends before `end`."""
    first = end
    while first > 0 and end - first < _LONGEST_TAIL and _in_noun_phrase(doc, first - 1):
        first -= 1
    return first


def _in_noun_phrase(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.tag_ in _NOUN_PHRASE or token.lower_ in _PREPOSITIONS:
        return not _closes_speech(doc, index)
    return False


def _opens_tail(doc: Doc, index: int) -> bool:
    return doc[index].text == _COMMA or _closes_speech(doc, index)


def _closes_speech(doc: Doc, index: int) -> bool:
    """Say whether a token is a closing quotation mark behind a comma, or behind such marks."""
    before = index
    while before >= 0 and (doc[before].text in _CLOSING or doc[before].is_space):
        before -= 1
    return 0 <= before < index and doc[index].text in _CLOSING and doc[before].text in _SPOKEN_END


def _goes_on_well(doc: Doc, comma: int) -> bool:
    """Say whether what follows a comma behind the tail cannot be what the tail interrupts."""
    if comma + 1 == len(doc):
        return True
    following = doc[comma + 1]
    if following.text in _CLOSING:
        return not _opens_speech(doc, comma + 1)
    if following.tag_ in {"CC", "VBG"}:
        return True
    # "..., police said on Friday, in the latest of a string of attacks": no verb follows.
    return following.tag_ == "IN" and not any(
        token.tag_ in _FINITE for token in _to_sentence_end(doc, comma + 1)
    )


def _to_sentence_end(doc: Doc, start: int) -> Iterator[Token]:
    """Yield the tokens up to the next full stop."""
    for index in range(start, len(doc)):
        if doc[index].text in {".", "!", "?"}:
            return
        yield doc[index]


def _opens_speech(doc: Doc, index: int) -> bool:
    """Say whether a token is an opening quotation mark: a blank before it, none behind it.

    The tagger mistakes straight marks too often.
    """
    token = doc[index]
    is_mark = token.text in _CLOSING or token.tag_ == "``"
    return is_mark and bool(doc[index - 1].whitespace_) and not token.whitespace_


def _has_clause_before(doc: Doc, first: int) -> bool:
    """Say whether there is a clause before the tail for it to close."""
    start = first - 1
    has_verb = False
    while start >= 0:
        tag = doc[start].tag_
        if tag in _FINITE:
            return True
        if tag == "." and start < first - 2:
            break
        has_verb = has_verb or tag in _VERBS
        start -= 1
    opening = doc[start + 1].tag_
    if opening in _ADVERBIAL:
        return False
    return has_verb or first - start > _LONGEST_ADVERBIAL
