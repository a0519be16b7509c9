"""What the store answers of articles, claims, inconsistencies and outlets."""

from __future__ import annotations

from marshmallow import fields

from api.schemas.articles import ExtractedClaimSchema, ExtractedInconsistencySchema, ExtractionSchema
from api.schemas.common import KINDS, OPTIONS, Answer, always, many, maybe, number, one_of, rate, words
from api.schemas.queries import ListQuery, day, term


class ArticleFilters(ListQuery):
    """Which articles."""

    outlet = term("articles of this outlet")
    since = day("published on or after this day")
    until = day("published on or before this day")
    url = term("the article at this address", longest=4000)
    text = term("words in title or text")


class ClaimFilters(ListQuery):
    """Which claims."""

    kind = one_of(KINDS, "claims of this kind", required=False)
    outlet = term("claims of this outlet")
    article = term("claims of this article, by id")
    vote = term("claims about this vote, by id")
    actor = term("claims that name this actor, by id")
    option = one_of(OPTIONS, "counts and positions of this option", required=False)
    since = day("published on or after this day")
    until = day("published on or before this day")
    text = term("words in the quoted text")


class InconsistencyFilters(ListQuery):
    """Which inconsistencies."""

    outlet = term("of this outlet")
    article = term("of this article, by id")
    kind = one_of(("weekday", "sum", "list", "sides", "council"), "of this kind", required=False)


class ArticleSummarySchema(Answer):
    """An article in a list."""

    id = always("id of the article")
    outlet = always("slug of the outlet")
    url = maybe("its address")
    document = maybe("your own id for it")
    title = maybe("the headline")
    published = maybe("day of publication", format="date")
    revision = number("number of its present revision")
    stored_at = always("when it was stored", format="date-time")


class RevisionSchema(Answer):
    """One text of an article."""

    revision = number("its number, from 1")
    hash = always("a hash of title and body")
    retrieved = maybe("when you fetched it")
    stored_at = always("when it was stored", format="date-time")


class SentenceChangeSchema(Answer):
    """A sentence that changed."""

    kind = one_of(("added", "removed", "reworded"), "how")
    before = always("its words before; empty where it was added")
    after = always("its words now; empty where it was removed")


class RevisionChangesSchema(Answer):
    """What a revision changed."""

    article = always("id of the article")
    revision = number("its number")
    sentences = many(SentenceChangeSchema, "in order of the text")
    claims_added = fields.List(fields.Dict(), required=True, metadata={"description": "facts of claims that came"})
    claims_removed = fields.List(fields.Dict(), required=True, metadata={"description": "facts of claims that went"})


class ArticleSchema(ExtractionSchema):
    """An article: its present revision as an extraction record, and its history."""

    id = always("id of the article")
    url = maybe("its address")
    retrieved = maybe("when you fetched it")
    stored_at = always("when it was stored", format="date-time")
    revision = number("number of its present revision")
    revisions = many(RevisionSchema, "its texts, the oldest first")
    conflicts = words("ids of the conflicts of its votes")
    story = maybe("the family of near copies that it belongs to")


class ClaimSchema(ExtractedClaimSchema):
    """A claim in the store: which article's, about which vote."""

    outlet = always("slug of the outlet")
    article = always("id of the article")
    document = maybe("your own id for the document")
    published = maybe("day of publication", format="date")
    vote_id = maybe("the vote it was joined to, by id")


class InconsistencySchema(ExtractedInconsistencySchema):
    """An article at odds with itself or the calendar."""

    outlet = always("slug of the outlet")
    article = always("id of the article")
    document = maybe("your own id for the document")
    vote_id = maybe("the vote it is about, by id")


class OutletSchema(Answer):
    """An outlet and how well it is read. Rates are shares, null where nothing was counted."""

    outlet = always("slug")
    parser = always("the plugin that speaks for it, or `generic`")
    articles = number("articles in the store")
    recognised = number("articles of which its own parser was sure")
    recognition_rate = rate("of articles recognised")
    with_claims = number("articles with at least one claim")
    claim_rate = rate("of articles with a claim")
    claims = number("claims in all")
    with_problems = number("articles that could not be read in full")
    compared = number("values that others or the record speak of too")
    alone = number("values in which it stands against all others")
    alone_rate = rate("of compared values in which it stands alone")
    against_record = number("values that the record contradicts")
    against_record_rate = rate("of compared values that the record contradicts")


class OutletHealthSchema(Answer):
    """How well an outlet's last articles were read."""

    recent = number("how many of its last articles this is about")
    recognised = number("of these, read by its own parser")
    with_body = number("of these, with a body")
    with_claims = number("of these, with at least one claim")
    with_problems = number("of these, not read in full")
    last_success = maybe("when the last of these with a claim was stored")
    warning = maybe("what is wrong, where its yield falls")


class OutletWithHealthSchema(OutletSchema):
    """An outlet and how well it is read, in all and of late."""

    health = fields.Nested(OutletHealthSchema, required=True)


class DeletedSchema(Answer):
    """What a deletion touched."""

    id = always("id of the article")
    votes = words("ids of the votes that were derived anew")
    conflicts = words("ids of the conflicts that were derived anew")
