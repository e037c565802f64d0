"""Whether what befell people is dated well before the report."""

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


def _is_aside(scene: Scene, time: TimeMention, index: int) -> bool:
    """Say whether a time stands in a clause that tells more of a noun, and a word does not."""
    tokens = scene.analysis.tokens
    first = next((one.index for one in tokens if one.span.end > time.span.start), index)
    above = (index, *scene.analysis.ancestors(index))
    for one in (first, *scene.analysis.ancestors(first)):
        if one in above:
            return False
        if tokens[one].relation == "relcl":
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
