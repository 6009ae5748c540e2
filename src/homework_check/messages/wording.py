"""What a finding says: the message and what to do about it."""

from __future__ import annotations

from typing import NamedTuple

from homework_check.text import Text


class Wording(NamedTuple):
    """Templates of one finding. `message` is a whole sentence, `hint` says what to do next."""

    message: Text
    hint: Text


def wording(zh: str, zh_hint: str, en: str, en_hint: str) -> Wording:
    """Put the four texts of a finding together."""
    return Wording(Text(zh, en), Text(zh_hint, en_hint))
