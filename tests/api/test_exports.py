"""Other forms of the same: CSV, JSON-LD, a feed, chosen members; each read by a client that others use."""

from __future__ import annotations

import csv
import io
import json
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import extruct
import feedparser
import frictionless
import pytest
import requests
from flask.testing import FlaskClient
from pyld import jsonld

from api import datapackage, tables
from tests.api.conftest import Serve
from tests.api.service_helpers import article, problem, story, two_outlets

LISTS = ["articles", "claims", "votes", "conflicts", "actors", "inconsistencies", "outlets", "records"]


def table(response: Any) -> list[dict[str, str]]:
    assert response.mimetype == "text/csv"
    return list(csv.DictReader(io.StringIO(response.get_data(as_text=True), newline="")))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_a_table_with_the_same_rows(client: FlaskClient, name: str) -> None:
    two_outlets(client)
    rows = table(client.get(f"/v1/{name}?format=csv&limit=200"))
    assert len(rows) == len(client.get(f"/v1/{name}?limit=200").get_json()["results"])


def test_votes_csv_has_all_votes(client: FlaskClient) -> None:
    for number in range(3):
        text = story(title=f"Motion {number}").replace("2024-05-10", f"2024-0{number + 1}-10")
        client.post("/v1/articles", json=article(text, outlet=f"O{number}"))
    rows = table(client.get("/v1/votes.csv?since=2024-02-01"))
    assert [row["start_date"] for row in rows] == ["2024-03-10", "2024-02-10"]
    assert {row["motion.text"] for row in rows} == {"Motion 1", "Motion 2"}
    assert json.loads(rows[0]["counts"])[0] == {"option": "yes", "value": 143, "record": None}
    problem(client.get("/v1/votes.csv?limit=3"), 400, "limit")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert tables.cell(text) == "'" + text
    assert tables.cell(-1) == -1


def test_chosen_members_alone(client: FlaskClient) -> None:
    two_outlets(client)
    rows = client.get("/v1/claims?fields=id,kind&limit=3").get_json()["results"]
    assert all(set(row) == {"id", "kind"} for row in rows)
    problem(client.get("/v1/claims?fields=colour"), 400, "fields")
    problem(client.get("/v1/claims?format=xml"), 400, "format")


def test_a_feed_reader_reads_the_feed(client: FlaskClient) -> None:
    conflict = two_outlets(client)
    response = client.get("/v1/conflicts.atom?state=open")
    assert response.mimetype == "application/atom+xml"
    feed = feedparser.parse(response.data)
    assert not feed.bozo
    assert feed.version == "atom10"
    (entry,) = [e for e in feed.entries if e.id.endswith(conflict["id"])]
    assert entry.title == conflict["explanation"]
    assert "abstain=26" in entry.content[0].value
    assert entry.updated_parsed
    assert feedparser.parse(client.get("/v1/conflicts.atom?state=closed").data).entries == []


def test_a_feed_has_further_pages(client: FlaskClient) -> None:
    two_outlets(client)
    client.post("/v1/articles", json=article(story(yes=1), outlet="Gamma"))
    seen, address = [], "/v1/conflicts.atom?limit=1"
    while address:
        feed = feedparser.parse(client.get(address).data)
        seen += [entry.id for entry in feed.entries]
        address = next((link.href for link in feed.feed.links if link.rel == "next"), "")
    assert len(seen) == len(set(seen)) == len(client.get("/v1/conflicts").get_json()["results"])


@pytest.fixture
def offline(shared_dir: Path) -> Any:
    """Contexts without a network: W3C's from ../shared, of schema.org's only the vocabulary."""
    annotation = json.loads((shared_dir / "schemas" / "anno.jsonld").read_text())
    known = {"https://schema.org": {"@context": {"@vocab": "https://schema.org/"}}, "http://www.w3.org/ns/anno.jsonld": annotation}

    def load(address: str, _: Any) -> dict[str, Any]:
        return {"document": known[address.rstrip("/")], "documentUrl": address, "contextUrl": None, "contentType": "application/ld+json"}

    return load


@pytest.mark.parametrize(
    ("address", "kind"),
    [("/v1/conflicts", "ClaimReview"), ("/v1/claims", "Claim"), ("/v1/articles", "NewsArticle"), ("/v1/votes", "Event")],
)
def test_json_ld_is_schema_org_s(client: FlaskClient, offline: Any, address: str, kind: str) -> None:
    two_outlets(client)
    response = client.get(f"{address}?format=jsonld")
    assert response.mimetype == "application/ld+json"
    expanded = jsonld.expand(response.get_json(), {"documentLoader": offline})
    assert expanded
    assert all(f"https://schema.org/{kind}" in node["@type"] for node in expanded)


def test_a_claim_review_names_each_outlet_and_its_words(client: FlaskClient, offline: Any) -> None:
    conflict = two_outlets(client)
    reviews = client.get("/v1/conflicts?format=jsonld").get_json()["@graph"]
    (review,) = [r for r in reviews if r["@id"].endswith(conflict["id"])]
    assert {claim["text"] for claim in review["itemReviewed"]} == {"abstain=25", "abstain=26"}
    assert {claim["appearance"]["publisher"]["identifier"] for claim in review["itemReviewed"]} == {"alpha", "beta"}
    assert review["claimReviewed"] == conflict["explanation"]


def test_an_article_s_claims_are_web_annotations(client: FlaskClient, offline: Any) -> None:
    record = client.post("/v1/articles", json=article()).get_json()
    response = client.get(f"/v1/articles/{record['id']}/claims?format=jsonld")
    page = response.get_json()
    expanded = jsonld.expand(page, {"documentLoader": offline})
    assert "http://www.w3.org/ns/activitystreams#OrderedCollectionPage" in expanded[0]["@type"]
    for item, claim in zip(page["items"], record["claims"], strict=True):
        quote, position = item["target"]["selector"]
        assert record["article"]["text"][position["start"] : position["end"]] == quote["exact"] == claim["quote"]["exact"]


@pytest.mark.parametrize("how", [{"query_string": "format=jsonld"}, {"headers": {"Accept": "application/ld+json, application/json;q=0.5"}}])
@pytest.mark.parametrize(("what", "kind"), [("conflicts", "ClaimReview"), ("votes", "Event"), ("articles", "NewsArticle")])
def test_one_thing_is_json_ld_where_that_is_asked_for(client: FlaskClient, offline: Any, what: str, kind: str, how: dict[str, Any]) -> None:
    two_outlets(client)
    listed = client.get(f"/v1/{what}", **how).get_json()["@graph"][0]
    address = urlsplit(listed["@id"]).path
    response = client.get(address, **how)
    assert response.mimetype == "application/ld+json"
    assert response.headers["Vary"] == "Accept"
    (expanded,) = jsonld.expand(response.get_json(), {"documentLoader": offline})
    assert f"https://schema.org/{kind}" in expanded["@type"]
    assert {**response.get_json(), **listed} == response.get_json()
    again = client.get(address, **{**how, "headers": {**how.get("headers", {}), "If-None-Match": response.headers["ETag"]}})
    assert again.status_code == 304
    plain = client.get(address, headers={"Accept": "application/json, application/ld+json;q=0.5"})
    assert plain.mimetype == "application/json"
    assert plain.headers["ETag"] != response.headers["ETag"]
    problem(client.get(f"{address}?format=csv"), 400, "format")


def test_a_search_engine_s_reader_finds_the_claim_review_in_a_page(client: FlaskClient) -> None:
    conflict = two_outlets(client)
    review = client.get(f"/v1/conflicts/{conflict['id']}?format=jsonld").get_data(as_text=True)
    page = f'<!doctype html><html><head><script type="application/ld+json">{review}</script></head><body></body></html>'
    (found,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert (found["@context"], found["@type"]) == ("https://schema.org", "ClaimReview")
    assert found["claimReviewed"] == conflict["explanation"]
    assert {claim["text"] for claim in found["itemReviewed"]} == {"abstain=25", "abstain=26"}


def test_json_ld_can_stand_in_a_page_whatever_an_article_says(client: FlaskClient) -> None:
    text = story(title="</script><script>alert(1)</script><!--")
    client.post("/v1/articles", json=article(text, outlet="Alpha"))
    client.post("/v1/articles", json=article(text.replace("143", "144"), outlet="Beta"))
    for what in ("votes", "conflicts", "articles", "claims"):
        body = client.get(f"/v1/{what}?format=jsonld").get_data(as_text=True)
        assert "<" not in body
        assert extruct.extract(f'<html><script type="application/ld+json">{body}</script></html>', syntaxes=["json-ld"])["json-ld"]


def test_frictionless_finds_the_package_of_everything_valid(serve: Serve) -> None:
    server = serve()
    for outlet, abstain in (("Alpha", 25), ("=Beta", 26)):
        body = article(story(abstain=abstain), outlet=outlet, retrieved="2024-05-11T10:00:00Z")
        assert requests.post(f"{server.url}/v1/articles", json=body, timeout=60).status_code == 201
    report = frictionless.validate(f"{server.url}/v1/datapackage.json", type="package")
    assert [task.name for task in report.tasks] == [table.name for table in datapackage.TABLES]
    assert report.valid, report.flatten(["type", "title", "rowNumber", "fieldName", "note"])
    package = frictionless.Package(f"{server.url}/v1/datapackage.json")
    for name in ("articles", "claims", "votes", "conflicts", "actors", "outlets", "armed-conflicts"):
        listed = requests.get(f"{server.url}/v1/{name}", params={} if name == "armed-conflicts" else {"limit": 200}, timeout=60)
        assert len(package.get_resource(name).read_rows()) == len(listed.json()["results"]) > 0, name
    told = package.get_resource("claims").read_rows()
    assert {row["value"] for row in told if row["kind"] == "count" and row["option"] == "abstain"} >= {25, 26}


def test_every_table_takes_the_filters_of_its_list(client: FlaskClient) -> None:
    two_outlets(client)
    assert {row["outlet"] for row in table(client.get("/v1/claims.csv?outlet=alpha&kind=count"))} == {"alpha"}
    assert table(client.get("/v1/conflicts.csv?state=closed")) == []
    problem(client.get("/v1/claims.csv?cursor=x"), 400, "cursor")


def test_a_table_is_of_one_moment(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    two_outlets(client)
    before = table(client.get("/v1/actors.csv"))
    more = article(story().replace("israel:no", "israel:no zambia:no"), outlet="Gamma")
    monkeypatch.setattr(datapackage, "MAX_LIMIT", 1)
    made, written = tables.csv_text, []

    def write_meanwhile(*given: Any, **named: Any) -> bytes:
        if not written:
            written.append(True)
            other = threading.Thread(target=client.post, args=("/v1/articles",), kwargs={"json": more})
            other.start()
            other.join()
        return made(*given, **named)

    monkeypatch.setattr(tables, "csv_text", write_meanwhile)
    assert table(client.get("/v1/actors.csv")) == before
    assert [row["id"] for row in table(client.get("/v1/actors.csv"))] == [*(row["id"] for row in before), "zambia"]


def test_a_table_that_finds_no_room_is_asked_for_again(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    refused = client.get("/v1/claims.csv")
    assert "No space left" in problem(refused, 503)["detail"]
    assert int(refused.headers["Retry-After"]) > 0


def test_frictionless_would_find_a_column_that_lies(client: FlaskClient, tmp_path: Path) -> None:
    two_outlets(client)
    package = client.get("/v1/datapackage.json").get_json()
    for resource in package["resources"]:
        (tmp_path / resource["path"]).write_bytes(client.get(f"/v1/{resource['path']}").data)
    votes = tmp_path / "votes.csv"
    votes.write_text(votes.read_text().replace("2024-05-10", "some day"))
    (tmp_path / "datapackage.json").write_text(json.dumps(package))
    report = frictionless.validate(str(tmp_path / "datapackage.json"), type="package")
    assert {(error[0], error[1]) for error in report.flatten(["type", "fieldName"])} == {("type-error", "start_date")}


def test_lists_that_come_whole_have_the_same_forms(client: FlaskClient) -> None:
    two_outlets(client)
    for address in ("/v1/armed-conflicts", "/v1/actors/ukraine/alignment"):
        whole = client.get(address).get_json()
        assert whole["results"]
        assert whole["next"] is None
        assert len(table(client.get(f"{address}?format=csv"))) == len(whole["results"])
        name = next(iter(whole["results"][0]))
        assert client.get(f"{address}?fields={name}").get_json()["results"] == [{name: row[name]} for row in whole["results"]]
        problem(client.get(f"{address}?cursor=x"), 400, "cursor")
    problem(client.get("/v1/actors/nobody/alignment"), 404)
    war = client.get("/v1/armed-conflicts").get_json()["results"][0]["id"]
    assert client.get(f"/v1/armed-conflicts/{war}/figures").get_json() == {"results": [], "next": None}
    problem(client.get("/v1/armed-conflicts/nowhere/figures"), 404)


def test_a_table_that_is_still_good_is_not_sent_again(client: FlaskClient) -> None:
    two_outlets(client)
    first = client.get("/v1/claims.csv?kind=count")
    again = client.get("/v1/claims.csv?kind=count", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert client.get("/v1/claims.csv", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200
    client.post("/v1/articles", json=article(story(yes=1), outlet="Gamma"))
    assert client.get("/v1/claims.csv?kind=count", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200
