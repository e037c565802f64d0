"""What is handed over: the words that belong to a cue, by the tree, the commas and the quotations.

The parser ends clauses at sentences and loses the ends of long ones, so its clause is only the
start: a quotation it touches is taken whole, and a cue that closes its sentence or stands between
commas takes what stands before it and behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import children, is_verb, trimmed
from onrecord.extract.attribution.sources import has_finite_verb
from onrecord.model import Analysis

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Range, Speaker
    from onrecord.extract.attribution.pages import Page
    from onrecord.model import Token

# Fewer words before ", the ministry said" are an opening ("In Tokyo"), not what it said.
_FEWEST_WORDS = 4
# A quotation so many words behind its cue is still its content: "said in a statement: ...".
_NEAR = 14
# A closing attribution is seldom longer than "the regional police chief said on Monday.".
_SHORT_CUE = 9
_CONTRAST = frozenset(
    {"but", "although", "though", "while", "whereas", "however", "without", "as", "amid"}
)
_MODIFIERS = frozenset({"advmod", "prep", "npadvmod", "dative", "tmod", "dobj", "prt", "mark"})


def clause_content(page: Page, token: Token, speaker: Speaker) -> tuple[Range, ...]:
    """Return the clauses, quotations or fronted sentence that a cue verb hands over."""
    cue = _place_of_cue(page, token, speaker)
    quoted = _quoted(page, token, cue)
    if quoted:
        return quoted
    if token.relation == "relcl":
        told = _told_of_antecedent(page, token, speaker)
        if told:
            return grown(page, told, token.index)
    framed = _between_commas(page, token, cue)
    if framed:
        return grown(page, framed, token.index)
    found = _clauses(page, token, speaker)
    if not found and token.relation not in {"acl", "relcl", "advcl"}:
        fronted = _fronted(page, token, cue)
        found = () if fronted is None else (fronted,)
    return grown(page, found or _behind_that(page, token), token.index)


def _place_of_cue(page: Page, token: Token, speaker: Speaker) -> Range:
    """Return the words of a cue and its source; the verb alone where the source is another's.

    In "she said, adding that" the source of "adding" stands with "said".
    """
    verb = page.analysis.tokens[token.index]
    shared = verb.relation in {"advcl", "xcomp"} and token.index not in {
        page.analysis.tokens[speaker.head].head,
        speaker.head,
    }
    if shared:
        return token.index, token.index + 1
    return min(token.index, speaker.words[0]), max(token.index + 1, speaker.words[1])


def grown(page: Page, parts: tuple[Range, ...], verb: int) -> tuple[Range, ...]:
    """Return parts with the whole of the quotations they touch, each word once."""
    found: list[Range] = []
    for first, last in sorted(page.quotations.grown(part, verb) for part in parts):
        if found and first < found[-1][1]:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    return tuple(found)


def _quoted(page: Page, token: Token, cue: Range) -> tuple[Range, ...]:
    """Return the quotations that stand beside a cue, with no clause between them and it.

    Only whole quotations count, from the start of a sentence on or right behind the cue: one at
    the end of a fronted clause ("it was a "cowardly act", he said") is part of that clause.
    """
    if page.quotations.holding(token.index) is not None:
        return ()
    found = []
    before = page.quotations.holding(_back_over(page, cue[0]))
    beside = before is not None and page.sentence.first < before[1] <= cue[0]
    if before is not None and beside and _opens_sentence(page, before):
        found.append(before)
    behind = _quotation_behind(page, cue[1], close=bool(found))
    if behind is not None:
        found.append(behind)
    return tuple(found)


def _told_of_antecedent(page: Page, token: Token, speaker: Speaker) -> tuple[Range, ...]:
    """Return what somebody says of the noun before: "which the company said killed two"."""
    analysis = page.analysis
    whole = analysis.subtree(token.index)
    first = analysis.tokens[whole[0]]
    if first.tag not in {"WDT", "WP"} or whole[0] >= speaker.words[0]:
        return ()
    found = trimmed(analysis, (token.index + 1, whole[-1] + 1))
    if found is None or not has_finite_verb(analysis, found):
        return ()
    return (whole[0], whole[0] + 1), found


def _back_over(page: Page, index: int) -> int:
    """Return the token before an index, a comma passed over."""
    before = index - 1
    while before > page.sentence.first and page.analysis.tokens[before].text in {",", "--", "–"}:
        before -= 1
    return max(before, 0)


def _opens_sentence(page: Page, part: Range) -> bool:
    if part[0] <= page.sentence.first:
        return True
    lead = range(page.sentence.first, part[0])
    return len(lead) == 1 and page.analysis.tokens[lead[0]].tag in {"CC", "UH"}


def _quotation_behind(page: Page, start: int, *, close: bool) -> Range | None:
    """Return the quotation behind a cue, if only a time, place or audience stands between them."""
    limit = min(page.sentence.last, start + _NEAR)
    for index in range(start, limit):
        token = page.analysis.tokens[index]
        part = page.quotations.holding(index)
        if part is not None:
            lead = page.analysis.tokens[index - 1].text
            whole = lead in {",", ":"} or index == start
            long = part[1] - part[0] > _FEWEST_WORDS
            return part if whole and (long or close or index == start) else None
        if token.tag in {"VBD", "VBZ", "VBP", "VBG", "MD", "CC", "IN"} and (
            token.tag != "IN" or token.text.lower() in {"that", "if", "whether", "because", "as"}
        ):
            return None
    return None


def _between_commas(page: Page, token: Token, cue: Range) -> tuple[Range, ...]:
    """Return both sides of a cue set between commas: "The men, police said, fled"."""
    analysis, sentence = page.analysis, page.sentence
    end = _end_of_cue(page, token, cue)
    enclosed = (
        cue[0] - 1 > sentence.first
        and analysis.tokens[cue[0] - 1].text == ","
        and end < sentence.last - 1
        and analysis.tokens[end].text == ","
    )
    if not enclosed or children(analysis, token.index, "mark"):
        return ()
    before = trimmed(analysis, (_start_of_clause(page, cue[0] - 1), cue[0] - 1))
    behind = trimmed(analysis, (end, sentence.last))
    if before is None or token.relation in {"relcl", "acl", "advcl"}:
        return ()
    first = analysis.tokens[end + 1]
    contrast = first.text.lower() in _CONTRAST or first.tag in {"VBG", "WDT", "WP"}
    if contrast and has_finite_verb(analysis, before):
        return (before,)
    if behind is None or contrast:
        return ()
    return before, behind


def _end_of_cue(page: Page, token: Token, cue: Range) -> int:
    """Return the token behind a cue with its time, place and audience: "said on Monday"."""
    end = cue[1]
    while end < page.sentence.last:
        other = page.analysis.tokens[end]
        if other.text == "," or is_verb(other) or other.tag in {"CC", ".", ":"}:
            break
        if not _hangs_on(page.analysis, end, token.index):
            break
        end += 1
    return end


def _hangs_on(analysis: Analysis, index: int, verb: int) -> bool:
    """Say whether a word is part of a modifier of the cue verb."""
    while analysis.tokens[index].head not in {index, verb}:
        index = analysis.tokens[index].head
    token = analysis.tokens[index]
    return token.head == verb and token.relation in _MODIFIERS


def _start_of_clause(page: Page, end: int) -> int:
    """Return where the clause before a cue starts: its sentence, or behind a semicolon."""
    for index in range(end - 1, page.sentence.first, -1):
        if page.analysis.tokens[index].text == ";":
            return index + 1
    return page.sentence.first


def _clauses(page: Page, token: Token, speaker: Speaker) -> tuple[Range, ...]:
    """Return the clauses the parser hangs on a cue verb."""
    analysis = page.analysis
    found = []
    for child in children(analysis, token.index, "ccomp", "parataxis"):
        other = analysis.tokens[child]
        if other.relation == "parataxis" and not is_verb(other):
            continue
        stretch = _stretch(page, token, child, speaker)
        if stretch is not None:
            found.append(stretch)
    # "Asked about the raid, he said that": what stands before is none of it.
    behind = [part for part in found if part[0] > token.index]
    return tuple(sorted(behind or found))


def _stretch(page: Page, token: Token, child: int, speaker: Speaker) -> Range | None:
    """Return a clause with all joined to it, on its own side of the cue."""
    analysis, verb = page.analysis, token.index
    inner = analysis.subtree(child)
    first, last = inner[0], inner[-1] + 1
    if child < verb:
        if not _set_off(page, token, speaker):
            return None
        limit = min(verb, speaker.words[0]) if speaker.words[0] > child else verb
        first, last = max(first, page.sentence.first), min(last, limit)
        first = _to_start(page, first) if _closes(page, token, speaker) else first
        last = limit if _closes(page, token, speaker) and last < limit else last
    else:
        first, last = max(first, verb + 1), min(last, page.sentence.last)
        last = _before_other_voice(page, (first, last))
    return trimmed(analysis, (first, last)) if first < last else None


def _before_other_voice(page: Page, stretch: Range) -> int:
    """Return where a clause ends: before ", according to", ", quoting" or at a semicolon."""
    tokens = page.analysis.tokens
    handing_on = page.lexicon.words["phrases.handing_on"]
    for index in range(stretch[0] + 1, stretch[1]):
        if page.quotations.holding(index) is not None:
            continue
        if tokens[index].text == ";":
            return index
        if tokens[index - 1].text != ",":
            continue
        if tokens[index].text.lower() in handing_on or _turns_to_another(page, index, stretch[1]):
            return index - 1
    return stretch[1]


def _turns_to_another(page: Page, start: int, end: int) -> bool:
    """Say whether a clause turns to what somebody else says: ", while the union spoke of"."""
    tokens = page.analysis.tokens
    if tokens[start].text.lower() not in _CONTRAST | {"and"} or start + 2 >= end:
        return False
    for index in range(start + 1, min(end, start + _SHORT_CUE)):
        if tokens[index].tag in {"VBD", "VBZ", "VBP"}:
            noun = tokens[index - 1].tag[:2] == "NN" and tokens[start + 1].tag[:2] != "PR"
            return noun and tokens[index].lemma in page.lexicon.verbs
        if tokens[index].tag[:2] not in {"DT", "JJ", "NN", "CD", "PO", "IN"}:
            return False
    return False


def before_speaker(page: Page, start: int) -> int:
    """Return where words end that a short closing attribution follows: ", it added."."""
    tokens = page.analysis.tokens
    for index in range(start + 1, page.sentence.last - 1):
        if tokens[index].text == "," and speaks_at(page, index + 1):
            return index
    return page.sentence.last


def speaks_at(page: Page, start: int) -> bool:
    """Say whether a short closing attribution starts at a token: "police said."."""
    tokens = page.analysis.tokens[start : page.sentence.last]
    if len(tokens) > _SHORT_CUE or not tokens or tokens[0].tag[:2] not in {"DT", "NN", "PR", "JJ"}:
        return False
    verbs = [token for token in tokens if token.tag in {"VBD", "VBZ"}]
    return len(verbs) == 1 and verbs[0].lemma in page.lexicon.verbs


def _to_start(page: Page, first: int) -> int:
    """Return the start of the sentence, if only words of the same clause stand before a clause."""
    lead = (page.sentence.first, first)
    tokens = page.analysis.tokens[slice(*lead)]
    if any(token.text in {";", ":"} for token in tokens) or has_finite_verb(page.analysis, lead):
        return first
    return page.sentence.first


def _set_off(page: Page, token: Token, speaker: Speaker) -> bool:
    """Say whether a mark stands before a cue that follows its content."""
    start = min(token.index, speaker.words[0])
    if start <= page.sentence.first:
        return False
    before = page.analysis.tokens[start - 1]
    return before.text in _DASHES or page.quotations.holding(start - 1) is not None


_DASHES = frozenset({",", "--", "-", "–", "—"})


def _closes(page: Page, token: Token, speaker: Speaker) -> bool:
    """Say whether a cue stands at the end of its sentence, behind a comma."""
    start = min(token.index, speaker.words[0])
    end = _end_of_cue(page, token, (start, max(token.index + 1, speaker.words[1])))
    before = page.analysis.tokens[start - 1].text if start > page.sentence.first else ""
    last = end >= page.sentence.last or page.analysis.tokens[end].text in {".", ",", ";", '"', "”"}
    return before == "," and last


def _fronted(page: Page, token: Token, cue: Range) -> Range | None:
    """Return what stands before a closing attribution, where the parser saw no clause in it."""
    analysis, sentence = page.analysis, page.sentence
    end = _end_of_cue(page, token, cue)
    ends = end >= sentence.last or analysis.tokens[end].text in {".", ",", ";"}
    if not ends or cue[0] - 1 <= sentence.first or analysis.tokens[cue[0] - 1].text != ",":
        return None
    found = trimmed(analysis, (_start_of_clause(page, cue[0] - 1), cue[0] - 1))
    long = found is not None and found[1] - found[0] >= _FEWEST_WORDS
    return found if long and found is not None and has_finite_verb(analysis, found) else None


def _behind_that(page: Page, token: Token) -> tuple[Range, ...]:
    """Return what follows "that" behind a cue, where the parser saw no clause in it."""
    analysis = page.analysis
    limit = min(page.sentence.last, token.index + _NEAR)
    if children(analysis, token.index, "dobj") and token.lemma != "tell":
        # "Denied a report that": the noun is what is denied.
        return _behind_bare(page, token)
    for index in range(token.index + 1, limit):
        other = analysis.tokens[index]
        if other.text.lower() == "that" and other.tag in {"IN", "DT"}:
            end = _before_other_voice(page, (index, page.sentence.last))
            found = trimmed(analysis, (index, end))
            return () if found is None or not has_finite_verb(analysis, found) else (found,)
        if is_verb(other) or other.text in {",", ";", ":"}:
            break
    return _behind_bare(page, token)


def _behind_bare(page: Page, token: Token) -> tuple[Range, ...]:
    """Return the rest of a sentence behind a sure cue without "that", if it tells something."""
    start = token.index + 1
    sure = token.lemma in page.lexicon.words["phrases.bare"] and token.tag in {"VBD", "VBZ", "VBP"}
    if not sure or start >= page.sentence.last:
        return ()
    if page.analysis.tokens[start].tag[:2] not in {"DT", "NN", "PR", "CD", "JJ", "EX"}:
        return ()
    end = _before_other_voice(page, (start, page.sentence.last))
    found = trimmed(page.analysis, (start, end))
    told = found is not None and any(
        one.tag in {"VBD", "VBZ", "VBP", "MD"} for one in page.analysis.tokens[slice(*found)]
    )
    return (found,) if told and found is not None else ()
