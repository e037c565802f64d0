"""The kinds of incidents: whole, consistent, and true to the schemes they are translated to."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.errors import ResourceError
from onrecord.resources import Lexicon, Library, open_library
from onrecord.resources.taxonomy import NAME, IncidentType, Taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable

LIBRARY = open_library()
TAXONOMY = Taxonomy.of(LIBRARY)
EVENTS = LIBRARY.lexicon("events.en").entries["event"]

by_type = pytest.mark.parametrize("kind", TAXONOMY.types, ids=lambda kind: kind.code)


def the_type(code: str) -> IncidentType:
    """Return a type that is there."""
    kind = TAXONOMY.find_type(code)
    assert kind is not None
    return kind


def test_types_are_those_the_schema_names() -> None:
    """A type that is taken away would be missed by those who read records."""
    assert {kind.code for kind in TAXONOMY.types} == set(
        "attack bombing kidnapping killing arson hijacking robbery arrest clash threat sabotage"
        " siege".split()
    )
    assert TAXONOMY.types[0].code == "attack"


@by_type
def test_every_type_is_told_in_one_sentence(kind: IncidentType) -> None:
    """Readers see the label, coders the definition."""
    assert kind.label
    assert kind.definition[0].isupper()
    assert kind.definition.endswith(".")
    assert ". " not in kind.definition


@by_type
@pytest.mark.parametrize("scheme", ["plover", "acled", "muc4"])
def test_every_type_has_codes_that_the_scheme_has(kind: IncidentType, scheme: str) -> None:
    """Where a scheme has none for a type, the note says so."""
    # given
    known = TAXONOMY.schemes[scheme].codes
    # when
    translation = kind.schemes[scheme]
    # then
    assert translation.codes or translation.note
    for code in translation.codes:
        assert code.event in known
        assert code.detail is None or code.detail in known[code.event]


@by_type
def test_every_lossy_translation_has_a_note(kind: IncidentType) -> None:
    """Where two types share their usual code, or one has none, the loss is told."""
    for name, translation in kind.schemes.items():
        usual = translation.usual
        shared = [other for other in TAXONOMY.types if other.schemes[name].usual == usual]
        if usual is None or len(shared) > 1:
            assert translation.note, name


@pytest.mark.parametrize(
    ("scheme", "types", "finer"), [("plover", 16, 73), ("acled", 6, 25), ("muc4", 7, 0)]
)
def test_schemes_list_all_their_codes(scheme: str, types: int, finer: int) -> None:
    """As counted in their manuals; each names its source."""
    listed = TAXONOMY.schemes[scheme]
    assert len(listed.codes) == types
    assert sum(len(codes) for codes in listed.codes.values()) == finer
    assert listed.source
    assert listed.url.startswith("https://")


@pytest.mark.parametrize(
    ("event", "code"),
    [
        ("armed-attack", "attack"),
        ("shooting", "attack"),
        ("stabbing", "attack"),
        ("bombing", "bombing"),
        ("hostage-taking", "kidnapping"),
        ("killing", "killing"),
        ("arson", "arson"),
        ("hijacking", "hijacking"),
        ("robbery", "robbery"),
        ("clash", "clash"),
        ("sabotage", "sabotage"),
        ("arrest", "arrest"),
        ("threat", "threat"),
        ("siege", "siege"),
        ("encirclement", "siege"),
        ("rescue-by-force", "siege"),
    ],
)
def test_event_tells_its_type(event: str, code: str) -> None:
    """Finer events come to the type that holds them."""
    kind = TAXONOMY.find_type_of_event(event)
    assert kind is not None
    assert kind.code == code


def test_every_incident_event_of_the_lexicon_tells_a_type() -> None:
    """And no type names an event that the lexicon does not have."""
    told = {event for kind in TAXONOMY.types for event in kind.events}
    assert {row["code"] for row in EVENTS if row["class"] == "incident"} <= told
    assert told <= {row["code"] for row in EVENTS}


def test_effect_of_an_event_is_one_its_type_can_have() -> None:
    """A kidnapping that counts the kidnapped must be able to have kidnapped."""
    for row in EVENTS:
        kind = TAXONOMY.find_type_of_event(row["code"])
        if kind is not None and "effect" in row:
            assert row["effect"] in kind.effects


def test_event_that_tells_no_type_has_none() -> None:
    """A death is what an incident does, not an incident."""
    assert TAXONOMY.find_type_of_event("death") is None


def test_effects_on_people_are_figure_slots_of_the_record() -> None:
    """So that a count can be claimed of each."""
    sections = LIBRARY.lexicon("incident-schema").entries["section"]
    figures = {
        slot["name"]
        for section in sections
        for slot in section["slot"]
        if slot["value"] == "Figure"
    }
    assert {effect.code for effect in TAXONOMY.effects if effect.of == "people"} <= figures


def test_stages_are_complete() -> None:
    """MUC-4's three, and what was foiled."""
    stages = {stage.code: stage.muc4 for stage in TAXONOMY.stages}
    assert stages == {
        "accomplished": "ACCOMPLISHED",
        "attempted": "ATTEMPTED",
        "threatened": "THREATENED",
        "foiled": "ATTEMPTED",
    }
    assert set(stages.values()) == set(TAXONOMY.schemes["muc4"].values["stage"])


def test_blame_is_complete() -> None:
    """Each of MUC-4's six confidences is the word for one of ours."""
    assert sorted(blame.muc4 for blame in TAXONOMY.blames) == sorted(
        TAXONOMY.schemes["muc4"].values["confidence"]
    )
    by_authorities = TAXONOMY.find_blame("accused_by_authorities")
    assert by_authorities is not None
    assert by_authorities.within == "accused"


@pytest.mark.parametrize(
    ("code", "cannot"),
    [("kidnapping", {"target", "weapon"}), ("arson", {"weapon"}), ("attack", set())],
)
def test_type_lacks_the_roles_that_muc4_denies_it(code: str, cannot: set[str]) -> None:
    """Targets of a kidnapping, instruments of arson and kidnapping."""
    assert set(the_type(code).cannot) == cannot


def test_threat_has_no_stage_but_threatened() -> None:
    """All others can have all."""
    assert the_type("threat").stages == ("threatened",)
    assert the_type("bombing").stages == tuple(stage.code for stage in TAXONOMY.stages)


def test_usual_code_is_the_one_without_a_case() -> None:
    """A siege is a kidnapping in MUC-4 only while captives are held."""
    assert the_type("siege").schemes["muc4"].usual is None
    usual = the_type("bombing").schemes["plover"].usual
    assert usual is not None
    assert (usual.event, usual.detail, usual.when) == ("ASSAULT", "explosives", None)


def test_types_called_by_a_code_come_most_general_first() -> None:
    """MUC-4's ATTACK is an attack of ours unless more is known."""
    called = TAXONOMY.types_called("muc4", "ATTACK")
    assert [kind.code for kind in called] == ["attack", "killing", "threat", "sabotage"]
    assert TAXONOMY.types_called("muc4", "FORCED WORK STOPPAGE") == ()


def test_what_is_not_there_is_not_found() -> None:
    """None, and no error."""
    assert TAXONOMY.find_type("earthquake") is None
    assert TAXONOMY.find_stage("begun") is None
    assert TAXONOMY.find_blame("certain") is None


def test_taxonomy_cites_its_resource() -> None:
    """For provenance."""
    assert TAXONOMY.citation == LIBRARY.citation(NAME)


def reading(entries: dict[str, Any]) -> Taxonomy:
    """Read a taxonomy from other tables."""
    lexica = {NAME: Lexicon(name=NAME, version=1, entries=entries)}
    return Taxonomy.of(Library(LIBRARY.folder, LIBRARY.manifest, "test", lexica))


def tables() -> dict[str, Any]:
    """Return the tables, to be broken."""
    return copy.deepcopy(dict(LIBRARY.lexicon(NAME).entries))


BREAKS: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "a table is missing": (lambda all_: all_.pop("stage"), "wrong field"),
    "a table is empty": (lambda all_: all_["blame"].clear(), "has no blame"),
    "a row lacks a field": (lambda all_: all_["type"][0].pop("label"), "wrong field"),
    "a row has a field too many": (lambda all_: all_["stage"][0].update(lable="x"), "wrong field"),
    "a row is no table": (lambda all_: all_["type"][0].update(schemes="x"), "wrong field"),
    "a type twice": (lambda all_: all_["type"].append(all_["type"][0]), "'attack' twice"),
    "an event of two types": (
        lambda all_: all_["type"][1]["events"].append("shooting"),
        "'shooting' to two types",
    ),
    "a role left open": (lambda all_: all_["type"][0]["roles"].pop(), "each role once"),
    "a role both had and not": (
        lambda all_: all_["type"][2]["roles"].append("weapon"),
        "each role once",
    ),
    "a label for no role": (
        lambda all_: all_["type"][2].update(role_labels={"weapon": "x"}),
        "label for the role 'weapon'",
    ),
    "an unknown effect": (lambda all_: all_["type"][0]["effects"].append("x"), "effect 'x'"),
    "an unknown stage": (lambda all_: all_["type"][0].update(stages=["x"]), "stage 'x'"),
    "a scheme missing": (lambda all_: all_["schemes"].pop("muc4"), "no scheme 'muc4'"),
    "a type without a scheme": (lambda all_: all_["type"][0]["schemes"].pop("acled"), "each of"),
    "an unknown type of a scheme": (
        lambda all_: all_["type"][0]["schemes"]["muc4"]["codes"][0].update(event="MURDER"),
        "'MURDER', None, which muc4 does not have",
    ),
    "an unknown finer code": (
        lambda all_: all_["type"][0]["schemes"]["plover"]["codes"][0].update(detail="demo"),
        "'ASSAULT', 'demo', which plover does not have",
    ),
    "two usual codes": (
        lambda all_: all_["type"][1]["schemes"]["plover"]["codes"][1].pop("when"),
        "two usual codes for plover",
    ),
    "neither code nor note": (
        lambda all_: all_["type"][7]["schemes"]["muc4"].pop("note"),
        "neither a code nor a note",
    ),
    "a code neither used nor left out": (
        lambda all_: all_["schemes"]["muc4"]["left_out"].clear(),
        "FORCED WORK STOPPAGE",
    ),
    "an unknown MUC-4 stage": (
        lambda all_: all_["stage"][0].update(muc4="DONE"),
        "stage 'DONE', which MUC-4",
    ),
    "an effect without word and note": (
        lambda all_: all_["effect"][2].pop("note"),
        "'kidnapped' without a MUC-4 word",
    ),
    "an effect on neither": (lambda all_: all_["effect"][0].update(of="animals"), "'animals'"),
    "blame within nothing": (lambda all_: all_["blame"][2].update(within="x"), "within 'x'"),
}


@pytest.mark.parametrize(("broken", "fault"), BREAKS.values(), ids=list(BREAKS))
def test_broken_table_is_refused_and_the_fault_named(
    broken: Callable[[dict[str, Any]], object], fault: str
) -> None:
    """A wrong code in a record would be found by nobody."""
    # given
    entries = tables()
    reading(entries)
    # when
    broken(entries)
    # then
    with pytest.raises(ResourceError, match=fault) as raised:
        reading(entries)
    assert raised.value.name == NAME
