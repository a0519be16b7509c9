"""First names and the gender they tell, from ``claimwire/data/first_names.toml``."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


@functools.cache
def first_names() -> dict[str, str]:
    """First name in lower case -> ``f`` or ``m``."""
    data: dict[str, list[str]] = tomllib.loads(resources.files("claimwire.data").joinpath("first_names.toml").read_text("utf-8"))
    return {name: gender for gender, names in data.items() for name in names}


def gender_of(name: str) -> str:
    """``f`` or ``m`` where a full name's first part tells, else nothing."""
    words = name.split()
    return first_names().get(words[0].lower(), "") if len(words) > 1 else ""
