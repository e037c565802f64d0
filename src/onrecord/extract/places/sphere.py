"""Points on the sphere: the way from one to another, and where a way leads.

A sphere of the earth's mean radius: distances within 0.6% of the ellipsoid's, directions within
0.2 degrees.
"""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin

_EARTH_M = 6_371_008.8
_FULL_TURN = 360.0
_HALF_TURN = 180.0


def destination(
    latitude: float, longitude: float, *, bearing: float, metres: float
) -> tuple[float, float]:
    """Return the point that lies so far in a direction, in degrees north and east.

    Args:
        latitude: Degrees north of the start.
        longitude: Degrees east of the start.
        bearing: Direction at the start in degrees clockwise from north.
        metres: Length of the great circle.
    """
    north, turn, arc = radians(latitude), radians(bearing), metres / _EARTH_M
    height = sin(north) * cos(arc) + cos(north) * sin(arc) * cos(turn)
    aside = atan2(sin(turn) * sin(arc) * cos(north), cos(arc) - sin(north) * height)
    east = (longitude + degrees(aside) + _HALF_TURN) % _FULL_TURN - _HALF_TURN
    return degrees(asin(max(-1.0, min(1.0, height)))), east


def bearing(latitude: float, longitude: float, north: float, east: float) -> float:
    """Return the direction from one point to another, in degrees clockwise from north."""
    here, there, aside = radians(latitude), radians(north), radians(east - longitude)
    across = sin(aside) * cos(there)
    ahead = cos(here) * sin(there) - sin(here) * cos(there) * cos(aside)
    return degrees(atan2(across, ahead)) % _FULL_TURN


def turn_between(one: float, other: float) -> float:
    """Return the angle between two directions, 0 to 180 degrees."""
    return abs((one - other + _HALF_TURN) % _FULL_TURN - _HALF_TURN)
