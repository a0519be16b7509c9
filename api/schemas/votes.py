"""Votes: Popolo's words, with what every outlet reports beside what the record says."""

from __future__ import annotations

from marshmallow import fields

from api.schemas.common import OPTIONS, QUALIFIERS, Answer, QuoteSchema, always, extra, many, maybe, number, one_of, words
from api.schemas.queries import ListQuery, day, flag, term


class VoteFilters(ListQuery):
    """Which votes."""

    organization = term("votes of this body, by slug")
    since = day("votes on or after this day")
    until = day("votes on or before this day")
    outlet = term("votes that this outlet reports")
    has_conflict = flag("only votes with (true) or without (false) an open conflict")
    has_record = flag("only votes with (true) or without (false) an official record")
    text = term("words in the motion's title")


class TellingSchema(Answer):
    """One claim that gives a value."""

    outlet = always("slug of the outlet")
    article = always("id of the article")
    document = maybe("your own id for the document")
    claim = always("id of the claim")
    derived = fields.Boolean(metadata={"description": "true where it was inferred"})
    tentative = fields.Boolean(metadata={"description": "true where its rule errs too often"})
    superseded = fields.Boolean(metadata={"description": "true where it was corrected"})
    quoted = fields.Boolean(metadata={"description": "true where a speaker says it"})
    basis = extra("how a date is known")
    quote = fields.Nested(QuoteSchema, required=True, allow_none=True)


class ToldValueSchema(Answer):
    """A value and who gives it."""

    value = fields.Raw(required=True, metadata={"description": "the value: a number, an option, a result, a day, a title or an actor"})
    qualifier = one_of(QUALIFIERS, "how exact a number is")
    high = fields.Raw(metadata={"description": "upper end of a range"})
    agrees = one_of(("agrees", "differs", "not recorded"), "how it stands to the official record")
    outlets = words("who gives it")
    sources = number("how many independent stories give it: copies of one wire story count once")
    report_count = number("how many reports give it")
    reports = many(TellingSchema, "the first of them")


class CountSchema(Answer):
    """How many voted one way."""

    option = one_of(OPTIONS, "which way")
    value = fields.Integer(
        required=True, allow_none=True, metadata={"description": "what most sources say; null where they are evenly split or nobody says"}
    )
    record = fields.Integer(required=True, allow_none=True, metadata={"description": "what the record says"})
    values = many(ToldValueSchema, "what outlets say")


class VoterSchema(Answer):
    """How one actor voted."""

    voter = always("the actor, by id")
    option = one_of(OPTIONS, "which way; null where sources are evenly split", allow_none=True)
    record = maybe("which way by the record")
    values = many(ToldValueSchema, "what outlets say")


class MotionSchema(Answer):
    """What was voted on."""

    text = maybe("its title")
    identifier = maybe("its symbol")
    sponsors = words("who put it forward, by id")


class RecordSummarySchema(Answer):
    """The official result without its roll call."""

    id = always("id of the record")
    organization = always("the body")
    date = maybe("its day", format="date")
    symbols = words("the resolution's symbol and the draft's")
    title = maybe("its title")
    counts = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True, metadata={"description": "option to number"})
    result = one_of(("pass", "fail"), "whether it passed", allow_none=True)
    source = always("where the record is from")
    url = maybe("its address there")


class VoteRecordSchema(RecordSummarySchema):
    """The official result of a vote, and why it is this vote's."""

    position_count = number("how many names its roll call has")
    reasons = words("why it is this vote's")


class VoteReportSchema(Answer):
    """One report that was joined to a vote, and why."""

    id = always("id of the report: article and ref")
    article = always("id of the article")
    outlet = always("slug of the outlet")
    document = maybe("your own id for the document")
    published = maybe("day of publication", format="date")
    ref = always("the vote's name in the extraction record")
    story = maybe("the family of near copies that the article belongs to")
    score = fields.Float(required=True, allow_none=True, metadata={"description": "how sure the link is"})
    reasons = words("why it was joined")


class CandidateSchema(Answer):
    """A vote or record that a report may belong to."""

    vote = maybe("the vote, by id")
    record = maybe("the record, by id")
    score = fields.Float(required=True, allow_none=True, metadata={"description": "how much speaks for it"})
    reasons = words("what speaks for it")


class UndecidedSchema(Answer):
    """A report that was joined to no vote, because more than one fits."""

    report = always("id of the report")
    why = always("why it stays open")
    candidates = many(CandidateSchema, "which votes it may be")


class PlainCountSchema(Answer):
    """How many voted one way, without who says so."""

    option = one_of(OPTIONS, "which way")
    value = fields.Integer(required=True, allow_none=True, metadata={"description": "what most sources say"})
    record = fields.Integer(required=True, allow_none=True, metadata={"description": "what the record says"})


class VoteSummarySchema(Answer):
    """A vote in a list."""

    id = always("id of the vote")
    organization = maybe("the body that voted, by slug")
    motion = fields.Nested(MotionSchema, required=True)
    start_date = maybe("its day", format="date")
    result = one_of(("pass", "fail"), "whether it passed", allow_none=True)
    counts = many(PlainCountSchema, "how many voted each way")
    record = maybe("id of the official record")
    conflicts = words("ids of its conflicts")
    outlets = words("who reports it")
    report_count = number("how many reports were joined")


class VoteSchema(Answer):
    """A Popolo VoteEvent with what every outlet reports, the record, and the conflicts."""

    id = always("id of the vote")
    organization = maybe("the body that voted, by slug")
    motion = fields.Nested(MotionSchema, required=True)
    start_date = maybe("its day", format="date")
    result = one_of(("pass", "fail"), "whether it passed", allow_none=True)
    counts = many(CountSchema, "how many voted each way")
    votes = many(VoterSchema, "how each actor voted")
    results = many(ToldValueSchema, "what outlets say of the result")
    dates = many(ToldValueSchema, "what outlets say of the day")
    titles = many(ToldValueSchema, "what outlets call it")
    sponsors = many(ToldValueSchema, "who is said to have put it forward")
    record = fields.Nested(VoteRecordSchema, required=True, allow_none=True)
    conflicts = words("ids of its conflicts")
    outlets = words("who reports it")
    report_count = number("how many reports were joined")
    reports = many(VoteReportSchema, "the first of them, and why they were joined")
    undecided = many(UndecidedSchema, "reports that may belong here and to another vote as well")
