"""A function over many tasks, each done by a child process that may die of it."""

from homework_check.workers.limits import Limits
from homework_check.workers.lost import Lost
from homework_check.workers.pool import USUAL, Crew, each, small_context

__all__ = ["USUAL", "Crew", "Limits", "Lost", "each", "small_context"]
