"""A report compared with an earlier one: what is fixed, what is left, what is new."""

from homework_check.baseline.compare import compare
from homework_check.baseline.earlier import Baseline, load

__all__ = ["Baseline", "compare", "load"]
