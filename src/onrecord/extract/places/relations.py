"""What a report says of a place beside another: near, how far, which way, on which border.

"About 60 km south-west of Mosul", "near the border with Libya", "between Kirkuk and Tikrit", "off
the coast of Somalia", "northern Mali". Each relation keeps its words, what it is measured from (its
ground) and, where the words give it, the place it locates (its figure): "In Amenas, near the border
with Libya". Reads the grammar, the places found and the lexicon; what the grounds are on the map,
and where that puts the figure, is settled in `fitting` and `deriving`.

Known limits: a figure is found beside its relation, not over a verb or a sentence; two relations
joined by "and" share theirs. Precision before recall: wordings outside the lexicon give nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.places.heads import heads
from onrecord.extract.places.leads import Lead, lead
from onrecord.extract.places.located import located
from onrecord.extract.places.related import Ground, Head, HeadKind, Relation, RelationKind
from onrecord.extract.places.relating import RelationWords
from onrecord.extract.places.spotting import Spot
from onrecord.model import Analysis, Sentence, Span

# How far back the words of a relation may reach: "about 1,300 km (825 miles) south-west of the town
# of".
_REACH = 120


def relations(
    analysis: Analysis, found: Sequence[Spot], words: RelationWords
) -> tuple[Relation, ...]:
    """Return the relations of a report, in reading order.

    Args:
        analysis: The grammar of the report.
        found: The places found in it, in reading order.
        words: The lexicon.
    """
    told: list[Relation] = []
    for sentence in analysis.sentences:
        here = _in_sentence(analysis, sentence, found, words)
        told += located(analysis, sentence, here, found=found, words=words)
    return tuple(told)


def _in_sentence(
    analysis: Analysis, sentence: Sentence, found: Sequence[Spot], words: RelationWords
) -> list[Relation]:
    told = []
    for head in heads(analysis, sentence, found, words):
        text = analysis.text[max(sentence.span.start, head.start - _REACH) : head.start]
        before = lead(text, head.kind, words)
        if before is None and head.town is not None:
            before = Lead(kind=RelationKind.BORDER, size=0, on=True)
        if before is None or _sorts_a_noun(analysis, head, before, found=found, words=words):
            continue
        grounds = _grounds(analysis, head, before, found=found, words=words)
        if grounds is not None:
            told.append(_relation(head, before, grounds, found))
    return sorted(told, key=lambda relation: (relation.span, relation.kind))


def _sorts_a_noun(
    analysis: Analysis, head: Head, before: Lead, *, found: Sequence[Spot], words: RelationWords
) -> bool:
    """Say whether the relation is to a noun behind the name: "outside a Lancaster bakery"."""
    if head.kind is not HeadKind.PLACE or before.kind is RelationKind.PART:
        return False
    spot = found[head.grounds[0].spot or 0]
    if spot.last >= len(analysis.tokens):
        return False
    follower = analysis.tokens[spot.last]
    known = words.sets["kinds"] | words.sets["facilities"] | words.sets["border_towns"]
    return follower.tag in {"NN", "NNS"} and follower.text.lower() not in known


def _grounds(
    analysis: Analysis, head: Head, before: Lead, *, found: Sequence[Spot], words: RelationWords
) -> tuple[Ground, ...] | None:
    """Return what is measured from; None for a "between" without its second place."""
    if before.kind is not RelationKind.BETWEEN:
        return head.grounds
    first = head.grounds[0].spot or 0
    if first + 1 >= len(found) or found[first].name in words.areas:
        # Wars are between nations.
        return None
    start = head.start - before.size
    lead_in = analysis.text[max(0, start - _REACH) : start].split()
    if lead_in and lead_in[-1].lower() in words.sets["dealings"]:
        return None
    link = analysis.text[found[first].span.end : found[first + 1].span.start]
    if not words.second.fullmatch(link):
        return None
    return (*head.grounds, Ground(spot=first + 1))


def _relation(
    head: Head, before: Lead, grounds: tuple[Ground, ...], found: Sequence[Spot]
) -> Relation:
    ends = [found[ground.spot].span.end for ground in grounds if ground.spot is not None]
    start = head.start - before.size
    relation = Relation(
        kind=before.kind,
        span=Span(start, max([head.end, *ends])),
        grounds=grounds,
        low_m=before.low_m,
        high_m=before.high_m,
        bearing=before.bearing,
        capital=head.kind is HeadKind.CAPITAL,
        on=before.on,
    )
    return relation if head.town is None else replace(relation, figure=head.town)
