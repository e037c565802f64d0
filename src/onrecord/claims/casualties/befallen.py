"""What befell people, by the events they are patients of and by what governs their phrase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.claims.casualties.clauses import agents_of, words_beside, words_of_clause
from onrecord.claims.casualties.dated import is_past
from onrecord.claims.casualties.governing import (
    Governor,
    Side,
    described_by,
    governors,
    is_also_told,
    is_bare,
    is_presupposed,
    told_more,
    top_of,
)
from onrecord.claims.casualties.withheld import is_cared_for, is_withheld
from onrecord.extract.events.factuality import factuality
from onrecord.model import Factuality, FigureMention, RoleName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.claims.deeds import Deed
    from onrecord.claims.scene import Scene
    from onrecord.model import EventMention, Span, Token

_DEADLY = frozenset({"fatally", "dead", "death"})
# So many people of whom nothing else is told are no attackers.
_CROWD = 20


@dataclass(frozen=True, slots=True)
class Befell:
    """What words tell of people counted.

    Attributes:
        slot: What befell them; None where the words tell it as not having happened, or not now.
    """

    slot: str | None


NOT_SO = Befell(None)


@dataclass(frozen=True, slots=True)
class _Told:
    """A word that tells what befell people.

    Attributes:
        governor: The word.
        slot: What it tells.
        as_it_is: It tells so by being denied, or whatever its verb: "were not heard from".
    """

    governor: Governor
    slot: str
    as_it_is: bool = False


def by_events(scene: Scene, mention: FigureMention) -> Befell | None:
    """Return what befell people by the events they are patients of; None where they are of none."""
    events = [event for event in scene.mentions.events if _strikes(scene, event, mention)]
    if not events:
        return None
    if _is_either(scene, [(event.trigger, str(event.effect)) for event in events]):
        return NOT_SO
    current = [event for event in events if _is_current(scene, event, mention)]
    if not current and mention.figure.high == 0:
        return Befell(next((event.effect for event in events if _denied(event)), None))
    told = [event.effect for event in current if event.effect]
    for weighty in ("killed", "freed"):
        if weighty in told:
            return Befell(weighty)
    return Befell(told[0] if told else None)


def by_deeds(scene: Scene, mention: FigureMention) -> Befell | None:
    """Return what befell people by what governs them; None where that tells nothing."""
    found = _governed(scene, mention, _around(scene, mention))
    if not found and holds_whole(scene, mention):
        found = _governed(scene, mention, told_more(scene.analysis, mention.head))
    if not found:
        return None
    if _is_either(scene, [(one.governor.index, one.slot) for one in found]):
        return NOT_SO
    told = [one.slot for one in found if _is_told(scene, mention, one)]
    if not told:
        return NOT_SO
    return Befell("killed" if "killed" in told else told[0])


def is_fate_unknown(scene: Scene, mention: FigureMention) -> bool:
    """Say whether it is told that nobody knows where people are: "no word of 25 crew"."""
    return any(
        one.as_it_is and one.slot == "missing"
        for one in _governed(scene, mention, _around(scene, mention))
    )


def deeds_of(scene: Scene, mention: FigureMention) -> list[Span]:
    """Return the words that tell what befell the people counted in a figure's sentence."""
    sentence = scene.sentence(mention.phrase)
    return [
        scene.analysis.tokens[told.governor.index].span
        for one in scene.mentions.figures
        if one.figure.unit == "people" and sentence.span.covers(one.phrase)
        for told in _governed(scene, one, _around(scene, one))
    ]


def _governed(scene: Scene, mention: FigureMention, around: Iterable[Governor]) -> list[_Told]:
    """Return the words around people that tell what befell them, each with its slot."""
    told = (_told(scene, mention, governor) for governor in around)
    return [one for one in told if one is not None]


def is_nested(scene: Scene, mention: FigureMention) -> bool:
    """Say whether a figure is only the whole of another: "the nine" of "three of the nine"."""
    return any(
        other is not mention
        and other.phrase != mention.phrase
        and other.phrase.covers(mention.phrase)
        for other in scene.mentions.figures
    )


def holds_whole(scene: Scene, mention: FigureMention) -> bool:
    """Say whether a figure names its whole: "three of the nine"."""
    return any(
        other.phrase != mention.phrase and mention.phrase.covers(other.phrase)
        for other in scene.mentions.figures
    )


def _strikes(scene: Scene, event: EventMention, mention: FigureMention) -> bool:
    if event.effect is None:
        return False
    trigger = scene.analysis.tokens[event.trigger]
    # "Four wounded workers were flown out": they were counted when they were wounded. Whom "left
    # three injured and one dead" counts is told by the words behind each number.
    if trigger.relation == "amod" or trigger.lemma == "leave" or _is_noun(scene, trigger):
        return False
    if _counts_others(scene, event, mention) or is_cared_for(scene, event.trigger):
        return False
    heads = {role.head for role in event.roles if role.name is RoleName.PATIENT}
    if is_nested(scene, mention):
        return False
    if holds_whole(scene, mention) and mention.head in scene.analysis.ancestors(event.trigger):
        return False  # "a third of the hostages they seized": the whole was seized
    return mention.head in heads or any(
        mention.phrase.covers(scene.analysis.tokens[head].span) for head in heads
    )


def _is_noun(scene: Scene, trigger: Token) -> bool:
    """Say whether a participle stands for people: "put the injured at 80"."""
    before = scene.analysis.tokens[max(trigger.index - 1, 0)]
    return trigger.tag == "VBN" and before.text.lower() == "the"


def _is_current(scene: Scene, event: EventMention, mention: FigureMention) -> bool:
    """Say whether an event is told as news of the incident that happened."""
    if event.factuality is not Factuality.HAPPENED or is_past(scene, mention, event.trigger):
        return False
    noun = scene.analysis.tokens[event.trigger].tag[:2] == "NN"
    if noun and is_withheld(scene, event.trigger):
        return False
    voice = scene.voices.unanswered(event.span) or scene.voices.of_span(event.span)
    return (
        scene.voices.vouches(event.span)
        or is_presupposed(scene, event.trigger, voice)
        or is_also_told(scene, event.span, voice, [event.span])
    )


def _counts_others(scene: Scene, event: EventMention, mention: FigureMention) -> bool:
    """Say whether the words that kill stand behind others counted: "six were shot, one fatally"."""
    tokens = scene.analysis.tokens
    trigger = tokens[event.trigger]
    behind = tokens[event.trigger + 1 : scene.sentence(mention.phrase).last]
    if event.effect != "killed" or trigger.lemma in scene.words.deeds.outright:
        return False
    deadly = next((token for token in behind if token.lemma in _DEADLY), None)
    return deadly is not None and any(
        trigger.span.start < other.phrase.start < deadly.span.start
        and not other.phrase.overlaps(mention.phrase)
        for other in scene.mentions.figures
    )


def _denied(event: EventMention) -> bool:
    return event.factuality in {Factuality.NEGATED, Factuality.HAPPENED}


def _is_either(scene: Scene, told: list[tuple[int, str]]) -> bool:
    """Say whether two things are told of people at once: "were killed or wounded"."""
    tokens = scene.analysis.tokens
    if any(_is_or_else(scene, index, slot) for index, slot in told):
        return True
    slots = {slot for _, slot in told}
    if not {"killed", "injured"} <= slots:
        return False
    triggers = {index for index, _ in told}
    first, last = tokens[min(triggers)].span, tokens[max(triggers)].span
    if any(first.end <= one.phrase.start < last.start for one in scene.mentions.figures):
        return False  # "eleven were killed and 30 hurt"
    return any(
        tokens[index].relation == "conj"
        and tokens[index].head in triggers
        and not any(
            tokens[child].relation in {"dobj", "nsubj", "nsubjpass"}
            for child in tokens[index].children
        )
        for index in triggers
    )


def _is_or_else(scene: Scene, index: int, slot: str) -> bool:
    """Say whether a verb shares its object with another by "or": "killed or wounded 20"."""
    tokens = scene.analysis.tokens
    first = tokens[tokens[index].head]
    if tokens[index].relation != "conj" or first.tag[:2] != "VB":
        return False
    parts = [tokens[child] for child in first.children]
    joined = any(part.relation == "cc" and part.lemma == "or" for part in parts)
    if not joined or any(part.relation == "dobj" for part in parts):
        return False
    return any(deed.slot != slot for deed in scene.words.deeds.done.get(first.lemma, ())[:1])


def _around(scene: Scene, mention: FigureMention) -> Iterator[Governor]:
    if is_nested(scene, mention):
        yield from told_more(scene.analysis, mention.head)
    else:
        yield from governors(scene, mention, alone=holds_whole(scene, mention))
    yield from described_by(scene, mention)


def _told(scene: Scene, mention: FigureMention, governor: Governor) -> _Told | None:
    lemma = scene.analysis.tokens[governor.index].lemma
    words = scene.words
    match governor.side:
        case Side.DONE:
            # The engine makes no right lemma of rare verbs: "rearrested".
            if is_cared_for(scene, governor.index):
                return None
            rows: Iterable[Deed] = words.deeds.done.get(lemma) or words.deeds.done.get(
                scene.analysis.tokens[governor.index].text.lower(), ()
            )
        case Side.DOES:
            rows = words.deeds.does.get(lemma) or words.deeds.does.get(
                scene.analysis.tokens[governor.index].text.lower(), ()
            )
            if not rows and is_bare(scene.analysis, governor.index):
                rows = words.deeds.done.get(lemma, ())
        case Side.OF:
            listed = words.claims["befell"].items()
            slot = next((str(slot) for slot, nouns in listed if lemma in nouns), None)
            if slot is not None:
                return _Told(governor, slot)
            rows = words.deeds.of_them.get(lemma, ())
        case Side.WITH:
            carrying = words.claims["carrying"]
            agents = agents_of(scene, governor.index)
            fits = lemma in carrying["verbs"] and agents & frozenset(carrying["agents"])
            return _Told(governor, "kidnapped") if fits else None
    row = _first_fitting(scene, mention, governor, rows)
    if row is None:
        return None
    return _Told(governor, row.slot, as_it_is=row.negated)


def _first_fitting(
    scene: Scene, mention: FigureMention, governor: Governor, rows: Iterable[Deed]
) -> Deed | None:
    """Return the first row of the table that fits a governor and those it governs."""
    rows = tuple(rows)
    if not rows:
        return None
    if governor.side is Side.OF:
        clause = words_beside(scene, governor.index)
    else:
        clause = words_of_clause(scene, mention, governor.index)
    return next(
        (
            row
            for row in rows
            if _is_worded(scene, governor, row, clause) and _fits(scene, mention, governor, row)
        ),
        None,
    )


def _is_worded(scene: Scene, governor: Governor, row: Deed, clause: set[str]) -> bool:
    """Say whether the words in the clause of a governor are those a row asks for."""
    if (row.beside and not row.beside & clause) or row.without & clause:
        return False
    return not row.negated or governor.side is Side.OF or _is_denied(scene, governor.index)


def _fits(scene: Scene, mention: FigureMention, governor: Governor, row: Deed) -> bool:
    if row.counted and _counted(scene, mention) not in row.counted:
        return False
    if row.victims and not _are_victims(scene, mention):
        return False
    if row.near or row.unless:
        report = {token.lemma for token in scene.analysis.tokens}
        if (row.near and not row.near & report) or row.unless & report:
            return False
    return not row.agents or bool(row.agents & agents_of(scene, governor.index))


def _is_denied(scene: Scene, index: int) -> bool:
    """Say whether a verb is told as not so."""
    tokens = scene.analysis.tokens
    return any(tokens[child].relation == "neg" for child in tokens[index].children)


def _named(scene: Scene, mention: FigureMention) -> FigureMention | None:
    """Return a figure that names its people; for a bare number, the nearest before it that does."""
    sentence = scene.sentence(mention.phrase)
    return next(
        (
            one
            for one in reversed(scene.mentions.figures)
            if sentence.span.start <= one.phrase.start <= mention.phrase.start
            and one.figure.population is not None
            and one.figure.population.words
        ),
        None,
    )


def _counted(scene: Scene, mention: FigureMention) -> str:
    """Return the lemma of what a figure counts; that of those before for a bare number."""
    own = scene.analysis.tokens[mention.head]
    population = mention.figure.population
    if population is not None and population.words:
        return own.lemma
    named = _named(scene, mention)
    return own.lemma if named is None else scene.analysis.tokens[named.head].lemma


def _are_victims(scene: Scene, mention: FigureMention) -> bool:
    """Say whether people counted are no attackers; without a noun, as those counted before them."""
    named = _named(scene, mention)
    if named is None and mention.part_of is not None:
        return True  # "87 schoolgirls were taken, of whom 21 have fled"
    if named is None:
        return (mention.figure.low or 0) >= _CROWD  # "hundreds fled"
    people = named.figure.population
    return people is not None and people.role not in scene.words.attackers


def _is_told(scene: Scene, mention: FigureMention, one: _Told) -> bool:
    """Say whether what governs people is told as having happened, and as news."""
    governor = one.governor
    if one.as_it_is:
        return not is_past(scene, mention, governor.index)
    told = factuality(scene.analysis, governor.index, scene.words.events)
    none = mention.figure.high == 0
    # A noun in the plural that is counted is no custom: "the deaths of four men".
    counted = told is Factuality.GENERIC and governor.side is Side.OF
    if (
        told is not Factuality.HAPPENED
        and not counted
        and not (none and told is Factuality.NEGATED)
    ):
        return False
    return not is_withheld(scene, governor.index) and not is_past(scene, mention, governor.index)


__all__ = ["NOT_SO", "Befell", "by_deeds", "by_events", "is_fate_unknown", "is_nested", "top_of"]
