"""What makes a name the atlas knows the name of a place here, and not of a person or a thing.

Nations and regions need nothing, towns need one of: the engine's word, a preposition of place, a
kind of place beside the name ("Bucks County", "the village of ..."), a state or country behind it,
a place named just before in the same list, an article before it and a noun behind it ("a
Gainesville restaurant"), or many people. A word that is somebody's surname elsewhere in the report
needs a preposition that hardly ever stands before persons.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.extract.places.distances import holds
from onrecord.extract.places.pages import FULL_NAME, HYPHENS, Page
from onrecord.model import Name, Sentence

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})

# A town of this size may be named without a preposition; a smaller one is more often a surname.
_LARGE = 100_000
_MIDDLING = 15_000
# Prepositions that hardly ever stand before a person.
_STRICT = frozenset({"in", "at", "near", "outside", "throughout", "across", "around", "via"})
_AREAS = frozenset({"admin1", "admin2"})
_SAYING = frozenset({"said", "says", "added", "recalled", "joked"})
_ENDS = frozenset({"", ".", ",", "!", "?", ";"})
_PASSED = frozenset({"in", "the"})
_ARTICLES = frozenset({"a", "an", "the"})
_DASHES = frozenset({"-", "--", "—", "–", "("})
_SHORTEST_IN_CAPITALS = 4
_OPEN_KINDS = ("city of", "county of", "town of", "village of", "state of")
_COUNTIES = frozenset({"county", "parish", "borough", "township"})


class Stretch(NamedTuple):
    """Words of one sentence: from token `first` up to, not including, token `last`."""

    sentence: Sentence
    first: int
    last: int


def is_place(page: Page, here: Stretch, run: Stretch) -> bool:
    """Say whether a name the atlas knows names a place here.

    Args:
        page: The report.
        here: The name.
        run: The stretch of words with capitals that it stands in.
    """
    name = page.text(here.first, here.last)
    before = page.locating(here.first, here.sentence)
    if _is_common(page, here, name, before) or before in page.words.sets["titles"]:
        return False
    if is_person(page, here) or _is_speaker(page, here, before):
        return False
    strong = name in page.words.known
    if not strong and name in page.surnames and before not in _STRICT:
        return False
    if (here.first, here.last) != (run.first, run.last) and not _fits(page, here, run):
        return False
    return _is_noun(page, here.first) if strong else _has_evidence(page, here)


def _is_speaker(page: Page, here: Stretch, before: str) -> bool:
    """Say whether a name ends its clause behind a verb of saying ("..., said Georgia.")."""
    return before in _SAYING and page.word(here.last, here.sentence) in _ENDS


def _is_common(page: Page, here: Stretch, name: str, before: str) -> bool:
    """Say whether the words are commonly something else."""
    if name.lower().startswith(_OPEN_KINDS):
        return True
    if page.words.has("stand_ins", name):
        return before not in page.words.sets["locative"]
    if here.last - here.first > 1 or not page.words.has("not_places", name):
        return False
    # "The town of Reading"
    of = page.word(here.first - 1, here.sentence) == "of"
    return not (of and page.word(here.first - 2, here.sentence) in page.words.sets["settled"])


def is_person(page: Page, here: Stretch) -> bool:
    """Say whether the engine sees a person's full name here, and nothing speaks against it."""
    label = page.labels.get(here.first)
    if label is None or label.label != "PERSON":
        return False
    if page.word(here.last, here.sentence) in page.words.sets["institutions"]:
        return False
    first, last = page.named_from(label), page.named_to(label)
    return last - first >= FULL_NAME and (first, last) != (here.first, here.last)


def _is_noun(page: Page, index: int) -> bool:
    """Say whether a nation's name is a noun here, not an adjective ("U.S. officials")."""
    token = page.analysis.tokens[index]
    short = "." in token.text or (token.text.isupper() and len(token.text) < _SHORTEST_IN_CAPITALS)
    return not short or token.relation not in {"amod", "compound", "nmod"}


def _fits(page: Page, here: Stretch, run: Stretch) -> bool:
    """Say whether what the run has beside the name leaves it a place."""
    label = page.labels.get(here.first)
    body = label is not None and label.label == "ORG" and _is_notable(page, here)
    if label is not None and page.word(page.named_to(label) - 1, here.sentence) in _firms(page):
        return False
    return _fits_before(page, here, run, label) and (
        here.last == run.last
        or body
        or (label is not None and label.label in PLACE_LABELS and page.named_to(label) == here.last)
        or may_follow(page, here)
    )


def _firms(page: Page) -> frozenset[str]:
    """Return the words that end the name of a firm: "Boston Scientific" is not in Boston."""
    return page.words.sets["firms"]


def _fits_before(page: Page, here: Stretch, run: Stretch, label: Name | None) -> bool:
    if here.first == run.first:
        return True
    if label is not None and page.named_from(label) == here.first and label.label in PLACE_LABELS:
        return True
    before = page.word(here.first - 1, here.sentence)
    if before in HYPHENS:
        return here.last == run.last
    opens = here.first - 1 == here.sentence.first and page.words.has("not_places", before)
    if opens or before in page.words.sets["compass"]:
        return True
    return label is not None and label.label == "ORG" and _is_notable(page, here)


def _is_notable(page: Page, here: Stretch) -> bool:
    """Say whether a name is that of a nation, a region or a large town, in its usual form."""
    name = page.text(here.first, here.last)
    entries = page.atlas.find(name)
    return name in page.words.known or any(
        entry.population >= _LARGE and entry.usual for entry in entries
    )


def may_follow(page: Page, here: Stretch) -> bool:
    """Say whether a place may be followed by what the run has behind the name."""
    word = page.word(here.last, here.sentence)
    own_kind = page.word(here.last - 1, here.sentence) in page.words.sets["kinds"]
    if own_kind and here.last - here.first > 1:
        return True
    if word in HYPHENS and here.last + 1 < here.sentence.last:
        return not page.is_capital(here.last + 1) or bool(
            page.atlas.find(page.text(here.last + 1, here.last + 2))
        )
    if word in _COUNTIES or word in page.words.sets["natural"]:
        return False
    return word in page.words.sets["institutions"] or word in page.words.sets["kinds"]


def _has_evidence(page: Page, here: Stretch) -> bool:
    """Say whether anything beside a listed name makes it a place."""
    label = page.labels.get(here.first)
    before = page.locating(here.first, here.sentence)
    after = page.word(here.last, here.sentence)
    person = label is not None and label.label == "PERSON"
    if label is not None and label.label in PLACE_LABELS:
        return True
    # The preposition before "Palomar Medical Center" is the centre's, not Palomar's.
    opens_body = here.last < here.sentence.last and page.is_capital(here.last)
    if before in page.words.sets["locative"] and not opens_body:
        return not person or before in _STRICT or _people(page, here) >= _MIDDLING
    if _has_kind(page, here, after) or _is_held(page, here, after):
        return True
    if _is_dateline(page, here, after) or _is_visited(page, here):
        return True
    # "The Obama administration": what may be a person needs more than a noun beside it.
    return _is_listed(page, here) or (
        not person
        and (
            _is_modifier(page, here)
            or _is_home(page, here, after)
            or _is_known_well(page, here, after)
        )
    )


def _has_kind(page: Page, here: Stretch, after: str) -> bool:
    if after in page.words.sets["kinds"]:
        return True
    if page.word(here.first - 1, here.sentence) != "of":
        return False
    head = here.first - 2
    if page.word(head, here.sentence) in page.words.sets["kinds_of"]:
        return True
    # "Ada Roe, 41, of Tal Amara", "Ada Roe of Tal Amara"
    label = page.labels.get(head)
    return page.word(head, here.sentence) == "," or (
        label is not None and label.label in {"PERSON", "ORG"}
    )


def _is_held(page: Page, here: Stretch, after: str) -> bool:
    """Say whether what holds it stands behind the name: a state, a nation, its own province."""
    if after not in {",", "("}:
        return False
    start = here.last + 1
    # "Tal Amara, in northern Borno State"
    passed = page.words.sets["compass"] | _PASSED
    while after == "," and page.word(start, here.sentence) in passed:
        start += 1
    for end in range(min(here.sentence.last, start + 2), start, -1):
        name = page.text(start, end)
        if name in page.words.known or name in page.words.abbreviations:
            return True
        areas = [entry for entry in page.atlas.find(name) if entry.feature in _AREAS]
        own = page.atlas.find(page.text(here.first, here.last)) if areas else ()
        if any(holds(area, entry) for area in areas for entry in own):
            return True
    return False


def _is_listed(page: Page, here: Stretch) -> bool:
    """Say whether the name goes on a list of places."""
    joined = page.word(here.first - 1, here.sentence) in {",", "and", "or", "/"}
    return joined and here.first - 1 in page.ends


def _is_dateline(page: Page, here: Stretch, after: str) -> bool:
    """Say whether the name opens a paragraph in capitals, as a dateline does."""
    name = page.text(here.first, here.last)
    opens = here.first == here.sentence.first and after in _DASHES
    return opens and name.isupper() and len(name) >= _SHORTEST_IN_CAPITALS


def _is_modifier(page: Page, here: Stretch) -> bool:
    """Say whether the name stands between an article and a noun: "a Gainesville restaurant"."""
    if page.word(here.first - 1, here.sentence) not in _ARTICLES:
        return False
    if here.last >= here.sentence.last:
        return False
    noun = page.analysis.tokens[here.last]
    return noun.tag in {"NN", "NNS"} and noun.text.islower()


def _is_home(page: Page, here: Stretch, after: str) -> bool:
    """Say whether a sentence opens with a name and those who live there: "Tal Amara residents"."""
    opens = here.first == here.sentence.first and after in page.words.sets["dwellers"]
    return opens and page.words.demonym(page.text(here.first, here.last)) is None


def _is_visited(page: Page, here: Stretch) -> bool:
    """Say whether a verb whose object is ground stands before a town: "shelled Valencia"."""
    if here.first == here.sentence.first:
        return False
    verb = page.analysis.tokens[here.first - 1]
    ground = verb.tag.startswith("VB") and verb.lemma in page.words.sets["visited"]
    return ground and _people(page, here) >= _MIDDLING


def _is_known_well(page: Page, here: Stretch, after: str) -> bool:
    """Say whether the name is that of a town large enough to need no preposition."""
    beside = page.words.sets["bodies"] | page.words.sets["institutions"]
    noun = page.analysis.tokens[here.last - 1].tag.startswith("NNP")
    return noun and _people(page, here) >= (_MIDDLING if after in beside else _LARGE)


def _people(page: Page, here: Stretch) -> int:
    return max(entry.population for entry in page.atlas.find(page.text(here.first, here.last)))
