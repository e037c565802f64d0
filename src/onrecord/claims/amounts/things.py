"""Things counted: destroyed, damaged, taken, used in the attack, found.

The rows of `amounts.en` say of which verbs and nouns a kind of thing must hang to belong to a slot.
What is "destroyed or damaged" is only known to be damaged. The weight of explosives counts as what
was used.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from onrecord.claims.amounts.phrases import (
    Hold,
    agents,
    beside,
    holds,
    is_part,
    is_told,
    listed,
    stand_for_attackers,
)
from onrecord.claims.clauses import squeezed
from onrecord.model import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.claims.scene import Scene
    from onrecord.model import FigureMention, Token

_NAME_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "HYPH", "JJ", "VBN", "VBG", "POS"})
_NUMBER_TAGS = frozenset({"CD", "LS"})
_PLURAL = frozenset({"NNS", "NNPS"})
_SINGULAR = frozenset({"NN", "NNP"})
_ARMS = frozenset({"arms_used", "arms_found"})
_HARMED = frozenset({"destroyed", "damaged"})


def slot(scene: Scene, mention: FigureMention) -> str | None:
    """Return what befell the things a figure counts; None where the words do not say."""
    if _is_model(scene, mention):
        return None
    found: dict[str, int] = {}
    for hold in holds(scene, mention):
        told = _of_hold(scene, mention, hold)
        if told is not None:
            found.setdefault(told, hold.index)
    if not found:
        return None
    name, index = next(iter(found.items()))
    if not is_told(scene, mention, index):
        return None
    if name in _ARMS and is_part(scene, mention):
        return None
    if name in _HARMED and (set(found) >= _HARMED or _is_or_less(scene, index)):
        return "damaged"
    return name


def named(scene: Scene, mention: FigureMention) -> Figure:
    """Return a figure whose unit is the whole name of the things: "fuel tankers", "pick-ups"."""
    if mention.quantity is not None:
        stuff = _filling(scene, mention)
        unit = f"{mention.figure.unit} of {stuff}" if stuff else mention.figure.unit
        return replace(mention.figure, unit=unit)
    words = _name(scene, mention)
    return replace(mention.figure, unit=words) if words else mention.figure


def _is_model(scene: Scene, mention: FigureMention) -> bool:
    """Say whether a number is the name of a thing: "a Mossberg 500 shotgun"."""
    head = scene.analysis.tokens[mention.head]
    plural = head.text.lower() != head.lemma or head.text.lower().endswith("s")
    herd = head.lemma in scene.words.amounts["things"]["livestock"]
    return (mention.figure.low or 0) > 1 and head.tag in _SINGULAR and not plural and not herd


def _filling(scene: Scene, mention: FigureMention) -> str | None:
    """Return the explosives that a weight is of; None where it is of other things."""
    filling = scene.words.amounts["filling"]
    if mention.quantity is None or mention.figure.unit not in filling["units"]:
        return None
    tokens = scene.analysis.tokens
    of = (child for child in tokens[mention.head].children if tokens[child].lemma == "of")
    inner = (tokens[index] for child in of for index in tokens[child].children)
    return next((one.text.lower() for one in inner if one.lemma in filling["stuff"]), None)


def _name(scene: Scene, mention: FigureMention) -> str:
    """Return the name of the things counted, without number: "M-16 rifles", "fuel tankers"."""
    tokens = scene.analysis.tokens
    counting = scene.words.amounts["counting"]["words"]
    calibres = scene.words.amounts["counting"]["calibres"]
    first = mention.head
    while first > 0 and mention.phrase.covers(tokens[first - 1].span):
        before, word = tokens[first - 1], tokens[first].text.lower()
        joined = before.tag in _NUMBER_TAGS and (word[:1] == "-" or word in calibres)
        if (before.tag not in _NAME_TAGS and not joined) or before.text.lower() in counting:
            break
        first -= 1
    words = scene.analysis.span_of(first, mention.head + 1).of(scene.analysis.text)
    head = tokens[mention.head]
    if mention.figure.low == mention.figure.high == 1 and head.tag in _PLURAL:
        words = words.removesuffix(head.text) + head.lemma  # "one of its towers" is one tower
    return squeezed(words).strip("-")


def _of_hold(scene: Scene, mention: FigureMention, hold: Hold) -> str | None:
    rows = scene.words.amounts["row"]
    return next((str(row["slot"]) for row in rows if _fits(scene, mention, hold, row)), None)


def _is_or_less(scene: Scene, index: int) -> bool:
    """Say whether a verb shares its object with one of less harm: "damaged or destroyed 12"."""
    tokens = scene.analysis.tokens
    verb = tokens[index]
    first = tokens[verb.head]
    if verb.relation != "conj" or any(tokens[one].relation == "dobj" for one in first.children):
        return False
    return any(
        row["slot"] == "damaged" and first.lemma in row.get("done", ())
        for row in scene.words.amounts["row"]
    )


def _fits(scene: Scene, mention: FigureMention, hold: Hold, row: Mapping[str, Any]) -> bool:
    if not _hangs(scene, hold, row) or not _is_of(scene, mention, row["things"]):
        return False
    if "with" in row and not beside(scene, hold.index).intersection(row["with"]):
        return False
    return _is_done_by(scene, hold, row)


def _hangs(scene: Scene, hold: Hold, row: Mapping[str, Any]) -> bool:
    """Say whether a row names the word that things hang on, with what they are to it."""
    lemma = scene.analysis.tokens[hold.index].lemma
    if hold.how in {"done", "does"}:
        return lemma in row.get(hold.how, ())
    if hold.how in row.get("members", ()):
        return lemma in scene.words.claims["attackers"]["nouns"]
    return f"{lemma} {hold.how}" in row.get("after", ())


def _is_of(scene: Scene, mention: FigureMention, kinds: tuple[str, ...]) -> bool:
    amounts = scene.words.amounts
    if mention.quantity is not None:
        return "filling" in kinds and _filling(scene, mention) is not None
    names = _names(scene, mention)
    if "any" in kinds:
        return not names.intersection(amounts["things"]["idle"])
    listed = {word for kind in kinds if kind != "filling" for word in amounts["things"][kind]}
    return bool(names & listed)


def _names(scene: Scene, mention: FigureMention) -> set[str]:
    """Return the last word of a thing's name, as a list may have it: "pick-ups" as "pick-up"."""
    head: Token = scene.analysis.tokens[mention.head]
    last = _name(scene, mention).lower().rpartition(" ")[2]
    return {head.lemma, head.text.lower(), last, last.removesuffix("s")}


def _is_done_by(scene: Scene, hold: Hold, row: Mapping[str, Any]) -> bool:
    """Say whether those who do it are whom a row asks for, or are not told."""
    who = frozenset() if hold.how == "does" else agents(scene, hold.index)
    if who & listed(scene, "nature"):
        return False
    allowed = who & listed(scene, *row.get("unless_by", ()))
    if who & listed(scene, *row.get("but_not", ())) and not allowed:
        return False
    if "only_by" not in row or who & listed(scene, *row["only_by"]):
        return True
    return stand_for_attackers(scene, who, hold.index)
