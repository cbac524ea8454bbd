"""Encoding and actors to Statement[]: who says what, by which way it reached the outlet."""

from kawat.statements.find import find_statements
from kawat.statements.voices import name_speakers

__all__ = ["find_statements", "name_speakers"]
