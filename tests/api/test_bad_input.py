"""Whatever is handed in has a defined answer: never a 500, never half an article."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from claimwire.documents import MAX_BYTES
from tests.api.service_helpers import article, problem

BAD = [
    pytest.param({"text": ""}, 422, "text", id="an empty text"),
    pytest.param({"text": " \n\t"}, 422, "text", id="a text of white space"),
    pytest.param({}, 422, "text", id="neither text nor html"),
    pytest.param({"text": "a", "html": "<p>a</p>"}, 422, "html", id="both text and html"),
    pytest.param({"text": "a", "published": "2025-02-30"}, 422, "published", id="an impossible day"),
    pytest.param({"text": "a", "published": "yesterday"}, 422, "published", id="a day in words"),
    pytest.param({"text": "a", "published": "2025-02-24T25:00"}, 422, "published", id="an impossible hour"),
    pytest.param({"text": "a", "published": 20250224}, 422, "published", id="a day as a number"),
    pytest.param({"text": "a", "retrieved": "2025-13-01"}, 422, "retrieved", id="an impossible month"),
    pytest.param({"text": 7}, 422, "text", id="a number as text"),
    pytest.param({"text": ["a"]}, 422, "text", id="a list as text"),
    pytest.param({"text": None}, 422, "text", id="null as text"),
    pytest.param({"text": "a", "url": {}}, 422, "url", id="an object as url"),
    pytest.param({"text": "a", "url": "not a url"}, 422, "url", id="words as url"),
    pytest.param({"text": "a", "url": "javascript:alert(1)"}, 422, "url", id="a script as url"),
    pytest.param({"text": "a", "url": "https:///no-host"}, 422, "url", id="a url without a host"),
    pytest.param({"text": "a", "outlet": True}, 422, "outlet", id="true as outlet"),
    pytest.param({"text": "a", "colour": "red"}, 422, "colour", id="an unknown field"),
    pytest.param({"text": "a\0b"}, 422, "text", id="a NUL in the text"),
    pytest.param({"html": "<p>a\0b</p>"}, 422, "html", id="a NUL in the page"),
    pytest.param({"text": "a", "url": "https://a.example/\0"}, 422, "url", id="a NUL in the url"),
    pytest.param({"text": "a", "document": "x" * 1001}, 422, "document", id="an id that is too long"),
    pytest.param([], 422, None, id="a list"),
    pytest.param("text", 422, None, id="a string"),
    pytest.param(None, 422, None, id="null"),
]
RAW = [
    pytest.param(b"", 400, None, id="nothing"),
    pytest.param(b"text=a", 400, None, id="no JSON"),
    pytest.param(b'{"text": "a", "text": "b"}', 400, "text", id="a key twice"),
    pytest.param(b'{"text": NaN}', 400, "text", id="NaN"),
    pytest.param(b'{"text": "a", "published": Infinity}', 400, "published", id="Infinity"),
    pytest.param(b'{"text": "\xff"}', 400, "text", id="invalid UTF-8"),
    pytest.param(b'{"text": "\\udc00"}', 422, "text", id="a lone surrogate"),
    pytest.param(b'{"text": ' + b"[" * 64 + b"]" * 64 + b"}", 400, "text" + "[0]" * 63, id="depth 65"),
    pytest.param(b'{"text": ' + b"[" * 100_000, 400, None, id="a hundred thousand brackets"),
]


def nothing_stored(client: FlaskClient) -> bool:
    return client.get("/v1/articles").get_json()["results"] == []


@pytest.mark.parametrize(("body", "status", "field"), BAD)
def test_bad_documents_are_refused_by_name(client: FlaskClient, body: Any, status: int, field: str | None) -> None:
    problem(client.post("/v1/articles", data=json.dumps(body), content_type="application/json"), status, field)
    assert nothing_stored(client)


@pytest.mark.parametrize(("body", "status", "field"), RAW)
def test_bad_bytes_are_refused_by_name(client: FlaskClient, body: bytes, status: int, field: str | None) -> None:
    problem(client.post("/v1/articles", data=body, content_type="application/json"), status, field)
    assert nothing_stored(client)


def test_five_million_bytes_are_read_and_one_more_is_not(client: FlaskClient) -> None:
    filler = "word " * (MAX_BYTES // 5)
    assert len(filler) == MAX_BYTES
    problem(client.post("/v1/articles", json={"text": filler + "x"}), 413, "text")
    assert nothing_stored(client)
    assert client.post("/v1/articles", json={"text": filler}).status_code == 201


def test_a_body_beyond_all_escapes_is_not_even_read(client: FlaskClient) -> None:
    body = b'{"text": "' + b"\\u0061" * (MAX_BYTES + 20_000) + b'"}'
    problem(client.post("/v1/articles", data=body, content_type="application/json"), 413)


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
        ("application/json; charset=latin-1", 415),
        ("", 415),
        ("application/json; charset=UTF-8", 201),
    ],
)
def test_the_media_type_is_checked(client: FlaskClient, content_type: str, status: int) -> None:
    response = client.post("/v1/articles", data=json.dumps(article()), content_type=content_type or None)
    assert response.status_code == status


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("nothing about votes", id="no claims"),
        pytest.param("اعتمدت الجمعية العامة القرار بأغلبية 93 صوتًا", id="right to left"),
        pytest.param("93\u200b votes\u200d in \ufefffavour\u202e against", id="zero-width and direction marks"),
        pytest.param("\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16") + " voted", id="beyond the basic plane"),
        pytest.param("vote " * 200_000, id="1 MB of one word"),
    ],
)
def test_odd_texts_are_stored_as_they_are(client: FlaskClient, text: str) -> None:
    response = client.post("/v1/articles", json={"text": text, "outlet": "Odd"})
    assert response.status_code == 201
    record = response.get_json()
    assert record["article"]["text"] == text
    assert record["outlet"] == "odd"
    assert client.get(f"/v1/articles/{record['id']}").get_json()["article"]["text"] == text


def test_an_article_of_an_unknown_site_is_its_domain_s(client: FlaskClient) -> None:
    record = client.post("/v1/articles", json={"text": "Some words.", "url": "https://www.nobody-knows.example/a"}).get_json()
    assert (record["outlet"], record["parser"]) == ("nobody-knows.example", "generic")
