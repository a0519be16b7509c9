"""Every rule of speech and figures reads its own examples and leaves its counterexamples alone."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from .speech_texts import figures, statements


def rules(name: str) -> list[dict]:
    return tomllib.loads(resources.files("claimwire.data").joinpath("rules", f"{name}.toml").read_text("utf-8"))["rule"]


def cases(name: str, column: str) -> list:
    return [pytest.param(rule["id"], text, id=f"{rule['id']}-{n}") for rule in rules(name) for n, text in enumerate(rule[column])]


@pytest.mark.parametrize(("rule", "text"), cases("speech", "says"))
def test_speech_is_read(rule, text):
    assert rule in [c.rule for c in statements(text)]


@pytest.mark.parametrize(("rule", "text"), cases("speech", "not"))
def test_speech_is_left_alone(rule, text):
    assert rule not in [c.rule for c in statements(text)]


@pytest.mark.parametrize(("rule", "text"), cases("figures", "says"))
def test_figures_are_read(rule, text):
    assert rule in [c.rule for c in figures(text)]


@pytest.mark.parametrize(("rule", "text"), cases("figures", "not"))
def test_figures_are_left_alone(rule, text):
    assert rule not in [c.rule for c in figures(text)]


def test_every_rule_has_examples_of_both_kinds():
    for rule in rules("speech") + rules("figures"):
        assert rule["says"], rule["id"]
        assert rule["not"], rule["id"]
        assert rule["about"].endswith("."), rule["id"]
