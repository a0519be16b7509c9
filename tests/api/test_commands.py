"""The commands that need a store, as a terminal sees them: output, stderr and exit status."""

from __future__ import annotations

import contextlib
import csv
import datetime
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from api.commands import register_commands
from claimwire.cli import cli
from models import base, keys
from tests.api.conftest import TOY
from tests.api.service_helpers import article, story

register_commands(cli)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("CLAIMWIRE_DATABASE_URL", f"sqlite:///{tmp_path / 'store.db'}")

    def invoke(*arguments: str, status: int = 0) -> Result:
        result = CliRunner().invoke(cli, ["--plugins-dir", str(TOY), *arguments])
        assert result.exit_code == status, (result.output, result.stderr, result.exception)
        return result

    return invoke


def write(path: Path, *documents: dict[str, Any] | str) -> Path:
    path.write_text("".join((d if isinstance(d, str) else json.dumps(d)) + "\n" for d in documents))
    return path


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return write(tmp_path / "in.ndjson", article(outlet="Alpha", document="a"), article(story(abstain=26), outlet="Beta", document="b"))


def test_ingest_then_conflicts_in_every_form(run: Any, two: Path) -> None:
    assert "2 stored" in run("ingest", str(two)).stderr
    found = json.loads(run("conflicts", "--format", "json").stdout)
    (conflict,) = [c for c in found if c["subject"] == {"option": "abstain"} and c["kind"] == "count"]
    assert {(v["value"], v["reports"][0]["document"]) for v in conflict["values"]} == {(25, "a"), (26, "b")}
    rows = list(csv.DictReader(io.StringIO(run("conflicts", "--format", "csv").stdout)))
    assert {row["words"] for row in rows if row["conflict"] == conflict["id"]} == {"abstain=25", "abstain=26"}
    table = run("conflicts").stdout
    assert "abstain=26" in table.replace("\n", "")
    assert run("reconcile", "--rebuild").stderr.strip() == "nothing changed"


def test_ingest_names_bad_documents_and_does_the_rest(run: Any, tmp_path: Path) -> None:
    path = write(
        tmp_path / "in.ndjson", article(outlet="Alpha"), "{broken", {"text": "x", "published": "2025-02-30"}, article(outlet="Beta")
    )
    result = run("ingest", str(path), str(tmp_path / "nowhere.txt"), status=1)
    assert "2 stored, 3 failed" in result.stderr
    for where in ("in.ndjson:2", "in.ndjson:3", "nowhere.txt"):
        assert where in result.stderr


def test_ingest_names_what_the_store_refuses_and_does_the_rest(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.saving.LONGEST_NAME", 5)
    path = write(tmp_path / "in.ndjson", article(outlet="Alpha"), article(outlet="Too Long", document="odd"), article(outlet="Beta"))
    result = run("ingest", str(path), status=1)
    assert "2 stored, 1 failed" in result.stderr
    assert "odd: the name of an outlet has at most 5 characters" in result.stderr


def test_ingest_stops_what_hangs_or_dies(run: Any, tmp_path: Path) -> None:
    path = write(
        tmp_path / "in.ndjson", article(story() + "HANG", document="h"), article(story() + "DIE", document="d"), article(document="ok")
    )
    result = run("ingest", "--seconds", "3", str(path), status=1)
    assert "h: reading took more than 3 seconds" in result.stderr
    assert "d: the reading process ended" in result.stderr
    assert "1 stored, 2 failed" in result.stderr


def test_ingest_counts_problems_of_readers(run: Any, tmp_path: Path) -> None:
    result = run("ingest", str(write(tmp_path / "in.ndjson", article(story() + "RAISE", document="r"))))
    assert "asked to raise" in result.stderr
    assert "1 stored, 1 with problems while reading" in result.stderr


def test_ingest_tells_new_from_known_from_revised_and_from_what_had_nothing_to_read(run: Any, two: Path, tmp_path: Path) -> None:
    assert "with problems" not in run("ingest", str(two)).stderr
    assert "0 stored, 2 unchanged" in run("ingest", str(two)).stderr
    known = {"url": "https://alpha.example/vote", "outlet": "Alpha", "document": "a"}
    run("ingest", str(write(tmp_path / "known.ndjson", article(**known))))
    again = run("ingest", str(write(tmp_path / "again.ndjson", article(story(abstain=31), **known)))).stderr
    assert "0 stored, 1 revised" in again
    empty = run("ingest", str(write(tmp_path / "empty.ndjson", article(" ", outlet="Alpha", document="e")))).stderr
    assert "e: alpha: strip_boilerplate: no text to read" in empty
    assert "1 stored, 1 with problems while reading" in empty


def test_ingesting_twice_is_ingesting_once(run: Any, two: Path) -> None:
    run("ingest", str(two))
    first = run("conflicts", "--format", "json").stdout
    run("ingest", str(two))
    assert run("conflicts", "--format", "json").stdout == first


def test_check_exits_with_3_where_something_contradicts(run: Any, tmp_path: Path) -> None:
    run("ingest", str(write(tmp_path / "in.ndjson", *(article(f"{o} was there.\n{story()}", outlet=o) for o in ("Alpha", "Beta")))))
    wrong = write(tmp_path / "wrong.json", article(story(abstain=52)))
    result = run("check", str(wrong), status=3)
    assert "contradicted: “abstain=52”" in result.stdout
    assert "alpha says 25 (“abstain=25”)" in result.stdout
    assert json.loads(run("check", str(wrong), "--format", "json", status=3).stdout)["contradicted"] >= 1
    assert run("check", str(write(tmp_path / "right.json", article(story())))).stderr == ""
    run("check", str(tmp_path / "nowhere.json"), status=1)
    assert "Mine" not in run("outlets", "--health").stdout


def test_check_says_that_an_empty_store_has_nothing_to_compare_with(run: Any, tmp_path: Path) -> None:
    result = run("check", str(write(tmp_path / "draft.json", article(story()))))
    assert "the store is empty: nothing to compare with" in result.stderr
    assert "0 contradicted" in result.stdout


def test_keys_are_shown_once_listed_and_revoked(run: Any) -> None:
    made = run("keys", "create", "the desk", "--scope", "ingest")
    secret = made.stdout.strip()
    assert secret.startswith("cw_")
    listed = run("keys", "list").stdout
    assert secret not in listed
    assert "the desk" in listed
    run("keys", "revoke", listed.split()[0])
    assert "revoked" in run("keys", "list").stdout
    assert "no key" in run("keys", "revoke", "key_nobody", status=1).stderr


def test_records_are_imported_once(run: Any, shared_dir: Path, tmp_path: Path) -> None:
    path = shared_dir / "records" / "ga_2025-02-24.csv"
    assert "new" in run("records", "import", str(path)).stderr
    assert "0 new, 0 revised" in run("records", "import", str(path)).stderr
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b\n1,2\n")
    assert "columns" in run("records", "import", str(bad), status=1).stderr


def test_a_store_that_cannot_be_opened_is_one_line(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMWIRE_DATABASE_URL", "sqlite:////nowhere/at/all/store.db")
    result = run("conflicts", status=1)
    assert result.stderr.startswith("claimwire: ")
    assert "Traceback" not in result.stderr
    monkeypatch.setenv("CLAIMWIRE_DATABASE_URL", "mysql://x")
    run("conflicts", status=1)


@pytest.mark.parametrize(
    "arguments", [["conflicts", "--format", "xml"], ["reconcile"], ["ingest"], ["serve", "--port", "http"], ["nonsense"]]
)
def test_bad_usage_is_2(run: Any, arguments: list[str]) -> None:
    run(*arguments, status=2)


def test_the_demo_shows_conflicts_a_stranger_understands(run: Any) -> None:
    result = run("demo")
    assert "articles on" in result.stdout
    assert "in which words" in result.stdout
    assert "claimwire serve" in result.stdout


def test_a_backup_goes_into_another_store(run: Any, two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("ingest", str(two))
    before = run("conflicts", "--format", "json").stdout
    file = tmp_path / "backup.db"
    assert "2 articles" in run("backup", str(file)).stderr
    assert "never written over" in run("backup", str(file), status=1).stderr
    assert "--replace" in run("restore", str(file), status=1).stderr
    monkeypatch.setenv("CLAIMWIRE_DATABASE_URL", f"sqlite:///{tmp_path / 'other.db'}")
    assert "2 articles" in run("restore", str(file)).stderr
    assert run("conflicts", "--format", "json").stdout == before
    assert "nothing changed" in run("reconcile", "--rebuild").stderr
    file.write_text("spoiled")
    assert "no sound backup" in run("restore", str(file), "--replace", status=1).stderr
    run("restore", str(tmp_path / "nowhere.db"), status=2)


def test_a_key_is_rotated_at_once_or_in_some_hours(run: Any, tmp_path: Path) -> None:
    def state_of(secret: str) -> str:
        with opened(tmp_path):
            found = keys.find(secret, datetime.datetime.now(datetime.UTC))
            return "valid" if found else "ended"

    first = run("keys", "create", "desk", "--scope", "edit")
    old, number = first.stdout.strip(), first.stderr.split()[0]
    second = run("keys", "rotate", number, "--keep-hours", "2")
    new, other = second.stdout.strip(), second.stderr.split()[0]
    assert new.startswith("cw_")
    assert new != old
    assert (state_of(old), state_of(new)) == ("valid", "valid")
    assert "valid until" in run("keys", "list").stdout
    third = run("keys", "rotate", other).stdout.strip()
    assert (state_of(new), state_of(third)) == ("ended", "valid")
    assert "rotated before" in run("keys", "rotate", other, status=1).stderr
    run("keys", "revoke", number)
    assert state_of(old) == "ended"
    assert "no key" in run("keys", "rotate", "key_none", status=1).stderr
    assert run("keys", "list").stdout.count("edit") == 3


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[None]:
    base.connect(f"sqlite:///{folder / 'store.db'}")
    yield
    base.close()
