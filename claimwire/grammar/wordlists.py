"""Small word classes of the grammar of speech and figures, from ``claimwire/data/speech_words.toml``."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


@functools.cache
def _lists() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files("claimwire.data").joinpath("speech_words.toml").read_text("utf-8"))


def word_list(name: str) -> frozenset[str]:
    """The words of the list ``file.name``; ``KeyError`` if there is none."""
    file, _, key = name.partition(".")
    return frozenset(_lists()[file][key].split())
