"""How well names, references, places and days are resolved: ``python -m benchmarks.resolution``."""
