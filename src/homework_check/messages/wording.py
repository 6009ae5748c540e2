"""What a finding says: the message and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.text import Text, fill

if TYPE_CHECKING:
    from homework_check.text import Values


class Wording(NamedTuple):
    """Templates of one finding. `message` is a whole sentence, `hint` says what to do next."""

    message: Text
    hint: Text

    def filled(self, values: Values) -> Wording:
        """Fill the placeholders of both with the same values."""
        return Wording(*fill(self, values))


def wording(zh: str, zh_hint: str, en: str, en_hint: str) -> Wording:
    """Put the four texts of a finding together."""
    return Wording(Text(zh, en), Text(zh_hint, en_hint))
