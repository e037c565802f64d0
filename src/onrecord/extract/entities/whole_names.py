"""Names with small words inside them: "Bank of Mali", "Popular Front for Nembe".

The readers of names stop at a small letter. Where the engine takes the whole for an organisation
and the words are joined by "of" or "for", the whole is the name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import Draft, Page
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Name

RANK = 8
_OPEN = frozenset({EntityKind.ORGANISATION, EntityKind.COMPANY})
_LONGEST = 9


def whole_names(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, parts of one longer name replaced by the whole."""
    over = {index: draft for draft in drafts for index in range(*draft.core)}
    kept = list(drafts)
    for first, last in _wholes(page):
        parts = {over[index].core: over[index] for index in range(first, last) if index in over}
        if all(_is_part(page, part, (first, last)) for part in parts.values()):
            kept = [draft for draft in kept if draft.core not in parts]
            kept.append(_whole(page, (first, last), list(parts.values())))
    return sorted(kept, key=lambda draft: (draft.first, -draft.last))


def _wholes(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the organisations that the engine names with "of" or "for" between capitals."""
    for name in page.analysis.names:
        bounds = _trimmed(page, name)
        if name.label == "ORG" and bounds is not None and _is_joined(page, bounds):
            yield bounds


def _trimmed(page: Page, name: Name) -> tuple[int, int] | None:
    """Return the bounds of a name from its first capital to its last."""
    capitals = [index for index in range(name.first, name.last) if _is_name(page, index)]
    if not capitals or capitals[-1] - capitals[0] >= _LONGEST:
        return None
    return capitals[0], capitals[-1] + 1


def _is_name(page: Page, index: int) -> bool:
    return page.is_capital(index) and page.tokens[index].tag.startswith(("NNP", "JJ", "NN"))


def _is_joined(page: Page, bounds: tuple[int, int]) -> bool:
    """Say whether only capitals and small words stand in a name, the first "of" or "for"."""
    small = [page.lower[index] for index in range(*bounds) if not page.is_capital(index)]
    return bool(small) and small[0] in _JOINING and all(word in page.back.small for word in small)


_JOINING = frozenset({"of", "for", "de", "del", "des", "du"})


def _is_part(page: Page, draft: Draft, whole: tuple[int, int]) -> bool:
    """Say whether a draft is no more than part of a longer name."""
    first, last = draft.core
    if not (whole[0] <= first and last <= whole[1]):
        return False
    # "Police of Chad" and "army of Mali" have been read by what they are.
    nation = draft.kind is EntityKind.GOVERNMENT and page.words.nation(draft.name) is not None
    return nation or (draft.kind in _OPEN and not draft.codes)


def _whole(page: Page, bounds: tuple[int, int], parts: Sequence[Draft]) -> Draft:
    """Return the draft of a whole name, with what its parts told."""
    name = page.text(*bounds)
    bank = page.lower[bounds[0]] == "bank"
    plain = Draft(
        first=bounds[0],
        last=bounds[1],
        core=bounds,
        kind=EntityKind.COMPANY if bank else EntityKind.ORGANISATION,
        name=name,
        key=f"organisation:{name.lower()}",
        rank=RANK,
    )
    told = next((part for part in parts if part.kind is EntityKind.COMPANY), None)
    if told is None:
        return plain
    return replace(plain, kind=told.kind, role=told.role, country=told.country)
