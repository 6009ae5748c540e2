"""Sample reports for all reporters, made by hand: names, files and figures are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sample_reports import SAMPLES

if TYPE_CHECKING:
    from homework_check.report import Report


@pytest.fixture(params=list(SAMPLES))
def sample(request: pytest.FixtureRequest) -> Report:
    return SAMPLES[request.param]()
