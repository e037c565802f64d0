"""Outlines of areas: what lies in them and how far they reach. GeoJSON and TopoJSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from resources.gazetteer.place import Point, kilometres

Ring = list[list[float]]
"""A line that ends where it starts: points of degrees east and north."""


def inside(geometry: dict[str, Any], point: Point) -> bool:
    """Say whether a point lies in an area: whether a ray eastwards leaves its outline once."""
    crossings = 0
    for polygon in _polygons(geometry):
        for (x, y, *_), (u, v, *_) in pairwise(polygon[0]):
            if (y > point[0]) != (v > point[0]):
                crossings += point[1] < (u - x) * (point[0] - y) / (v - y) + x
    return crossings % 2 == 1


def reach(geometry: dict[str, Any], point: Point) -> float:
    """Return how far the largest outline of an area reaches from a point, in kilometres."""
    outline = max((polygon[0] for polygon in _polygons(geometry)), key=len)
    return max(kilometres(point, (latitude, longitude)) for longitude, latitude, *_ in outline)


def box(geometry: dict[str, Any]) -> tuple[float, float, float, float]:
    """Return the south, north, west and east of an area."""
    points = [point for polygon in _polygons(geometry) for point in polygon[0]]
    latitudes, longitudes = [point[1] for point in points], [point[0] for point in points]
    return min(latitudes), max(latitudes), min(longitudes), max(longitudes)


def counties(folder: Path) -> Iterator[tuple[str, Point, float]]:
    """Return code, middle and radius in kilometres of each US county, from its outline."""
    atlas = json.loads((folder / "counties-10m.json").read_text("utf-8"))
    arcs = arcs_of(atlas)
    for county in atlas["objects"]["counties"]["geometries"]:
        polygons = county["arcs"] if county["type"] == "MultiPolygon" else [county["arcs"]]
        numbers = [number for polygon in polygons for number in polygon[0]]
        points = [point for number in numbers for point in arcs[number if number >= 0 else ~number]]
        latitudes = [point[0] for point in points]
        longitudes = [point[1] for point in points]
        middle = (
            (min(latitudes) + max(latitudes)) / 2,
            (min(longitudes) + max(longitudes)) / 2,
        )
        yield str(county["id"]), middle, max(kilometres(middle, point) for point in points)


def arcs_of(atlas: dict[str, Any]) -> list[list[Point]]:
    """Return the lines that the outlines of a TopoJSON file are made of."""
    scale, move = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((y * scale[1] + move[1], x * scale[0] + move[0]))
        arcs.append(points)
    return arcs


def _polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    polygons = geometry["coordinates"]
    return [polygons] if geometry["type"] == "Polygon" else polygons
