"""Fuzzing of what meets the outside: bytes, pages, archives. See README.md in this folder."""
