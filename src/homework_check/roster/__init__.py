"""The list of schools that are to hand in, as an office keeps it: a table in any format."""

from homework_check.roster.read import read_roster

__all__ = ["read_roster"]
