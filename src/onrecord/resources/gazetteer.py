"""The gazetteer: which places bear a name, and where they lie.

One SQLite file, opened read-only, made by `python -m resources.gazetteer`. Names are looked up in
folded form: without capitals, accents and marks, with "St" and "Mt" written out. A name that no
place bears so is looked up once more as it sounds, among the places of countries whose names every
report romanises in a way of its own ("Qalqiliya", "Tal Abyad"). The file may be missing; what needs
it says so once and goes on with nations and regions alone.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import ResourceError
from onrecord.model import PlaceRef

if TYPE_CHECKING:
    import sqlite3

NAME = "gazetteer"
"""Name of the resource."""

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "ħ": "h",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "'": "",
        "’": "",
        "‘": "",
        "ʻ": "",
        "ʼ": "",
        "`": "",
    }
)
# Shortenings that maps write out. Built into the file's own keys, so no lexicon of its own.
_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}

# The Arabic article before every letter it melts into, and the Persian link of two words.
_ARTICLES = frozenset("al el ul ad ed ar er as es ash esh at et ath az ez an en adh i e ye".split())
# Sounds that romanisations write in several ways, each brought to one of them; in this order.
_SOUNDS = (
    (re.compile("q|ck"), "k"),
    (re.compile("gh"), "g"),
    (re.compile("dh"), "d"),
    (re.compile("th"), "t"),
    (re.compile("dj"), "j"),
    (re.compile("[ae][iy]"), "i"),
    (re.compile("aw|au|o[ouw]?|w"), "u"),
    (re.compile("(?<=[aiey])h$"), ""),
    (re.compile("[yj]?e$"), "a"),
    (re.compile("[ey]"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
# A loosened name of fewer letters is too many names at once.
_LEAST_LOOSE = 5

# Names looked up again within a batch are mostly those of the last few hundred reports.
_REMEMBERED = 50_000

# The most places of one name worth telling apart; San Isidro has more.
_MOST_PLACES = 400

_PLACE = """
SELECT ref, place.name, latitude, longitude, radius, feature, country, one.name, two.name,
  population
FROM place LEFT JOIN admin AS one ON one.id = admin1 LEFT JOIN admin AS two ON two.id = admin2
WHERE place.id = ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A place of the gazetteer.

    Attributes:
        ref: Its identifier ("geonames:2485582", "onrecord:sahara", "iso:DZ").
        name: Its usual name.
        latitude: Degrees north, WGS 84.
        longitude: Degrees east, WGS 84.
        radius_m: Radius in metres within which nearly all of it lies.
        feature: What it is: country, admin1, admin2, city, town, village, region, sea, airport ...
        country: ISO 3166-1 alpha-2 code; None where it lies in several, or in none.
        admin1: Name of the province or state it lies in; None where unknown.
        admin2: Name of the county or district it lies in; None where unknown.
        population: Inhabitants; 0 where unknown.
        usual: The name looked up is its usual one, not an alternate.
    """

    ref: str
    name: str
    latitude: float
    longitude: float
    radius_m: float
    feature: str
    country: str | None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    usual: bool = True

    def place(self, country_name: str | None) -> PlaceRef:
        """Return the place as claims hold it.

        Args:
            country_name: Name of its country, for `within`; None where it has none or is one.
        """
        around = (self.admin1, country_name)
        return PlaceRef(
            name=self.name,
            gazetteer_id=self.ref,
            latitude=self.latitude,
            longitude=self.longitude,
            uncertainty_m=self.radius_m,
            feature=self.feature,
            country=self.country,
            within=tuple(name for name in around if name and name != self.name),
        )


@lru_cache(maxsize=_REMEMBERED)
def folded(name: str) -> str:
    """Return a name as the gazetteer keys it: "São Tomé" as "sao tome"."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = (
        character if character.isalnum() else " "
        for character in plain
        if not unicodedata.combining(character)
    )
    return " ".join(_WRITTEN_OUT.get(word, word) for word in "".join(letters).split())


@lru_cache(maxsize=_REMEMBERED)
def loosened(key: str) -> str | None:
    """Return a folded name as it sounds, for names that are romanised in many ways.

    Articles are left out, and letters that stand for one sound are made one: "deir ez zor" and
    "dayr az zawr" are both "dirzur".

    Returns:
        The name; None where too little is left of it to tell it from others.
    """
    loose = "".join(word for word in key.split() if word not in _ARTICLES)
    for sound, letter in _SOUNDS:
        loose = sound.sub(letter, loose)
    return loose if len(loose) >= _LEAST_LOOSE else None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The opened file. Safe to share between threads: it only ever reads.

    Attributes:
        connection: The open database.
    """

    connection: sqlite3.Connection
    _known: dict[str, tuple[PlaceEntry, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def find(self, name: str) -> tuple[PlaceEntry, ...]:
        """Return the places that bear a name, the best known first; () if none does.

        Countries, provinces and regions stand before towns, and these go by their people.
        """
        key = folded(name)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[key] = self._looked_up(key)
        return found

    def _looked_up(self, key: str) -> tuple[PlaceEntry, ...]:
        row = self.connection.execute("SELECT places FROM name WHERE folded = ?", (key,)).fetchone()
        if row is None and (loose := loosened(key)):
            row = self.connection.execute(
                "SELECT places FROM variant WHERE loose = ?", (loose,)
            ).fetchone()
        if row is None:
            return ()
        # The file has them in order.
        numbers = struct.unpack(f"<{len(row[0]) // 4}i", row[0])[:_MOST_PLACES]
        return tuple(self._entry(number) for number in numbers)

    def _entry(self, number: int) -> PlaceEntry:
        """Return a place by number; an alternate name points to it by the negative."""
        row = self.connection.execute(_PLACE, (abs(number),)).fetchone()
        ref, name, latitude, longitude, radius, feature, country, admin1, admin2, population = row
        return PlaceEntry(
            ref=ref or f"geonames:{abs(number)}",
            name=name,
            latitude=latitude / 1e5,
            longitude=longitude / 1e5,
            radius_m=float(radius),
            feature=feature,
            country=country,
            admin1=admin1,
            admin2=admin2,
            population=population,
            usual=number > 0,
        )


def open_gazetteer(path: Path) -> Gazetteer:
    """Open the file, read-only.

    Raises:
        ResourceError: It is no gazetteer.
    """
    # Only a run that reads a report should pay for loading it.
    import sqlite3  # noqa: PLC0415

    # "immutable" spares the locks: the file is verified and nobody writes it.
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        connection.execute("SELECT folded, loose FROM name, variant LIMIT 1").fetchone()
    except sqlite3.Error as error:
        raise ResourceError(NAME, "is not a readable gazetteer") from error
    return Gazetteer(connection)
