"""What the models of all TOML files have in common."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Words = Annotated[str, Field(min_length=1, max_length=2000)]


class Frozen(BaseModel):
    """A value from a file; a key that is not listed is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
