"""Across articles: near-copies, stories, and one event in the world from the reports that tell it.

Everything here is a function of its arguments and takes its input as a stream in a stated order, so that
one machine and a cluster run the same code over partitions of any size.
"""

from kawat.stories.clusters import clusters
from kawat.stories.copies import are_copies, find_copies, signature_bands, signatures
from kawat.stories.events import Event, Locks, merge, merge_across
from kawat.stories.grouping import Grouper
from kawat.stories.independence import independent_reports
from kawat.stories.reports import Report, Told, stable_id, words
from kawat.stories.summary import summarise
from kawat.stories.terms import article_terms, sentence_terms

__all__ = [
    "Event",
    "Grouper",
    "Locks",
    "Report",
    "Told",
    "are_copies",
    "article_terms",
    "clusters",
    "find_copies",
    "independent_reports",
    "merge",
    "merge_across",
    "sentence_terms",
    "signature_bands",
    "signatures",
    "stable_id",
    "summarise",
    "words",
]
