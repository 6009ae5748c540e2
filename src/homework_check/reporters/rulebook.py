"""Rules as people read them: all of a pack, or one explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import rulebook as say
from homework_check.messages.report import ASPECTS, aspect_name
from homework_check.messages.wrapping import cells, pad, wrap
from homework_check.model import Severity
from homework_check.reporters.examples import example_rows
from homework_check.rules.data import data_of
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.rules.base import Bilingual
    from homework_check.rules.kinds import Rule
    from homework_check.rules.pack import RulePack
    from homework_check.text import Lang

_WIDTH = 79


def listed(pack: RulePack, lang: Lang) -> str:
    """List the rules of a pack by aspect."""
    lines = [_heading(pack)[lang], ""]
    widths = (
        max(cells(rule.id) for rule in pack.rules),
        max(cells(say.SEVERITIES[rule.severity][lang]) for rule in pack.rules),
    )
    for aspect in ASPECTS:
        rules = [rule for rule in pack.rules if rule.aspect == aspect]
        if rules:
            lines.append(_aspect(aspect, rules)[lang])
        for rule in rules:
            severity = pad(say.SEVERITIES[rule.severity][lang], widths[1])
            first = f"  {pad(rule.id, widths[0])}  {severity}  "
            lines += wrap(rule.title.text()[lang], _WIDTH, " " * cells(first), first)
    lines += ["", *_loosened(pack, lang)]
    lines += [*wrap(say.LEGEND[lang], _WIDTH, "  "), say.HOW_TO_SHOW[lang]]
    return "\n".join(lines) + "\n"


def explained(rule: Rule, pack: RulePack, lang: Lang, *, verbose: bool) -> str:
    """Explain one rule; `verbose` adds it as it stands in a rule file after inheritance."""
    explain = rule.explain
    facts = (
        rule.id,
        aspect_name(rule.aspect)[lang],
        say.SEVERITIES[rule.severity][lang],
        _heading(pack, with_title=False)[lang],
    )
    lines = [*wrap(rule.title.text()[lang], _WIDTH), *wrap("  ".join(facts), _WIDTH)]
    lines += _section(say.ABOUT, explain.about, lang, bullet="")
    lines += _section(say.COUNTED, explain.counted, lang)
    lines += _section(say.UNDECIDED, explain.undecided, lang)
    lines += _examples(rule, lang)
    lines += _section(say.ADVICE, explain.advice, lang, bullet="")
    lines += ["", say.REFERENCES[lang]]
    for reference in rule.references:
        lines += wrap(reference.text()[lang], _WIDTH, "    ", "  - ")
    if verbose:
        lines += ["", say.RULE_FILE[lang], "", _as_toml(rule).rstrip()]
    return "\n".join(lines) + "\n"


def _as_toml(rule: Rule) -> str:
    import tomli_w

    return tomli_w.dumps({"rules": [data_of(rule)]})


def validated(pack: RulePack, lang: Lang) -> str:
    """Say that a rule file can be used, and what it loosens."""
    line = say.VALID.format(id=pack.id, n=len(pack.rules))[lang]
    return "\n".join([line, *_loosened(pack, lang)]) + "\n"


def _heading(pack: RulePack, *, with_title: bool = True) -> Text:
    title = pack.title.text() if with_title else same("")
    parent = say.EXTENDS.format(parent=pack.extends) if pack.extends and with_title else same("")
    text = say.PACK.format(id=pack.id, title=title)
    return Text(f"{text.zh.rstrip()}{parent.zh}", f"{text.en.rstrip()}{parent.en}")


def _aspect(aspect: str, rules: Iterable[Rule]) -> Text:
    if all(rule.severity is Severity.INFO for rule in rules):
        return say.HINTS_ONLY.format(aspect=aspect_name(aspect))
    return aspect_name(aspect)


def _loosened(pack: RulePack, lang: Lang) -> list[str]:
    if not pack.loosened:
        return []
    return wrap(say.LOOSENED.format(rules=" ".join(pack.loosened))[lang], _WIDTH, "    ")


def _section(title: Text, points: Sequence[Bilingual], lang: Lang, bullet: str = "- ") -> list[str]:
    if not points:
        return []
    lines = ["", title[lang]]
    for point in points:
        first = f"  {bullet}"
        lines += wrap(point.text()[lang], _WIDTH, " " * cells(first), first)
    return lines


def _examples(rule: Rule, lang: Lang) -> list[str]:
    rows = example_rows(rule, lang)
    if not rows:
        return []
    outcome, total = (max(cells(row[column]) for row in rows) for column in (0, 1))
    lines = ["", say.EXAMPLES[lang]]
    for row in rows:
        amount = f"{pad(row[1], total)}  " if total else ""
        first = f"  {pad(row[0], outcome)}  {amount}"
        lines += wrap(row[2], _WIDTH, " " * cells(first), first)
    return lines
