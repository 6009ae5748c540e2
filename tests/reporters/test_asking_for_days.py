from __future__ import annotations

from datetime import date

import pytest

from homework_check.report import Coverage
from homework_check.reporters.text.roster_notes import period_option


@pytest.mark.parametrize(
    ("first", "last", "zh"),
    [
        (date(2023, 10, 9), date(2023, 10, 13), "--week 2023-10-09"),
        (date(2023, 10, 11), date(2023, 10, 11), "--week 2023-10-11"),
        (date(2023, 10, 8), date(2023, 10, 9), "--week 日期"),
        (None, None, "--week 日期"),
    ],
)
def test_the_week_of_a_log_is_proposed(first: date | None, last: date | None, zh: str) -> None:
    assert period_option(Coverage(first, last)).zh == zh
