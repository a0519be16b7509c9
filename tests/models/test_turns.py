"""Threads of one process take turns, in the order they came."""

from __future__ import annotations

import threading

import pytest

from models import base, store
from models.errors import StoreUnavailable
from models.turns import Turns
from tests.models.told import article


def waiting(turns: Turns, number: int) -> None:
    """Come back when so many threads stand in line."""
    while len(turns._waiting) < number:
        threading.Event().wait(0.001)


def test_turns_go_in_the_order_in_which_they_were_asked_for() -> None:
    turns, order = Turns(), list[int]()

    def take(number: int) -> None:
        with turns.turn(30) as mine:
            assert mine
            order.append(number)

    threads = [threading.Thread(target=take, args=(number,)) for number in range(6)]
    with turns.turn(0) as mine:
        assert mine
        for number, thread in enumerate(threads):
            thread.start()
            waiting(turns, number + 1)
    for thread in threads:
        thread.join()
    assert order == list(range(6))


def test_whoever_is_not_called_in_time_goes_without_and_leaves_the_line() -> None:
    turns = Turns()
    with turns.turn(0):
        with turns.turn(0) as mine:
            assert not mine
        assert not turns._waiting
    with turns.turn(0) as mine:
        assert mine


def test_an_error_passes_the_turn_on() -> None:
    turns = Turns()
    with pytest.raises(ValueError, match="x"), turns.turn(0):
        raise ValueError("x")
    with turns.turn(0) as mine:
        assert mine


def test_a_writer_whose_turn_does_not_come_is_told_that_the_store_is_busy(store_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "TURN_SECONDS", 0.05)
    began, end = threading.Event(), threading.Event()

    def hold() -> None:
        with base.writing():
            began.set()
            end.wait(30)
        base.database.close()

    holder = threading.Thread(target=hold)
    holder.start()
    began.wait(30)
    with pytest.raises(StoreUnavailable, match="busy") as caught:
        store.save(article("paper"))
    assert caught.value.retry_after == 1
    end.set()
    holder.join()
    assert store.save(article("paper")).status == "created"
