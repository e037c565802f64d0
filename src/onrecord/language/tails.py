"""Closing attributions, as in "..., local and company officials said".

Wire sentences end so more often than not, and the parser, trained on few of them, hangs the
officials on whatever stands before the comma ("killing a French national, local and company
officials"). The tagger makes no such error. So before the parser runs, a tail that its tags make
certain is fenced off as a clause of its own; when the analysis is put together, what stands before
it is hung on its verb again, as the content of saying (ccomp).

A tail is: a comma, or the closing quotation mark behind one; a noun phrase without a verb; a verb of
saying in a finite form; then the end of the sentence, a mark, or an adverbial ("on Wednesday").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

TAIL_MARKER = "onrecord_tails"
TAILS = "onrecord_tails"
"""Key of `Doc.user_data` under which the first token of each tail is kept."""

# Verbs that hand over speech behind the speech itself. Closed here, since a wrong fence costs a
# parse; the long tail of cues is the business of `onrecord.extract.attribution`.
_SAYING = frozenset(
    [
        "said",
        "says",
        "reported",
        "reports",
        "added",
        "adds",
        "announced",
        "confirmed",
        "stated",
        "declared",
        "claimed",
        "told",
        "noted",
        "explained",
        "insisted",
        "acknowledged",
        "warned",
        "alleged",
        "wrote",
        "recalled",
    ]
)
_NOUN_PHRASE = frozenset(
    [
        "DT",
        "PDT",
        "PRP$",
        "PRP",
        "JJ",
        "JJR",
        "JJS",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "CD",
        "POS",
        "CC",
        "HYPH",
        "FW",
        "WDT",
        "-LRB-",
        "-RRB-",
        "``",
        "''",
    ]
)
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "CD"])
_PREPOSITIONS = frozenset(["of", "for", "in", "at", "from", "with", "to", "on"])
_VERBS = frozenset(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"])
_LONGEST_TAIL = 20
_COMMA = ","
_CLOSING = frozenset({'"', "''", "”"})
_AFTER = frozenset({".", ",", ";", "?", "!", '"', "''", "”", ":", "-", "--", "–", "—"})
_AFTER_TAGS = frozenset(["IN", "RB", "NNP", "TO", "WRB"])


def mark_tails(doc: Doc) -> Doc:
    """Fence off the closing attributions of a tagged text, as a step of a spaCy pipeline."""
    tails = []
    for token in doc:
        if token.lower_ in _SAYING and token.tag_ in {"VBD", "VBZ", "VBP", "VBN"}:
            start = _tail_start(doc, token.i)
            if start is not None:
                doc[start].is_sent_start = True
                tails.append(start)
    doc.user_data[TAILS] = frozenset(tails)
    return doc


def _tail_start(doc: Doc, cue: int) -> int | None:
    """Return the first token of the tail whose verb is `cue`, or None if it heads no certain one."""
    if not _ends_well(doc, cue):
        return None
    first = cue
    while first > 0 and cue - first < _LONGEST_TAIL and _in_noun_phrase(doc, first - 1):
        first -= 1
    # Adverbs may stand before the verb ("officials later said").
    last = cue - 1
    while last >= first and doc[last].tag_ == "RB":
        last -= 1
    if last < first or doc[last].tag_ not in _NOUNS | {"-RRB-"}:
        return None
    if first == 0 or not _opens_tail(doc, first - 1):
        return None
    return first if _has_verb_before(doc, first) else None


def _ends_well(doc: Doc, cue: int) -> bool:
    if cue + 1 == len(doc):
        return True
    following = doc[cue + 1]
    return following.text in _AFTER or (
        following.tag_ in _AFTER_TAGS and following.lower_ != "that"
    )


def _in_noun_phrase(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.text in _CLOSING and index > 0 and doc[index - 1].text in {_COMMA, "?", "!"}:
        return False
    return token.tag_ in _NOUN_PHRASE or token.lower_ in _PREPOSITIONS or token.tag_ == "RB"


def _opens_tail(doc: Doc, index: int) -> bool:
    if doc[index].text == _COMMA:
        return True
    return doc[index].text in _CLOSING and index > 0 and doc[index - 1].text in {_COMMA, "?", "!"}


def _has_verb_before(doc: Doc, first: int) -> bool:
    """Say whether there is a clause before the tail for it to close."""
    for index in range(first - 1, -1, -1):
        token = doc[index]
        if token.tag_ in _VERBS:
            return True
        if token.tag_ == "." and index < first - 2:
            return False
    return False
