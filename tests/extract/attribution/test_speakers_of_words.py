"""A mark is nobody's name."""

from __future__ import annotations

from factories import the_kit
from onrecord import wire
from onrecord.reading import read

STORY = """MANILA, Aug. 14, 2019 (Orient Press) - A fire that police called arson gutted a \
chemical warehouse in Bacoor, Cavite, 15 kilometres south of Manila, before dawn on \
Wednesday, leaving at least three dead, the Bureau of Fire Protection said.

Two of the dead were Vietnamese welders, the city's mayor, Lani Cruz, told reporters. Eleven \
people were hurt, six of them firefighters, but a hospital in Imus said it had taken in nine.

The New People's Army, which has extorted firms in Southern Luzon, denied setting the blaze. "We \
had no hand in it," it said in a statement. Shell Pilipinas, which rents part of the site, could \
not say whether its stock was lost. Police in Davao arrested a former guard.
"""


def test_a_comma_is_no_source() -> None:
    """Between a name and its apposition a comma was once taken for who spoke."""
    report = next(wire.read(STORY.encode(), origin="a story", format="text"))
    found = read(report, the_kit()).mentions.attributions
    assert [one.cue[0].of(report.text) for one in found].count("told") == 1
    for one in found:
        words = [span.of(report.text) for span in one.source]
        assert all(any(map(str.isalnum, source)) for source in words)
        assert one.source_name != ","
