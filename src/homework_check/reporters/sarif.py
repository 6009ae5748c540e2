"""The report as SARIF 2.1.0, for code scanning and viewers of it.

Source: OASIS Standard "Static Analysis Results Interchange Format Version 2.1.0". A cell is a
logical location in its file. What is undecided has the level ``warning``, so that no viewer
hides it; the verdict stands in the result's properties.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote as percent_encoded

from homework_check.changes import State
from homework_check.messages import lines as say
from homework_check.messages.findings import READING, SHORT
from homework_check.messages.inert import inert, masked
from homework_check.model import Severity
from homework_check.reporters import alone
from homework_check.reporters.escaping import sarif

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from homework_check.changes import Change
    from homework_check.model import Location
    from homework_check.report import Finding, Report
    from homework_check.reporters.view import View
    from homework_check.text import Lang

    Json: TypeAlias = dict[str, object]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en"}


def render(report: Report, lang: Lang, _view: View) -> str:
    """Write one run with a result for each finding, never grouped or cut."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, lang)]}
    return json.dumps(log, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _run(report: Report, lang: Lang) -> Json:
    gone = report.comparison.fixed if report.comparison else ()
    rules = [*_rules(report, lang), *_reading_rules((*report.findings, *gone), lang)]
    rule_indices = {str(rule["id"]): index for index, rule in enumerate(rules)}
    artifacts = {log.path: index for index, log in enumerate(report.logs)}
    return {
        "tool": {"driver": {"name": "homework-check", "version": report.version, "rules": rules}},
        "language": _LANGUAGES[lang],
        "artifacts": [_artifact(log.path, log.sha256) for log in report.logs],
        "results": [
            *(_result(finding, lang, rule_indices, artifacts) for finding in report.findings),
            *(_absent(finding, lang, rule_indices, artifacts) for finding in gone),
        ],
        "properties": {"verdict": report.verdict.value, "rulePack": report.pack.id},
    }


def _rules(report: Report, lang: Lang) -> Iterator[Json]:
    for rule in report.pack.rules:
        yield {
            "id": rule.id,
            "shortDescription": {"text": sarif(rule.title[lang])},
            "help": {"text": sarif(say.REFERENCE.format(reference=rule.reference)[lang])},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            "properties": {"kind": rule.kind, "aspect": rule.aspect, "unit": rule.unit},
        }


def _reading_rules(findings: Iterable[Finding], lang: Lang) -> Iterator[Json]:
    """What reading had to tell in this report; the pack does not know these rules."""
    levels = {f.rule: _LEVELS[f.severity] for f in findings if f.rule in READING}
    for rule, level in levels.items():
        yield {
            "id": rule,
            "shortDescription": {"text": SHORT[rule][lang]},
            "help": {"text": say.ABOUT_READING[lang]},
            "defaultConfiguration": {"level": level},
        }


def _artifact(path: str, digest: str | None) -> Json:
    hashes = {"hashes": {"sha-256": digest}} if digest else {}
    return {"location": {"uri": uri(path)}, **hashes}


def uri(path: str) -> str:
    """Write a path as a relative reference; a name that is not text keeps its bytes."""
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "surrogatepass")
    return percent_encoded(data)


def _result(
    finding: Finding, lang: Lang, rules: Mapping[str, int], artifacts: Mapping[str, int]
) -> Json:
    locations = [_location(at, artifacts) for at in finding.locations]
    index = {"ruleIndex": rules[finding.rule]} if finding.rule in rules else {}
    return {
        "ruleId": finding.rule,
        **index,
        "level": _LEVELS[alone.weight(finding)],
        "message": {"text": sarif(alone.sentences(finding, lang))},
        "locations": locations[:1],
        "relatedLocations": locations[1:],
        "partialFingerprints": {"homeworkCheck/v1": _fingerprint(finding)},
        **({"baselineState": _state(finding, finding.change)} if finding.change else {}),
        "properties": _properties(finding, lang),
    }


def _absent(finding: Finding, lang: Lang, *known: Mapping[str, int]) -> Json:
    """A finding of the earlier report that is fixed; its cells are those of that report."""
    return {**_result(finding, lang, *known), "baselineState": "absent"}


def _state(finding: Finding, change: Change) -> str:
    if change.state is State.NEW:
        return "new"
    before = change.verdict, change.measured
    return "unchanged" if before == (finding.verdict, finding.measured) else "updated"


def _location(at: Location, artifacts: Mapping[str, int]) -> Json:
    index = {"index": artifacts[at.source]} if at.source in artifacts else {}
    physical = {"physicalLocation": {"artifactLocation": {"uri": uri(at.source), **index}}}
    if at.cell is None:
        return dict(physical)
    sheet = f"{inert(at.sheet)}!" if at.sheet else ""
    cell = {"name": at.cell, "fullyQualifiedName": f"{sheet}{at.cell}", "kind": "cell"}
    return {**physical, "logicalLocations": [cell]}


def _properties(finding: Finding, lang: Lang) -> Json:
    school = finding.school
    values = {
        "verdict": finding.verdict.value if finding.verdict else None,
        "severity": finding.severity.value,
        "school": masked(school.name) if school and school.name else None,
        "county": masked(school.county) if school and school.county else None,
        "grade": finding.grade,
        "class": masked(finding.class_name) if finding.class_name else None,
        "date": finding.date.isoformat() if finding.date else None,
        "measured": finding.measured,
        "limit": finding.limit,
        "excess": finding.excess,
        "unit": finding.unit,
        "count": finding.count,
        "hint": finding.hint[lang],
    }
    return {key: value for key, value in values.items() if value is not None}


def _fingerprint(finding: Finding) -> str:
    """Tell the same finding again in a later run: by its class and day where those name it."""
    day = finding.date or finding.week
    unit = (finding.rule, finding.school, finding.grade, finding.class_name, day)
    place = () if finding.limit is not None else (finding.value, finding.locations[:1])
    parts = (*unit, finding.subject, *place)
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
