"""Checks schools' homework logs against China's double-reduction limits."""

__version__ = "0.1.0"
