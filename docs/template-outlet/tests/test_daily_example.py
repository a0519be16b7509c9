"""What a third party tests: its golden cases and the invariants."""

from pathlib import Path

import pytest
from claimwire_daily_example import DailyExample

from claimwire.testing import GoldenCase, check_outlet, golden_cases


@pytest.mark.parametrize("case", golden_cases(Path(__file__).parent / "cases"), ids=str)
def test_golden(case: GoldenCase, regen: bool) -> None:
    case.check(regen=regen)


def test_invariants() -> None:
    check_outlet(DailyExample(), sample="The council met on Friday. Seven members voted in favour.\n" * 20)
