"""The UN Digital Library's two layouts."""

from __future__ import annotations

from claimwire import plugins
from claimwire.records import BadRow, Record, read_records, record_from
from plugins.un_digital_library import UNDigitalLibrary

ASSEMBLY = """undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,title,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link
7,AFG,AFGHANISTAN,Y,1950-11-03,5,A/RES/377(V),,"Uniting for peace : resolution / adopted by the General Assembly",52,5,2,1,60,https://x.example/7
7,CSK,CZECHOSLOVAKIA,N,1950-11-03,5,A/RES/377(V),,"Uniting for peace : resolution / adopted by the General Assembly",52,5,2,1,60,https://x.example/7
7,IND,INDIA,A,1950-11-03,5,A/RES/377(V),,"Uniting for peace : resolution / adopted by the General Assembly",52,5,2,1,60,https://x.example/7
7,LUX,LUXEMBOURG,X,1950-11-03,5,A/RES/377(V),,"Uniting for peace : resolution / adopted by the General Assembly",52,5,2,1,60,https://x.example/7
"""  # noqa: E501
COUNCIL = """undl_id,ms_code,ms_name,ms_vote,permanent_member,date,resolution,draft,meeting,description,total_yes,total_no,total_abstentions,total_non_voting,total_ms
,RUS,RUSSIAN FEDERATION,N,True,2022-02-25,,S/2022/155,S/PV.8979,Ukraine,11,1,3,0,15
"""  # noqa: E501


def read(text: str) -> tuple[list[Record], list[BadRow]]:
    bad: list[BadRow] = []
    return list(read_records(text.splitlines(keepends=True), [UNDigitalLibrary()], bad.append)), bad


def test_the_assemblys_layout() -> None:
    (record,), bad = read(ASSEMBLY)
    assert bad == []
    assert record.to_record() == {
        "id": "undl:7",
        "organization": "un-general-assembly",
        "date": "1950-11-03",
        "symbols": ["A/RES/377(V)"],
        "title": "Uniting for peace",
        "counts": {"yes": 52, "no": 5, "abstain": 2, "not voting": 1},
        "positions": {"afghanistan": "yes", "czechoslovakia": "no", "india": "abstain", "luxembourg": "not voting"},
        "result": "pass",
        "size": 60,
        "source": "undl",
        "url": "https://x.example/7",
    }
    assert record_from(record.to_record()) == record


def test_the_councils_layout_and_a_draft_that_got_no_symbol() -> None:
    (record,), bad = read(COUNCIL)
    assert bad == []
    assert (record.organization, record.symbols, record.result) == ("un-security-council", ("S/2022/155",), None)
    assert record.id == "un-security-council:2022-02-25:S/2022/155"
    assert record.positions == {"russia": "no"}


def test_a_voter_who_appears_twice_with_two_options_is_a_bad_row() -> None:
    twice = ASSEMBLY + ASSEMBLY.splitlines(keepends=True)[1].replace(",Y,", ",N,")
    (record,), bad = read(twice)
    assert record.positions["afghanistan"] == "yes"
    assert [(b.line, b.reason) for b in bad] == [(6, "afghanistan voted 'yes' in an earlier row, 'no' here")]


def test_the_hook_registers_it() -> None:
    found = [source.name for sources in plugins.default().manager.hook.register_record_sources() for source in sources]
    assert "undl" in found
