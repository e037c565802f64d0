"""Money: asked for somebody's freedom, paid for it, taken, or what damage comes to.

An amount belongs to a ransom where the words between it and its verb name one, or where what is
asked or paid is in the same sentence for somebody's release. Prices, budgets and rewards are left
alone. The same amount in another currency is not counted twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.claims.amounts.phrases import (
    Path,
    agents,
    around,
    beside,
    is_told,
    listed,
    path_of,
    stand_for_attackers,
)
from onrecord.claims.casualties.governing import top_of
from onrecord.extract.events.factuality import factuality
from onrecord.model import Factuality, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.claims.scene import Scene
    from onrecord.model import FigureMention

_RANSOM = "ransom"
# "Damage worth", "damage estimated at", "losses put at about".
_REACH = 3
_OBJECTS = frozenset({"dobj", "nsubjpass", "relcl", "acl", "appos", "dative", "oprd"})


def slot(scene: Scene, mention: FigureMention) -> str | None:
    """Return what an amount of money is to the incident; None where the words do not say."""
    words = scene.words.amounts["money"]
    path = path_of(scene, mention, frozenset(words["carriers"]))
    return (
        _ransom(scene, mention, path, words)
        or _harm(scene, mention, path, words)
        or _taken(scene, mention, path, words)
    )


def _ransom(
    scene: Scene, mention: FigureMention, path: Path, words: Mapping[str, Any]
) -> str | None:
    if path.verb is None:
        return None
    verb = scene.analysis.tokens[path.verb]
    named = _RANSOM in path.nouns or _RANSOM in around(scene, path.verb)
    if not named and not _is_for_freedom(scene, mention, words):
        return None
    found = _asked_or_paid(scene, path, named=named, words=words)
    if found is None or not _is_news(scene, mention, path, denied=found == "ransom_paid"):
        return None
    return found if named or verb.lemma not in words["weak"] else None


def _asked_or_paid(
    scene: Scene, path: Path, *, named: bool, words: Mapping[str, Any]
) -> str | None:
    lemma = "" if path.verb is None else scene.analysis.tokens[path.verb].lemma
    if "demand" in path.nouns or lemma in words["demanding"]:
        return "ransom_demanded"
    if lemma in words["paying"] and path.how in {*_OBJECTS, "nsubj", "for", "of", "to"}:
        return "ransom_paid"
    if not named:
        return None
    if lemma in words["releasing"] and path.how in words["behind_release"]:
        return "ransom_paid"
    return "ransom_demanded" if lemma in words["fixing"] else None


def _is_for_freedom(scene: Scene, mention: FigureMention, words: Mapping[str, Any]) -> bool:
    """Say whether a sentence of money tells of somebody's freedom, or of those who took people."""
    sentence = scene.sentence(mention.phrase)
    here = {token.lemma for token in scene.analysis.tokens_of(sentence)}
    return bool(here.intersection((*words["freedom"], *words["captors"])))


def _is_news(scene: Scene, mention: FigureMention, path: Path, *, denied: bool) -> bool:
    """Say whether what is asked or paid is told as so; a ransom whose payment is denied is news."""
    if path.verb is None:
        return False
    voice = scene.voices.of_span(mention.phrase)
    if denied and voice is not None and voice.stance is Stance.DENIES:
        return True
    return is_told(scene, mention, path.verb) and (
        path.last is None
        or factuality(scene.analysis, path.last, scene.words.events)
        in {Factuality.HAPPENED, Factuality.GENERIC}
    )


def _harm(scene: Scene, mention: FigureMention, path: Path, words: Mapping[str, Any]) -> str | None:
    """Return the slot of what damage comes to: "damage put at 3 million euros"."""
    if path.verb is None:
        return None
    lemma = scene.analysis.tokens[path.verb].lemma
    harm = frozenset(words["harm"])
    told = harm & {*path.nouns, *around(scene, path.verb)}
    beside_it = harm & _near(scene, mention)
    costs = (told or beside_it) if lemma in words["costing"] else told and lemma == "be"
    return "loss" if costs and is_told(scene, mention, path.verb) else None


def _near(scene: Scene, mention: FigureMention) -> set[str]:
    """Return what stands right before an amount or hangs on it: "$3 million in damage"."""
    first = next(
        token.index for token in scene.analysis.tokens if token.span.end > mention.phrase.start
    )
    before = scene.analysis.tokens[max(0, first - _REACH) : first]
    return {*(token.lemma for token in before), *beside(scene, top_of(scene, mention))}


def _taken(
    scene: Scene, mention: FigureMention, path: Path, words: Mapping[str, Any]
) -> str | None:
    if path.verb is None:
        return None
    lemma = scene.analysis.tokens[path.verb].lemma
    by_object = path.how in _OBJECTS and lemma in words["taking"]
    by_preposition = f"{lemma} {path.how}" in words["taking_after"]
    if not (by_object or by_preposition) or not is_told(scene, mention, path.verb):
        return None
    if by_object and lemma in words["taking_if"] and not _is_by_attackers(scene, path.verb):
        return None
    return "loss"


def _is_by_attackers(scene: Scene, verb: int) -> bool:
    who = agents(scene, verb)
    if who & listed(scene, "attackers"):
        return not who & listed(scene, "responders")
    return stand_for_attackers(scene, who, verb)
