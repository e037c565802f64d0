"""Companies, joint ventures and other organisations.

A name is a company's when it ends as companies' names do ("JGC Corporation"), carries a code
("(BP.L)"), follows or is followed by a word for companies ("Norwegian oil firm Statoil", "Vale, a
mining company"), or is a partner in a joint venture; once that is so anywhere, it is so everywhere
in the report. Other names that the engine takes for organisations are kept as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.codes import Code, codes
from onrecord.extract.entities.dealings import with_dealings
from onrecord.extract.entities.drafts import HYPHENS, POSSESSIVES, Draft, Page
from onrecord.extract.entities.lexicon import words_of
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.extract.entities.lexicon import BodyWords
    from onrecord.model import Sentence

VENTURE_RANK = 0
COMPANY_RANK = 4
ORGANISATION_RANK = 8
_MOST_BEFORE = 6
_MOST_BEHIND = 8
_SHORTEST = 2
_LONGEST = 7
_IN_TRADE = frozenset(
    {"JJ", "JJS", "JJR", "NN", "NNS", "NNP", "NNPS", "HYPH", "POS", "RB", "RBS", "VBN", "CC"}
)
_ORGANISATIONS = frozenset({"ORG", "PRODUCT"})


def core_of(name: str, words: BodyWords) -> str:
    """Return a name without forms of law: "JGC Corporation" and "JGC Corp." are "jgc"."""
    parts = [part.strip(".,") for part in words_of(name)]
    forms = words.sets["company.forms"]
    while len(parts) > 1 and (parts[-1] in forms or f"{parts[-1]}." in forms):
        parts.pop()
    return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class _Trade:
    """The words of trade around a name: role, country, and where the phrase starts."""

    role: str
    country: str | None
    first: int


def companies(page: Page, pattern: re.Pattern[str]) -> tuple[Draft, ...]:
    """Return the companies, joint ventures and organisations a report names.

    Args:
        page: The report.
        pattern: Matches the codes of listed companies.
    """
    found = codes(page.analysis.text, pattern)
    by_start = {code.hull.start: code for code in found}
    inside = {offset for code in found for offset in range(code.hull.start, code.hull.end)}
    drafts: dict[int, Draft] = {}
    for sentence in page.analysis.sentences:
        partners, operating = _partner_stretch(page, sentence)
        for first, last in _names(page, sentence):
            if page.tokens[first].span.start in inside:
                continue
            draft = _read(page, sentence, (first, last), by_start)
            if (
                draft is not None
                and first in partners
                and draft.kind is not EntityKind.JOINT_VENTURE
            ):
                draft = _as_partner(page, draft, operating=operating)
            if draft is not None:
                drafts[first] = draft
    known = _known(drafts.values())
    return tuple(with_dealings(page, draft) for draft in _everywhere(page, drafts, known))


def _names(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Return the runs with capitals, cut at possessives and at nations that open them."""
    for start, stop in page.runs(sentence):
        first = start
        for index in range(start, stop + 1):
            if index == stop or page.lower[index] in POSSESSIVES:
                if index > first:
                    yield _without_opening(page, sentence, first, index), index
                first = index + 1


def _without_opening(page: Page, sentence: Sentence, first: int, last: int) -> int:
    """Return where a name starts behind its nation's adjective or a small opening word."""
    for end in range(last - 1, first, -1):
        text = page.text(first, end)
        if text in page.words.peoples and page.labels.get(first) != page.labels.get(end):
            return end
    opening = first == sentence.first and page.tokens[first].tag in {"DT", "IN", "CC", "WRB", "RB"}
    return first + 1 if opening and last - first > 1 else first


def _read(
    page: Page, sentence: Sentence, here: tuple[int, int], by_start: dict[int, Code]
) -> Draft | None:
    first, last = here
    if first >= last or last - first > _LONGEST or page.words.nation(page.text(first, last)):
        return None
    name = page.text(first, last)
    if _is_venture(page, here):
        return _draft(page, here, EntityKind.JOINT_VENTURE, VENTURE_RANK)
    code = by_start.get(_next_start(page, sentence, last)) or by_start.get(
        page.tokens[first].span.start - 1
    )
    trade = _trade_before(page, sentence, first) or _trade_behind(page, sentence, last, code)
    sure = code is not None or trade is not None or _ends_as_company(page, here)
    if not sure and not _is_employer(page, here):
        return _organisation(page, here)
    draft = _draft(page, here, EntityKind.COMPANY, COMPANY_RANK)
    role = [trade.role] if trade else []
    if _operates(page, last - 1):
        role.append(page.words.roles["company.operator_role"])
    return replace(
        draft,
        name=name,
        country=(trade.country if trade else None) or _owner(page, first),
        role=", ".join(role) or None,
        codes=((code.identifier, code.span),) if code else (),
    )


def _draft(page: Page, here: tuple[int, int], kind: EntityKind, rank: int) -> Draft:
    first, last = here
    name = page.text(first, last)
    return Draft(
        first=first,
        last=last,
        core=here,
        kind=kind,
        name=name,
        key=f"organisation:{core_of(name, page.words)}",
        rank=rank,
    )


def _next_start(page: Page, sentence: Sentence, last: int) -> int:
    return page.tokens[last].span.start if last < sentence.last else -1


def _is_venture(page: Page, here: tuple[int, int]) -> bool:
    """Say whether a name is a venture's: "Sonatrach-BP-Statoil Association"."""
    first, last = here
    if page.lower[last - 1] not in page.words.sets["company.venture_names"]:
        return False
    hyphens = sum(page.lower[index] in HYPHENS for index in range(first, last))
    words = page.words.sets["company.ventures"]
    return last - first > 1 and (hyphens > 0 or " ".join(page.lower[last - 2 : last]) in words)


def _ends_as_company(page: Page, here: tuple[int, int]) -> bool:
    first, last = here
    if last - first < _SHORTEST:
        return False
    word = page.lower[last - 1]
    if word in page.words.sets["company.sure_forms"]:
        return True
    label = page.labels.get(first)
    organisation = label is not None and label.label == "ORG"
    ends = page.words.sets["company.trades"] | page.words.sets["company.forms"]
    return organisation and word in ends - {"group", "international", "as", "se"}


def _trade_before(page: Page, sentence: Sentence, first: int) -> _Trade | None:
    """Return the words of trade before a name: "Norwegian oil firm Statoil"."""
    index = first - 1
    if index < sentence.first or page.lower[index] not in page.words.sets["company.nouns"]:
        return None
    start = index
    while start > max(sentence.first, index - _MOST_BEFORE) and (
        page.lower[start - 1] in page.words.sets["company.sorts"]
        or page.lower[start - 1] in HYPHENS
    ):
        start -= 1
    nation = page.nation_before(start)
    if page.lower[index] in page.words.sets["company.weak_nouns"] and start == index and not nation:
        return None
    role = page.text(start, first)
    return _Trade(role, nation[0] if nation else None, start)


def _trade_behind(page: Page, sentence: Sentence, last: int, code: Code | None) -> _Trade | None:
    """Return the words of trade behind a name: "Vale, a Brazilian mining company"."""
    index = last
    while code is not None and index < sentence.last:
        if page.tokens[index].span.start >= code.hull.end:
            break
        index += 1
    if page.lower[index : index + 1] != (",",) or index + 2 >= sentence.last:
        return None
    if page.lower[index + 1] not in {"a", "an", "the"}:
        return None
    start = index + 2
    for end in range(start, min(sentence.last, start + _MOST_BEHIND)):
        word = page.lower[end]
        if word in page.words.sets["company.nouns"]:
            return _told_behind(page, start, end)
        if page.tokens[end].tag not in _IN_TRADE and word not in HYPHENS:
            return None
    return None


def _told_behind(page: Page, start: int, end: int) -> _Trade | None:
    weak = page.lower[end] in page.words.sets["company.weak_nouns"]
    sorts = [word for word in page.lower[start:end] if word in page.words.sets["company.sorts"]]
    if weak and not sorts:
        return None
    codes_of = {
        code
        for index in range(start, end)
        if (code := page.words.peoples.get(page.tokens[index].text))
    }
    country = next(iter(codes_of)) if len(codes_of) == 1 else None
    return _Trade(page.text(start, end + 1), country, start)


def _owner(page: Page, first: int) -> str | None:
    """Return the nation whose a name is: "Norway's Statoil"."""
    if not first or page.lower[first - 1] not in POSSESSIVES:
        return None
    nation = page.nation_before(first)
    return nation[0] if nation else None


def _is_employer(page: Page, here: tuple[int, int]) -> bool:
    """Say whether a name the engine takes for a body has employees or shares."""
    first, last = here
    label = page.labels.get(first)
    if label is None or label.label != "ORG":
        return False
    behind = page.lower[last : last + 3]
    before = page.lower[max(0, first - 2) : first]
    words = page.words.sets["company.employment"]
    owned = len(behind) > 1 and behind[0] in POSSESSIVES and behind[1] in words
    employs = len(before) > 1 and before[0] in words and before[1] in {"of", "at", "for"}
    return owned or (bool(behind) and behind[0] in words) or employs


def _operates(page: Page, index: int) -> bool:
    """Say whether a name is the subject or agent of operating something."""
    token = page.tokens[index]
    verb = page.tokens[token.head]
    if token.relation == "pobj" and verb.lemma == "by":
        return page.tokens[verb.head].lemma in page.words.sets["company.operating"]
    return token.relation == "nsubj" and verb.lemma in page.words.sets["company.operating"]


def _organisation(page: Page, here: tuple[int, int]) -> Draft | None:
    """Return a name the engine takes for an organisation, if it looks like one."""
    first, last = here
    label = page.labels.get(first)
    if label is None or label.label not in _ORGANISATIONS:
        return None
    last = min(last, label.last)
    text = page.text(first, last)
    titled = page.lower[first] in page.words.sets["person.titles"]
    if titled or page.lower[last - 1] in page.words.sets["company.no_bodies"] or text[1:2] == ".":
        return None
    abbreviation = text.isupper() and text.isalpha() and _SHORTEST <= len(text) <= _LONGEST
    if not abbreviation and last - first < _SHORTEST and _owner(page, first) is None:
        # One capitalised word is a surname or a place as often; kept only if known elsewhere.
        return _draft(page, (first, last), EntityKind.ORGANISATION, _UNSURE_RANK)
    draft = _draft(page, (first, last), EntityKind.ORGANISATION, ORGANISATION_RANK)
    return replace(draft, country=_owner(page, first))


_UNSURE_RANK = 99


def _partner_stretch(page: Page, sentence: Sentence) -> tuple[frozenset[int], bool]:
    """Return the words that list the partners of a joint venture, and whether it operates."""
    firsts = {words[0] for words in page.words.phrases["company.ventures"]}
    if firsts.isdisjoint(page.lower[sentence.first : sentence.last]):
        return frozenset(), False
    for index in range(sentence.first, sentence.last):
        for words in page.words.phrases["company.ventures"]:
            here = index
            for word in words:
                while here < sentence.last and page.lower[here] in HYPHENS:
                    here += 1
                if here >= sentence.last or page.lower[here] != word:
                    break
                here += 1
            else:
                start = _behind_link(page, here)
                if start is not None:
                    listing = frozenset(range(start, _list_end(page, sentence, start)))
                    return listing, _is_operating(page, sentence, index)
    return frozenset(), False


def _is_operating(page: Page, sentence: Sentence, index: int) -> bool:
    """Say whether something is "operated by" what starts here."""
    before = range(max(sentence.first + 1, index - _MOST_BEFORE), index)
    return any(
        page.lower[here] == "by"
        and page.tokens[here - 1].lemma in page.words.sets["company.operating"]
        for here in before
    )


def _behind_link(page: Page, index: int) -> int | None:
    for words in page.words.phrases["company.partner_links"]:
        if page.lower[index : index + len(words)] == words:
            return index + len(words)
    return None


def _list_end(page: Page, sentence: Sentence, start: int) -> int:
    """Return where a list of partners ends: before the next finite verb or clause."""
    stops = {"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "TO"}
    for index in range(start, sentence.last):
        if page.tokens[index].tag in stops or page.lower[index] in {".", ";"}:
            return index
    return sentence.last


def _as_partner(page: Page, draft: Draft, *, operating: bool) -> Draft:
    role = page.words.roles["company.partner_role"]
    if operating:
        role = f"{page.words.roles['company.operator_role']}, {role}"
    return replace(
        draft,
        kind=EntityKind.COMPANY,
        rank=COMPANY_RANK,
        role=f"{draft.role}, {role}" if draft.role else role,
    )


def _known(drafts: Iterable[Draft]) -> dict[str, Draft]:
    """Return the companies by core, so that they are known wherever they are named again."""
    return {
        draft.key: draft
        for draft in drafts
        if draft.kind in {EntityKind.COMPANY, EntityKind.JOINT_VENTURE}
    }


def _everywhere(page: Page, drafts: dict[int, Draft], known: dict[str, Draft]) -> Iterator[Draft]:
    """Return all drafts, companies known from elsewhere in the report included."""
    for sentence in page.analysis.sentences:
        for first, last in _names(page, sentence):
            draft = drafts.get(first)
            if draft is not None and draft.rank != _UNSURE_RANK:
                same = known.get(draft.key)
                yield replace(draft, kind=same.kind, rank=COMPANY_RANK) if same else draft
                continue
            if first < last:
                named = _draft(page, (first, last), EntityKind.COMPANY, COMPANY_RANK)
                if named.key in known:
                    yield replace(named, kind=known[named.key].kind)
