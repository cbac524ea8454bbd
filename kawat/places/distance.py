"""How far places are from one another."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH = 6371.0  # kilometres, its radius


def kilometres(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Return the distance of two (latitude, longitude) in degrees, by the haversine formula."""
    lat1, lat2 = radians(one[0]), radians(two[0])
    half = sin((lat2 - lat1) / 2) ** 2
    half += cos(lat1) * cos(lat2) * sin(radians(two[1] - one[1]) / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, half)))
