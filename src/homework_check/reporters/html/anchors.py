"""Stable names for the places of a page, the same in every language."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from homework_check.messages import phrases

if TYPE_CHECKING:
    from homework_check.report import Finding


class Anchors:
    """Gives every item of a page a name of its own: ``第一小学-三年级2班-2023-09-05``."""

    def __init__(self) -> None:
        self._taken: Counter[str] = Counter()

    def of(self, finding: Finding) -> str:
        """Name the item that `finding` begins; a second one of the same class-day ends in -2."""
        parts = [phrases.school_name(finding.school).zh if finding.school else finding.rule]
        if finding.grade is not None or finding.class_name is not None:
            parts.append(phrases.class_name(finding.grade, finding.class_name).zh)
        if finding.date:
            parts.append(finding.date.isoformat())
        name = re.sub(r"[^\w-]+", "_", "-".join(parts))
        self._taken[name] += 1
        return name if self._taken[name] == 1 else f"{name}-{self._taken[name]}"
