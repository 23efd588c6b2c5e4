"""The clock of the tests of an issue that need one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desk import clock


@pytest.fixture
def in_april() -> None:
    """Stand in the morning of 20 April 2019; the clock is put back after every test."""
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))
