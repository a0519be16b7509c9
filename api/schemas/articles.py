"""Documents as they are handed in, and extraction records as they come back."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from marshmallow import fields, validate

from api.schemas.common import (
    BASES,
    KINDS,
    OPTIONS,
    QUALIFIERS,
    ROLES,
    ActorRefSchema,
    Answer,
    QuoteSchema,
    always,
    extra,
    many,
    maybe,
    number,
    one_of,
    words,
)
from claimwire.documents import MAX_OUTLET

NO_NUL = r"^[^\u0000]*$"
WORDS = r"^[^\u0000]*[^\s\u0000][^\u0000]*$"


def _string(description: str, longest: int | None = None, **more: Any) -> fields.String:
    checks = [validate.Length(max=longest)] if longest else []
    return fields.String(validate=checks, metadata={"description": description, **more})


ADDRESS = r"^https?://[A-Za-z0-9.-]{0,252}[A-Za-z0-9](:[0-9]{1,5})?([/?#][^\u0000]*)?$"
"""An address as it is described to callers; what ``Document`` takes is a little wider (a host in any script)."""


def _given(description: str, longest: int) -> fields.String:
    return fields.String(allow_none=True, validate=[validate.Length(max=longest)], metadata={"description": description, "pattern": NO_NUL})


def _moment(description: str) -> fields.Raw:
    kinds = [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}, {"type": "null"}]
    return fields.Raw(allow_none=True, metadata={"description": description, "anyOf": kinds})


class DocumentSchema(ma.Schema):
    """One article as text or as a page: a line of NDJSON."""

    class Meta:
        """Nothing unknown is taken in silently."""

        unknown = ma.RAISE

    document = _given("your own id for it; comes back unchanged", 1000)
    text = _string("the article as plain text; give this or `html`", pattern=WORDS)
    html = _string("the article as a page; give this or `text`", pattern=WORDS)
    url = fields.String(
        allow_none=True,
        validate=[validate.Length(max=4000)],
        metadata={"description": "where it stands, http or https; a changed text at a known URL is a new revision", "pattern": ADDRESS},
    )
    outlet = _given("slug or name of the outlet, known or not", MAX_OUTLET)
    published = _moment("date or date-time of publication; its local day counts")
    retrieved = _moment("when you fetched it")


class BlockSchema(Answer):
    """A stretch of the text and what it is."""

    role = one_of(ROLES, "what it is")
    start = number("where it begins, in code points", minimum=0)
    end = number("where it ends", minimum=1)
    rule = extra("what found it; always there for boilerplate")


class ArticleTextSchema(Answer):
    """What the outlet's parser made of the document."""

    title = maybe("the headline")
    byline = words("who wrote it")
    dateline = maybe("place and day as printed")
    published = maybe("the day of publication", format="date")
    language = maybe("language of the text")
    text = always("the whole visible text, frozen")
    blocks = many(BlockSchema, "roles of its parts, in order")


class ExtractedVoteSchema(Answer):
    """One vote that the article speaks of."""

    ref = always("its name within this record")
    organization = maybe("the body that voted, by slug")
    date = maybe("its day", format="date")
    title = maybe("what the motion is called")
    identifier = maybe("its symbol, as `A/RES/ES-11/7`")
    id = fields.String(allow_none=True, metadata={"description": "the vote in the store that it was joined to; null where undecided"})
    candidates = words("bodies it may have been, where undecided", required=False)
    earlier = fields.Boolean(metadata={"description": "true for a vote told for comparison"})


class ExtractedClaimSchema(Answer):
    """One thing the article says. Which members are there depends on `kind`; see docs/kinds-of-claim.md."""

    id = always("a hash of the revision, the facts and the place: the same whenever the article is read again")
    kind = one_of(KINDS, "which kind of claim")
    vote = extra("the vote it is about, by `ref`")
    option = one_of(OPTIONS, "count, position: which way", required=False)
    value = fields.Float(metadata={"description": "count, figure: how many"})
    high = fields.Float(allow_none=True, metadata={"description": "upper end where `qualifier` is `range`"})
    qualifier = one_of(QUALIFIERS, "how exact the number is", required=False)
    derived = fields.Boolean(metadata={"description": "true where it was inferred, not stated: never raises a conflict"})
    actor = extra("position, sponsorship, statement: who, by id")
    result = one_of(("pass", "fail"), "result: whether the motion passed", required=False)
    date = extra("date: the day", format="date")
    basis = one_of(BASES, "date: how it is known", required=False)
    text = extra("title, statement: the exact words inside the marks")
    speaker_text = extra("statement: how the speaker is named there")
    direct = fields.Boolean(metadata={"description": "statement: whether the words are quoted"})
    measure = fields.String(allow_none=True, metadata={"description": "figure: what is counted"})
    unit = extra("figure: in what")
    population = fields.String(allow_none=True, metadata={"description": "figure: of whom"})
    attributed_to = fields.String(allow_none=True, metadata={"description": "figure: who says so, by id"})
    as_of = fields.String(allow_none=True, metadata={"description": "figure: the day it speaks of", "format": "date"})
    rule = always("the rule that read it")
    reason = always("why it sits on its vote")
    tentative = fields.Boolean(metadata={"description": "true: read by a rule that errs too often to raise conflicts"})
    superseded = fields.Boolean(metadata={"description": "true: corrected inside the text"})
    quoted = fields.Boolean(metadata={"description": "true: words of a speaker, not of the outlet"})
    quote = fields.Nested(QuoteSchema, required=True)


class ExtractedInconsistencySchema(Answer):
    """The article at odds with itself or the calendar."""

    kind = one_of(("weekday", "sum", "list", "sides", "council"), "which check failed")
    message = always("what does not fit")
    vote = extra("the vote it is about, by `ref`")
    quote = fields.Nested(QuoteSchema, required=True)


class ReadingProblemSchema(Answer):
    """Something that went wrong while reading; the rest was read."""

    outlet = always("whose reader")
    hook = always("in which step")
    message = always("what happened")


class ExtractionSchema(Answer):
    """An extraction record: what one document was found to say."""

    document = maybe("your own id for it")
    outlet = always("slug of the outlet")
    parser = always("the outlet's own parser, or `generic`")
    recognised_by = one_of(("given", "url", "text", "none"), "how the outlet was told")
    article = fields.Nested(ArticleTextSchema, required=True)
    votes = many(ExtractedVoteSchema, "the votes it speaks of")
    actors = many(ActorRefSchema, "the actors its claims name")
    claims = many(ExtractedClaimSchema, "what it says, in order of the text")
    inconsistencies = many(ExtractedInconsistencySchema, "where it is at odds with itself or the calendar")
    problems = many(ReadingProblemSchema, "what could not be read")


class StoredExtractionSchema(ExtractionSchema):
    """An extraction record and what became of it in the store."""

    id = always("id of the article")
    status = one_of(("created", "revised", "unchanged"), "what the store did")
    revision = number("which revision of the article this is", minimum=1)
    touched = fields.Nested(
        lambda: TouchedSchema, required=True, metadata={"description": "ids of the votes and conflicts that this article touches"}
    )


class TouchedSchema(Answer):
    """What an article touched."""

    votes = words("ids of votes")
    conflicts = words("ids of conflicts")


DOCUMENT_EXAMPLE = {
    "document": "desk-4711",
    "text": "The UN General Assembly adopted the resolution on 24 February 2025 by 93 votes to 18, with 65 abstentions.",
    "url": "https://news.example/un-vote",
    "outlet": "Example News",
    "published": "2025-02-25",
}
