"""Regular expressions of a rule file, compiled when it is loaded."""

import re
import warnings
from typing import Annotated, Any

from pydantic import BeforeValidator

from homework_check.toml.faults import fault

MAX_LENGTH = 500
"""Characters of one pattern; longer ones are tables of words in disguise."""


def _compiled(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not 0 < len(value) <= MAX_LENGTH:
        raise fault("pattern_length", limit=str(MAX_LENGTH))
    try:
        with warnings.catch_warnings():
            # "[[" and its like may change their meaning in a later Python: not kept silent.
            warnings.simplefilter("error")
            return re.compile(value)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        raise fault("bad_pattern", reason=str(error)) from None


Pattern = Annotated[re.Pattern[str], BeforeValidator(_compiled)]
