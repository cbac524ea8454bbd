"""The one place that holds Kawat's version."""

__version__ = "0.1.0"
