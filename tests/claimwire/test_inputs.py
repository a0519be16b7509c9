"""Paths to documents: every kind of file, and what is wrong with the bad ones."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from claimwire.documents import Document
from claimwire.inputs import InputProblem, count_documents, documents_from


def test_every_kind_of_file_in_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("plain")
    (tmp_path / "b.html").write_text("<p>page</p>")
    (tmp_path / "c.json").write_text(json.dumps({"text": "one", "outlet": "Daily"}))
    (tmp_path / "d.ndjson").write_text('{"text": "two"}\n\n{"document": "x", "text": "three"}\n')
    (tmp_path / "e.html.gz").write_bytes(gzip.compress(b"<p>zipped</p>"))
    (tmp_path / "f.ndjson.gz").write_bytes(gzip.compress(b'{"text": "four"}\n'))
    (tmp_path / "ignored.csv").write_text("1,2")
    found = list(documents_from([tmp_path]))
    assert all(isinstance(d, Document) for d in found)
    assert [d.id for d in found if isinstance(d, Document)] == [
        "a.txt",
        "b.html",
        "c.json",
        "d.ndjson:1",
        "x",
        "e.html.gz",
        "f.ndjson.gz:1",
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("a.txt", b"\xff\xfe bad", "not UTF-8", id="a text that is not UTF-8"),
        pytest.param("a.txt", b"a\0b", "NUL", id="a NUL character"),
        pytest.param("a.json", b"{", "not JSON", id="half a JSON object"),
        pytest.param("a.json", b"[1]", "a list", id="a list"),
        pytest.param("a.json", b'{"text": "a", "text": "b"}', "stands twice", id="a key given twice"),
        pytest.param("a.json", b'{"text": NaN}', "NaN", id="NaN"),
        pytest.param("a.json", b'{"text": "a", "colour": "red"}', "colour", id="a field nobody knows"),
        pytest.param("a.json", b'{"text": 7}', "'text' must be a string, not a number", id="a number for the text"),
        pytest.param("a.json", b'{"text": ["a"]}', "not a list", id="a list for the text"),
        pytest.param("a.json", b"[" * 100_000, "nested deeper than 64", id="a hundred thousand brackets"),
        pytest.param("a.json", b'{"text": ' + b"[" * 64 + b"]" * 64 + b"}", "nested deeper than 64", id="one level too many"),
        pytest.param("a.json", b'{"text": ' + b"9" * 5_000 + b"}", "no number 999", id="a number of five thousand digits"),
        pytest.param("a.txt.gz", b"no gzip", "gzip", id="a .gz that is none"),
        pytest.param("a.pdf", b"%PDF", "no kind of input", id="a kind that is not read"),
    ],
)
def test_a_bad_file_is_named_with_the_reason(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (problem,) = documents_from([path])
    assert isinstance(problem, InputProblem)
    assert problem.where.startswith(str(path))
    assert said in problem.message


def test_one_bad_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    path.write_text('{"text": "one"}\n{"text": \n{"text": "three"}\n')
    first, problem, third = documents_from([path])
    assert isinstance(first, Document)
    assert isinstance(problem, InputProblem)
    assert problem.where == f"{path}:2"
    assert isinstance(third, Document)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    (problem,) = documents_from([tmp_path / "none.txt"])
    assert isinstance(problem, InputProblem)
    assert problem.message == "no such file or directory"


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    (problem,) = documents_from([tmp_path])
    assert isinstance(problem, InputProblem)


def test_documents_are_counted_for_the_progress_bar(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("plain")
    (tmp_path / "d.ndjson").write_text('{"text": "two"}\n\n{"text": "three"}\n')
    assert count_documents([tmp_path]) == 3
