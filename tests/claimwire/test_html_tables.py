"""Tables: rows of data are lines, tables of text are not, and nothing is lost either way."""

from __future__ import annotations

import pytest

from claimwire import Document, read
from claimwire.html import render_html
from claimwire.testing import check_extraction

PROSE = "The council adopted the plan for the night buses on Monday after a debate of four hours, its clerk told the reporters. "
PAGE = f"<article><h1>Council adopts night buses</h1><p>{PROSE * 2}</p>{{}}<p>{PROSE * 2}</p></article>"


def table(*rows: tuple[str, ...], cell: str = "td") -> str:
    return "<table>" + "".join("<tr>" + "".join(f"<{cell}>{words}</{cell}>" for words in row) + "</tr>" for row in rows) + "</table>"


def lines_of(html: str) -> list[str]:
    return render_html(html).text.split("\n")


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        pytest.param(
            table(("State", "Vote"), ("India", "In favour"), ("Peru", "Against")),
            ["State\tVote", "India\tIn favour", "Peru\tAgainst"],
            id="a state and its vote",
        ),
        pytest.param(
            table(("Party", "Ayes", "Noes"), ("Greens", "12", "0"), ("Liberals", "3", "41")),
            ["Party\tAyes\tNoes", "Greens\t12\t0", "Liberals\t3\t41"],
            id="a party and its votes",
        ),
        pytest.param(
            table(("", "Yes", "No", "Abstain"), ("India", "x", "", ""), ("Peru", "", "", "x")),
            ["\tYes\tNo\tAbstain", "India\tx", "Peru\t\t\tx"],
            id="empty cells keep the columns",
        ),
        pytest.param(
            table(("In favour", "Against"), ("India<br>Kenya", "Peru")),
            ["In favour\tIndia, Kenya", "Against\tPeru"],
            id="one row of lists under heads is read down the columns",
        ),
        pytest.param(
            table(("Ayes", "Noes", "Majority"), ("320", "250", "70")),
            ["Ayes\t320", "Noes\t250", "Majority\t70"],
            id="one row of figures under heads",
        ),
        pytest.param(
            table(("Yes", "<p>India</p><p>Kenya</p>"), ("No", "<ul><li>Peru<li>Chile</ul>"), ("Absent", "Fiji")),
            ["Yes\tIndia, Kenya", "No\tPeru, Chile", "Absent\tFiji"],
            id="paragraphs and lists in cells",
        ),
        pytest.param(
            "<table><caption>How they voted</caption><thead><tr><th>State<th>Vote<tbody><tr><td>India<td>Yes<tr><td>Peru<td>No</table>",
            ["How they voted", "State\tVote", "India\tYes", "Peru\tNo"],
            id="cells without end tags",
        ),
        pytest.param(table(("State",), ("India",), ("Peru",)), ["State", "India", "Peru"], id="one column is a list"),
        pytest.param(
            table(("Home", PROSE), ("News", PROSE * 2)), ["Home", PROSE.strip(), "News", (PROSE * 2).strip()], id="text laid out in a table"
        ),
        pytest.param(
            table((table(("a", "b"), ("c", "d")), "x"), ("y", "z")), ["a\tb", "c\td", "x", "y", "z"], id="a table in a table"
        ),
        pytest.param(table(("<h2>Heading</h2>", "x"), ("y", "z")), ["Heading", "x", "y", "z"], id="headings are laid out"),
    ],
)  # fmt: skip
def test_what_is_a_line(html: str, lines: list[str]) -> None:
    assert lines_of(html) == lines


@pytest.mark.parametrize("cell", ["td", "th"])
def test_a_table_of_votes_in_an_article_is_part_of_it(cell: str) -> None:
    html = PAGE.format(table(("Party", "Ayes", "Noes"), ("Greens", "12", "0"), ("Liberals", "3", "41"), cell=cell))
    extraction = read(Document(html=html))
    article = extraction.article
    assert [article.text[b.start : b.end] for b in article.spans("table")] == ["Party\tAyes\tNoes", "Greens\t12\t0", "Liberals\t3\t41"]
    check_extraction(extraction)


def test_a_line_begins_at_its_first_word() -> None:
    page = render_html(table(("", "Yes", "No"), ("Fiji", "x", "")))
    assert [page.text[line.start : line.end] for line in page.lines] == ["Yes\tNo", "Fiji\tx"]
    assert [(line.tag, line.role) for line in page.lines] == [("tr", "table"), ("tr", "table")]


def test_options_with_their_lists_are_positions() -> None:
    html = PAGE.format("<p>The General Assembly adopted the resolution on lake water.</p>" + table(("Ayes", "Noes"), ("61", "40")))
    counts = {(c.facts()["option"], c.facts()["value"]) for c in read(Document(html=html)).claims if c.kind == "count"}
    assert counts == {("yes", 61), ("no", 40)}
