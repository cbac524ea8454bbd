"""Expressions of time in a text to days: absolute and relative, with how exact they are."""

from kawat.times.expressions import Expression, find_expressions

__all__ = ["Expression", "find_expressions"]
