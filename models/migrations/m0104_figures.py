"""What sums of figures are made of, as columns: the figures of a war are counted by the database and not read one by one."""

from __future__ import annotations

import json

import peewee

from models.base import execute
from models.migrations import run

STATEMENTS = """
ALTER TABLE figures ADD COLUMN measure {text};
ALTER TABLE figures ADD COLUMN population {text};
ALTER TABLE figures ADD COLUMN unit {text};
ALTER TABLE figures ADD COLUMN value DOUBLE PRECISION;
ALTER TABLE figures ADD COLUMN high DOUBLE PRECISION;
ALTER TABLE figures ADD COLUMN day {text};
ALTER TABLE figures ADD COLUMN claim {text};
ALTER TABLE figures ADD COLUMN source {text};
CREATE INDEX figures_sums ON figures (armed_conflict, measure, population, unit, value, source, day, claim, high)
    WHERE live = 1 AND measure IS NOT NULL AND armed_conflict IS NOT NULL;
CREATE INDEX figures_told ON figures (armed_conflict, measure, population, unit, day, claim)
    WHERE live = 1 AND measure IS NOT NULL AND armed_conflict IS NOT NULL;
"""


def apply(database: peewee.Database) -> None:
    """Add the columns and fill them from what the figures' records say."""
    run(database, STATEMENTS)
    mark = "%s" if isinstance(database, peewee.PostgresqlDatabase) else "?"
    names = ("measure", "population", "unit", "value", "high", "day", "claim", "source")
    update = f"UPDATE figures SET {', '.join(f'{name} = {mark}' for name in names)} WHERE seq = {mark}"  # noqa: S608
    rows = execute(database, "SELECT f.seq, f.record, COALESCE(a.story, a.id) FROM figures f JOIN articles a ON a.seq = f.article")
    for seq, text, source in rows:
        said = json.loads(text)
        if said["plain"] and said["measure"]:
            day = said["as_of"] or said["published"] or ""
            told = (said["measure"], said["population"] or "", said["unit"], said["value"], said["high"], day, said["claim"], source)
            execute(database, update, (*told, seq))
