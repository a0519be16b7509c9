"""/healthz, /readyz, /metrics: how the service does, for those who run it."""

from __future__ import annotations

import time

from flask import Response

from api.blueprints import Blueprint, refuse_query
from api.errors import Problem
from api.responses import answer_json
from api.schemas.operating import HealthSchema, ReadinessSchema
from api.service import service
from models import base, queries
from models.errors import StoreUnavailable

blueprint = Blueprint("operating", __name__, description="How the service does.")
COUNTED_EVERY = 10.0
EXPOSITION = "text/plain; version=0.0.4; charset=utf-8"


@blueprint.get("/healthz")
@blueprint.gives(HealthSchema)
def health() -> Response:
    """Whether the process lives. It asks nobody else."""
    refuse_query()
    return answer_json({"status": "ok"})


@blueprint.get("/readyz")
@blueprint.gives(ReadinessSchema)
def readiness() -> Response:
    """Whether requests can be served: the store answers, and no shutdown has begun. Else 503.

    Plugins that could not be loaded are named; articles are read without them.
    """
    refuse_query()
    if service().draining:
        raise Problem(503, "shutting down", headers={"Retry-After": "30"})
    with base.reading():
        base.raw("SELECT 1")
    problems = [{"plugin": p.outlet, "message": p.message} for p in service().plugin_problems]
    return answer_json({"status": "ok", "problems": problems})


@blueprint.get("/metrics")
@blueprint.gives({"type": "string"}, media_type="text/plain")
def metrics() -> Response:
    """Counters in Prometheus' text form."""
    refuse_query()
    lines = service().counters.lines()
    counts = _counts()
    lines += ["# HELP claimwire_store_up Whether the store answers.", "# TYPE claimwire_store_up gauge"]
    lines.append(f"claimwire_store_up {1 if counts else 0}")
    lines += ["# HELP claimwire_stored Rows in the store.", "# TYPE claimwire_stored gauge"]
    lines += [f'claimwire_stored{{kind="{kind}"}} {count}' for kind, count in sorted(counts.items())]
    return Response("\n".join(lines) + "\n", content_type=EXPOSITION)


def _counts() -> dict[str, int]:
    """Rows in the store, counted at most every ``COUNTED_EVERY`` seconds; none where the store does not answer."""
    held, now = service(), time.monotonic()
    try:
        with base.reading():
            base.raw("SELECT 1")
        if held.counts is None or now - held.counts[0] > COUNTED_EVERY:
            held.counts = now, queries.statistics()
    except StoreUnavailable:
        return {}
    return held.counts[1]
