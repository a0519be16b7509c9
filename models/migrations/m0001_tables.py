"""All tables of the first layout: what outlets said, the official record, and what is derived from both."""

from __future__ import annotations

import peewee

from models.migrations import run

STATEMENTS = """
CREATE TABLE articles (seq {serial}, id {text} NOT NULL UNIQUE, outlet {text} NOT NULL, url {text}, document {text},
    revision BIGINT, published {text}, title {text}, signature {bytes}, story {text}, stored_at {text} NOT NULL, deleted_at {text});
CREATE INDEX articles_outlet ON articles (outlet, seq);
CREATE INDEX articles_published ON articles (published, seq);

CREATE TABLE revisions (seq {serial}, article BIGINT NOT NULL REFERENCES articles (seq) ON DELETE CASCADE, number INTEGER NOT NULL,
    hash {text} NOT NULL, document {text}, parser {text} NOT NULL, recognised_by {text} NOT NULL, retrieved {text},
    stored_at {text} NOT NULL,
    text {text} NOT NULL, record {text} NOT NULL, UNIQUE (article, number));

CREATE TABLE claims (seq {serial}, revision BIGINT NOT NULL REFERENCES revisions (seq) ON DELETE CASCADE, article BIGINT NOT NULL,
    outlet {text} NOT NULL, live INTEGER NOT NULL, kind {text} NOT NULL, report BIGINT, actor {text}, opt {text}, published {text},
    record {text} NOT NULL);
CREATE INDEX claims_revision ON claims (revision);
CREATE INDEX claims_article ON claims (article, seq);
CREATE INDEX claims_report ON claims (report);
CREATE INDEX claims_kind ON claims (kind, seq);
CREATE INDEX claims_outlet ON claims (outlet, seq);
CREATE INDEX claims_actor ON claims (actor, kind, seq);
CREATE INDEX claims_published ON claims (published, seq);

CREATE TABLE inconsistencies (seq {serial}, revision BIGINT NOT NULL REFERENCES revisions (seq) ON DELETE CASCADE,
    article BIGINT NOT NULL,
    outlet {text} NOT NULL, live INTEGER NOT NULL, kind {text} NOT NULL, record {text} NOT NULL);
CREATE INDEX inconsistencies_revision ON inconsistencies (revision);
CREATE INDEX inconsistencies_article ON inconsistencies (article);

CREATE TABLE problems (seq {serial}, revision BIGINT NOT NULL REFERENCES revisions (seq) ON DELETE CASCADE,
    outlet {text} NOT NULL, hook {text} NOT NULL, message {text} NOT NULL);
CREATE INDEX problems_revision ON problems (revision);

CREATE TABLE reports (seq {serial}, id {text} NOT NULL UNIQUE, article BIGINT NOT NULL, revision BIGINT NOT NULL,
    outlet {text} NOT NULL,
    ref {text} NOT NULL, vote {text} NOT NULL, event BIGINT, membership {text});
CREATE INDEX reports_article ON reports (article);
CREATE INDEX reports_event ON reports (event, seq);

CREATE TABLE report_keys (name {text} NOT NULL, report BIGINT NOT NULL, PRIMARY KEY (name, report)){rowless};
CREATE INDEX report_keys_report ON report_keys (report);

CREATE TABLE votes (seq {serial}, id {text} NOT NULL UNIQUE, organization {text}, day {text} NOT NULL, title {text}, symbol {text},
    result {text}, official BIGINT, reports INTEGER NOT NULL, conflicts INTEGER NOT NULL, disputed INTEGER NOT NULL,
    summary {bytes} NOT NULL,
    document {bytes} NOT NULL, etag {text} NOT NULL, content {text} NOT NULL, inputs {text} NOT NULL);
CREATE INDEX votes_day ON votes (day, id);
CREATE INDEX votes_organization ON votes (organization, day, id);
CREATE INDEX votes_disputed ON votes (disputed, day, id);
CREATE INDEX votes_official ON votes (official);

CREATE TABLE vote_redirects (id {text} PRIMARY KEY, target {text}, at {text} NOT NULL);
CREATE INDEX vote_redirects_target ON vote_redirects (target);
CREATE TABLE vote_names (report {text} PRIMARY KEY, vote {text} NOT NULL);
CREATE TABLE vote_decisions (seq {serial}, kind {text} NOT NULL, vote {text} NOT NULL, record {text} NOT NULL,
    note {text} NOT NULL, at {text} NOT NULL);
CREATE TABLE decided_reports (report {text} NOT NULL, decision BIGINT NOT NULL REFERENCES vote_decisions (seq) ON DELETE CASCADE,
    side INTEGER NOT NULL, PRIMARY KEY (report, decision)){rowless};
CREATE INDEX decided_reports_decision ON decided_reports (decision);

CREATE TABLE conflicts (seq {serial}, id {text} NOT NULL UNIQUE, kind {text} NOT NULL, vote {text},
    subject {text} NOT NULL, state {text} NOT NULL,
    day {text} NOT NULL, decision {text}, document {bytes} NOT NULL, etag {text} NOT NULL, content {text} NOT NULL,
    opened_at {text} NOT NULL, changed_at {text} NOT NULL, closed_at {text});
CREATE INDEX conflicts_day ON conflicts (day, id);
CREATE INDEX conflicts_state ON conflicts (state, day, id);
CREATE INDEX conflicts_kind ON conflicts (kind, day, id);
CREATE INDEX conflicts_vote ON conflicts (vote);
CREATE INDEX conflicts_decision ON conflicts (decision, day, id);
CREATE TABLE conflict_outlets (outlet {text} NOT NULL, conflict BIGINT NOT NULL REFERENCES conflicts (seq) ON DELETE CASCADE,
    PRIMARY KEY (outlet, conflict)){rowless};
CREATE INDEX conflict_outlets_conflict ON conflict_outlets (conflict);
CREATE TABLE conflict_names (id {text} PRIMARY KEY, vote {text}, kind {text} NOT NULL, subject {text} NOT NULL);
CREATE TABLE conflict_decisions (conflict {text} PRIMARY KEY, vote {text}, kind {text} NOT NULL, subject {text} NOT NULL,
    status {text} NOT NULL, note {text} NOT NULL, at {text} NOT NULL);
CREATE INDEX conflict_decisions_vote ON conflict_decisions (vote);

CREATE TABLE figures (seq {serial}, revision BIGINT NOT NULL REFERENCES revisions (seq) ON DELETE CASCADE, article BIGINT NOT NULL,
    live INTEGER NOT NULL, dispute {text}, armed_conflict {text}, record {text} NOT NULL);
CREATE INDEX figures_revision ON figures (revision);
CREATE INDEX figures_article ON figures (article);
CREATE INDEX figures_dispute ON figures (dispute);
CREATE INDEX figures_armed_conflict ON figures (armed_conflict, seq);

CREATE TABLE article_bands (name {text} NOT NULL, article BIGINT NOT NULL, PRIMARY KEY (name, article)){rowless};
CREATE INDEX article_bands_article ON article_bands (article);

CREATE TABLE actor_names (actor {text} NOT NULL, name {text} NOT NULL, kind {text} NOT NULL,
    identifiers {text} NOT NULL, uses INTEGER NOT NULL,
    PRIMARY KEY (actor, name, kind, identifiers)){rowless};
CREATE TABLE actors (id {text} PRIMARY KEY, name {text} NOT NULL, kind {text} NOT NULL, record {text} NOT NULL, uses INTEGER NOT NULL);
CREATE INDEX actors_kind ON actors (kind, id);

CREATE TABLE outlets (slug {text} PRIMARY KEY, parser {text} NOT NULL, articles INTEGER NOT NULL, recognised INTEGER NOT NULL,
    with_claims INTEGER NOT NULL, claims INTEGER NOT NULL, with_problems INTEGER NOT NULL, compared INTEGER NOT NULL,
    alone INTEGER NOT NULL, against_record INTEGER NOT NULL);
CREATE TABLE vote_outlets (vote {text} NOT NULL, outlet {text} NOT NULL, compared INTEGER NOT NULL, alone INTEGER NOT NULL,
    against_record INTEGER NOT NULL, PRIMARY KEY (vote, outlet)){rowless};

CREATE TABLE records (seq {serial}, id {text} NOT NULL, revision INTEGER NOT NULL, live INTEGER NOT NULL, organization {text} NOT NULL,
    day {text} NOT NULL, symbol {text}, hash {text} NOT NULL, record {text} NOT NULL, stored_at {text} NOT NULL,
    UNIQUE (id, revision));
CREATE INDEX records_day ON records (live, day, id);
CREATE INDEX records_organization ON records (organization, day, id);
CREATE INDEX records_symbol ON records (symbol);
CREATE TABLE record_keys (name {text} NOT NULL, official BIGINT NOT NULL REFERENCES records (seq) ON DELETE CASCADE,
    PRIMARY KEY (name, official)){rowless};
CREATE INDEX record_keys_official ON record_keys (official);
CREATE TABLE record_positions (actor {text} NOT NULL, official BIGINT NOT NULL, opt {text} NOT NULL,
    PRIMARY KEY (actor, official)){rowless};
"""


def apply(database: peewee.Database) -> None:
    """Make the tables."""
    run(database, STATEMENTS)
