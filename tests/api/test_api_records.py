"""Official results over HTTP: the table that comes in, and each record by its id."""

from __future__ import annotations

from flask.testing import FlaskClient

HEADER = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,"
    "total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link\n"
)


def row(code: str, option: str, *, symbol: str = "A/RES/91/7", title: str = "A made-up matter") -> str:
    return f",{code},,{option},2031-03-04,91,{symbol},,,,{title},,,,2,1,0,0,3,\n"


def imported(client: FlaskClient, table: str | bytes) -> dict[str, object]:
    response = client.post("/v1/records", data=table, content_type="text/csv")
    assert response.status_code == 200, response.get_data(as_text=True)
    return dict(response.get_json())


def test_a_record_whose_id_holds_slashes_is_found_by_it(client: FlaskClient) -> None:
    imported(client, HEADER + row("FRA", "Y") + row("BRA", "Y") + row("IND", "N"))
    (listed,) = client.get("/v1/records").get_json()["results"]
    assert listed["id"] == "un-general-assembly:2031-03-04:A/RES/91/7"
    for address in (listed["id"], listed["id"].replace("/", "%2F")):
        record = client.get(f"/v1/records/{address}").get_json()
        assert record["id"] == listed["id"]
        assert record["counts"]["yes"] == 2


def test_bytes_that_are_not_utf_8_cost_their_rows_alone(client: FlaskClient) -> None:
    rows = [row("FRA", "Y"), row("BRA", "Y"), row("IND", "N", symbol="A/RES\ufffd/91/8")]
    told = imported(client, (HEADER + "".join(rows)).encode().replace("\ufffd".encode(), b"\xe9"))
    assert told["bad"] == [{"line": 4, "reason": "resolution is no UTF-8 text"}]
    (listed,) = client.get("/v1/records").get_json()["results"]
    assert listed["id"] == "un-general-assembly:2031-03-04:A/RES/91/7"


def test_a_voter_that_is_not_utf_8_is_a_bad_row(client: FlaskClient) -> None:
    table = HEADER + row("FRA", "Y") + row("BRA", "Y").replace(",BRA,,", ",,BRA\ufffd,")
    told = imported(client, table.encode().replace("\ufffd".encode(), b"\xe9"))
    assert told["bad"] == [{"line": 3, "reason": "ms_code or ms_name is no UTF-8 text"}]
