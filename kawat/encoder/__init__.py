"""Article to Encoding: sentences, tokens and what the model reads in each sentence, in one pass."""

from kawat.encoder.model import Model, ModelError
from kawat.encoder.read import encode

__all__ = ["Model", "ModelError", "encode"]
