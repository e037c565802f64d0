"""Looking up places by name."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from onrecord.errors import ResourceError
from onrecord.resources import Library, open_library
from onrecord.resources.gazetteer import NAME, Gazetteer, folded, loosened, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer that ships."""
    return open_gazetteer(open_library().path(NAME))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("São Tomé", "sao tome"),
        ("N'Djamena", "ndjamena"),
        ("N’Djamena", "ndjamena"),
        ("Deir ez-Zor", "deir ez zor"),
        ("St. Louis", "saint louis"),
        ("Mt Kenya", "mount kenya"),
        ("Łódź", "lodz"),
        ("Diyarbakır", "diyarbakir"),
        ("  Port   Said ", "port said"),
        ("!!!", ""),
    ],
)
def test_names_are_folded(written: str, key: str) -> None:
    """Accents, marks and shortenings make no other name."""
    assert folded(written) == key


@pytest.mark.parametrize(
    ("name", "country", "point"),
    [
        ("In Amenas", "DZ", (28.04, 9.55)),
        ("Tiguentourine", "DZ", (27.88, 9.11)),
        ("Maiduguri", "NG", (11.85, 13.16)),
        ("Deir ez-Zor", "SY", (35.34, 40.14)),
        ("Bogotá", "CO", (4.61, -74.08)),
        ("Kidal", "ML", (18.44, 1.41)),
        ("Kobani", "SY", (36.89, 38.35)),
        ("Ill.", "US", (40.0, -89.25)),
        ("Bucks County", "US", (40.33, -75.1)),
        ("Sahara", None, (23.0, 10.0)),
        ("Leningrad", "RU", (59.94, 30.31)),
        ("Hmeimim", "SY", (35.4, 35.95)),
        ("Hodeidah", "YE", (14.8, 42.95)),
        ("Harwinton", "US", (41.76, -73.06)),
        ("Kandahar International Airport", "AF", (31.5, 65.85)),
    ],
)
def test_places_lie_where_they_lie(
    gazetteer: Gazetteer, name: str, country: str | None, point: tuple[float, float]
) -> None:
    """The first entry of a well-known name is the place everybody means."""
    entry = gazetteer.find(name)[0]
    assert entry.country == country
    assert (entry.latitude, entry.longitude) == pytest.approx(point, abs=0.1)
    assert entry.radius_m > 0


def test_a_name_of_many_places_gives_the_largest_first(gazetteer: Gazetteer) -> None:
    """There are some thirty Springfields."""
    found = gazetteer.find("Springfield")
    assert len(found) > 20
    assert [entry.population for entry in found] == sorted(
        (entry.population for entry in found), reverse=True
    )
    assert {"Illinois", "Missouri", "Massachusetts"} <= {entry.admin1 for entry in found}


@pytest.mark.parametrize(
    ("name", "feature"), [("Georgia", "country"), ("Sahara", "desert"), ("Sicily", "island")]
)
def test_no_village_stands_before_a_country_or_region(
    gazetteer: Gazetteer, name: str, feature: str
) -> None:
    """There is a village of nearly every name."""
    assert gazetteer.find(name)[0].feature == feature


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("Tal Abyad", "Tall Abyaḑ"),
        ("Qamishly", "Al Qāmishlī"),
        ("Qalqiliyya", "Qalqīlyah"),
        ("Marsa Matrouh", "Marsá Maţrūḩ"),
    ],
)
def test_a_name_is_found_as_it_sounds(gazetteer: Gazetteer, written: str, usual: str) -> None:
    """Each desk romanises in its own way; the match is an alternate's, not the usual name's."""
    found = gazetteer.find(written)
    assert usual in {entry.name for entry in found}
    assert not any(entry.usual for entry in found)


@pytest.mark.parametrize(
    ("key", "loose"),
    [
        ("deir ez zor", "dirzur"),
        ("dayr az zawr", "dirzur"),
        ("al qamishli", "kamishli"),
        ("qamishly", "kamishli"),
        ("al bab", None),
    ],
)
def test_names_are_loosened(key: str, loose: str | None) -> None:
    """Spellings of one sound meet; too short a name stays closed."""
    assert loosened(key) == loose


def test_a_people_is_no_village(gazetteer: Gazetteer) -> None:
    """ "Syrian" sounds like Sayyan in Yemen."""
    assert gazetteer.find("Syrian") == ()
    assert not any(entry.country == "AZ" for entry in gazetteer.find("Georgian"))


def test_an_alternate_name_is_marked_as_such(gazetteer: Gazetteer) -> None:
    """Kiev is another name of Kyiv."""
    entry = gazetteer.find("Kiev")[0]
    assert (entry.name, entry.usual) == ("Kyiv", False)


def test_what_a_place_lies_in_goes_from_near_to_far(gazetteer: Gazetteer) -> None:
    """Province first, then country."""
    place = gazetteer.find("In Amenas")[0].place("Algeria")
    assert place.within == ("Illizi", "Algeria")
    assert place.uncertainty_m is not None


@pytest.mark.parametrize("name", ["", "Qwrtzpsd", "'; DROP TABLE name; --"])
def test_an_unknown_name_has_no_place(gazetteer: Gazetteer, name: str) -> None:
    """None found is ()."""
    assert gazetteer.find(name) == ()


def test_a_file_that_is_no_gazetteer_is_told(tmp_path: Path) -> None:
    """The message says which file, and what to do."""
    file = tmp_path / "gazetteer.sqlite"
    file.write_bytes(b"not a database at all")
    with pytest.raises(ResourceError, match="gazetteer"):
        open_gazetteer(file)


@pytest.mark.parametrize("damage", ["empty", "cut", "changed"])
def test_a_damaged_file_is_not_opened(tmp_path: Path, damage: str) -> None:
    """One wrong byte is enough; the message names the file and the cure."""
    library = open_library()
    content = bytearray(library.path(NAME).read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged = {"empty": b"", "cut": content[:1_000_000], "changed": content}[damage]
    (tmp_path / "gazetteer.sqlite").write_bytes(damaged)
    copy = Library(tmp_path, library.manifest, library.fingerprint)
    with pytest.raises(ResourceError, match=r"'gazetteer' does not have the hash.*Reinstall"):
        copy.path(NAME)


def test_the_manifest_counts_the_places(gazetteer: Gazetteer) -> None:
    """Whoever rebuilds the file also tells its size."""
    (count,) = gazetteer.connection.execute("SELECT count(*) FROM place").fetchone()
    assert open_library().manifest[NAME]["rows"] == count


# Time of our own process, since a busy machine is not the gazetteer's fault; we saw 3 and 0.2.
OPENED_MS = 50
FOUND_MS = 1.0
NAMES = """Maiduguri|Deir ez-Zor|Springfield|San Jose|Kandahar|Qamishli|Tal Abyad|Nowhere at all
Hodeidah|Sahara|Red Sea|Kyiv|Grozny|Uvira|Goma|Bogotá|Cali|Paris|London|Heathrow|Washington|Georgia
Bucks County|Anbar|Mosul|Fallujah|Khan Younis|Rafah|Kismayo|Mogadishu|Aden|Sanaa|Marib|Kabul"""


def test_opening_and_finding_are_quick() -> None:
    """The file is not read as a whole, and a name costs a few of its pages."""
    file = open_library().path(NAME)
    start = time.process_time()
    gazetteer = open_gazetteer(file)
    opened = 1_000 * (time.process_time() - start)
    names = [name for line in NAMES.splitlines() for name in line.split("|")]
    start = time.process_time()
    found = [gazetteer.find(name) for name in names]
    each = 1_000 * (time.process_time() - start) / len(names)
    print(f"opened in {opened:.1f} ms, a name found in {each:.2f} ms")  # noqa: T201 - for the record
    assert opened < OPENED_MS
    assert each < FOUND_MS
    assert sum(bool(entries) for entries in found) == len(names) - 1
