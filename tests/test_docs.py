"""The docs say what the code does: hooks, commands, settings, claim kinds and links."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from claimwire import claims, cli, hookspecs

HOME = Path(__file__).resolve().parents[1]
PAGES = sorted([*HOME.glob("*.md"), *HOME.glob("docs/*.md"), *HOME.glob("examples/*.md")])
CODE = [p for room in ("claimwire", "plugins", "models", "api") for p in (HOME / room).rglob("*.py")]


def doc(name: str) -> str:
    return (HOME / "docs" / name).read_text("utf-8")


def commands() -> list[str]:
    cli._add_plugin_commands()

    def names(group: click.Group, prefix: str) -> list[str]:
        found: list[str] = []
        for name, command in group.commands.items():
            found += names(command, f"{prefix}{name} ") if isinstance(command, click.Group) else [f"{prefix}{name}"]
        return found

    return sorted(names(cli.cli, ""))


def settings() -> list[str]:
    return sorted({name for path in CODE for name in re.findall(r"\bCLAIMWIRE_[A-Z_]+\b", path.read_text("utf-8"))})


@pytest.mark.parametrize("hook", [name for name, value in vars(hookspecs).items() if hasattr(value, "claimwire_spec")])
def test_every_hook_is_described_with_its_arguments(hook: str) -> None:
    function = getattr(hookspecs, hook)
    arguments = ", ".join(function.__code__.co_varnames[: function.__code__.co_argcount])
    assert f"`{hook}({arguments})`" in doc("hooks.md")


@pytest.mark.parametrize("command", commands())
def test_every_command_is_described(command: str) -> None:
    assert f"claimwire {command}" in doc("operating.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(HOME)))
def test_every_command_that_a_page_shows_is_there(page: Path) -> None:
    known = {name.split()[0] for name in commands()}
    shown = set(re.findall(r"^\s*(?:\$ |`)?claimwire (?:--plugins-dir \S+ )?([a-z][a-z-]+)", page.read_text("utf-8"), re.MULTILINE))
    shown |= set(re.findall(r"`claimwire ([a-z][a-z-]+)", page.read_text("utf-8")))
    assert shown - known == set()


@pytest.mark.parametrize("setting", settings())
def test_every_setting_is_described(setting: str) -> None:
    assert f"`{setting}`" in doc("operating.md")


@pytest.mark.parametrize("kind", claims.CLAIM_KINDS)
def test_every_kind_of_claim_is_described_with_its_fields(kind: str) -> None:
    (row,) = [line for line in doc("kinds-of-claim.md").splitlines() if line.startswith(f"| `{kind}` |")]
    own = set(claims.CLAIM_KINDS[kind].__dataclass_fields__) - set(claims.Claim.__dataclass_fields__)
    assert {field for field in own if f"`{field}`" not in row} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(HOME)))
def test_links_inside_of_the_project_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
