"""Every golden case below this folder: input, meta, expected. New ones are found by themselves."""

from pathlib import Path

import pytest

from claimwire.testing import GoldenCase, golden_cases


@pytest.mark.parametrize("case", golden_cases(Path(__file__).parent), ids=str)
def test_golden(case: GoldenCase, regen: bool) -> None:
    case.check(regen=regen)
