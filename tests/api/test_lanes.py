"""What may take long leaves threads to what is answered at once."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest
import requests

from api.lanes import Lanes, may_take_long
from tests.api.conftest import Serve
from tests.api.service_helpers import article, story


class Work:
    """A request that is begun, and ends when it is told to."""

    def __init__(self, method: str, path: str = "/v1/articles", *, error: Any = None) -> None:
        self.requests = [SimpleNamespace(command=method, path=path, error=error)]
        self.begun, self.end, self.cancelled = threading.Event(), threading.Event(), threading.Event()

    def service(self) -> None:
        self.begun.set()
        self.end.wait(60)

    def cancel(self) -> None:
        self.cancelled.set()


class Fails(Work):
    def service(self) -> None:
        self.begun.set()
        raise RuntimeError("in the middle")


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    made = Lanes(2, 1)
    yield made
    made.shutdown()


@pytest.mark.parametrize(
    ("method", "path", "slow"),
    [
        ("GET", "/healthz", False),
        ("HEAD", "/v1/votes", False),
        ("OPTIONS", "/v1/articles", False),
        ("POST", "/v1/articles", True),
        ("POST", "/v1/check", True),
        ("DELETE", "/v1/articles/x", True),
        ("PATCH", "/v1/conflicts/x", True),
        ("POST", "/v1/reconcile", False),
        ("GET", "/v1/claims.csv", True),
        ("GET", "/v1/armed-conflicts.csv", True),
    ],
)
def test_what_may_take_long(method: str, path: str, slow: bool) -> None:
    assert may_take_long(Work(method, path)) is slow
    assert not may_take_long(Work(method, path, error="bad"))


def test_what_may_take_long_never_gets_all_threads(lanes: Lanes) -> None:
    posts, reads = [Work("POST") for _ in range(5)], [Work("GET", "/v1/votes") for _ in range(3)]
    for work in posts:
        lanes.add_task(work)
    assert posts[0].begun.wait(30)
    assert posts[1].begun.wait(30)
    for work in reads:
        lanes.add_task(work)
        assert work.begun.wait(30)
        assert not posts[2].begun.is_set()
        work.end.set()
    for before, work in zip(posts, posts[2:], strict=False):
        before.end.set()
        assert work.begun.wait(30)
    for work in posts:
        work.end.set()


def test_a_failure_gives_its_thread_back(lanes: Lanes) -> None:
    for work in [Fails("POST") for _ in range(5)]:
        lanes.add_task(work)
        assert work.begun.wait(30)


def test_at_the_end_what_nobody_began_is_given_up() -> None:
    lanes = Lanes(1, 0)
    first, second = Work("POST"), Work("POST")
    lanes.add_task(first)
    assert first.begun.wait(30)
    lanes.add_task(second)
    assert not lanes.shutdown(timeout=0.01)
    assert second.cancelled.is_set()
    first.end.set()
    assert lanes.shutdown(timeout=30)
    assert not second.begun.is_set()


def test_posts_that_wait_for_a_reader_leave_reads_and_health_alone(serve: Serve) -> None:
    server = serve(CLAIMWIRE_THREADS="2", CLAIMWIRE_READERS="1", CLAIMWIRE_READ_SECONDS="5")
    assert requests.post(f"{server.url}/v1/articles", json=article()).status_code == 201
    with ThreadPoolExecutor(6) as pool:
        hanging = [
            pool.submit(requests.post, f"{server.url}/v1/articles", json=article(story() + "HANG", outlet=f"o{n}"), timeout=120)
            for n in range(4)
        ]
        for path in ("/healthz", "/readyz", "/v1/votes", "/v1/articles", "/metrics"):
            assert requests.get(f"{server.url}{path}", timeout=4).status_code == 200
        told = [json.loads(one.result().text)["detail"] for one in hanging]
    assert all("more than 5 seconds" in detail for detail in told)
