"""Encoding and actors to Statement[]: who says what, by which way it reached the outlet."""

from kawat.statements.find import find_statements

__all__ = ["find_statements"]
