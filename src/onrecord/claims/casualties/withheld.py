"""What is told of people without having befallen them: wanted, offered, feared; let go by doctors.

"Demanded $2 million and the release of four" frees nobody, nor does "in exchange for the release of
ten"; "treated and released" tells of a hospital. Which words want or care is listed under
`withheld` and `cared_for` in the lexicon `claims.en`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene

# How many words lead from what would befall people up to who wants it.
_LEADING = 4


def is_cared_for(scene: Scene, index: int) -> bool:
    """Say whether a verb of letting go tells of doctors: "treated and released"."""
    tokens = scene.analysis.tokens
    words = scene.words.claims["cared_for"]
    if tokens[index].lemma not in words["verbs"]:
        return False
    joined = {
        tokens[tokens[index].head].lemma,
        *(tokens[one].lemma for one in tokens[index].children),
    }
    if not joined.isdisjoint(words["care"]):
        return True
    return any(
        tokens[place].lemma in words["places"]
        for leading in tokens[index].children
        if tokens[leading].lemma == "from"
        for place in tokens[leading].children
    )


def is_withheld(scene: Scene, start: int) -> bool:
    """Say whether what a word tells of people is only wanted, offered or feared."""
    return _is_wanted_before(scene, start) or _is_wanted_above(scene, start)


def _is_wanted_above(scene: Scene, start: int) -> bool:
    """Say whether a verb or noun that wants or fears governs a word."""
    tokens = scene.analysis.tokens
    withheld = scene.words.claims["withheld"]
    index = start
    for _ in range(_LEADING):
        token = tokens[index]
        head = tokens[token.head]
        if index != start and token.lemma in withheld["nouns"]:
            return True  # "in exchange for the release of ten"
        if head.index == index or token.relation in {"relcl", "acl", "advcl"}:
            return False
        if token.relation == "conj" or (token.tag[:2] == "IN" and head.tag[:2] != "VB"):
            index = head.index
            continue
        if head.tag[:2] == "VB" and head.lemma in withheld["verbs"]:
            return token.relation in {"xcomp", "ccomp", "dobj", "prep", "pobj", "pcomp"}
        if head.tag[:2] == "NN" and head.lemma in withheld["nouns"]:
            return True
        if head.tag[:2] not in {"IN", "NN"}:
            return False
        index = head.index
    return False


def _is_wanted_before(scene: Scene, start: int) -> bool:
    """Say whether the verb or noun before a noun of freeing wants it, however they are joined.

    The engine often hangs the last of several demands elsewhere: "demanded money and the release
    of four".
    """
    tokens = scene.analysis.tokens
    withheld = scene.words.claims["withheld"]
    if tokens[start].lemma not in scene.words.claims["befell"]["freed"]:
        return False
    for token in reversed(tokens[scene.analysis.sentence_at(tokens[start].span).first : start]):
        if token.lemma in withheld["nouns"] and token.tag[:2] == "NN":
            return True
        if token.tag[:2] == "VB" and token.relation not in {"amod", "prep"}:
            return token.lemma in withheld["verbs"]
    return False
