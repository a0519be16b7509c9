"""Articles, revisions and tombstones."""

from __future__ import annotations

import json

import pytest

from models import queries, store
from models.errors import NotFound, Refused
from tests.models.told import article

URL = "https://paper.example/vote"


def told(identity: str) -> dict[str, object]:
    found = queries.article(identity)
    assert isinstance(found, queries.Stored)
    document: dict[str, object] = json.loads(found.document)
    return document


def test_a_new_document_is_created_with_its_votes(store_: None) -> None:
    saved = store.save(article("paper", url=URL, document="d1"))
    assert (saved.status, saved.revision, len(saved.votes), saved.conflicts) == ("created", 1, 1, ())
    document = told(saved.article)
    assert document["document"] == "d1"
    assert document["url"] == URL
    assert [v["id"] for v in document["votes"]] == list(saved.votes)  # type: ignore[attr-defined]
    text = document["article"]["text"]  # type: ignore[index]
    for claim in document["claims"]:  # type: ignore[attr-defined]
        assert text[claim["quote"]["start"] : claim["quote"]["end"]] == claim["quote"]["exact"]


def test_the_same_document_again_changes_nothing(store_: None) -> None:
    first = store.save(article("paper", url=URL))
    before = store.export()
    again = store.save(article("paper", url=URL + "?utm_source=mail#top"))
    assert (again.status, again.article, again.votes) == ("unchanged", first.article, first.votes)
    assert store.export() == before
    assert len(queries.claims().rows) == len(told(first.article)["claims"])  # type: ignore[arg-type]


def test_a_text_without_url_is_known_by_outlet_and_content(store_: None) -> None:
    one, same, other = (store.save(article(outlet)) for outlet in ("paper", "paper", "herald"))
    assert one.article == same.article != other.article
    assert (same.status, other.status) == ("unchanged", "created")


def test_a_changed_text_at_a_url_is_a_revision_that_supersedes_the_old_claims(store_: None) -> None:
    first = store.save(article("paper", url=URL, counts={"yes": 93, "no": 18, "abstain": 64}))
    second = store.save(article("paper", url=URL))
    assert (second.status, second.revision, second.article, second.votes) == ("revised", 2, first.article, first.votes)
    document = told(first.article)
    assert [r["revision"] for r in document["revisions"]] == [1, 2]  # type: ignore[attr-defined]
    values = {json.loads(row)["value"] for row in queries.claims(kind="count").rows}
    assert values == {93, 18, 65}


def test_a_retry_of_the_older_text_does_not_bring_it_back(store_: None) -> None:
    old, new = article("paper", url=URL, counts={"yes": 1, "no": 2}), article("paper", url=URL)
    store.save(old)
    store.save(new)
    after = store.export()
    assert store.save(old).status == "unchanged"
    assert store.export() == after


def test_what_was_retrieved_earlier_never_replaces_what_was_retrieved_later(store_: None) -> None:
    old, new = article("paper", url=URL, counts={"yes": 90, "no": 18, "abstain": 65}), article("paper", url=URL)
    store.save(new, retrieved="2025-02-26T00:00:00Z")
    assert store.save(old, retrieved="2025-02-25T00:00:00Z").status == "revised"
    assert {json.loads(row)["value"] for row in queries.claims(kind="count").rows} == {93, 18, 65}
    late_first = store.export()
    store.delete(store.save(new).article)
    store.save(old, retrieved="2025-02-25T00:00:00Z")
    store.save(new, retrieved="2025-02-26T00:00:00Z")
    assert store.export() == late_first


def test_moments_of_retrieval_are_compared_whatever_their_offset(store_: None) -> None:
    old, new = article("paper", url=URL, counts={"yes": 90, "no": 18, "abstain": 65}), article("paper", url=URL)
    store.save(new, retrieved="2025-02-26T06:00:00Z")
    store.save(old, retrieved="2025-02-26T10:00:00+05:00")
    assert {json.loads(row)["value"] for row in queries.claims(kind="count").rows} == {93, 18, 65}


def test_deleting_leaves_a_tombstone_and_equals_never_having_had_it(store_: None) -> None:
    store.save(article("paper", url=URL))
    before = store.export()
    wrong = store.save(
        article("herald", url="https://herald.example/1", counts={"yes": 93, "no": 18, "abstain": 64}, said="We said so plainly.")
    )
    assert store.export() != before
    gone = store.delete(wrong.article)
    assert gone.conflicts == wrong.conflicts
    assert store.export() == before
    assert isinstance(queries.article(wrong.article), queries.Tombstone)
    assert store.delete(wrong.article).votes == ()
    assert queries.articles(text="herald").rows == []


def test_a_deleted_article_can_be_posted_again(store_: None) -> None:
    first = store.save(article("paper", url=URL))
    before = store.export()
    store.delete(first.article)
    assert queries.votes().rows == []
    again = store.save(article("paper", url=URL))
    assert (again.status, again.article, again.votes) == ("created", first.article, first.votes)
    assert store.export() == before


def test_deleting_what_never_was_is_an_error(store_: None) -> None:
    with pytest.raises(NotFound):
        store.delete("nothing")


def test_an_article_without_claims_is_kept(store_: None) -> None:
    saved = store.save(article("paper", url=URL, counts={}, date=None, sponsor=None, recognised_by="none"))
    assert saved.votes == ()
    ((row),) = queries.outlets().rows
    numbers = json.loads(row)
    assert (numbers["articles"], numbers["with_claims"], numbers["recognition_rate"]) == (1, 0, 0.0)


def test_two_outlets_with_the_same_words_keep_claims_of_their_own(store_: None) -> None:
    one = article("paper", url=URL, words="same")
    saved = [store.save(one), store.save(article("paper", url=URL + "2", words="same"))]
    assert saved[0].article != saved[1].article
    assert len(queries.claims().rows) == 2 * len(one.claims)


def test_each_revision_comes_back_as_it_was_read(store_: None) -> None:
    old = article(
        "paper",
        url=URL,
        counts={"yes": 93, "no": 18, "abstain": 64},
        positions={"china": "abstain"},
        title="Peace",
        said="We said so plainly.",
    )
    new = article("paper", url=URL, result="pass", symbol="A/RES/1")
    identity = store.save(old).article
    store.save(new)
    for number, told in ((1, old), (2, new)):
        found = queries.revision(identity, number)
        assert found is not None
        assert (found.article, found.claims) == (told.article, told.claims)
    assert queries.revision(identity, 3) is None


def test_names_and_addresses_of_any_length(store_: None) -> None:
    long = URL + "/x" * 50_000
    saved = store.save(article("paper", url=long, positions={"a" * 5000: "no"}, title="t" * 50_000))
    assert len(queries.articles(url=long).rows) == 1
    assert queries.article(saved.article) is not None
    with pytest.raises(Refused):
        store.save(article("p" * 5000))


def test_a_text_of_one_word_a_million_times_is_stored_and_found(store_: None) -> None:
    store.save(article("paper", url=URL, words="word " * 200_000))
    assert len(queries.articles(text="word").rows) == 1
    store.save(article("herald", url=URL + "2", words="x" * 1_000_000))
    assert len(queries.articles().rows) == 2
