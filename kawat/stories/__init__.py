"""Across articles: near-copies, stories, and one event in the world from the reports that tell it.

Everything here is a function of its arguments and takes its input as a stream in a stated order, so that
one machine and a cluster run the same code over partitions of any size.
"""

from kawat.stories.copies import find_copies, signature_bands, signatures, similarities
from kawat.stories.events import merge
from kawat.stories.grouping import group
from kawat.stories.independence import independent_reports
from kawat.stories.reports import Report, Told, stable_id, words
from kawat.stories.summary import summarise

__all__ = [
    "Report",
    "Told",
    "find_copies",
    "group",
    "independent_reports",
    "merge",
    "signature_bands",
    "signatures",
    "similarities",
    "stable_id",
    "summarise",
    "words",
]
