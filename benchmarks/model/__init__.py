"""How well the model reads, and how fast: one table a command, ``python -m benchmarks.model --help``."""
