"""Which known word may be meant by one that is not known."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable

BEHIND: Final = Text("，是不是{guess}？", ", did you mean {guess}?")
BEFORE: Final = Text("是不是{guess}？", "Did you mean {guess}? ")
"""The question behind what is wrong with the word, and as the sentence before a hint."""


def did_you_mean(word: str, known: Iterable[str], question: Text = BEHIND) -> Text:
    """Ask for the closest of the `known` words; an empty text if none is close."""
    return ask_for(get_close_matches(word, list(known), n=1), question)


def ask_for(guesses: Iterable[str], question: Text) -> Text:
    """Ask for the first of `guesses`; an empty text if there is none."""
    guess = next(iter(guesses), None)
    return same("") if guess is None else question.format(guess=guess)
