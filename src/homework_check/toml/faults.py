"""Faults of a file that pydantic does not know, raised from validators."""

from typing import LiteralString

from pydantic_core import PydanticCustomError


def fault(name: LiteralString, /, **values: str) -> PydanticCustomError:
    """Make the error `name`, which the `FaultWords` of the file puts into words with `values`."""
    return PydanticCustomError(name, name, values)
