"""What a claim can claim: a figure, a place, a time, a body, a distance, a code, or plain words.

An unknown part is None, and a figure whose words leave an end open has None there: no value holds
a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class Sex(StrEnum):
    """The sex of people, where the report tells it."""

    FEMALE = "female"
    MALE = "male"


class AgeGroup(StrEnum):
    """How old people are, where the report tells it by a word or by their years."""

    CHILD = "child"
    ADULT = "adult"
    ELDERLY = "elderly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """The people a figure counts, as the report calls them.

    Attributes:
        words: The noun phrase without its number ("Japanese nationals"); "" where there is none.
        nationality: ISO 3166-1 alpha-2 code where the words name one country's people.
        role: What they are, from the lexicon `roles.en`: civilians, soldiers, police, militants,
            workers, foreigners, children ...; None where the words do not say.
        sex: Where the words say it ("three women"); else None.
        age: Where the words say it ("two children"); else None.
    """

    words: str
    nationality: str | None = None
    role: str | None = None
    sex: Sex | None = None
    age: AgeGroup | None = None


class Bearing(StrEnum):
    """What a number is to the numbers told before it."""

    COUNT = "count"
    """So many, of those the sentence tells of."""
    MORE = "more"
    """So many beside those told of before: "two more bodies", "another five"."""
    TOTAL = "total"
    """A toll set anew, that takes the place of those before: "raising the toll to 38"."""
    FORMER = "former"
    """A toll that no longer holds: "revised down from 41", "up from 12"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number as far as the words go, as an interval with both ends included.

    Attributes:
        low: The least it can be; None if the words leave it open.
        high: The most it can be; None if the words leave it open.
        unit: What is counted: "people" unless the words say otherwise ("km", "USD", "houses").
        hedge: The hedging words, lower case ("at least"); "" for a bare number.
        population: Who is counted; None unless the unit is people.
        bearing: What the number is to those told before it.
    """

    low: float | None
    high: float | None
    unit: str = "people"
    hedge: str = ""
    population: Population | None = None
    bearing: Bearing = Bearing.COUNT

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("a figure needs at least one end")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a figure's ends are in order, not {self.low} to {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRef:
    """A place, as far as it is known.

    Attributes:
        name: Its name: the gazetteer's where it is known there, else as written.
        gazetteer_id: Its entry ("geonames:2485582"); None if no entry was found or none was sure.
        latitude: Degrees north, WGS 84; None where unknown.
        longitude: Degrees east, WGS 84; None where unknown.
        uncertainty_m: Radius in metres within which it lies; None where there are no coordinates.
        feature: What it is: country, region, city, sea, facility ...; None where unknown.
        country: ISO 3166-1 alpha-2 code; None where unknown.
        within: Names of what it lies in, from the nearest to the country.
        derived_from: Words of the report that its coordinates were worked out from, for a place
            without an entry of its own ("about 60 km south-west of Mosul"); else None.
    """

    name: str
    gazetteer_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    uncertainty_m: float | None = None
    feature: str | None = None
    country: str | None = None
    within: tuple[str, ...] = ()
    derived_from: str | None = None

    def __post_init__(self) -> None:
        known = [part is not None for part in (self.latitude, self.longitude, self.uncertainty_m)]
        if any(known) != all(known):
            raise ValueError(f"{self.name}: give latitude, longitude and uncertainty, or none")


class Granularity(StrEnum):
    """How fine a time is."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    LONGER = "longer"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRef:
    """A time, as an interval.

    Attributes:
        earliest: The first moment it can be, aware, UTC; None if open or unknown.
        latest: The moment after the last it can be, aware, UTC; None if open or unknown.
        granularity: How fine the words are; None where they cannot be placed ("for years").
        text: The words.
        part_of_day: morning, afternoon, evening or night, as the words say; else None.
        zone: IANA name of the zone whose days and hours the words count in ("Africa/Algiers");
            None where it is not known, and the days are UTC's.
    """

    earliest: datetime | None
    latest: datetime | None
    granularity: Granularity | None
    text: str
    part_of_day: str | None = None
    zone: str | None = None

    @property
    def local_earliest(self) -> datetime | None:
        """The first moment it can be, by the clocks of its zone; None if open or unknown."""
        return self._by_its_clocks(self.earliest)

    @property
    def local_latest(self) -> datetime | None:
        """The moment after the last it can be, by the clocks of its zone; None if open."""
        return self._by_its_clocks(self.latest)

    def _by_its_clocks(self, moment: datetime | None) -> datetime | None:
        if moment is None or self.zone is None:
            return moment
        return moment.astimezone(ZoneInfo(self.zone))


class EntityKind(StrEnum):
    """What a body or person is."""

    COMPANY = "company"
    JOINT_VENTURE = "joint venture"
    NEWS_AGENCY = "news agency"
    ARMED_GROUP = "armed group"
    GOVERNMENT = "government"
    SECURITY_FORCE = "security force"
    ORGANISATION = "organisation"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A name others gave a body.

    Attributes:
        scheme: Which naming ("ric", "ticker", "isin", "wikidata").
        value: The name ("BP.L").
        source: Where it is from: "report" where it is written there; else name and version of the
            resource, and where that has it from ("companies-listed/1: SEC").
    """

    scheme: str
    value: str
    source: str = "report"

    @property
    def is_written(self) -> bool:
        """It is written in the report."""
        return self.source == "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRef:
    """A body or person, as the report presents it.

    Attributes:
        name: The fullest name in the report; a description where no name is given.
        kind: What it is.
        named: A proper name is given, not just a description.
        country: ISO 3166-1 alpha-2 code; None where neither report nor lexicon says.
        identifiers: Its tickers and other codes: those written in the report first, then those
            that our reference data add.
        role: What the report says it does here ("operator", "employer of the five Japanese").
        aliases: Other names of it in the report.
        affiliation: Of a person, the body or place that the role is held at, by its fullest name
            in the report ("BP", "Borno state"); None where the words name none.
        age: Of a person, in years, as the report gives it.
    """

    name: str
    kind: EntityKind
    named: bool = True
    country: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    role: str | None = None
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None
    age: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An amount with its unit.

    Attributes:
        amount: The number as written.
        unit: Symbol of the unit ("km", "mi").
        resolution: The step of the rounding that the digits show: 1300 shows 100, 825 shows 1.
    """

    amount: float
    unit: str
    resolution: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """How far from somewhere, as stated.

    Attributes:
        stated: The same distance in each unit the report gives.
        origin: From where, as written; None where the words do not say.
        hedge: The hedging words ("approximately"); "" for a bare number.
    """

    stated: tuple[Quantity, ...]
    origin: str | None
    hedge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """An entry of a closed vocabulary in our data.

    Attributes:
        scheme: The vocabulary ("incident-type").
        code: Its code ("hostage-taking").
        label: Its name for readers ("hostage taking").
    """

    scheme: str
    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Plain words of the report, where no finer value is read.

    Attributes:
        text: The words, blanks squeezed.
    """

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something the report says nobody knows, or nobody would say.

    Attributes:
        asked: What is not known, in the report's words.
        of_whom: Who was asked or would know; None where nobody is named.
    """

    asked: str
    of_whom: str | None


Value = Figure | PlaceRef | TimeRef | EntityRef | Distance | Code | Wording | Question
"""What a claim can claim."""
