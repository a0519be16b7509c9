"""The allocator's settings: taken where it has them, and no harm elsewhere."""

from __future__ import annotations

import platform

import pytest

from api import memory


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another allocator")
def test_glibc_takes_the_settings() -> None:
    assert memory.steady()


def test_another_system_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda name: object())
    assert not memory.steady()
