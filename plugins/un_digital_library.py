"""Recorded votes as the UN Digital Library exports them: one row a member state, in two layouts.

Seen in exports of 2019 and 2025: ``ms_vote`` is Y, N, A or X (present in the list, no vote cast);
the Council's layout has ``permanent_member`` and ``description`` where the Assembly's has ``session`` and ``title``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from claimwire import hookimpl
from claimwire.records import BadRow, Record, RecordSource, Rows, TableLayout, read_table

OPTIONS = {"Y": "yes", "N": "no", "A": "abstain", "X": "not voting"}
TOTALS = {"yes": "total_yes", "no": "total_no", "abstain": "total_abstentions", "not voting": "total_non_voting"}

ASSEMBLY = TableLayout(
    organization="un-general-assembly",
    marks=frozenset({"ms_code", "ms_vote", "session", "resolution"}),
    key="undl_id",
    code="ms_code",
    name="ms_name",
    option="ms_vote",
    options=OPTIONS,
    date="date",
    symbol="resolution",
    draft="draft",
    title="title",
    totals=TOTALS,
    size="total_ms",
    url="undl_link",
)
COUNCIL = replace(
    ASSEMBLY,
    organization="un-security-council",
    marks=frozenset({"ms_code", "ms_vote", "permanent_member", "resolution"}),
    title="description",
)


class UNDigitalLibrary:
    """General Assembly and Security Council voting data of digitallibrary.un.org."""

    name = "undl"

    def recognises(self, header: Sequence[str]) -> bool:
        """Whether the columns are those of the Assembly's or the Council's layout."""
        return any(layout.marks <= set(header) for layout in (ASSEMBLY, COUNCIL))

    def read(self, header: Sequence[str], rows: Rows, on_bad: Callable[[BadRow], None]) -> Iterator[Record]:
        """Records in order of the table."""
        layout = COUNCIL if COUNCIL.marks <= set(header) else ASSEMBLY
        return read_table(layout, header, rows, on_bad, source=self.name)


@hookimpl
def register_record_sources() -> list[RecordSource]:
    """The UN Digital Library."""
    return [UNDigitalLibrary()]
