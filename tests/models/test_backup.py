"""A backup holds the whole store, is sound or is not made, and goes back into either database."""

from __future__ import annotations

import datetime
import json
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimwire.reading import Extraction
from models import backup, base, keys, queries, store, webhooks
from models.errors import Refused, StoreError, StoreUnavailable
from tests.models.conftest import fresh_database
from tests.models.told import article

NOW = datetime.datetime(2025, 2, 24, tzinfo=datetime.UTC)


def told(outlet: str, yes: int) -> Extraction:
    """An outlet's article on the same vote."""
    return article(outlet, url=f"https://{outlet}.example/1", counts={"yes": yes, "no": 18, "abstain": 65}, words="In the Assembly.")


def fill() -> None:
    """Articles that contradict each other, one of them gone again, an editor's word, a key and a webhook."""
    store.save_many([told(outlet, yes) for outlet, yes in (("alpha", 93), ("beta", 94))])
    gone = store.save(told("gamma", 95))
    store.delete(gone.article)
    conflict = json.loads(queries.conflicts().rows[0])["id"]
    store.decide(conflict, "confirmed", "seen")
    keys.create("desk", ("ingest",), NOW)
    webhooks.create("https://hooks.example.com/", "standard", webhooks.EVENTS, "", NOW)


def contents() -> dict[str, Any]:
    """What must be the same afterwards: what is derived, and stored facts that nothing else tells."""
    facts = {
        "keys": base.raw("SELECT id, hash, scopes FROM api_keys ORDER BY id"),
        "webhooks": base.raw("SELECT id, secret FROM webhooks"),
        "decisions": base.raw("SELECT conflict, status, note FROM conflict_decisions"),
        "gone": base.raw("SELECT id, deleted_at FROM articles WHERE deleted_at IS NOT NULL"),
        "votes": base.raw("SELECT id, etag FROM votes ORDER BY id"),
        "found": [len(queries.articles(text="Assembly").rows), len(queries.articles(text="nowhere").rows)],
    }
    return {**facts, "export": store.export()}


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A second, empty store, once for each kind of database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/other.db"
        return
    with fresh_database(request.getfixturevalue("postgresql")) as made:
        yield made


def test_what_is_put_back_has_a_version_that_no_other_contents_had(other: str, tmp_path: Path) -> None:
    """A layout from before versions is migrated to number 0, which an empty store has too."""
    base.connect(f"sqlite:///{tmp_path}/old.db")
    fill()
    base.raw("UPDATE store_version SET number = 0")
    base.close()
    base.connect(other)
    seen = [base.version()]
    for _ in range(2):
        backup.restore(tmp_path / "old.db", replace=True)
        seen.append(base.version())
    base.close()
    assert seen[0] == 0
    assert len(set(seen)) == 3


def test_what_was_backed_up_comes_back_in_either_database(store_: str, other: str, tmp_path: Path) -> None:
    fill()
    before = contents()
    written = backup.backup(tmp_path / "backup.db")
    assert (tmp_path / "backup.db").stat().st_mode & 0o077 == 0
    base.connect(other)
    assert backup.restore(tmp_path / "backup.db") == written
    assert contents() == before
    assert store.rebuild() == []
    saved = store.save(told("delta", 96))
    assert saved.status == "created"
    assert keys.create("another", ("read",), NOW)


def test_a_backup_of_a_backup_is_the_same(store_: str, tmp_path: Path) -> None:
    fill()
    first = backup.backup(tmp_path / "first.db")
    base.connect(f"sqlite:///{tmp_path}/second-store.db")
    backup.restore(tmp_path / "first.db")
    assert backup.backup(tmp_path / "second.db") == first


def test_nothing_is_written_over(store_: str, tmp_path: Path) -> None:
    fill()
    there = tmp_path / "there.db"
    there.write_text("mine")
    with pytest.raises(Refused, match="never written over"):
        backup.backup(there)
    assert there.read_text() == "mine"
    kept = tmp_path / "backup.db"
    backup.backup(kept)
    before = contents()
    store.save(told("delta", 96))
    with pytest.raises(Refused, match="--replace"):
        backup.restore(kept)
    assert len(queries.articles().rows) == 3
    backup.restore(kept, replace=True)
    assert contents() == before


def spoiled(path: Path, how: str) -> Path:
    """A backup as a fault of disk or hand leaves it."""
    data = bytearray(path.read_bytes())
    if how == "cut":
        data = data[: len(data) // 2]
    elif how == "empty":
        data = bytearray()
    elif how == "text":
        data = bytearray(b"no database at all" * 1000)
    elif how == "a page lost":
        data[4096 * 3 : 4096 * 6] = bytes(4096 * 3)
    path.write_bytes(data)
    if how == "another":
        path.unlink()
        with sqlite3.connect(path) as file:
            file.execute("CREATE TABLE things (name TEXT)")
    if how == "an orphan":
        with sqlite3.connect(path) as file:
            file.execute("DELETE FROM articles WHERE revision IS NOT NULL")
    return path


@pytest.mark.parametrize("how", ["cut", "empty", "text", "a page lost", "another", "an orphan"])
def test_a_file_that_is_no_sound_backup_is_refused_and_the_store_left(tmp_path: Path, how: str) -> None:
    base.connect(f"sqlite:///{tmp_path}/store.db")
    fill()
    backup.backup(tmp_path / "backup.db")
    before = contents()
    with pytest.raises(StoreError, match="no sound backup"):
        backup.restore(spoiled(tmp_path / "backup.db", how), replace=True)
    assert contents() == before
    base.close()


def test_what_was_written_is_compared_with_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base.connect(f"sqlite:///{tmp_path}/store.db")
    fill()
    copy = backup._copy_sqlite
    monkeypatch.setattr(backup, "_copy_sqlite", lambda part: {**copy(part), "claims": 1})
    with pytest.raises(StoreError, match="claims has"):
        backup.backup(tmp_path / "backup.db")
    assert [path.name for path in tmp_path.iterdir() if "backup" in path.name] == []
    base.close()


def test_a_folder_that_is_not_there_is_named(store_: str, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="cannot write"):
        backup.backup(tmp_path / "nowhere" / "backup.db")


def test_others_write_while_a_backup_is_taken(store_: str, tmp_path: Path) -> None:
    ended = threading.Event()
    stored: list[str] = []

    def write() -> None:
        number = 0
        while not ended.is_set() and number < 200:
            stored.append(store.save(told(f"o{number}", 90 + number)).article)
            number += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        taken = [backup.backup(tmp_path / f"{n}.db")["articles"] for n in range(3)]
    finally:
        ended.set()
        thread.join()
    assert taken == sorted(taken)
    assert all(backup.verify(tmp_path / f"{n}.db")["articles"] == taken[n] for n in range(3))


def test_a_file_system_without_second_names_gets_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    base.connect(f"sqlite:///{tmp_path}/store.db")
    fill()
    monkeypatch.setattr("models.backup.os.link", unknown)
    counts = backup.backup(tmp_path / "backup.db")
    assert backup.verify(tmp_path / "backup.db") == counts
    assert (tmp_path / "backup.db").stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob(".*"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("models.backup.shutil.copyfileobj", full)
    with pytest.raises(StoreUnavailable, match="No space left"):
        backup.backup(tmp_path / "second.db")
    assert not (tmp_path / "second.db").exists()
    base.close()
