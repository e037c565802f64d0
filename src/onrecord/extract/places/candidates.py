"""Which places a name may mean: what the atlas has under it, and under what it shortens.

A name that the atlas lacks is tried without its kind ("Fars Province") or its direction ("North
London"); one in a county's short form also with the kind ("Oconee" for Oconee County, "Loudon
Co."). A river, lake or mountain is never taken for the town it shares its name with.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.places.atlas import Atlas
    from onrecord.extract.places.lexicon import PlaceWords
    from onrecord.resources.gazetteer import PlaceEntry

MOST = 40
"""Candidates weighed for one name; San Isidro has more, the most populous come first."""

_COUNTY = " Co."


def candidates(name: str, words: PlaceWords, atlas: Atlas) -> tuple[PlaceEntry, ...]:
    """Return the places a name may mean, those that bear it as it stands first."""
    found = atlas.find(name)
    if name.lower().endswith(_COUNTY.lower()):
        found = (*found, *_shortened(f"{name[: -len(_COUNTY)]} County", atlas))
    if not found:
        found = _shortened(_without_kind(name, words) or _without_direction(name, words), atlas)
    short = () if any(entry.feature == "country" for entry in found) else _counties(name, atlas)
    known = {entry.ref for entry in found}
    return (*found, *(entry for entry in short if entry.ref not in known))[:MOST]


def _without_kind(name: str, words: PlaceWords) -> str:
    parts = name.split()
    kind = parts[-1].lower()
    shortens = len(parts) > 1 and kind in words.sets["kinds"] - words.sets["natural"]
    return " ".join(parts[:-1]) if shortens else ""


def _without_direction(name: str, words: PlaceWords) -> str:
    parts = name.split()
    shortens = len(parts) > 1 and words.has("compass", parts[0])
    natural = parts[-1].lower() in words.sets["natural"]
    return " ".join(parts[1:]) if shortens and not natural else ""


def _shortened(name: str, atlas: Atlas) -> tuple[PlaceEntry, ...]:
    """Return the places of another form of the name; that form is not the one that was written."""
    return tuple(replace(entry, usual=False) for entry in atlas.find(name)) if name else ()


def _counties(name: str, atlas: Atlas) -> tuple[PlaceEntry, ...]:
    every = (*_shortened(f"{name} County", atlas), *_shortened(f"{name} Parish", atlas))
    return tuple(entry for entry in every if entry.feature == "admin2")
