"""From sheets to a log: finds the tables, names the columns, reads every cell."""

from homework_check.normalise.sheets import normalise

__all__ = ["normalise"]
