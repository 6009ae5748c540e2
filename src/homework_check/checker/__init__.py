"""Logs held against rules: three verdicts, findings with their cells, tallies."""

from homework_check.checker.check import Occasion, check

__all__ = ["Occasion", "check"]
