"""Names of places to points on the map: where they are, and which of several places of one name is meant."""

from kawat.places.again import speaks_again
from kawat.places.article import Places, find_places
from kawat.places.distance import kilometres
from kawat.places.find import PlaceFinder, PlaceMention
from kawat.places.gazetteer import GazetteerPlace, place_named, places_named, same_area

__all__ = [
    "GazetteerPlace",
    "PlaceFinder",
    "PlaceMention",
    "Places",
    "find_places",
    "kilometres",
    "place_named",
    "places_named",
    "same_area",
    "speaks_again",
]
