"""What people do, where, and how old they are, by the words beside their names.

"Foreign Minister Jane Harl", "BCD spokesman John Roe", "Ada Finn, 34, a doctor at Saint Mary's",
"the governor, Omar Teldi,", "Jane Roe, who heads the union", "Governor Jaime Villota of Arauca". A
role is kept as written, but for the nation and the named body before it; that body, or the one
behind "for", "of" or "at", is what the role is held at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.asides import Range, aside_of, beside, of_verb
from onrecord.extract.entities.drafts import HYPHENS, POSSESSIVES, Draft, Page
from onrecord.extract.entities.offices import is_of_office, nation_of_title, office_before
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BEFORE_TAGS = frozenset({"NN", "NNP", "JJ", "NNS", "HYPH", "NNPS"})
# The longest title before a name, in words.
_LONGEST_TITLE = 8
_OLDEST = 120
_COMPANIES = frozenset({EntityKind.COMPANY, EntityKind.JOINT_VENTURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the words beside a name say of a person.

    Attributes:
        role: What he or she does.
        affiliation: Bounds of the words for the body or place it is done at.
        country: Code of the nation named before the role.
    """

    role: str | None = None
    affiliation: Range | None = None
    country: str | None = None


def with_roles(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those of people with what the words beside the name say of them."""
    bodies = {
        index: draft
        for draft in drafts
        if draft.kind is not EntityKind.PERSON
        for index in range(*draft.core)
    }
    return [
        _with_role(page, draft, bodies) if draft.kind is EntityKind.PERSON else draft
        for draft in drafts
    ]


def _with_role(page: Page, draft: Draft, bodies: Mapping[int, Draft]) -> Draft:
    first, last = draft.core
    behind, age = _age(page, first, last)
    before = before_name(page, first, bodies)
    aside = _described(page, aside_of(page, behind))
    around = beside(page, first)
    told = [before, aside, _described(page, around), _heading(page, behind)]
    named = next((one for one in told if one.role), Told())
    # "Dr. Farah Naz, a surgeon at the clinic": the clinic may stand behind, the title before.
    held = next((one.affiliation for one in told if one.role and one.affiliation), None)
    country = next((one.country for one in told if one.country), None)
    if held is None and before.role and before.role.split()[-1].lower() in page.back.of_places:
        held = _place_behind(page, last)
    return replace(
        draft,
        role=draft.role or named.role,
        affiliation=held,
        country=draft.country or country,
        age=age,
    )


def _age(page: Page, first: int, last: int) -> tuple[int, int | None]:
    """Return where the words behind a name and its age start, and the age."""
    for marks, closing in ((",",), 0), (("(",), 1):
        if page.lower[last : last + 1] == marks:
            number = page.lower[last + 1 : last + 2]
            if number and number[0].isdigit() and int_of(number[0]) is not None:
                end = last + 2 + closing
                if page.lower[end - 1 : end] == (")",) or page.lower[end : end + 1] in {
                    (",",),
                    (".",),
                    (";",),
                }:
                    return end, int_of(number[0])
    before = page.lower[max(0, first - _LONGEST_TITLE) : first]
    text = "".join(before)
    for mark in ("-year-old",):
        place = text.rfind(mark)
        if place > 0:
            digits = text[:place]
            number_before = digits[len(digits.rstrip("0123456789")) :]
            return last, int_of(number_before)
    return last, None


def int_of(text: str) -> int | None:
    """Return an age in years; None if the digits are none."""
    if not text.isdecimal() or not 0 < int(text) < _OLDEST:
        return None
    return int(text)


def before_name(page: Page, first: int, bodies: Mapping[int, Draft]) -> Told:
    """Return the title before a name: "police chief", "Interior Minister", "BCD spokesman"."""
    back = page.back
    end = first
    while end and page.lower[end - 1] in back.honorifics:
        end -= 1
    noun = _noun_before(page, end)
    if noun is None:
        return Told()
    start = noun
    sentence = page.analysis.sentence_of(end - 1)
    while (
        start > max(sentence.first, end - _LONGEST_TITLE)
        and (page.tokens[start - 1].tag in _BEFORE_TAGS or start - 1 in bodies)
        and page.lower[start - 1] not in page.words.sets["person.honorifics"] - {"chief"}
    ):
        start -= 1
    body = next((bodies[index] for index in range(noun, start - 1, -1) if index in bodies), None)
    if body is not None and body.core[1] <= noun:
        start = body.core[1]
        while start < end - 1 and page.lower[start] in POSSESSIVES | HYPHENS:
            start += 1
        return Told(role=page.text(start, end), affiliation=body.core, country=None)
    nation = nation_of_title(page, start, end)
    if nation is not None:
        start = nation[1]
    held = _held_before(page, (start, end), bodies)
    if held is None and (place := _place_in(page, start, end)) is not None:
        held, start = place, place[1]
    while start < end - 1 and page.lower[start] in HYPHENS:
        start += 1
    if start and page.lower[start - 1] in POSSESSIVES:
        owner = bodies.get(start - 2)
        held = held or (owner.core if owner else None)
    return Told(role=page.text(start, end), affiliation=held, country=nation[0] if nation else None)


def _noun_before(page: Page, end: int) -> int | None:
    """Return the noun for the role in a title that ends here; None if there is none."""
    if not end or page.lower[end - 1] in page.back.honorifics:
        return None
    return end - 1 if _is_role(page, end - 1) else office_before(page, end)


def _held_before(page: Page, title: Range, bodies: Mapping[int, Draft]) -> Range | None:
    """Return the body that opens a title; for "company spokesman" the company last named."""
    held = _force_in(page, *title)
    if (
        held is None
        or page.lower[held[0] : held[1]] not in page.words.phrases["person.last_company"]
    ):
        return held
    before = (bodies[index] for index in range(held[0] - 1, -1, -1) if index in bodies)
    return next((body.core for body in before if body.kind in _COMPANIES), None)


def _is_role(page: Page, index: int) -> bool:
    word = page.lower[index]
    sets = page.words.sets
    return word in sets["person.roles"] | sets["person.titles"] or word in page.back.roles


def _place_in(page: Page, start: int, end: int) -> Range | None:
    """Return the place that opens a title: "Michigan Gov.", "New York City Mayor"."""
    stop = start
    if start and page.tokens[start - 1].tag in {"IN", "TO"}:
        return None
    while stop < end - 1 and page.is_capital(stop) and _is_place(page, stop):
        stop += 1
    return (start, stop) if stop > start else None


def _is_place(page: Page, index: int) -> bool:
    label = page.labels.get(index)
    return label is not None and label.label == "GPE"


def _force_in(page: Page, start: int, end: int) -> Range | None:
    """Return the body that opens a title: "police chief", "Portland Police Chief"."""
    for words in page.back.bodies:
        for index in range(start, end - len(words)):
            if page.lower[index : index + len(words)] == words and not is_of_office(
                page, index + len(words) - 1
            ):
                first = start if all(page.is_capital(one) for one in range(start, index)) else index
                return first, index + len(words)
    return None


def _described(page: Page, words: Range | None) -> Told:
    """Return what a description says: "a spokesman for the army"."""
    if words is None:
        return Told()
    start, end = words
    article = page.lower[start] in {"a", "an", "the", "his", "her", "its", "their"}
    start += article
    if start >= end:
        return Told()
    head = next((index for index in range(start, end) if page.tokens[index].tag == "IN"), end)
    roles = [index for index in range(start, head) if _is_role(page, index)]
    if not roles:
        return Told()
    held = None
    if head < end and page.lower[head] in page.back.held:
        held = _body_words(page, head + 1, end)
        if held is not None and not _is_held(page, held, inside=page.lower[head] == "in"):
            held = None
    if page.lower[roles[-1]] in page.back.not_held:
        held = None
    elif held is None or page.lower[head : head + 1] == ("in",):
        held = _owner_before(page, start, roles[-1]) or held
    nation = nation_of_title(page, start, roles[-1] + 1)
    return Told(role=page.text(start, end), affiliation=held, country=nation[0] if nation else None)


def _is_held(page: Page, words: Range, *, inside: bool) -> bool:
    """Say whether words behind a role name a body or site, not a field or a place around it.

    "Vice president of public affairs" and "spokeswoman in El Salvador" name none.
    """
    first, last = words
    if page.is_capital(first):
        return not (inside and _is_place(page, first))
    named = any(page.is_capital(index) for index in range(first, last))
    return not inside and (named or page.lower[last - 1] in page.back.sites)


def _owner_before(page: Page, start: int, role: int) -> Range | None:
    """Return whose a role is: "the company's vice president", "the district police chief"."""
    for index in range(start, role):
        if page.lower[index] in POSSESSIVES and index > start:
            return start, index
    return _force_in(page, start, role + 1)


def _body_words(page: Page, start: int, end: int) -> Range | None:
    """Return the words for a body behind "for" or "at", up to what is said of it."""
    stops = {"IN", "WDT", "WP", "VBD", "VBZ", "VBP", "VBG", "TO", "RB"}
    start += page.lower[start : start + 1] in {("the",), ("a",), ("an",)}
    last = start
    while last < end and (
        page.tokens[last].tag not in stops
        or (page.lower[last] in page.back.small and last + 1 < end and page.is_capital(last + 1))
    ):
        last += 1
    if last == start or page.tokens[start].tag in {"CD", "PRP$", "PRP", "WRB"}:
        return None
    return start, last


def _heading(page: Page, index: int) -> Told:
    """Return the role that a clause behind a name tells: ", who heads the union"."""
    found = of_verb(page, index)
    if found is None:
        return Told()
    verb, start, end = found
    return Told(
        role=page.back.by_verb[page.tokens[verb].lemma], affiliation=_body_words(page, start, end)
    )


def _place_behind(page: Page, last: int) -> Range | None:
    """Return the place behind a titled name: "Governor Jaime Villota of Arauca"."""
    if page.lower[last : last + 1] != ("of",):
        return None
    end = last + 1
    sentence = page.analysis.sentence_of(last)
    end += page.lower[end : end + 1] == ("the",)
    start = end
    while end < sentence.last and (
        page.is_capital(end)
        or (
            page.lower[end] in page.back.small
            and end + 1 < sentence.last
            and end > start
            and page.is_capital(end + 1)
        )
    ):
        end += 1
    return (start, end) if end > start else None
