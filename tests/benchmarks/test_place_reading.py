"""Reading places alone, with weights that have not seen the document."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from benchmarks.place_reading import places_alone
from factories import a_report, the_kit
from onrecord.extract.places.features import OF_DOUBT
from onrecord.extract.places.weights import FIRST, SECOND, Weights
from onrecord.reading import read

TEXT = "Gunmen killed three soldiers in Quetta, police said on Monday."


def test_only_places_are_read() -> None:
    """No network of the other readers has to run, and nothing is claimed."""
    reading = read(a_report(TEXT), places_alone(the_kit()))
    assert [one.place.name for one in reading.mentions.places] == ["Quetta"]
    assert reading.mentions.every() == reading.mentions.places
    assert reading.claims == ()


def test_weights_are_chosen_by_the_name_of_the_document() -> None:
    """Weights that doubt everything place nothing; each document gets its own."""
    doubting = Weights(
        first=np.zeros(len(FIRST)),
        second=np.zeros(len(SECOND)),
        first_doubt=np.array([50.0] + [0.0] * (len(OF_DOUBT) - 1)),
        second_doubt=np.array([50.0] + [0.0] * (len(OF_DOUBT) - 1)),
    )
    asked: list[str] = []

    def weights_of(name: str) -> Weights:
        asked.append(name)
        return doubting

    report = replace(a_report(TEXT), guid="document 7")
    (mention,) = read(report, places_alone(the_kit(), weights_of)).mentions.places
    assert asked == ["document 7"]
    assert mention.place.latitude is None
    assert mention.candidates[0].place.country == "PK"
