"""Encoding to Actor[]: mentions, resolved within the article and against the registry."""

from kawat.actors.find import ActorFinder
from kawat.actors.registry import Registry, RegistryError, load_registry

__all__ = ["ActorFinder", "Registry", "RegistryError", "load_registry"]
