"""A database that is locked, read-only, gone, replaced or too new: said so in one way, and nothing half stored."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from benchmarks.throwaway_postgresql import Cluster
from models import base, migrate, queries, store
from models.errors import SchemaTooNew, StoreError, StoreUnavailable
from tests.models.told import article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    base.connect(f"sqlite:///{tmp_path}/s.db")
    store.save(article("paper", url="https://paper.example/1"))
    return tmp_path / "s.db"


@pytest.fixture(autouse=True)
def _closed():  # type: ignore[no-untyped-def]
    yield
    base.close()


def test_a_locked_database_is_busy_for_writers_and_open_to_readers(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "BUSY_SECONDS", 0.1)
    base.connect(f"sqlite:///{path}")
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="busy") as caught:
        store.save(article("herald"))
    assert caught.value.retry_after == 1
    assert len(queries.articles().rows) == 1
    other.rollback()
    assert store.save(article("herald")).status == "created"


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes to read-only files")
def test_a_read_only_file(path: Path) -> None:
    path.chmod(0o400)
    with pytest.raises(StoreUnavailable):
        store.save(article("herald"))


def test_a_read_only_connection(path: Path) -> None:
    base.raw("PRAGMA query_only = 1")
    with pytest.raises(StoreUnavailable):
        store.save(article("herald"))
    assert len(queries.articles().rows) == 1


def test_a_full_disk(path: Path) -> None:
    ((pages,),) = base.raw("PRAGMA page_count")
    base.raw(f"PRAGMA max_page_count = {pages}")
    told = [article(f"herald{number}", words="word " * 2000) for number in range(50)]
    with pytest.raises(StoreUnavailable, match="full"):
        store.save_many(told)
    assert base.raw("PRAGMA integrity_check") == [("ok",)]
    assert store.rebuild() == []
    assert len(queries.articles().rows) == 1
    assert len(store.save_many(told)) == 50


def test_a_file_that_is_gone_stays_gone_until_it_is_back(path: Path) -> None:
    base.raw("PRAGMA wal_checkpoint(TRUNCATE)")
    away = path.with_suffix(".away")
    path.rename(away)
    for call in (lambda: store.save(article("herald")), queries.votes):
        with pytest.raises(StoreUnavailable, match="gone"):
            call()
    assert not path.exists()
    shutil.copy(away, path)
    for extra in ("-wal", "-shm"):
        path.with_name(path.name + extra).unlink(missing_ok=True)
    assert len(queries.articles().rows) == 1
    assert store.save(article("herald")).status == "created"


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("this is no database, but long enough to be read as one" * 40)
    with pytest.raises(StoreUnavailable):
        base.connect(f"sqlite:///{tmp_path}/x.db")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        base.connect(f"sqlite:///{tmp_path}/no/such/folder/x.db")


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(StoreUnavailable):
        base.connect("postgresql://nobody@127.0.0.1:1/x?connect_timeout=1")


def test_a_url_of_another_kind() -> None:
    with pytest.raises(StoreError, match="sqlite"):
        base.connect("mysql://x")


def test_a_newer_schema_is_refused_and_left_alone(path: Path) -> None:
    base.raw("INSERT INTO schema_steps (number, name) VALUES (9999, 'm9999_later')")
    base.close()
    with pytest.raises(SchemaTooNew, match="9999"):
        base.connect(f"sqlite:///{path}")
    assert sqlite3.connect(path).execute("SELECT count(*) FROM articles").fetchone() == (1,)


def test_an_error_in_the_middle_stores_nothing(store_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr("models.store.derive", fail)
    with pytest.raises(RuntimeError):
        store.save(article("paper"))
    monkeypatch.undo()
    assert {table: base.raw(f"SELECT count(*) FROM {table}")[0][0] for table in ("articles", "claims", "reports", "outlets", "actors")} == {
        "articles": 0, "claims": 0, "reports": 0, "outlets": 0, "actors": 0
    }  # fmt: skip


def test_writers_in_many_threads_lose_nothing(store_: str) -> None:
    told = [article(f"o{n}", url=f"https://o{n}.example", counts={"yes": 93, "no": 18, "abstain": 60 + n}) for n in range(8)]

    def write(part: list[int]) -> None:
        for number in part:
            while True:
                try:
                    store.save(told[number])
                    break
                except StoreUnavailable:
                    continue
        base.database.close()

    threads = [threading.Thread(target=write, args=([n, (n + 3) % 8],)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (row,) = queries.conflicts().rows
    assert row.count(b'"value":') == 8
    assert store.rebuild() == []


def test_migrating_again_does_nothing(store_: str) -> None:
    opened = base.connect(store_)
    assert migrate.migrate(opened) == []
    assert len(migrate.applied(opened)) == len(migrate.steps())


def test_every_column_of_the_models_is_in_the_tables(store_: str) -> None:

    opened = base.connect(store_)
    for table in base.Table.__subclasses__():
        columns = {column.name for column in opened.get_columns(table._meta.table_name)}
        assert set(table._meta.columns) <= columns, table


KILLED = """
import os, sys
from models import base, store
from tests.models.told import article
base.connect(sys.argv[1])
for number in range(1000):
    store.save(article(f"o{number % 7}", url=f"https://o.example/{number}", counts={"yes": 93, "no": 18, "abstain": 64 + number % 2}))
    print(number, flush=True)
"""


def test_what_was_acknowledged_before_a_kill_is_there_exactly_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/s.db"
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, url], stdout=subprocess.PIPE, text=True, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}
    )
    assert process.stdout is not None
    acknowledged = [int(process.stdout.readline()) for _ in range(12)]
    process.kill()
    acknowledged += [int(line) for line in process.stdout.read().split()]
    process.wait()
    base.connect(url)
    assert base.raw("PRAGMA integrity_check") == [("ok",)]
    urls = [row[0] for row in base.raw("SELECT url FROM articles ORDER BY seq")]
    assert urls[: len(acknowledged)] == [f"https://o.example/{n}" for n in acknowledged]
    assert len(urls) <= len(acknowledged) + 1
    assert store.rebuild() == []


@pytest.mark.postgres
def test_a_server_that_is_stopped_at_once_and_comes_back(server: Cluster) -> None:
    base.connect(server.url % "postgres")
    acknowledged = []
    for number in range(4):
        acknowledged.append(store.save(article("paper", url=f"https://paper.example/{number}")).article)
        server.stop("immediate")
        for call in (lambda: store.save(article("herald")), queries.votes):
            with pytest.raises(StoreUnavailable):
                call()
        server.start()
        assert len(queries.articles().rows) == number + 1
    assert {json.loads(row)["id"] for row in queries.articles().rows} == set(acknowledged)
    assert store.rebuild() == []
