"""What the reader of places is called, and which resources it reads."""

from __future__ import annotations

from onrecord.extract.places.relating import NEEDS as RELATIONS

NAME = "places"
VERSION = 3
LEXICA = ("places.en", "nations", "regions", "demonyms")
"""The word lists places are read with."""

WEIGHTS = "toponyms"
"""What speaks for a place as the one that a name means, and how much."""

# The gazetteer and the borders are read too where they are there, but nothing stops without them.
NEEDS = tuple(dict.fromkeys((*LEXICA, *RELATIONS, WEIGHTS)))
