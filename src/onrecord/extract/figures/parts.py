"""Which figures are stated parts of a stated total: "seven people, including five Japanese".

A part is read where the words say so: behind "including" and its kin, by "of whom" and "of them",
by "of the 40, 12", "three of the nine", "among the seven", behind the colon that spells a total
out, and in a list set off by a comma or a dash that adds up to it. Whether parts fit their total is
left to the desk checks.

Known limits: parts are told in the sentence of their total, but for "of them", which may reach back
to the sentence before; a list that a verb interrupts ends there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.later_parts import later_parts
from onrecord.model import Bearing, FigureMention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.model import Analysis, Sentence, Token

# How many letters may stand between a total and its first part, or between two parts.
_REACH = 90
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|these|those)\b|\s+among\s+(?:them|whom)\b")
_OF_WHOM = re.compile(r"\bof\s+whom\s+(?:only\s+|just\s+)?$")
# A closing quotation mark opens no clause: 'the "murder" of 19 people'.
_OF_THE = re.compile(
    r"(?:^|[,;:]\s*|(?:^|\s)[“\"]\s*)(?:out\s+)?of\s+(?:(?:all|the|its|their|these|those)\s+)*$"
)
_AMONG_THE = re.compile(r"\bamong\s+(?:(?:all|the|its|their|these|those)\s+)*$")
_JOINT = re.compile(r"\s*(?:,|;|,?\s*and\b|,?\s*as well as\b|,?\s*along with\b)")
_IS_ONE = re.compile(r"\s*(?:are|were|is|was)(?:\s+an?)?\s+\w+\s*(?:,|,?\s*and)\s*")
_OPPOSED = re.compile(r"\b(?:but|while|whereas|although|though)\b")
# Words right behind a part: "three seriously", "33 with bound hands", "two in critical condition".
_MARKED = re.compile(
    r"(?:seriously|critically|gravely|severely|badly|slightly|fatally|mortally)\b"
    r"|with\s+(?!(?:a|the)\s+\w+\s+(?:wounded|injured|killed|dead))"
    r"|in\s+(?:an?\s+)?(?:critical|serious|grave|stable|fair|poor)\b"
)
# Roles that say nothing of what people do; they may hold those of any role.
_ANYBODY = frozenset({None, "people", "hostages"})
_BY_AGE = frozenset({"children", "women", "men", "foreigners", "family"})
# A clause that tells more of those before is no list of them.
_TOLD_MORE = re.compile(r"^\s*,?\s*(?:who|that|whom|which)\b")
_COLON = re.compile(r":\s*$")
_SET_OFF = re.compile(r"^[^,:;]*(?:,|\(|–|—|--| -)\s*$")
_STATED = frozenset({Bearing.COUNT, Bearing.MORE})


def with_parts(
    analysis: Analysis, found: Sequence[FigureMention], lexicon: FigureLexicon
) -> list[FigureMention]:
    """Return figures with the totals of which they are told to be parts.

    Args:
        analysis: The grammar of the report.
        found: The figures of the report in reading order.
        lexicon: The lexica of figures.
    """
    totals: dict[Span, Span] = {}
    people = [one for one in found if one.figure.unit == "people"]
    before: list[FigureMention] = []
    for sentence in analysis.sentences:
        here = [one for one in people if sentence.span.covers(one.phrase)]
        if here:
            own = _Reader(analysis, sentence, lexicon, here).read(before)
            totals |= own | later_parts(analysis, here, own, lexicon)
        before = here
    for one in found:
        if one.figure.unit != "people" and one.quantity is None:
            whole = _within(one, found)
            if whole is not None:
                totals[one.phrase] = whole
    return [replace(one, part_of=totals.get(one.phrase, one.part_of)) for one in found]


def _within(one: FigureMention, found: Sequence[FigureMention]) -> Span | None:
    """Return the whole that the words of a part name: "half the six pylons"."""
    return next(
        (
            other.phrase
            for other in found
            if other.phrase != one.phrase
            and other.figure.unit == one.figure.unit
            and one.phrase.covers(other.phrase)
        ),
        None,
    )


class _Reader:
    """Finds the parts among the people counted in one sentence.

    Attributes:
        totals: Phrase of the total, by phrase of the part.
    """

    def __init__(
        self,
        analysis: Analysis,
        sentence: Sentence,
        lexicon: FigureLexicon,
        figures: list[FigureMention],
    ) -> None:
        self.analysis = analysis
        self.sentence = sentence
        self.figures = figures
        self.including = lexicon.kinds.including
        self.harmed = lexicon.words["struck.harmed"]
        self.left = lexicon.words["struck.left"]
        self.totals: dict[Span, Span] = {}

    def read(self, before: list[FigureMention]) -> dict[Span, Span]:
        """Return the phrase of the total, by phrase of the part.

        Args:
            before: The people counted in the sentence before.
        """
        for place, one in enumerate(self.figures):
            self._nested(one)
            self._of_them(place, before)
            self._included(place)
            self._told_on(place)
        self._of_the()
        self._among_the()
        self._spelt_out()
        return self.totals

    def _text(self, start: int, end: int) -> str:
        return self.analysis.text[start:end].lower()

    def _gap(self, one: FigureMention, other: FigureMention) -> str:
        return self._text(one.phrase.end, other.phrase.start)

    def _mark(self, part: FigureMention, total: FigureMention) -> None:
        if part is not total and total.phrase != part.phrase:
            self.totals.setdefault(part.phrase, total.phrase)

    def _wholes(self, place: int) -> Iterator[FigureMention]:
        """Yield the figures before one that are no parts and hold still, the nearest first."""
        for one in reversed(self.figures[:place]):
            if one.phrase not in self.totals and one.figure.bearing in _STATED | {Bearing.TOTAL}:
                yield one

    def _nested(self, one: FigureMention) -> None:
        """Take "three of the nine" as three of nine."""
        for other in self.figures:
            if other.phrase != one.phrase and one.phrase.covers(other.phrase):
                self._mark(one, other)

    def _of_them(self, place: int, before: list[FigureMention]) -> None:
        one = self.figures[place]
        behind = _OF_THEM.match(self._text(one.phrase.end, self.sentence.span.end))
        ahead = _OF_WHOM.search(self._text(self.sentence.span.start, one.phrase.start))
        inside = _OF_THEM.search(self._text(one.phrase.start, one.phrase.end))
        if behind is None and ahead is None and inside is None:
            return
        wholes = [*self._wholes(place), *reversed(before)]
        total = next((whole for whole in wholes if _may_hold(whole, one)), None)
        if total is not None:
            self._mark(one, total)

    def _included(self, place: int) -> None:
        """Read what stands behind "including", and what is joined to it."""
        one = self.figures[place]
        if place == 0 or one.figure.bearing not in _STATED:
            return
        last = self.figures[place - 1]
        gap = self._gap(last, one)
        total = next(self._wholes(place), None)
        if total is None:
            return
        if self._says_included(gap) and self._is_list(last, one, verbs=True):
            # What is included is told of the nearest: "freed 18 of them, including two Norwegians".
            self._mark(one, last)
        elif last.phrase in self.totals and self._goes_on(place):
            self.totals.setdefault(one.phrase, self.totals[last.phrase])

    def _told_on(self, place: int) -> None:
        """Read what is told on of some of those before: "a crowd of 100 ...; a dozen were wounded".

        Those before must not be told of as harmed themselves: who is wounded beside 12 killed is
        none of them.
        """
        one = self.figures[place]
        population = one.figure.population
        if place == 0 or one.phrase in self.totals or one.others or one.definite:
            return
        if population is None or population.words:
            return
        last = self.figures[place - 1]
        if last.phrase in self.totals or not _is_less(one, last):
            return
        if self._is_left(one) or self._is_none(one, last) or self._is_marked(one, last):
            self._mark(one, last)
        elif ";" in self._gap(last, one):
            verb = self._verb(one)
            told = verb is not None and (
                verb.lemma == "be" or self._verb_of(last) not in self.harmed
            )
            if told:
                self._mark(one, last)

    def _verb(self, one: FigureMention) -> Token | None:
        """Return the verb whose subject a figure is."""
        token = self.analysis.tokens[one.head]
        head = self.analysis.tokens[token.head]
        while head.index != token.index and one.phrase.covers(head.span):
            token, head = head, self.analysis.tokens[head.head]
        subject = token.relation in {"nsubj", "nsubjpass"}
        return head if subject and head.tag[:2] == "VB" else None

    def _verb_of(self, one: FigureMention) -> str:
        """Return the lemma of the verb that governs a figure; "" where none does."""
        tokens = self.analysis.tokens
        return next(
            (
                tokens[index].lemma
                for index in self.analysis.ancestors(one.head)
                if tokens[index].tag[:2] == "VB"
            ),
            "",
        )

    def _is_left(self, one: FigureMention) -> bool:
        """Read "leaving only three alive"."""
        behind = self._text(one.phrase.end, self.sentence.span.end).split()[:1]
        return bool(behind) and behind[0].strip(",.;") in self.left

    def _is_none(self, one: FigureMention, last: FigureMention) -> bool:
        """Read "wounded four worshippers in a mosque, none fatally"."""
        behind = self._text(one.phrase.end, self.sentence.span.end).lstrip()
        gap = self._gap(last, one).rstrip()
        return one.figure.high == 0 and gap.endswith(",") and not behind.startswith("of ")

    def _is_marked(self, one: FigureMention, last: FigureMention) -> bool:
        """Read "12 were wounded, three seriously", "260 bodies lay there, 33 with bound hands"."""
        behind = self._text(one.phrase.end, self.sentence.span.end).lstrip()
        gap = self._gap(last, one)
        alone = gap.rstrip().endswith(",") and gap.count(",") == 1 and ";" not in gap
        return alone and len(gap) <= _REACH and _MARKED.match(behind) is not None

    def _says_included(self, gap: str) -> bool:
        return any(re.search(rf"\b{re.escape(words)}\b", gap) for words in self.including)

    def _goes_on(self, place: int) -> bool:
        """Say whether a figure is joined to the part before it."""
        last, one = self.figures[place - 1], self.figures[place]
        gap = self._gap(last, one)
        if _IS_ONE.fullmatch(gap):
            return True  # "two are Kenyan, three Tanzanian"
        if _JOINT.match(gap) is None or _OPPOSED.search(gap) or not self._is_list(last, one):
            return False
        if one.definite and not one.others:
            return False  # "four are nuns; the 30 wounded include ..."
        if self._is_other_trade(last, one):
            return False
        # "12, including a child, and two guards": the comma closes what "including" opened.
        closed = re.match(r"\s*,\s*and\b", gap) is not None
        earlier = place > 1 and self.figures[place - 2].phrase in self.totals
        return earlier or not closed

    def _is_other_trade(self, last: FigureMention, one: FigureMention) -> bool:
        """Read "seven passengers, three of them children, two drivers" as nine people."""
        named = _OF_THEM.search(self._text(last.phrase.start, last.phrase.end))
        whole = self.totals[last.phrase]
        total = next((other for other in self.figures if other.phrase == whole), None)
        if named is None or total is None:
            return False
        return _role(total) not in _ANYBODY and _role(one) not in _ANYBODY | _BY_AGE

    def _is_list(self, one: FigureMention, other: FigureMention, *, verbs: bool = False) -> bool:
        """Say whether no clause stands between two figures."""
        between = Span(one.phrase.end, other.phrase.start)
        if between.end - between.start > _REACH:
            return False
        return verbs or not any(
            token.tag[:2] in {"VB", "MD"}
            for token in self.analysis.tokens_of(self.sentence)
            if between.covers(token.span)
        )

    def _of_the(self) -> None:
        """Read "of the 40 hostages, 12 were freed and three killed"."""
        for place, total in enumerate(self.figures[:-1]):
            ahead = self._text(self.sentence.span.start, total.phrase.start)
            first = self.figures[place + 1]
            if _OF_THE.search(ahead) is None or len(self._gap(total, first)) > _REACH:
                continue
            self._mark(first, total)
            for one in self.figures[place + 2 :]:
                if one.figure.population is not None and not one.figure.population.words:
                    self._mark(one, total)

    def _among_the(self) -> None:
        """Read "five Japanese and two Britons among the seven", "among the 12 dead were two"."""
        for place, total in enumerate(self.figures):
            ahead = self._text(self.sentence.span.start, total.phrase.start)
            if _AMONG_THE.search(ahead) is None:
                continue
            if not re.fullmatch(r"\W*among\s+(?:\w+\s+)*", ahead):
                if not self._may_be_among(place):
                    continue
                for earlier in range(place - 1, -1, -1):
                    if earlier < place - 1 and not self._is_list(
                        self.figures[earlier], self.figures[earlier + 1]
                    ):
                        break
                    self._mark(self.figures[earlier], total)
                continue
            for later in range(place + 1, len(self.figures)):
                if later > place + 1 and not self._is_list(
                    self.figures[later - 1], self.figures[later]
                ):
                    break
                self._mark(self.figures[later], total)

    def _may_be_among(self, place: int) -> bool:
        """Say whether the figure before a total can be what is among it: not "he was among the"."""
        if place == 0:
            return False
        last, total = self.figures[place - 1], self.figures[place]
        between = Span(last.phrase.end, total.phrase.start)
        return not any(
            between.covers(token.span) and token.relation in {"nsubj", "nsubjpass"}
            for token in self.analysis.tokens_of(self.sentence)
        )

    def _spelt_out(self) -> None:
        """Read "60 died: 40 men and 20 women" and "12 people, nine soldiers and three guards,"."""
        for place, total in enumerate(self.figures):
            parts = self._listed(place + 1)
            if total.phrase in self.totals or len(parts) < 2:  # noqa: PLR2004 - two make a list
                continue
            gap = self._gap(total, parts[0])
            exact = _SET_OFF.match(gap) is not None and _adds_up(total, parts)
            # "Five soldiers who guarded the camp, three porters and two cooks" are ten people.
            exact = exact and (_role(total) in _ANYBODY or _TOLD_MORE.match(gap) is None)
            if exact or (_COLON.search(gap) is not None and _may_hold(total, parts[0])):
                for part in parts:
                    self._mark(part, total)

    def _listed(self, place: int) -> list[FigureMention]:
        """Return the figures from one on that make a list without a verb."""
        listed = self.figures[place : place + 1]
        closed = False
        for one in self.figures[place + 1 :]:
            last = "and" in self._gap(listed[-1], one).split()
            if closed and not last:
                break  # "two women and a child, a doctor said"
            closed = closed or last
            if _JOINTS.search(self._gap(listed[-1], one)) is None or not self._is_list(
                listed[-1], one
            ):
                break
            listed.append(one)
        return [one for one in listed if one.phrase not in self.totals]


_JOINTS = re.compile(r",|;|\band\b|\bas well as\b")


def _role(one: FigureMention) -> str | None:
    return one.figure.population.role if one.figure.population else None


def _is_less(part: FigureMention, total: FigureMention) -> bool:
    """Say whether a figure is certainly less than another, as a part must be."""
    least = total.figure.low if total.figure.low is not None else total.figure.high
    most = part.figure.high if part.figure.high is not None else part.figure.low
    return least is not None and most is not None and most < least


def _may_hold(total: FigureMention, part: FigureMention) -> bool:
    """Say whether a figure can be a part of another."""
    most = total.figure.high
    least = part.figure.high if part.figure.low is None else part.figure.low
    return most is None or least is None or least <= most


def _adds_up(total: FigureMention, parts: list[FigureMention]) -> bool:
    figures = [one.figure for one in (total, *parts)]
    if any(figure.low is None or figure.low != figure.high for figure in figures):
        return False
    return sum(figure.low or 0 for figure in figures[1:]) == figures[0].low
