"""What a cell gives if it gives no value."""

from __future__ import annotations

from enum import Enum


class Outcome(Enum):
    """`NONE`: the text itself says that there is nothing (无). `UNREAD`: not understood."""

    NONE = "none"
    UNREAD = "unread"
