"""The plugin kit: what `claimwire new-outlet` writes works as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimwire import plugins
from claimwire.cli import cli
from claimwire.errors import InputError
from claimwire.kit import new_outlet
from claimwire.testing import golden_cases

PAGE = """<html><head><title>It passed</title><link rel="canonical" href="https://www.daily-new.co.uk/a/1"></head>
<body><article><h1>It passed</h1><p>The motion passed on Friday in the sight of all who had come to see it.</p></article></body></html>"""


def made(tmp_path: Path, name: str = "The Daily New") -> Path:
    sample = tmp_path / "First page.html"
    sample.write_text(PAGE)
    new_outlet(name, sample, plugins=tmp_path / "plugins", cases=tmp_path / "cases")
    return tmp_path


def test_the_plugin_loads_and_the_golden_case_asks_for_a_review_then_passes(tmp_path: Path) -> None:
    folder = made(tmp_path)
    using = plugins.load([folder / "plugins"], entry_points=False)
    assert using.problems == []
    assert using.outlets["daily-new"].domains == ("daily-new.co.uk",)
    (case,) = golden_cases(folder / "cases")
    with pytest.raises(pytest.fail.Exception, match="read it"):
        case.check(using=using)
    case.check(using=using)
    assert '"recognised_by": "url"' in (case.folder / "expected.json").read_text()


def test_the_command_writes_both_and_a_saved_page_is_then_read_by_the_plugin(tmp_path: Path) -> None:
    sample = tmp_path / "page.html"
    sample.write_text(PAGE)
    run = CliRunner().invoke(cli, ["new-outlet", "Daily New", str(sample), "--into", str(tmp_path / "p"), "--cases", str(tmp_path / "c")])
    assert run.exit_code == 0, run.output
    extracted = CliRunner().invoke(cli, ["--plugins-dir", str(tmp_path / "p"), "extract", str(sample), "--format", "ndjson"])
    record = json.loads(extracted.stdout)
    assert (record["outlet"], record["parser"], record["recognised_by"]) == ("daily-new", "daily-new", "url")


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    folder = made(tmp_path)
    before = (folder / "plugins" / "daily_new.py").read_text()
    with pytest.raises(InputError, match="nothing was written"):
        made(tmp_path)
    assert (folder / "plugins" / "daily_new.py").read_text() == before


@pytest.mark.parametrize(
    ("name", "sample", "said"),
    [
        pytest.param("日本", "a.html", "no slug", id="a name without Latin letters"),
        pytest.param("Daily", "a.pdf", ".html or a .txt", id="a sample of another kind"),
        pytest.param("Daily", "none.html", "no such file", id="a sample that is not there"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, name: str, sample: str, said: str) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "a.pdf").write_text("x")
    with pytest.raises(InputError, match=said):
        new_outlet(name, tmp_path / sample, plugins=tmp_path / "p", cases=tmp_path / "c")
    assert not (tmp_path / "p").exists()


def test_quotes_and_backslashes_in_a_name_break_no_file(tmp_path: Path) -> None:
    folder = made(tmp_path, 'Joe\'s "Big" \\News""" ')
    assert plugins.load([folder / "plugins"], entry_points=False).problems == []
