"""Incidents as mentions: what holds whatever the trained reader finds in a report."""

from __future__ import annotations

import pytest

from factories import a_report, analysed
from onrecord.extract.events import EXTRACTOR
from onrecord.model import EventMention, IncidentMention, hull
from onrecord.resources import open_library
from onrecord.resources.taxonomy import Taxonomy

READ = EXTRACTOR.build(open_library())
TAXONOMY = Taxonomy.of(open_library())

RAID = (
    "Gunmen of the Red Dawn Front (RDF) stormed a hotel in Kidal on Tuesday, killing two guards "
    "and the manager, Moussa Keita, with rifles.\n\nPolice blamed the RDF for the attack.\n\n"
    "A bomb exploded at a market in Gao on Monday. Ten people were killed in the bombing."
)


def incidents_in(text: str) -> list[IncidentMention]:
    """Return the incidents that the extractor finds in a report."""
    found = READ(a_report(text), analysed(text))
    return [mention for mention in found if isinstance(mention, IncidentMention)]


@pytest.mark.parametrize("text", [RAID, RAID.upper()], ids=["as written", "capitals"])
def test_incident_mentions_are_sound(text: str) -> None:
    """Types, stages and roles are those of the schema; every word stands in the report."""
    for incident in incidents_in(text):
        kind = TAXONOMY.find_type(incident.code)
        assert kind is not None
        assert TAXONOMY.find_stage(incident.stage) is not None
        assert 0 <= incident.confidence <= 1
        assert 0 <= incident.span.start < incident.span.end <= len(text)
        for filler in incident.fillers:
            assert filler.role in {role.code for role in TAXONOMY.roles}
            assert 0 <= filler.confidence <= 1
            assert filler.span in filler.mentions
            assert list(filler.mentions) == sorted(set(filler.mentions))
        words = [span for filler in incident.fillers for span in filler.mentions]
        assert not words or incident.span == hull(words)


def test_incidents_are_told_in_order_and_always_the_same() -> None:
    """Claims count them by their place."""
    found = incidents_in(RAID)
    assert found == sorted(found, key=lambda one: one.span)
    assert found == incidents_in(RAID)


def test_report_without_an_event_tells_no_incident() -> None:
    """Where the rules find no word that tells an event, nothing is looked for."""
    assert READ(a_report("The council met."), analysed("The council met.")) == ()


def test_events_and_incidents_are_read_by_one_extractor() -> None:
    """Each says which code and data read it; only incidents need the trained reader's."""
    found = READ(a_report(RAID), analysed(RAID))
    assert {mention.read_by.stage for mention in found} == {EXTRACTOR.name}
    events = [mention for mention in found if isinstance(mention, EventMention)]
    assert events
    assert not any("incidents-words" in name for one in events for name in one.read_by.resources)
    assert all(
        any("incidents-words" in name for name in one.read_by.resources)
        for one in incidents_in(RAID)
    )
