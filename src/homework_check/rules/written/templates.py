"""Which placeholders a message or hint of a rule file may hold."""

from collections.abc import Iterable
from string import Formatter

from homework_check.rules.written.base import Bilingual
from homework_check.toml.faults import fault


def check_template(words: Bilingual, allowed: Iterable[str]) -> None:
    """Make sure that `words` can be filled in both languages.

    Only plain names in braces are let through: ``{sum.real}`` or ``{sum:>99999}`` would
    hand the program's inside, or its memory, to a rule file.

    Raises a fault that names the first placeholder that cannot be filled.
    """
    known = sorted(allowed)
    for template in (words.zh, words.en or ""):
        for field in _fields(template):
            if field not in known:
                raise fault("bad_placeholder", name=field, known=" ".join(known))


def _fields(template: str) -> list[str]:
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        raise fault("bad_braces") from None
    return [
        name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")
        for _, name, spec, conversion in parts
        if name is not None
    ]
