"""Cues the tree has lost, read by their words: a quotation, then who said it.

The parser loses its way where a quotation ends with a comma and a long subject follows. The order
of words does not: `"...," a man who had fled told the agency`, `"...," said the mayor`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.drafts import Draft, Speaker
from onrecord.extract.attribution.sources import can_speak, with_apposition
from onrecord.model import Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.attribution.drafts import Range
    from onrecord.extract.attribution.pages import Page
    from onrecord.model import Token

_LONGEST_SUBJECT = 24
_FEWEST_WORDS = 3


def lost(page: Page, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the attributions of quotations that no cue read so far hands over."""
    held = [part for draft in drafts for part in draft.content]
    for part in page.quotations.within(page.sentence.first, page.sentence.last):
        whole = part[1] - part[0] > _FEWEST_WORDS and part[1] < page.sentence.last
        taken = any(first < part[1] and part[0] < last for first, last in held)
        if not whole or taken or part[0] > page.sentence.first:
            continue
        found = _said_behind(page, part[1]) or _says_behind(page, part[1])
        if found is None or any(draft.verb == found[0].index for draft in drafts):
            continue
        verb, speaker = found
        yield Draft(
            verb=verb.index,
            cue=(verb.index, verb.index + 1),
            speaker=speaker,
            content=(part,),
            stance=Stance.ASSERTS,
            certainty=Certainty.CERTAIN,
        )


def _is_cue(page: Page, token: Token) -> bool:
    return token.tag in {"VBD", "VBZ", "VBP"} and token.lemma in page.lexicon.words["phrases.sure"]


def _said_behind(page: Page, start: int) -> tuple[Token, Speaker] | None:
    """Return `said the mayor` behind a quotation."""
    analysis = page.analysis
    if start + 1 >= page.sentence.last or not _is_cue(page, analysis.tokens[start]):
        return None
    end = start + 1
    while end < page.sentence.last and _in_name(analysis.tokens[end]):
        end += 1
    while end > start + 1 and analysis.tokens[end - 1].tag in {"IN", "DT"}:
        end -= 1
    speaker = _speaker(page, (start + 1, end), start)
    return None if speaker is None else (analysis.tokens[start], speaker)


def _in_name(token: Token) -> bool:
    """Say whether a word can stand in a source: behind a quotation a capital makes a name."""
    return token.tag[:2] in _NOMINAL or token.text[:1].isupper()


_NOMINAL = frozenset({"DT", "JJ", "NN", "PR", "CD", "PO", "IN"})


def _says_behind(page: Page, start: int) -> tuple[Token, Speaker] | None:
    """Return `a man who had fled told the agency` behind a quotation."""
    analysis = page.analysis
    if not _in_name(analysis.tokens[start]) or analysis.tokens[start].tag == "IN":
        return None
    end = min(page.sentence.last, start + _LONGEST_SUBJECT)
    stops = [i for i in range(start, end) if analysis.tokens[i].tag in {"WP", "WDT"}]
    for index in range(start + 1, end):
        token = analysis.tokens[index]
        if token.text in {";", ":"} or page.quotations.holding(index) is not None:
            return None
        if _is_cue(page, token) and not (stops and _opens_clause(page, stops[0], index)):
            core = (start, min(stops[0] if stops else index, _comma(page, start, index)))
            speaker = _speaker(page, core, index)
            return None if speaker is None else (token, speaker)
    return None


def _opens_clause(page: Page, pronoun: int, verb: int) -> bool:
    """Say whether "who" itself is the subject of a verb: "the man who said"."""
    between = page.analysis.tokens[pronoun + 1 : verb]
    return not any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in between)


def _comma(page: Page, start: int, end: int) -> int:
    tokens = page.analysis.tokens
    return next((index for index in range(start, end) if tokens[index].text == ","), end)


def _is_noun(token: Token) -> bool:
    return token.tag[:2] in {"NN", "PR"} or (token.text[:1].isupper() and token.tag != "DT")


def _speaker(page: Page, core: Range, verb: int) -> Speaker | None:
    """Return the source that a stretch of words names; None if no noun is in it."""
    analysis = page.analysis
    nouns = [i for i in range(*core) if _is_noun(analysis.tokens[i])]
    if not nouns:
        return None
    before_of = [i for i in range(*core) if analysis.tokens[i].tag == "IN"]
    heads = [i for i in nouns if not before_of or i < before_of[0]] or nouns
    if not (can_speak(analysis, heads[-1]) or analysis.tokens[heads[-1]].text[:1].isupper()):
        return None
    return Speaker(words=with_apposition(page, core, verb), core=core, head=heads[-1])
