"""Whether what befell people is dated well before the report, by their sentence or one before it.

Who points back into an old sentence belongs to it: "In 2001 militants took 20 people. Three of them
did not survive", "About 1,000 have been seized since December. Nine have died".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.claims.standing import is_old, nearest_time, says_background, times_by_sentence

if TYPE_CHECKING:
    from datetime import date

    from onrecord.claims.scene import Scene
    from onrecord.model import FigureMention, TimeMention

# What leads from those counted up to their verb: "the 2014 raid that left 30 dead".
_INSIDE = frozenset({"dobj", "nsubj", "nsubjpass", "oprd", "nummod"})
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_past(scene: Scene, mention: FigureMention, index: int) -> bool:
    """Say whether the clause of a word is dated well before the report, or its sentence is.

    A time in a clause that tells more of somebody dates that clause only: "released 27 pupils they
    had abducted in February". A year beside a noun dates what tells more of it: "a 2012 attack that
    killed 80".
    """
    sentence = scene.sentence(mention.phrase)
    if _is_of_old_year(scene, index):
        return True
    here = times_by_sentence(scene.analysis, scene.mentions).get(sentence.number, [])
    if not here:
        text = sentence.span.of(scene.analysis.text)
        return sentence.number > 1 and says_background(text, scene.words.claims)
    near = [time for time in here if not _is_aside(scene, time, index)]
    own = nearest_time(scene.analysis, sentence, index, near)
    return own is not None and is_old(scene.report, own)


def follows_old(scene: Scene, mention: FigureMention) -> bool:
    """Say whether a sentence without a time goes on with people of an old sentence right before it.

    It does where a figure in it is a part of one there, or where a number without a noun opens it.
    """
    sentence = scene.sentence(mention.phrase)
    if times_by_sentence(scene.analysis, scene.mentions).get(sentence.number):
        return False
    people = [one for one in scene.mentions.figures if one.figure.unit == "people"]
    here = [one for one in people if sentence.span.covers(one.phrase)]
    earlier = [one for one in people if one.phrase.end <= sentence.span.start]
    if not earlier or _number_of(scene, earlier[-1]) != sentence.number - 1:
        return False
    last = [one for one in earlier if _number_of(scene, one) == sentence.number - 1]
    parts = {one.part_of for one in here}
    whole = [one for one in last if one.phrase in parts]
    if not whole and _opens(scene, here[0], sentence.first, last[-1]):
        whole = last[-1:]
    return bool(whole) and all(is_past(scene, one, one.head) for one in whole)


def _number_of(scene: Scene, mention: FigureMention) -> int | None:
    """Return the number of a figure's sentence; None outside the body."""
    try:
        return scene.sentence(mention.phrase).number
    except LookupError:
        return None


def _opens(scene: Scene, mention: FigureMention, first: int, before: FigureMention) -> bool:
    """Say whether a number that points back opens a sentence: "Nine died", "Two of the boys"."""
    tokens = scene.analysis.tokens
    people = mention.figure.population
    bare = people is not None and not people.words
    words = [token.text.lower() for token in tokens[first : first + 3]][1:]
    same = words == ["of", "the"] and tokens[mention.head].lemma == tokens[before.head].lemma
    return (bare or same) and mention.phrase.start == tokens[first].span.start


def _is_aside(scene: Scene, time: TimeMention, index: int) -> bool:
    """Say whether a time stands in a clause that tells more of a noun, and a word does not."""
    tokens = scene.analysis.tokens
    first = next((one.index for one in tokens if one.span.end > time.span.start), index)
    above = (index, *scene.analysis.ancestors(index))
    for one in (first, *scene.analysis.ancestors(first)):
        if one in above:
            return False
        # "The raid, the third on the village this year, left five dead" counts raids by the year.
        if tokens[one].relation in {"relcl", "appos"}:
            return True
        # "Found the remains of two of five women missing since 2011" dates only their absence.
        if tokens[one].relation == "acl":
            return index in scene.analysis.ancestors(tokens[one].head)
    return False


def _is_of_old_year(scene: Scene, index: int) -> bool:
    tokens = scene.analysis.tokens
    published = scene.report.published_on
    own = [tokens[child].text for child in tokens[index].children if tokens[index].tag == "NN"]
    if any(_is_gone(year, published) for year in own):
        return True  # "the 2009 massacre of 150 villagers"
    for one in (index, *scene.analysis.ancestors(index)[:3]):
        token = tokens[one]
        if token.relation not in _INSIDE | {"relcl", "acl", "conj"}:
            return False
        if token.relation in _INSIDE:
            continue
        years = (tokens[child].text for child in tokens[token.head].children)
        if any(_is_gone(year, published) for year in years):
            return True
    return False


def _is_gone(year: str, published: date | None) -> bool:
    """Say whether a word is a year before the report's."""
    return bool(_YEAR.fullmatch(year)) and (published is None or int(year) < published.year)
