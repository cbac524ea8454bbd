"""Article to Encoding: sentences and tokens now, the model's states when there is one."""

from kawat.encoder.sentences import encode

__all__ = ["encode"]
